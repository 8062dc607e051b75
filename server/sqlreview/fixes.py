"""Applies fixes in rounds until nothing is left to fix."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from sqlreview.config import Config
from sqlreview.findings import FixKind, FollowUp
from sqlreview.follow_ups import Change, sources_of, title_of
from sqlreview.migrations.next_files import NewFile
from sqlreview.migrations.project import SourceFile, natural_key
from sqlreview.moves import does_work
from sqlreview.project import Project
from sqlreview.review import PlacedFinding, Review
from sqlreview.ruleset import RuleSet
from sqlreview.text import Edit, apply_edits

_MOST_ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Fixed:
    """The files after fixing, new ones included, and how many fixes were applied."""

    files: list[SourceFile]
    applied: int
    created: tuple[NewFile, ...] = ()
    """The files that did not exist, SQL and what the migration tool wants beside it."""

    @property
    def texts(self) -> dict[str, str]:
        """The texts of the files by path."""
        return {file.path: file.text for file in self.files}


def fix_files(
    files: Sequence[SourceFile],
    config: Config,
    *,
    unsafe: bool = False,
    guidance: bool = False,
    partial: Collection[str] = (),
    rules: RuleSet | None = None,
) -> Fixed:
    """Fixes all files; fixes that overlap are applied one round after the other.

    Without `unsafe` only safe fixes are applied, and guidance only where it is asked for (to show it in examples).
    No migration follows `partial` files, of whose neighbours some are not reviewed. Fixing the result again changes
    nothing.
    """
    kinds: tuple[FixKind, ...] = (FixKind.SAFE, *([FixKind.UNSAFE] * unsafe), *([FixKind.GUIDANCE] * guidance))
    project = Project(files, config, rules=rules)
    applied = 0
    created: list[NewFile] = []
    done: set[FollowUp] = set()
    for _ in range(_MOST_ROUNDS):
        paths = [file.path for _, file in project.files()]
        open_to_more = [path for path in paths if path not in partial]
        chosen = list(chosen_changes(project, paths, kinds, open_to_more, done))
        if not chosen:
            break
        applied += len(chosen)
        done.update(step for change in chosen for step in change.fix.migrations)
        fresh = _new_files(project, chosen)
        created += fresh
        files = sorted((*_edited(files, chosen), *sources_of(fresh)), key=lambda file: natural_key(file.path))
        project = Project(files, config, rules=rules)
        project.fresh = frozenset(file.path for file in created)
    return Fixed(list(files), applied, tuple(created))


def chosen_changes(
    project: Project,
    paths: Iterable[str],
    kinds: tuple[FixKind, ...],
    open_to_more: Collection[str] = (),
    done: Iterable[FollowUp] = (),
) -> Iterator[Change]:
    """What can be done in one round to fix the findings of some files: no two changes get in each other's way.

    Migrations may follow files that are `open_to_more`; none of those that are `done` is written again.
    """
    choice = _Choice(project, kinds, frozenset(open_to_more), frozenset(done))
    for path in paths:
        for placed in project.findings_of(path):
            change = choice.of(placed)
            if change is not None and choice.takes(change, placed):
                yield change


@dataclass(slots=True)
class _Choice:
    """The changes chosen so far in a round."""

    project: Project
    kinds: tuple[FixKind, ...]
    open_to_more: frozenset[str]
    done: frozenset[FollowUp]
    taken: dict[str, list[Edit]] = field(default_factory=dict)
    titles: dict[str, FollowUp] = field(default_factory=dict)
    remaining: dict[tuple[str, int], int] = field(default_factory=dict)
    """How many working statements moves leave in a section of a file."""
    unwrapped: set[str] = field(default_factory=set)
    """Files that lose their transaction, which other fixes took for granted."""

    def of(self, placed: PlacedFinding) -> Change | None:
        """What the first fix that may be applied without asking does."""
        for change in self.project.changes_of(placed):
            may_create = change.path in self.open_to_more and self.done.isdisjoint(change.fix.migrations)
            does_something = change.edits or change.files
            if change.fix.kind in self.kinds and does_something and (may_create or not change.files):
                return change
        return None

    def takes(self, change: Change, placed: PlacedFinding) -> bool:
        """Whether a change goes together with those before it; if so it is one of them."""
        text = placed.file.text
        if change.path in self.unwrapped or (change.fix.unwraps and change.path in self.taken):
            return False
        for item in change.edits:
            is_there = item.path == change.path and _is_there(item.edit, text)
            if is_there or any(_overlap(item.edit, other) for other in self.taken.get(item.path, ())):
                return False
        steps = {title_of(step): step for step in change.fix.migrations}
        if any(self.titles.get(title, step) != step for title, step in steps.items()):
            return False
        if change.removes and not self._may_shrink(placed):
            return False
        if change.fix.unwraps:
            self.unwrapped.add(change.path)
        self.titles |= steps
        for item in change.edits:
            self.taken.setdefault(item.path, []).append(item.edit)
        return True

    def _may_shrink(self, placed: PlacedFinding) -> bool:
        """Whether moves leave a statement in the file; some tools refuse an empty one."""
        section = placed.entry.section
        key = (placed.file.path, section)
        left = self.remaining.get(key)
        if left is None:
            left = sum(does_work(entry, section) for entry in placed.file.entries)
        self.remaining[key] = left - 1 if left > 1 else left
        return left > 1


def _new_files(project: Project, chosen: Sequence[Change]) -> tuple[NewFile, ...]:
    """The files of all migrations the changes want, numbered one after the other in each schema."""
    steps: dict[Review, list[FollowUp]] = {}
    places: dict[Review, str] = {}
    for change in chosen:
        review = project.by_path[change.path]
        places[review] = change.path
        steps.setdefault(review, []).extend(change.fix.migrations)
    found = (project.new_files(places[review], wanted) for review, wanted in steps.items() if wanted)
    beside = (change.files for change in chosen if change.fix.unwraps)
    return tuple(file for files in (*found, *beside) for file in files or ())


def _edited(files: Iterable[SourceFile], chosen: Iterable[Change]) -> list[SourceFile]:
    """The files after the changes, each with what these put beside it."""
    edits: dict[str, list[Edit]] = {}
    beside: dict[str, list[tuple[str, str]]] = {}
    for change in chosen:
        for placed in change.edits:
            edits.setdefault(placed.path, []).append(placed.edit)
        if change.fix.unwraps:
            beside[change.path] = [(file.path.rpartition("/")[2], file.text) for file in change.files]
    return [
        replace(
            file,
            text=apply_edits(file.text, edits.get(file.path, ())),
            beside=(*file.beside, *beside.get(file.path, ())),
        )
        for file in files
    ]


def _is_there(edit: Edit, text: str) -> bool:
    """Whether the lines an edit inserts stand there already, so that they evidently do not help."""
    start, end = edit.span.start, edit.span.end
    is_insertion = start == end and "\n" in edit.text
    return is_insertion and (text.startswith(edit.text, start) or text.endswith(edit.text, 0, start))


def _overlap(left: Edit, right: Edit) -> bool:
    if left.span == right.span:
        return True
    return left.span.start < right.span.end and right.span.start < left.span.end
