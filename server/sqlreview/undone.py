"""What becomes of down sections and files when a fix moves or replaces what their statements undo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from sqlreview import operations as o
from sqlreview.entries import Entry, FileState
from sqlreview.findings import Undo
from sqlreview.follow_ups import PlacedEdit
from sqlreview.patterns import regex
from sqlreview.reading import read_statement
from sqlreview.text import Edit, Span

_WORD = regex(r"\w++")
_ROLLBACK = regex(r"(?im)^[ \t]*+--[ \t]*+rollback[ \t]++([^;\r\n]++)")


def without_undoing(names: set[str], file: FileState, undoing: Iterable[FileState]) -> list[PlacedEdit] | None:
    """The edits that take the undoing of moved work out of down sections and files; None where it is entangled."""
    edits: list[PlacedEdit] = []
    for other in (file, *undoing):
        moved = [other.entries[index] for index in _undoing_statements(other, names, other is not file)]
        for entry in moved:
            edit = removal_of(other, entry) if _is_undoing(entry, names) else None
            if edit is None:
                return None
            if other is not file and len(moved) == len(other.entries):  # Diesel refuses a file without SQL
                edit = Edit(edit.span, "-- The migration that makes the change undoes it.\nSELECT 1;\n")
            edits.append(PlacedEdit(other.path, edit))
    return edits


def removal_of(file: FileState, entry: Entry) -> Edit | None:
    """Removes a statement with its terminator, and its lines when nothing else stands on them."""
    text, start, end = file.text, entry.start, entry.end
    if entry.terminated:
        end = _past_blanks(text, end, " \t\r\n")
        if text[end : end + 1] != ";":
            return None
        end += 1
    line_start = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    line_end = _past_blanks(text, end, " \t\r")
    is_last = line_end == len(text)
    if not text[line_start:start].strip() and (is_last or text[line_end] == "\n"):
        return Edit.delete(Span(line_start, line_end + (not is_last)))
    return Edit.delete(Span(start, end))


def _past_blanks(text: str, offset: int, blanks: str) -> int:
    while offset < len(text) and text[offset] in blanks:
        offset += 1
    return offset


def _undoing_statements(file: FileState, names: Iterable[str], whole: bool) -> list[int]:
    known = _words_of_down(file, file.text, whole)
    found: set[int] = set()
    for name in names:
        places = [known.get(word, frozenset()) for word in _WORD.findall(name.lower())]
        found |= frozenset.intersection(*places) if places else frozenset()
    return sorted(found)


@lru_cache(maxsize=64)
def _words_of_down(file: FileState, text: str, whole: bool) -> dict[str, frozenset[int]]:
    """For every word of statements that undo the migration, which of them have it; `text` is a part of the key."""
    found: dict[str, list[int]] = {}
    for position, entry in enumerate(file.entries):
        if entry.down or whole:
            for word in set(_WORD.findall(entry.statement.text.lower())):
                found.setdefault(word, []).append(position)
    return {word: frozenset(positions) for word, positions in found.items()}


def _is_undoing(entry: Entry, names: set[str]) -> bool:
    match entry.statement.operations:
        case (o.DropIndex(index=name),) | (o.CreateIndex(name=o.Name() as name),) | (o.DropConstraint(name=name),):
            return name.text in names
        case (o.AttachPartition(partition=name),):
            return name.text in names
    return False


@dataclass(frozen=True, slots=True)
class _Piece:
    """A statement that undoes something, wherever it stands."""

    path: str
    start: int
    text: str
    operations: tuple[o.Operation, ...]
    lead: str = ""
    """What begins a line of it."""


def with_undoing(undo: Undo, file: FileState, undoing: Iterable[FileState]) -> list[PlacedEdit] | None:
    """The edits that make down sections undo what took an operation's place; None where they do something else."""
    edits: list[PlacedEdit] = []
    is_undone = False
    for piece in _pieces(file, undoing):
        is_undone = True
        inverse = next((item for item in piece.operations if _is_inverse(item, undo.operation)), None)
        if inverse is not None:
            edits.append(PlacedEdit(piece.path, _replaced(undo, piece, inverse)))
        elif _is_about(piece.text, undo.operation):
            return None
    return None if is_undone and not edits else edits


def _pieces(file: FileState, undoing: Iterable[FileState]) -> Iterator[_Piece]:
    for other in (file, *undoing):
        for entry in other.entries:
            if entry.down or other is not file:
                yield _Piece(other.path, entry.start, entry.statement.text, entry.statement.operations)
    if file.plan is not None and "rollback" in file.text:
        for line in _ROLLBACK.finditer(file.text):  # of Liquibase, which keeps it in comments
            operations = read_statement(line[1], file.plan.engine).operations
            yield _Piece(file.path, line.start(1), line[1], operations, "--rollback ")


def _replaced(undo: Undo, piece: _Piece, inverse: o.Operation) -> Edit:
    if undo.before:
        return Edit.insert(piece.start, f"{undo.text};\n{piece.lead}")
    if undo.whole:
        return Edit.replace(Span(piece.start, piece.start + len(piece.text)), undo.text)
    return Edit.replace(inverse.span.shifted(piece.start), undo.text)


def _is_about(text: str, operation: o.Operation) -> bool:
    """Whether a statement names everything that an operation names."""
    parts = (getattr(operation, part, None) for part in ("table", "column", "partition"))
    names = [name.text for name in parts if isinstance(name, o.Name | o.Identifier)]
    words = set(_WORD.findall(text.lower()))
    return all(words.issuperset(_WORD.findall(name.lower())) for name in names)


def _is_inverse(found: o.Operation, done: o.Operation) -> bool:
    match done, found:
        case o.RenameColumn(), o.RenameColumn():
            back = (found.new_name.text, found.column.text) == (done.column.text, done.new_name.text)
            return back and found.table.text == done.table.text
        case o.RenameTable(), o.RenameTable():
            return (found.new_name.text, found.table.text) == (done.table.text, done.new_name.text)
        case o.SetColumnType(), o.SetColumnType():
            return (found.table.text, found.column.text) == (done.table.text, done.column.text)
        case o.AttachPartition(), o.DetachPartition():
            return (found.table.text, found.partition.text) == (done.table.text, done.partition.text)
        case o.DetachPartition(), o.AttachPartition():
            return (found.table.text, found.partition.text) == (done.table.text, done.partition.text)
        case o.AddColumn(), o.DropColumn():
            return (found.table.text, found.column.text) == (done.table.text, done.column.name.text)
        case o.CreateTable(), o.DropTable():
            return found.table.text == done.table.text
        case o.CreateIndex(name=o.Name() as name), o.DropIndex():
            return found.index.text == name.text
    return False
