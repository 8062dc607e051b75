"""Supabase: `supabase/migrations/20240131120000_users.sql`.

The client sends the statements of a file in one batch, which is one implicit transaction; since version 2.109 it runs
statements that cannot be in one (CREATE INDEX CONCURRENTLY, VACUUM ...) by themselves.
"""

from __future__ import annotations

from sqlreview.migrations.conventions.convention import CERTAIN, Convention, Folder, Runs
from sqlreview.migrations.conventions.pairs import may_run_alone
from sqlreview.migrations.conventions.problems import duplicates
from sqlreview.migrations.next_migrations import NewFile, NextFiles, closed, numbered_files
from sqlreview.migrations.sources import SourceFile
from sqlreview.sql.engines import Engine


def _claims(folder: Folder) -> int:
    if folder.parts[-2:] != ("supabase", "migrations"):
        return 0
    return CERTAIN if sum(name[:1].isdigit() for name in folder.names) * 2 > len(folder.names) else 0


def _runs(file: SourceFile, engine: Engine) -> Runs:
    return Runs.AUTOMATIC


def _next_files(request: NextFiles) -> tuple[NewFile, ...] | None:
    if not may_run_alone(request):
        return None
    return tuple(NewFile(f"{stem}.sql", closed(migration.up)) for migration, stem in numbered_files(request))


CONVENTION = Convention(
    id="supabase",
    title="Supabase",
    claims=_claims,
    runs=_runs,
    problems=lambda folder: duplicates(folder, "Supabase", "refuses two migrations of one number"),
    next_files=_next_files,
)
