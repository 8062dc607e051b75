"""Fixes that take work out of a migration and leave it to later ones: whether they may, and what they remove."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from sqlreview import operations as o
from sqlreview.entries import Entry, FileState
from sqlreview.findings import Fix
from sqlreview.follow_ups import Change, Migrations, PlacedEdit, new_files
from sqlreview.migrations.clock import present
from sqlreview.migrations.conventions import convention_of
from sqlreview.migrations.conventions.convention import Runs
from sqlreview.migrations.next_migrations import has_body
from sqlreview.migrations.opting_out import opting_out
from sqlreview.migrations.plan import opening_of, openings_of, split_sections
from sqlreview.patterns import regex
from sqlreview.review import PlacedFinding
from sqlreview.text import Edit, Span, apply_edits
from sqlreview.undone import removal_of, with_undoing, without_undoing

_WORD = regex(r"\w++")
_NEUTRAL = (
    *(o.CreateIndex, o.DropIndex, o.Comment, o.Analyze, o.SetSetting, o.SetColumnDefault, o.DropColumnDefault),
    *(o.AddPrimaryKey, o.AddUnique, o.AddCheck, o.AddNotNull, o.SetNotNull, o.ValidateConstraint),
)
"""What cares for no index or constraint that it does not name."""
_TOLERANT = (*_NEUTRAL, o.AddColumn, o.AddForeignKey, o.WriteRows, o.CreateView)
"""What cares for no index or constraint that it does not name and that is not unique."""
_UNREFERENCED = (o.AddForeignKey, o.AddCheck, o.AddNotNull, o.SetNotNull, o.ValidateConstraint)
"""What makes nothing that a foreign key or ON CONFLICT may refer to."""
_TOGETHER = (Runs.MESSAGE, Runs.LIKELY_MESSAGE, Runs.AUTOMATIC)
_SETTING_THE_STAGE = (o.SetSetting, o.Begin, o.Commit, o.Rollback)

_TOLD = ("sqlreview: ignore-", "migrate", "changeset", "rollback", "no-transaction", "atlas:", "name:", "disable-")
"""Beginnings of comments that are more than remarks on the next statement."""

Mentions = dict[str, tuple[int, int, int]]
"""For every word of a file the last statement that mentions it, and that is not tolerant, and that is not neutral."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the changes of a file depend on beside it."""

    migrations: Migrations | None
    """None where nothing is known of the tool."""
    later: tuple[FileState, ...] = ()
    """The files after it."""
    undoing: tuple[FileState, ...] = ()
    """The files that undo it."""
    is_new: bool = True
    """Whether the migration may still be written differently."""


def change_of(placed: PlacedFinding, fix: Fix, surroundings: Surroundings) -> Change | None:
    """Everything a fix does; None where it cannot be applied, because the tool or later statements stand in its way."""
    plan = placed.file.plan
    if plan is not None and plan.convention.splits_bodies and any(has_body(edit.text) for edit in fix.edits):
        return None
    if fix.undo is None:
        return _change_of(placed, fix, surroundings)
    undone = with_undoing(fix.undo, placed.file, surroundings.undoing)
    change = _change_of(placed, fix, surroundings) if undone is not None else None
    return replace(change, edits=(*change.edits, *undone)) if change and undone else change


def _change_of(placed: PlacedFinding, fix: Fix, surroundings: Surroundings) -> Change | None:
    path, migrations = placed.file.path, surroundings.migrations
    edits = tuple(PlacedEdit(path, edit.shifted(placed.entry.start)) for edit in fix.edits)
    if fix.unwraps:
        return _unwrapped(placed, fix, surroundings, edits)
    if not fix.migrations:
        return None if _gathers(placed.file, edits, fix.apart) else Change(path, fix, edits)
    if migrations is None or (edits and not _may_move(placed, fix, surroundings)):
        return None
    if (fix.applied and surroundings.is_new) or (fix.until is not None and present() >= fix.until):
        return None
    removes = fix.edits == (Edit.delete(Span(0, len(placed.entry.statement.text))),)
    if removes:
        moved = _moved(placed, fix, surroundings, migrations)
        if moved is None:
            return None
        fix, edits = moved
    files = new_files(fix.migrations, migrations)
    return None if files is None else Change(path, fix, edits, files, removes)


