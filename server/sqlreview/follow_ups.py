"""What a fix does to the files of a project: edits where they belong, and migrations to come as new files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlreview.findings import Fix, FollowUp
from sqlreview.migrations.clock import present
from sqlreview.migrations.conventions import convention_of
from sqlreview.migrations.conventions.convention import Runs
from sqlreview.migrations.next_files import NewFile, NextMigration, new_migration_files
from sqlreview.migrations.plan import Plan, openings_of, split_sections
from sqlreview.migrations.project import SUFFIXES, is_down
from sqlreview.migrations.sources import SourceFile
from sqlreview.migrations.undoing import undoes
from sqlreview.patterns import regex
from sqlreview.sql.engines import Engine
from sqlreview.text import Edit

_NO_WORD = regex(r"[^a-z0-9]++")
_LINE_END = regex(r"\r?+\n")
_LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class Migrations:
    """The files of one schema as the migration tool sees them."""

    convention: str
    """The tool's id."""
    paths: tuple[str, ...]
    """All files in order, those that undo migrations included."""
    texts: Mapping[str, str]
    engine: Engine
    assumed: bool | None = None
    """What the configuration says of the transaction around files."""

    def undoing(self, path: str) -> tuple[str, ...]:
        """The files that undo the migration of a file."""
        return tuple(other for other in self.paths if undoes(other, path))


@dataclass(frozen=True, slots=True)
class PlacedEdit:
    """A change of a file, counted from its beginning."""

    path: str
    edit: Edit


@dataclass(frozen=True, slots=True)
class Change:
    """Everything that applying a fix does."""

    path: str
    """The file the finding stands in."""
    fix: Fix
    edits: tuple[PlacedEdit, ...]
    files: tuple[NewFile, ...] = ()
    removes: bool = False
    """Whether a whole statement leaves the file."""


def new_files(steps: Iterable[FollowUp], migrations: Migrations) -> tuple[NewFile, ...] | None:
    """The files of the next migrations, each step once; None where the tool cannot run them or no name is known."""
    unique = tuple(dict.fromkeys(steps))
    begins = any(step.atomic for step in unique) and not _opens_transactions(migrations)
    following = [_next_migration(step, begins) for step in unique]
    files = _written(following, migrations)
    if files is None or _overwrite(files, migrations.paths):
        return None
    newest = next((migrations.texts[path] for path in reversed(migrations.paths) if path in migrations.texts), "")
    if "\r\n" in newest:
        files = tuple(NewFile(file.path, _LINE_END.sub("\r\n", file.text)) for file in files)
    is_refused = any(not step.in_transaction for step in following) and any(_wraps(files, migrations))
    return None if is_refused else files


def _written(following: Sequence[NextMigration], migrations: Migrations) -> tuple[NewFile, ...] | None:
    return new_migration_files(migrations.convention, migrations.paths, following, present(), migrations.texts)


def _next_migration(step: FollowUp, begins: bool) -> NextMigration:
    """A step as the tool is to run it; one whose statements belong together `begins` a transaction of its own."""
    up, down = step.up, step.down
    if begins and step.atomic:
        up = f"BEGIN;\n{up}\nCOMMIT;"
        down = f"BEGIN;\n{down}\nCOMMIT;" if down else down
    return NextMigration(title_of(step), up, down, step.in_transaction)


def _opens_transactions(migrations: Migrations) -> bool:
    """Whether the tool runs the statements of a file in one transaction."""
    probe = NextMigration("probe", "SELECT 1;\nSELECT 2;", "SELECT 3;")
    tool = convention_of(migrations.convention)
    for source in sources_of(_written([probe], migrations) or ()):
        if source.down:
            continue
        marks = Plan(tool, source, migrations.engine, migrations.assumed).marks(source.text)
        sections = split_sections(source.text, migrations.engine, marks.sections)
        texts = [(item.start, item.text) for item in sections]
        return openings_of(marks, migrations.engine, texts)[0][1].wrapped
    return False


def sources_of(files: Sequence[NewFile]) -> Iterator[SourceFile]:
    """New SQL files as they will be read, each with what the tool keeps beside it."""
    for file in files:
        if file.path.endswith(SUFFIXES):
            folder = f"{file.path.rpartition('/')[0]}/".lstrip("/")
            beside = tuple(
                (other.path.removeprefix(folder), other.text)
                for other in files
                if other.path.startswith(folder) and not other.path.endswith(SUFFIXES)
            )
            yield SourceFile(file.path, file.text, is_down(file.path), beside=beside)


def _wraps(files: Sequence[NewFile], migrations: Migrations) -> Iterator[bool]:
    """Whether the tool would run each file in a transaction, because the configuration says that it always does."""
    tool = convention_of(migrations.convention)
    for source in sources_of(files) if migrations.assumed else ():
        marks = Plan(tool, source, migrations.engine, migrations.assumed).marks(source.text)
        yield Runs.WRAPPED in (marks.runs, *(section.runs for section in marks.sections))


def title_of(step: FollowUp) -> str:
    """What a migration is called: `create_orders_user_id_idx`."""
    words = _NO_WORD.sub("_", f"{step.verb}_{step.name}".lower()).strip("_")
    return words[:_LONGEST_TITLE].rstrip("_")


def _overwrite(files: Sequence[NewFile], paths: Sequence[str]) -> bool:
    names = [file.path for file in files]
    return len(set(names)) < len(names) or not set(names).isdisjoint(paths)
