"""What a file tells its tool: sections, how they reach the server, and what loads its statements by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlreview.migrations.conventions.convention import Convention, Runs, Section
from sqlreview.migrations.queries import query_loader_of
from sqlreview.migrations.sources import SourceFile
from sqlreview.patterns import portable
from sqlreview.sql.engines import Engine
from sqlreview.sql.statements import SourceStatement, split_statements
from sqlreview.text import Span

_SIGNS = ("transaction", "txmode")
"""Words of which every mark that speaks of the transaction has one."""
_NO_TRANSACTION = (
    r"(?im)^\s*+--\s*+(?:"
    r"\+goose\s++no\s++transaction|"
    r"no-transaction\b|"
    r"migrate:(?:up|down)\b[^\n]*?\btransaction:\s*+false|"
    r"\+migrate\b[^\n]*?\bnotransaction\b|"
    r"changeset\b[^\n]*?\brunInTransaction:\s*+false|"
    r"executeInTransaction\s*+=\s*+false|"
    r"postgres-migrations\s++disable-transaction|"
    r"atlas:txmode\s++none|"
    r"disable-transaction\b)"
)
_TERMS = portable(
    r"(?is)(?:(?P<control>(?:begin|start\s++transaction|commit|end|rollback|abort)\b(?!\s++to\b))"
    r"|create\s++(?:unique\s++)?+index\s++concurrently\b|drop\s++index\s++concurrently\b"
    r"|reindex\b[^;]{0,200}?\bconcurrently\b|reindex\s++(?:\([^)]*+\)\s*+)?+(?:schema|database|system)\b"
    r"|alter\s++table\b[^;]{0,400}?\bdetach\s++partition\b[^;]{0,200}?\bconcurrently\b"
    r"|vacuum\b|alter\s++system\b|discard\s++all\b|(?:create|drop)\s++(?:database|tablespace|subscription)\b)"
)
_TELLING = (
    *("goose", "migrate", "migration", "transaction", "liquibase", "breakpoint", "above", "deploy", "atlas", "tern:"),
    *("running", "alembic", "model", "field", "template", "graphile", "options", "dump", "create table", "pragma"),
)
"""What, in lower case, every line has by which a tool or habit is known."""
_BELIEVED = {Runs.LIKELY_WRAPPED: Runs.WRAPPED, Runs.LIKELY_MESSAGE: Runs.MESSAGE}
_HEADS = frozenset("abcdersv")
"""The first letters of the statements that `_TERMS` is about."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What statements demand of the transaction around them."""

    statements: int = 0
    control: bool = False
    """Whether one of them begins or ends a transaction."""
    outside: bool = False
    """Whether the server refuses one of them in a transaction."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How the statements from some place on reach the server."""

    wrapped: bool = False
    separate: bool = False
    is_later: bool = False
    """Whether others may be using what stands before."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the text of a file tells its tool."""

    runs: Runs = Runs.UNKNOWN
    sections: tuple[Section, ...] = ()
    """Without gaps; () for a file that is one section."""
    loader: str = ""
    """What loads its statements by name into an application; "" for a migration."""

    @property
    def say_all(self) -> bool:
        """Whether they tell how the file reaches the server, whatever its statements are."""
        return not self.sections and self.runs in (Runs.WRAPPED, Runs.SEPARATE, Runs.UNKNOWN)

    @property
    def skipped(self) -> tuple[Span, ...]:
        """The parts that do not apply the migration, in order."""
        return tuple(section.span for section in self.sections if section.direction != "up")


@dataclass(frozen=True, slots=True)
class Plan:
    """How one file is to be read."""

    convention: Convention
    source: SourceFile
    engine: Engine
    assumed: bool | None = None
    """What the configuration says of the transaction around files."""
    is_sure: bool = False
    """Whether somebody named the tool, so that it is believed whatever the file looks like."""

    def marks(self, text: str) -> Marks:
        """What the file tells its tool when it has this text."""
        if self.assumed is False:
            runs = Runs.SEPARATE
        else:
            source = self.source if text is self.source.text else replace(self.source, text=text)
            runs = self.convention.runs(source, self.engine)
            runs = _BELIEVED.get(runs, runs) if self.is_sure else runs
            if runs is Runs.UNKNOWN and says_no_transaction(text):
                runs = Runs.SEPARATE
            elif self.assumed and runs not in (Runs.SEPARATE, Runs.MESSAGE):
                runs = Runs.WRAPPED
        sections = self.convention.sections(text, self.engine)
        if self.assumed is False:
            sections = tuple(replace(section, runs=None) for section in sections)
        return Marks(runs, sections, query_loader_of(text))