def _gathers(file: FileState, edits: tuple[PlacedEdit, ...], apart: bool) -> bool:
    """Whether edits gather in one transaction, because the tool sends one message, what cannot be there together."""
    if file.plan is None or not any(";" in item.edit.text for item in edits):
        return False
    runs = {file.marks.runs, *(section.runs for section in file.marks.sections)}
    if runs.isdisjoint(_TOGETHER) or all(opening.wrapped for _, opening in file.openings):
        return False
    text = apply_edits(file.text, [item.edit for item in edits])
    marks, engine = file.plan.marks(text), file.plan.engine
    sources = [(source.start, source.text) for source in split_sections(text, engine, marks.sections)]
    after = openings_of(marks, engine, sources)
    if sum(opening.wrapped for _, opening in after) <= sum(opening.wrapped for _, opening in file.openings):
        return False
    return apart or not opening_of(Runs.LIKELY_WRAPPED, engine, [sql for _, sql in sources]).wrapped


def _may_move(placed: PlacedFinding, fix: Fix, surroundings: Surroundings) -> bool:
    """Whether the migration may be written differently, and nothing after the statement needs what is put off."""
    following = _following(placed.file, placed.entry, surroundings.later)
    return surroundings.is_new and not any(
        _is_needed(fix, placed.entry, mentions, after) for mentions, after in following
    )


def _moved(
    placed: PlacedFinding, fix: Fix, surroundings: Surroundings, migrations: Migrations
) -> tuple[Fix, tuple[PlacedEdit, ...]] | None:
    """A fix that takes out a whole statement, with the comment above it and what undoes it elsewhere."""
    file, entry = placed.file, placed.entry
    edit = removal_of(file, entry) if _has_company(file, entry) else None
    undone = without_undoing(_moved_names(fix), file, surroundings.undoing)
    if edit is None or undone is None or any(_is_rolled_back(file.text, name) for name in _moved_names(fix)):
        return None
    comment = _comment_above(file.text, edit.span.start, convention_of(migrations.convention).marks)
    if comment.of(file.text):
        first, *others = fix.migrations
        fix = replace(fix, migrations=(replace(first, up=f"{comment.of(file.text)}{first.up}"), *others))
    return fix, (PlacedEdit(file.path, Edit.delete(Span(comment.start, edit.span.end))), *undone)


def _moved_names(fix: Fix) -> set[str]:
    """What no longer is the migration's; a constraint that is only validated later stays where it is."""
    return {step.name for step in fix.migrations if step.verb != "validate"}


def _is_rolled_back(text: str, name: str) -> bool:
    """Whether a rollback of Liquibase, which stands in comments, undoes the work."""
    lines = (line for line in text.split("\n") if line.lstrip().lower().startswith(("--rollback", "-- rollback")))
    return "rollback" in text and any(name in line for line in lines)


def _comment_above(text: str, end: int, marks: tuple[str, ...]) -> Span:
    """The lines of comment directly above a line, without those that speak to a tool."""
    start = end
    while start and text[start - 1] == "\n":
        line = text.rfind("\n", 0, start - 1) + 1
        words = text[line:start].strip().lower()
        is_plain = words.startswith("-- ") and words[3:4].isalnum() and not words[2:].lstrip().startswith(_TOLD)
        if not is_plain or any(mark in words for mark in marks):
            break
        start = line
    return Span(start, end)


def _unwrapped(
    placed: PlacedFinding, fix: Fix, surroundings: Surroundings, edits: tuple[PlacedEdit, ...]
) -> Change | None:
    """Takes the transaction from around a file of one statement and settings, where its tool can be told so."""
    file, migrations = placed.file, surroundings.migrations
    if migrations is None or file.plan is None or not surroundings.is_new:
        return None
    if not all(other is placed.entry or other.down or _is_setting(other) for other in file.entries):
        return None
    source = replace(file.plan.source, text=file.text)
    marks = opting_out(migrations.convention, source)
    if marks is None:
        return None
    everything = (*(PlacedEdit(file.path, edit) for edit in marks[0]), *edits)
    text = apply_edits(file.text, [item.edit for item in everything])
    beside = tuple((created.path.rpartition("/")[2], created.text) for created in marks[1])
    plan = replace(file.plan, source=replace(source, beside=(*source.beside, *beside)))
    told, engine = plan.marks(text), plan.engine
    sources = [(source.start, source.text) for source in split_sections(text, engine, told.sections)]
    is_wrapped = any(opening.wrapped for _, opening in openings_of(told, engine, sources))
    return None if is_wrapped else Change(file.path, fix, everything, marks[1])


