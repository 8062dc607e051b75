"""All migrations of one schema in order, with the findings on every statement; edits cost what they change.

Every statement keeps the keys of the catalog it read. After an edit only statements that read a changed object are
evaluated again, in this file and in the ones after it; the objects that differ are followed until they are the same
as before. Statements hold no absolute positions, so text that moves costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from immutables import Map

from sqlreview.evaluation import Evaluation, Evaluator, origin_of, statement_of
from sqlreview.findings import Finding
from sqlreview.migrations.markers import query_loader_of
from sqlreview.migrations.sections import down_sections
from sqlreview.operations import Begin
from sqlreview.reading import Reading, read_load, read_statement
from sqlreview.ruleset import RuleSet
from sqlreview.schema import SESSION, Catalog, Key, Record, Session
from sqlreview.sql.loads import READ_IN_FULL, load_of
from sqlreview.sql.resplit import Resplit, resplit
from sqlreview.sql.statements import SourceStatement, split_statements
from sqlreview.subjects import Statement
from sqlreview.text import Span

Objects = Map[Key, Record]
Difference = dict[Key, tuple[Record | None, Record | None]]
"""Objects that are not what they were at the same point before the edit: old and new record."""

_CHECKPOINT_EVERY = 64

_serials = count(1)


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
    wrapped: bool
    released: bool
    reviewed: bool
    """False for files that are only folded: released migrations and base schemas."""
    separate: bool = False
    """Whether it is known that its statements run one by one."""
    entries: list[Entry] = field(default_factory=list)
    before: Objects = field(default_factory=Map)
    after: Objects = field(default_factory=Map)
    broken: int = 0
    """How many of its statements are not terminated."""
    down: tuple[Span, ...] = ()
    """The sections that undo the migration."""


class History:
    """The ordered files of one schema."""

    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules
        self.files: list[FileState] = []
        self.by_path: dict[str, FileState] = {}
        self.by_serial: dict[int, tuple[FileState, Entry]] = {}
        self.base: Objects = Map()
        self.evaluated: set[str] = set()
        """The files in which the last edit made a statement be evaluated."""
        self.touched: set[Key] = set()
        """What the statements change that the last edit removed or made anew, even if it is the same as before."""

    # -- building ----------------------------------------------------------------------------------------------------

    def load(self, files: Iterable[FileState]) -> None:
        """Reads and evaluates all files from the first to the last."""
        self.files = list(files)
        self.by_path = {file.path: file for file in self.files}
        objects = self.base
        for file in self.files:
            file.down = down_sections(file.text)
            sources = split_statements(file.text, self.rules.engine)
            file.entries = list(self._entries(sources, file.down))
            file.broken = _broken(file.entries)
            file.before = self._opened(file, objects)
            file.after = self._evaluate(file, file.entries, file.before)
            self._register(file, file.entries)
            objects = file.after

    @property
    def final(self) -> Catalog:
        """The schema after the last migration."""
        return Catalog(self.files[-1].after if self.files else self.base)

    def catalog_before(self, path: str, offset: int) -> Catalog:
        """The schema as the statement at that offset of a file finds it."""
        file = self.by_path[path]
        index = sum(entry.end < offset for entry in file.entries)
        return Catalog(self._objects_before(file, index))

    def _entries(self, sources: Iterable[SourceStatement], down: tuple[Span, ...]) -> Iterator[Entry]:
        """The statements of a file; in a bulk load of thousands of INSERTs the values of the first are read."""
        form: str | None = None
        alike = 0
        reading: Reading | None = None
        for source in sources:
            before, form = form, load_of(source.text)
            alike = alike + 1 if form is not None and form == before else 0
            known = read_load(source.text, reading) if reading and alike >= READ_IN_FULL else None
            entry = self._entry(source, _is_down(source, down), reading=known)
            reading = entry.reading
            yield entry

    def _entry(
        self, source: SourceStatement, down: bool, serial: int | None = None, reading: Reading | None = None
    ) -> Entry:
        reading = reading or read_statement(source.text, self.rules.engine)
        statement = statement_of(source.text, reading, source.terminated)
        entry = Entry(serial or next(_serials), statement, reading, source.start, down=down)
        for operation in reading.operations:
            entry.begins |= isinstance(operation, Begin) and not down
        return entry

    @staticmethod
    def _opened(file: FileState, objects: Objects) -> Objects:
        """A file begins with a fresh session: default search path, no transaction but the tool's."""
        session = Session(wrapped=file.wrapped, separate=file.separate, loader=query_loader_of(file.text))
        if session != Session():
            return objects.set(SESSION, session)
        return objects.delete(SESSION) if SESSION in objects else objects

    def _register(self, file: FileState, entries: Iterable[Entry]) -> None:
        for entry in entries:
            self.by_serial[entry.serial] = (file, entry)

    def _evaluate(self, file: FileState, entries: Sequence[Entry], objects: Objects) -> Objects:
        evaluator = Evaluator(self.rules, file.released)
        for position, entry in enumerate(entries):
            entry.checkpoint = objects if position % _CHECKPOINT_EVERY == 0 else None
            objects = self._evaluate_one(evaluator, file, entry, objects)
        return objects

    @staticmethod
    def _evaluate_one(evaluator: Evaluator, file: FileState, entry: Entry, objects: Objects) -> Objects:
        catalog = Catalog(objects)
        origin = origin_of(file.path, entry.serial, len(entry.statement.text), catalog.session, file.serial, file.run)
        if entry.down:
            entry.evaluation, after = Evaluation({}, frozenset(), [], (), origin, catalog.session), catalog
        else:
            entry.evaluation, after = evaluator.evaluate_safely(entry.statement, entry.reading, catalog, origin)
        entry.revision += 1
        return after.objects

    def _objects_before(self, file: FileState, index: int) -> Objects:
        first = index
        while first > 0 and (first == len(file.entries) or file.entries[first].checkpoint is None):
            first -= 1
        checkpoint = file.entries[first].checkpoint if first < len(file.entries) else None
        objects = checkpoint if first > 0 and checkpoint is not None else file.before
        for entry in file.entries[first:index]:
            objects = _changed(objects, entry.done().changes)
        return objects

    # -- editing -----------------------------------------------------------------------------------------------------

    def edit(self, path: str, start: int, end: int, inserted: str) -> Difference:
        """Replaces the characters start..end of a file; returns how the final schema differs from before."""
        file = self.by_path[path]
        text = file.text[:start] + inserted + file.text[end:]
        self.evaluated = {path}
        change = resplit(file.entries, text, self.rules.engine, start, end - start, len(inserted), file.broken)
        sections = down_sections(text)
        if sections or file.down:  # a marker that comes or goes changes what every later statement is
            change = Resplit(0, len(file.entries), split_statements(text, self.rules.engine))
        file.text, file.down = text, sections
        moved = len(inserted) - (end - start)
        if moved:
            for entry in file.entries[change.last :]:
                entry.start += moved
        old = file.entries[change.first : change.last]
        front, back = _same_ends(old, change.fresh, sections)
        for entry, source in (
            *zip(old[:front], change.fresh, strict=False),
            *zip(reversed(old[len(old) - back :]), reversed(change.fresh), strict=False),
        ):
            entry.start = source.start
        replaced = change.fresh[front : len(change.fresh) - back]
        first, last = change.first + front, change.last - back
        # a statement that is edited in place keeps its serial number, so that objects made elsewhere stay equal
        serials = [entry.serial for entry in file.entries[first:last]] if last - first == len(replaced) else []
        entries = [
            self._entry(source, _is_down(source, sections), serials[index] if serials else None)
            for index, source in enumerate(replaced)
        ]
        return self._replace(file, first, last, entries)

    def _replace(self, file: FileState, first: int, last: int, entries: list[Entry]) -> Difference:
        objects = self._objects_before(file, first)
        removed = file.entries[first:last]
        old = objects
        for entry in removed:
            old = _changed(old, entry.done().changes)
        new = self._evaluate(file, entries, objects)
        touched = {key for entry in (*removed, *entries) for key in entry.done().changes}
        difference = {key: (old.get(key), new.get(key)) for key in touched if old.get(key) != new.get(key)}
        self.touched = touched
        for entry in removed:
            del self.by_serial[entry.serial]
        file.broken += _broken(entries) - _broken(removed)
        file.entries[first:last] = entries
        self._register(file, entries)
        self._follow(file, first + len(entries), difference)
        self._finish(file)
        return self._propagate(self.files.index(file) + 1, difference)

    def rebase(self, difference: Difference) -> Difference:
        """Carries a change of the schema that lies before the first file through all files."""
        self.evaluated = set()
        self.base = _patched(self.base, difference)
        return self._propagate(0, difference)

    def _propagate(self, position: int, difference: Difference) -> Difference:
        difference.pop(SESSION, None)
        for file in self.files[position:]:
            if not difference:
                break
            file.before = _patched(file.before, difference)
            self._follow(file, 0, difference)
            self._finish(file)
            difference.pop(SESSION, None)
        return difference

    def _follow(self, file: FileState, first: int, difference: Difference) -> None:
        """Evaluates again what depends on the difference, and carries it to the end of the file."""
        evaluator = Evaluator(self.rules, file.released)
        keys = frozenset(difference)
        for index in range(first, len(file.entries)):
            entry = file.entries[index]
            if entry.checkpoint is not None:
                entry.checkpoint = _patched(entry.checkpoint, difference)
            if not keys or not entry.done().depends_on(keys):
                continue
            before = entry.done().changes
            objects = self._objects_before(file, index)
            self._evaluate_one(evaluator, file, entry, objects)
            self.evaluated.add(file.path)
            _follow_changes(difference, objects, before, entry.done().changes)
            keys = frozenset(difference)

    def _finish(self, file: FileState) -> None:
        file.after = self._objects_before(file, len(file.entries))