def says_no_transaction(text: str) -> bool:
    """Whether a comment tells some tool to run the file, or part of it, without a transaction around it."""
    if "--" not in text:
        return False
    lowered = text.lower()  # with the words spares most files the slower search
    return any(sign in lowered for sign in _SIGNS) and re.search(_NO_TRANSACTION, text) is not None


def split_sections(text: str, engine: Engine, sections: Sequence[Section]) -> list[SourceStatement]:
    """The statements of a file; none goes on where a section ends."""
    if len(sections) < 2:
        return split_statements(text, engine)
    found: list[SourceStatement] = []
    for section in sections:
        if section.direction == "comment":
            continue
        start = section.span.start
        for source in split_statements(text[start : section.span.end], engine):
            found.append(SourceStatement(source.text, source.start + start, source.terminated))
    return found


def openings_of(marks: Marks, engine: Engine, sources: Sequence[tuple[int, str]]) -> tuple[tuple[int, Opening], ...]:
    """Where sections of a transaction of their own begin: position among the statements, and how they run.

    `sources` are start and text of every statement. The first opening is that of the file.
    """
    return tuple(
        (first, replace(opening_of(runs, engine, _applied(sources[first:last], marks.skipped)), is_later=is_later))
        for first, last, runs, is_later in _stretches(marks, [start for start, _ in sources])
    )


def _applied(sources: Sequence[tuple[int, str]], skipped: Sequence[Span]) -> list[str]:
    """The statements that the tool sends when it applies the migration."""
    return [text for start, text in sources if not any(span.start <= start < span.end for span in skipped)]


def _stretches(marks: Marks, starts: Sequence[int]) -> Iterator[tuple[int, int, Runs, bool]]:
    """First and last statement of what shares a transaction, how it runs and whether it comes later; statements that
    are skipped count in."""
    ups = [section for section in marks.sections if section.direction == "up" and not section.continues]
    if not ups:
        yield 0, len(starts), marks.runs, False
        return
    from bisect import bisect_left

    places = [bisect_left(starts, section.span.start) for section in ups]
    places[0] = 0
    stretches = [
        (first, last, section.runs or marks.runs, section.is_later)
        for section, first, last in zip(ups, places, (*places[1:], len(starts)), strict=True)
    ]
    filled = [stretch for stretch in stretches if stretch[0] < stretch[1]]
    yield from filled or stretches[:1]


def opening_of(runs: Runs, engine: Engine, texts: Sequence[str]) -> Opening:
    """How statements reach the server."""
    match runs:
        case Runs.WRAPPED:
            return Opening(wrapped=True)
        case Runs.SEPARATE:
            return Opening(separate=True)
        case Runs.UNKNOWN:
            return Opening()
    terms = _terms_of(texts)
    match runs:
        case Runs.LIKELY_WRAPPED:
            return Opening(wrapped=not terms.control and not terms.outside)
        case Runs.AUTOMATIC:
            return Opening() if terms.control else _one(alone=terms.outside or terms.statements < 2)
        case _ if engine.family != "postgres" or terms.statements < 2:
            return Opening(separate=True)
        case Runs.LIKELY_MESSAGE if terms.outside:
            return Opening()
        case _:
            return Opening(wrapped=not terms.control)


def _one(*, alone: bool) -> Opening:
    return Opening(wrapped=not alone, separate=alone)


def _terms_of(texts: Sequence[str]) -> Terms:
    control = outside = False
    for text in texts:
        found = re.match(_TERMS, text) if text[:1].lower() in _HEADS else None
        if found is not None:
            control |= found["control"] is not None
            outside |= found["control"] is None
    return Terms(len(texts), control, outside)


def marks_may_change(before: str, after: str, start: int, end: int, inserted: int) -> bool:
    """Whether replacing the characters start..end by so many others touched a line that may speak to a tool."""
    lines = _touched(before, after, start, end, inserted)
    return "--" in lines or "/*" in lines


def tool_may_change(before: str, after: str, start: int, end: int, inserted: int) -> bool:
    """Whether it touched a line that may tell which tool runs the file."""
    lines = _touched(before, after, start, end, inserted).lower()
    return any(sign in lines for sign in _TELLING)


def _touched(before: str, after: str, start: int, end: int, inserted: int) -> str:
    return _lines(before, start, end) + _lines(after, start, start + inserted)


def _lines(text: str, start: int, end: int) -> str:
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return text[first : last if last >= 0 else len(text)]
