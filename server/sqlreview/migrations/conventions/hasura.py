"""Hasura: `migrations/<database>/1620000000000_users/up.sql` and `down.sql`, numbered by milliseconds.

The server runs each file in a transaction, and nothing switches it off.
"""

from __future__ import annotations

from sqlreview.migrations.conventions.convention import CERTAIN, Convention, Folder, Runs
from sqlreview.migrations.conventions.pairs import next_folders
from sqlreview.migrations.conventions.problems import lonely_downs
from sqlreview.migrations.next_migrations import NewFile, NextFiles, closed
from sqlreview.migrations.sources import SourceFile
from sqlreview.sql.engines import Engine

_NAME = r"(?:.*/)?\d{13}_[^/]+/(?:up|down)\.sql"


def _claims(folder: Folder) -> int:
    if not any(file.name in ("up.sql", "down.sql") for file in folder.files):
        return 0
    return CERTAIN if folder.share(_NAME) > 0.5 else 0


def _runs(file: SourceFile, engine: Engine) -> Runs:
    return Runs.LIKELY_WRAPPED


def _next_files(request: NextFiles) -> tuple[NewFile, ...] | None:
    if request.needs_no_transaction:
        return None
    files: list[NewFile] = []
    for migration, folder in next_folders(request):
        files.append(NewFile(f"{folder}/up.sql", closed(migration.up)))
        if migration.down is not None:
            files.append(NewFile(f"{folder}/down.sql", closed(migration.down)))
    return tuple(files)


CONVENTION = Convention(
    id="hasura",
    title="Hasura",
    claims=_claims,
    runs=_runs,
    problems=lambda folder: lonely_downs(folder, "Hasura"),
    next_files=_next_files,
)