def _is_setting(entry: Entry) -> bool:
    """Whether a statement sets something that also holds outside of a transaction."""
    operations = entry.statement.operations
    return bool(operations) and all(isinstance(item, o.SetSetting) and not item.local for item in operations)


def _has_company(file: FileState, entry: Entry) -> bool:
    """Whether the migration does something else as well; some tools refuse an empty one."""
    return any(other is not entry and does_work(other, entry.section) for other in file.entries)


def does_work(entry: Entry, section: int) -> bool:
    """Whether a statement of a section is one that a migration is written for."""
    operations = entry.statement.operations
    return (
        entry.section == section
        and not entry.down
        and not (operations and all(isinstance(item, _SETTING_THE_STAGE) for item in operations))
    )


def _following(file: FileState, entry: Entry, later: Iterable[FileState]) -> Iterator[tuple[Mentions, int]]:
    yield _mentions(file, file.text), bisect_left(file.entries, entry.start, key=lambda other: other.start)
    for other in later:
        yield _mentions(other, other.text), -1


def _is_needed(fix: Fix, entry: Entry, mentions: Mentions, after: int) -> bool:
    """Whether a statement after a position names what the fix puts off, or may depend on it by its table.

    Where the fix leaves something else in the place of the statement, or puts off the change of rows, that is every
    statement about the table.
    """
    is_about_rows = any(step.verb == "fill" for step in fix.migrations)
    if fix.undo is not None or is_about_rows:
        return any(_last(mentions, table)[0] > after for table in _tables(entry))
    unique = not all(
        isinstance(item, _UNREFERENCED) or (isinstance(item, o.CreateIndex) and not item.unique)
        for item in entry.statement.operations
    )
    named = (_last(mentions, step.name)[0] > after for step in fix.migrations)
    used = (_last(mentions, table)[2 if unique else 1] > after for table in _tables(entry))
    return any(named) or any(used)


def _last(mentions: Mentions, name: str) -> tuple[int, int, int]:
    """The last statements that mention a name, or words that make it up."""
    words = [mentions.get(word, (-1, -1, -1)) for word in _WORD.findall(name.lower())]
    return min(words, default=(-1, -1, -1))


def _tables(entry: Entry) -> set[str]:
    changed = {key[2] for key in entry.done().changes if key[0] == "relation"}
    named = (getattr(item, "table", None) for item in entry.statement.operations)
    return changed | {name.text for name in named if isinstance(name, o.Name)}


@lru_cache(maxsize=64)
def _mentions(file: FileState, text: str) -> Mentions:
    """`text` is the file's, as a part of the key."""
    found: Mentions = {}
    for position, entry in enumerate(file.entries):
        if entry.down:
            continue
        intolerant = -1 if _are(entry, _TOLERANT) else position
        partial = -1 if _are(entry, _NEUTRAL) else position
        for word in set(_WORD.findall(entry.statement.text.lower())):
            _, other, third = found.get(word, (-1, -1, -1))
            found[word] = (position, max(other, intolerant), max(third, partial))
    return found


def _are(entry: Entry, kinds: tuple[type[o.Operation], ...]) -> bool:
    statement = entry.statement
    known = bool(statement.operations) or bool(statement.queries)
    return known and statement.problem is None and all(_is(item, kinds) for item in statement.operations)


def _is(operation: o.Operation, kinds: tuple[type[o.Operation], ...]) -> bool:
    is_plain_column = isinstance(operation, o.AddColumn) and not operation.column.foreign_keys
    return is_plain_column or isinstance(operation, kinds)
