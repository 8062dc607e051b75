"""The files of migrations yet to be written, by the naming and the marks of the tool that will run them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlreview.migrations.conventions import convention_of
from sqlreview.migrations.next_migrations import NewFile, NextFiles, NextMigration

__all__ = ["NewFile", "NextMigration", "new_migration_files"]


def new_migration_files(
    convention_id: str,
    existing: Sequence[str],
    migrations: Sequence[NextMigration],
    now: datetime,
    texts: Mapping[str, str],
) -> tuple[NewFile, ...] | None:
    """The files that hold the migrations; None where the tool cannot run one or its names are unknown.

    `existing` are the paths of the group in order, down files included; none of them is returned.
    """
    if not existing or not migrations:
        return None
    files = convention_of(convention_id).next_files(NextFiles(tuple(existing), tuple(migrations), now, texts))
    taken = {path.lower() for path in existing}
    return None if files is None or any(file.path.lower() in taken for file in files) else files
