"""The statements and files of a history, and the session in which they begin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from immutables import Map

from sqlreview.differences import Objects
from sqlreview.evaluation import Evaluation
from sqlreview.findings import Finding
from sqlreview.migrations.plan import Marks, Opening, Plan, opening_of, openings_of
from sqlreview.migrations.timeouts import timeouts_said
from sqlreview.reading import Reading
from sqlreview.ruleset import RuleSet
from sqlreview.schema import SESSION, Session
from sqlreview.sql.engines import Engine
from sqlreview.subjects import Statement

if TYPE_CHECKING:
    from sqlreview.migrations.embedded import Embedding

_FIRST_SECTION, _SECTIONS = -(1 << 40), 1 << 20
"""The serial number of the first section, and how many each file has for its own."""


@dataclass(slots=True, eq=False)
class Entry:
    """One statement of a file."""

    serial: int
    statement: Statement
    reading: Reading
    start: int
    evaluation: Evaluation | None = None
    checkpoint: Objects | None = None
    """The catalog before it, kept at some statements only."""
    placed: dict[object, tuple[Finding, ...]] = field(default_factory=dict)
    """Findings that others than its own evaluation put here, by source: final schema, transactions, migration."""
    revision: int = 0
    """Grows whenever its findings may have changed."""
    begins: bool = False
    """Whether it opens a transaction."""
    down: bool = False
    """Whether it stands in a section that undoes the migration: it is read, but neither folded nor reviewed."""
    opening: Opening | None = None
    """How the statements from here on reach the server, where a section with a transaction of its own begins."""
    section: int = 0
    """Serial number of the section it stands in; 0 in the first one."""
    run: int = 0
    """The run of migrations it belongs to, where that is not the run of its file."""

    @property
    def terminated(self) -> bool:
        """Whether a terminator ends the statement."""
        return self.statement.terminated

    @property
    def end(self) -> int:
        """Offset after the statement in its file."""
        return self.start + len(self.statement.text)

    @property
    def findings(self) -> list[Finding]:
        """Everything that was found here."""
        own = self.evaluation.findings if self.evaluation else []
        return [*own, *(finding for found in self.placed.values() for finding in found)] if self.placed else own

    def done(self) -> Evaluation:
        """Its evaluation."""
        assert self.evaluation is not None
        return self.evaluation


@dataclass(slots=True, eq=False)
class FileState:
    """One file of the history."""

    path: str
    text: str
    serial: int
    run: int
    released: bool
    reviewed: bool
    """False for files that are only folded: released migrations and base schemas."""
    plan: Plan | None
    """How its tool reads it; None for a text that is read as nothing."""
    undo: Literal["", "missing", "inside", "beside"] = ""
    """Where its tool looks for what undoes it; "" where the tool knows no such thing."""
    place: str = ""
    """Its path within the project."""
    marks: Marks = field(default_factory=Marks)
    openings: tuple[tuple[int, Opening], ...] = ()
    """Positions of the statements at which sections begin, and how they reach the server; the first one is 0."""
    entries: list[Entry] = field(default_factory=list)
    before: Objects = field(default_factory=Map)
    after: Objects = field(default_factory=Map)
    broken: int = 0
    """How many of its statements are not terminated."""
    rules: RuleSet | None = None
    """The rules for this file, where they are not those of the history."""
    embedding: Embedding | None = None
    """For a document or a program: how the SQL stands in it; `text` is what is left of it when all else is blank."""

    @property
    def written(self) -> str:
        """The text of the file as its author sees it."""
        return self.embedding.written if self.embedding else self.text


def opened_sections(file: FileState, entries: Sequence[Entry], engine: Engine) -> tuple[tuple[int, Opening], ...]:
    """Where sections of the file begin and how they reach the server; tells the statements."""
    if file.marks.say_all:  # as in most files: a keystroke need not look at every statement
        return ((0, opening_of(file.marks.runs, engine, ())),)
    sources = [(entry.start, entry.statement.text) for entry in entries]
    openings = openings_of(file.marks, engine, sources)
    if openings[0][1].is_later:
        for entry in entries[: openings[1][0] if len(openings) > 1 else None]:
            entry.run = -file.serial
    ends = [*(first for first, _ in openings[2:]), len(entries)]
    serial = _FIRST_SECTION - abs(file.serial) * _SECTIONS  # an edit that changes no section leaves their numbers
    for (first, opening), last in zip(openings[1:], ends, strict=False):
        serial -= 1
        for entry in entries[first:last]:
            entry.section = serial
            entry.run = serial if opening.is_later else 0
        if first < last:
            entries[first].opening = opening
    return openings


def opened(file: FileState, objects: Objects, engine: Engine) -> Objects:
    """A file begins with a fresh session: default search path, no transaction but the tool's."""
    opening = file.openings[0][1]
    session = Session(
        family=engine.family,
        engine=None if engine.family == "postgres" else engine,
        wrapped=opening.wrapped,
        separate=opening.separate,
        loader=file.marks.loader,
        settings=timeouts_said(file.plan.source.beside) if file.plan else (),
    )
    if session != Session():
        return objects.set(SESSION, session)
    return objects.delete(SESSION) if SESSION in objects else objects


def scripts_of(file: FileState) -> list[list[Entry]]:
    """The statements of a file by what runs them together: nobody runs all that a document shows."""
    starts = [section.span.start for section in file.marks.sections if section.is_apart]
    if len(starts) < 2:
        return [file.entries]
    found: dict[int, list[Entry]] = {}
    for entry in file.entries:
        found.setdefault(bisect_right(starts, entry.start), []).append(entry)
    return list(found.values())


def reopened(session: Session, opening: Opening) -> Session:
    """The session in which the next section of a file begins: settings stay, transactions end."""
    return replace(session, wrapped=opening.wrapped, separate=opening.separate, transaction=None, local_settings=())


def fresh(entry: Entry) -> Entry:
    """The same statement before its evaluation."""
    return Entry(entry.serial, entry.statement, entry.reading, entry.start, begins=entry.begins, down=entry.down)
