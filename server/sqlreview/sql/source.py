"""Statements as they are found in files and in bodies, whatever the engine."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from sqlreview.patterns import regex
from sqlreview.text import Span

MOST_RECOVERIES = 16
"""After so many recoveries that had to read up to the end of the file, the rest is one statement: time stays linear."""


@dataclass(frozen=True, slots=True)
class SourceStatement:
    """One statement of a file: its text without leading comments and without the terminator, and where it begins."""

    text: str
    start: int
    terminated: bool
    """Whether its own terminator ends it, whatever the rest of the file says."""

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.start + len(self.text)


Kind = Literal["sql", "perform", "for", "return query", "open", "cursor", "return"]


@dataclass(frozen=True, slots=True)
class BodyStatement:
    """One static statement in a body; spans count from where the span of the body counts from."""

    span: Span
    kind: Kind
    """How the body runs it: as it stands, or as the query of PERFORM, FOR, RETURN QUERY, OPEN, a cursor, RETURN."""
    masked: tuple[Span, ...] = ()
    """What is no SQL and must be blanked before it is read: PERFORM, RETURN and the targets of INTO."""
    conditional: bool = False
    """Whether it stands in an IF, CASE, loop or exception handler."""


_DELIMITER = regex(r"DELIMITER[ \t:]", re.I)


def has_delimiters(text: str, end: int | None = None) -> bool:
    """Whether the mysql client or Liquibase may be told of a delimiter before `end`, on which what follows depends."""
    return _DELIMITER.search(text, 0, len(text) if end is None else end) is not None
