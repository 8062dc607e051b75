"""Comments that switch rules off: for a line, for the next statement, for a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlreview.sql.directives import Directive, directives_of
from sqlreview.sql.engines import Engine
from sqlreview.sql.statements import SourceStatement
from sqlreview.text import Span


@dataclass(frozen=True, slots=True)
class Suppression:
    """A range of a file in which some rules are silent."""

    span: Span
    rules: frozenset[str]
    """Rule ids and packs; empty for all rules."""
    directive: Directive

    def covers(self, rule: str, place: Span) -> bool:
        """Whether a finding of that rule at that place is silenced."""
        if not self.span.start <= place.start <= self.span.end:
            return False
        return not self.rules or rule in self.rules or rule.partition("/")[0] in self.rules


def suppressions_of(text: str, statements: Sequence[SourceStatement], engine: Engine) -> tuple[Suppression, ...]:
    """The suppressions a file's comments ask for; `statements` are its statements in order."""
    found: list[Suppression] = []
    for directive in directives_of(text, statements, engine):
        span = Span(0, len(text)) if directive.kind == "ignore-file" else directive.target
        if directive.kind != "malformed" and span is not None:
            found.append(Suppression(span, frozenset(directive.rules), directive))
    return tuple(found)
