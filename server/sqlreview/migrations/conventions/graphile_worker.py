"""Graphile Worker's own migrations: `000001.sql` with `:GRAPHILE_WORKER_SCHEMA`; each runs in a transaction."""

from __future__ import annotations

from sqlreview.migrations.conventions.convention import CERTAIN, Convention, Folder, Runs
from sqlreview.migrations.next_migrations import NewFile, NextFiles, closed, joined, next_numbers, split
from sqlreview.migrations.sources import SourceFile
from sqlreview.sql.engines import Engine


def _claims(folder: Folder) -> int:
    return CERTAIN if folder.holds(":GRAPHILE_WORKER_SCHEMA") else 0


def _runs(file: SourceFile, engine: Engine) -> Runs:
    return Runs.WRAPPED


def _next_files(request: NextFiles) -> tuple[NewFile, ...] | None:
    if request.needs_no_transaction:
        return None
    stems = [split(path)[1].removesuffix(".sql") for path in request.existing]
    numbers = [stem for stem in stems if stem.isdecimal()] or ["000000"]
    folder = split(request.newest)[0]
    following = next_numbers(numbers, request.now, len(request.migrations))
    return tuple(
        NewFile(joined(folder, f"{number}.sql"), closed(migration.up))
        for migration, number in zip(request.migrations, following, strict=True)
    )


CONVENTION = Convention(
    id="graphile-worker", title="Graphile Worker", claims=_claims, runs=_runs, next_files=_next_files
)
