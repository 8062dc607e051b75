"""River's own migrations: `001_create.up.sql` with `/* TEMPLATE: schema */` for the schema, each in a transaction."""

from __future__ import annotations

from sqlreview.migrations.conventions.convention import CERTAIN, Convention, Folder, Runs
from sqlreview.migrations.conventions.pairs import paired_files
from sqlreview.migrations.conventions.problems import lonely_downs
from sqlreview.migrations.next_migrations import NewFile, NextFiles
from sqlreview.migrations.sources import SourceFile
from sqlreview.sql.engines import Engine


def _claims(folder: Folder) -> int:
    return CERTAIN if folder.holds("/* TEMPLATE: schema */") else 0


def _runs(file: SourceFile, engine: Engine) -> Runs:
    return Runs.WRAPPED


def _next_files(request: NextFiles) -> tuple[NewFile, ...] | None:
    return None if request.needs_no_transaction else paired_files(request, one_message=False)


CONVENTION = Convention(
    id="river",
    title="River",
    claims=_claims,
    runs=_runs,
    problems=lambda folder: lonely_downs(folder, "River"),
    next_files=_next_files,
)
