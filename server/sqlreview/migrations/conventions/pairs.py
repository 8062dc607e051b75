"""Pairs of files that several tools use: `1_users.up.sql` and `1_users.down.sql`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlreview.migrations.conventions.convention import Folder
from sqlreview.migrations.next_migrations import (
    NewFile,
    NextFiles,
    NextMigration,
    closed,
    joined,
    next_numbers,
    numbered,
    numbered_files,
    split,
)
from sqlreview.sql.engines import engine_of
from sqlreview.sql.statements import split_statements

_SIDES = (".up.sql", ".down.sql")
_POSTGRES = engine_of("postgres")
"""The engine whose migrations may have to run outside of a transaction."""


def paired_share(folder: Folder) -> float:
    """Which part of the files is one of a pair."""
    return sum(file.name.lower().endswith(_SIDES) for file in folder.files) / max(1, len(folder.files))


def is_single(sql: str) -> bool:
    """Whether SQL that we wrote is one statement."""
    return len(split_statements(sql, _POSTGRES)) < 2


def may_run_alone(request: NextFiles) -> bool:
    """Whether a tool that sends a file as one message can run what must not be in a transaction."""
    return all(
        migration.in_transaction or (is_single(migration.up) and is_single(migration.down or ""))
        for migration in request.migrations
    )


def paired_files(
    request: NextFiles,
    *,
    one_message: bool,
    head: Callable[[NextMigration], str] = lambda migration: "",
    infix: Callable[[NextMigration], str] = lambda migration: "",
) -> tuple[NewFile, ...] | None:
    """The files of both directions; down files only where the folder has some."""
    if one_message and not may_run_alone(request):
        return None
    has_down = any(path.lower().endswith(".down.sql") for path in request.existing)
    files: list[NewFile] = []
    for migration, stem in numbered_files(request):
        middle = infix(migration)
        files.append(NewFile(f"{stem}{middle}.up.sql", head(migration) + closed(migration.up)))
        if has_down and migration.down is not None:
            files.append(NewFile(f"{stem}{middle}.down.sql", head(migration) + closed(migration.down)))
    return tuple(files)


def next_folders(request: NextFiles) -> Iterator[tuple[NextMigration, str]]:
    """Each migration with its own folder, for tools that give one to every migration."""
    parent = split(split(request.newest)[0])[0]
    names = [split(split(path)[0])[1] for path in request.existing]
    parsed = [found for name in names if (found := numbered(name)) is not None]
    numbers = [item.number for item in parsed] or ["20000101000000"]
    gap = parsed[-1].gap if parsed and parsed[-1].gap in "_-" else "_"
    following = next_numbers(numbers, request.now, len(request.migrations))
    for migration, number in zip(request.migrations, following, strict=True):
        title = migration.title.replace("_", "-") if gap == "-" else migration.title
        yield migration, joined(parent, f"{number}{gap}{title}")