def _broken(entries: Iterable[Entry]) -> int:
    return sum(not entry.terminated for entry in entries)


def _same_ends(old: Sequence[Entry], new: Sequence[SourceStatement], down: tuple[Span, ...]) -> tuple[int, int]:
    """How many statements are unchanged at the beginning and at the end of a re-split range."""
    limit = min(len(old), len(new))
    front = 0
    while front < limit and _is_same(old[front], new[front], down):
        front += 1
    back = 0
    while back < limit - front and _is_same(old[-1 - back], new[-1 - back], down):
        back += 1
    return front, back


def _is_same(entry: Entry, source: SourceStatement, down: tuple[Span, ...]) -> bool:
    same = entry.statement.text == source.text and entry.statement.terminated == source.terminated
    return same and entry.down == _is_down(source, down)


def _is_down(source: SourceStatement, sections: tuple[Span, ...]) -> bool:
    return any(section.start <= source.start < section.end for section in sections)


def _changed(objects: Objects, changes: dict[Key, Record | None]) -> Objects:
    for key, record in changes.items():
        if record is not None:
            objects = objects.set(key, record)
        elif key in objects:
            objects = objects.delete(key)
    return objects


def _patched(objects: Objects, difference: Difference) -> Objects:
    return _changed(objects, {key: new for key, (_, new) in difference.items()})


def _follow_changes(
    difference: Difference,
    objects: Objects,
    before: dict[Key, Record | None],
    after: dict[Key, Record | None],
) -> None:
    for key in before.keys() | after.keys():
        untouched = difference.get(key) or (objects.get(key), objects.get(key))
        old = before[key] if key in before else untouched[0]
        new = after[key] if key in after else untouched[1]
        if old != new:
            difference[key] = (old, new)
        else:
            difference.pop(key, None)
