"""Prisma: `migrations/20240131120000_users/migration.sql` beside `migration_lock.toml`.

Prisma opens no transaction. For PostgreSQL the file goes out as one message, so several statements are one implicit
transaction; nothing switches that off, but a single statement runs alone. For MySQL and SQLite every statement runs by
itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlreview.migrations.conventions.convention import CERTAIN, NAMED, Convention, Folder, Runs
from sqlreview.migrations.conventions.pairs import may_run_alone, next_folders
from sqlreview.migrations.next_migrations import NewFile, NextFiles, closed
from sqlreview.migrations.sources import SourceFile
from sqlreview.sql.engines import Engine

LOCK = "../migration_lock.toml"


def _claims(folder: Folder) -> int:
    own = [name for name in folder.names if name.endswith("/migration.sql") and name[:1].isdigit()]
    if 2 * len(own) < len(folder.names) or not own:
        return 0
    return CERTAIN if LOCK in folder.beside or "prisma" in folder.parts else NAMED


def _runs(file: SourceFile, engine: Engine) -> Runs:
    return Runs.MESSAGE if engine.family == "postgres" else Runs.SEPARATE


def _beside(folder: str, names: Sequence[str]) -> Iterable[str]:
    return (LOCK,) if "migration.sql" in names else ()


def _next_files(request: NextFiles) -> tuple[NewFile, ...] | None:
    if not may_run_alone(request):
        return None
    return tuple(
        NewFile(f"{folder}/migration.sql", closed(migration.up)) for migration, folder in next_folders(request)
    )


CONVENTION = Convention(id="prisma", title="Prisma", claims=_claims, runs=_runs, beside=_beside, next_files=_next_files)
