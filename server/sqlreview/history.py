"""All migrations of one schema in order, with the findings on every statement; edits cost what they change.

Every statement keeps the keys of the catalog it read. After an edit only statements that read a changed object are
evaluated again, in this file and in the ones after it; the objects that differ are followed until they are the same
as before. Statements hold no absolute positions, so text that moves costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from immutables import Map

from sqlreview.differences import Difference, Objects, changed, follow_changes, patched
from sqlreview.entries import Entry, FileState, fresh, opened, opened_sections, reopened
from sqlreview.evaluation import Evaluation, Evaluator, origin_of, statement_of
from sqlreview.migrations.plan import marks_may_change, split_sections
from sqlreview.operations import Begin
from sqlreview.reading import Reading, read_load, read_statement
from sqlreview.ruleset import RuleSet
from sqlreview.schema import SESSION, Catalog, Key
from sqlreview.sql.loads import READ_IN_FULL, load_of
from sqlreview.sql.resplit import Resplit, resplit
from sqlreview.sql.statements import SourceStatement
from sqlreview.text import Span

__all__ = ["Entry", "FileState", "History"]

_CHECKPOINT_EVERY = 64

_serials = count(1)


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
        self.passed: dict[str, set[Key]] = {}
        """The objects that the last edit made differ, for each file it reached: before it, in it or after it."""
        self.touched: set[Key] = set()
        """What the statements change that the last edit removed or made anew, even if it is the same as before."""

    # -- building ----------------------------------------------------------------------------------------------------

    def load(self, files: Iterable[FileState]) -> None:
        """Reads and evaluates all files from the first to the last."""
        self.files = list(files)
        self.by_path = {file.path: file for file in self.files}
        objects = self.base
        for file in self.files:
            if file.plan is not None:
                file.marks = file.plan.marks(file.text)
                sources = split_sections(file.text, self.rules.engine, file.marks.sections)
                file.entries = list(self._entries(sources, file.marks.skipped))
            file.openings = opened_sections(file, file.entries, self.rules.engine)
            file.broken = _broken(file.entries)
            file.before = opened(file, objects, self.rules.engine)
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

    def _register(self, file: FileState, entries: Iterable[Entry]) -> None:
        for entry in entries:
            self.by_serial[entry.serial] = (file, entry)

    def _evaluate(self, file: FileState, entries: Sequence[Entry], objects: Objects) -> Objects:
        evaluator = Evaluator(file.rules or self.rules, file.released, file.place)
        for position, entry in enumerate(entries):
            entry.checkpoint = objects if position % _CHECKPOINT_EVERY == 0 else None
            objects = self._evaluate_one(evaluator, file, entry, objects)
        return objects

    @staticmethod
    def _evaluate_one(evaluator: Evaluator, file: FileState, entry: Entry, objects: Objects) -> Objects:
        if entry.opening is not None:
            objects = objects.set(SESSION, reopened(Catalog(objects).session, entry.opening))
        catalog = Catalog(objects)
        unit = entry.section or file.serial
        run = entry.run or file.run
        origin = origin_of(file.path, entry.serial, len(entry.statement.text), catalog.session, unit, run)
        if entry.down:
            entry.evaluation, after = Evaluation({}, frozenset(), [], (), origin, catalog.session), catalog
        else:
            entry.evaluation, after = evaluator.evaluate_safely(entry.statement, entry.reading, catalog, origin)
        if entry.opening is not None:  # it is a change that the statement itself did not make
            entry.evaluation.changes.setdefault(SESSION, catalog.session)
        entry.revision += 1
        return after.objects

    def _objects_before(self, file: FileState, index: int) -> Objects:
        first = index
        while first > 0 and (first == len(file.entries) or file.entries[first].checkpoint is None):
            first -= 1
        checkpoint = file.entries[first].checkpoint if first < len(file.entries) else None
        objects = checkpoint if first > 0 and checkpoint is not None else file.before
        for entry in file.entries[first:index]:
            objects = changed(objects, entry.done().changes)
        return objects

    # -- editing -----------------------------------------------------------------------------------------------------

    def edit(self, path: str, start: int, end: int, inserted: str) -> Difference:
        """Replaces the characters start..end of a file; returns how the final schema differs from before."""
        file = self.by_path[path]
        text = file.text[:start] + inserted + file.text[end:]
        self.evaluated, self.passed = {path}, {}
        removed, added = end - start, len(inserted)
        if file.plan is None:
            file.text = text
            return {}
        marks = file.marks
        if marks.sections or marks_may_change(file.text, text, start, end, added):
            file.marks = file.plan.marks(text)
        change = resplit(file.entries, text, self.rules.engine, start, removed, added, file.broken, file.text)
        if file.marks.sections or marks.sections:  # a mark that comes or goes changes what every later statement is
            sources = split_sections(text, self.rules.engine, file.marks.sections)
            change = Resplit(0, len(file.entries), sources)
        sections, file.text = file.marks.skipped, text
        moved = added - removed
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
        return self._replaced(file, first, last, entries, marks.loader)

    def _replaced(self, file: FileState, first: int, last: int, entries: list[Entry], loader: str) -> Difference:
        """Puts statements in the place of others; evaluates all again if the file reaches the server differently."""
        whole = [*file.entries[:first], *entries, *file.entries[last:]]
        before = file.openings
        if len(before) == 1:
            file.openings = opened_sections(file, whole, self.rules.engine)
            if file.openings == before and file.marks.loader == loader:
                return self._replace(file, first, last, entries)
        whole = [fresh(entry) for entry in whole]
        file.openings = opened_sections(file, whole, self.rules.engine)
        position = self.files.index(file)
        objects = self.files[position - 1].after if position else self.base
        file.before = opened(file, objects, self.rules.engine)
        return self._replace(file, 0, len(file.entries), whole)

    def _replace(self, file: FileState, first: int, last: int, entries: list[Entry]) -> Difference:
        objects = self._objects_before(file, first)
        removed = file.entries[first:last]
        old = objects
        for entry in removed:
            old = changed(old, entry.done().changes)
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
        self.evaluated, self.passed = set(), {}
        self.base = patched(self.base, difference)
        return self._propagate(0, difference)

    def _propagate(self, position: int, difference: Difference) -> Difference:
        difference.pop(SESSION, None)
        for file in self.files[position:]:
            if not difference:
                break
            file.before = patched(file.before, difference)
            self._follow(file, 0, difference)
            self._finish(file)
            difference.pop(SESSION, None)
        return difference

    def _follow(self, file: FileState, first: int, difference: Difference) -> None:
        """Evaluates again what depends on the difference, and carries it to the end of the file."""
        evaluator = Evaluator(file.rules or self.rules, file.released, file.place)
        keys = frozenset(difference)
        passed = self.passed.setdefault(file.path, set())
        passed |= keys
        for index in range(first, len(file.entries)):
            entry = file.entries[index]
            if entry.checkpoint is not None:
                entry.checkpoint = patched(entry.checkpoint, difference)
            if not keys or not entry.done().depends_on(keys):
                continue
            before = entry.done().changes
            objects = self._objects_before(file, index)
            self._evaluate_one(evaluator, file, entry, objects)
            self.evaluated.add(file.path)
            follow_changes(difference, objects, before, entry.done().changes)
            keys = frozenset(difference)
            passed |= keys

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
