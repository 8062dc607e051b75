"""postgres-migrations and its fork in Supabase Storage: `0001-users.sql`, numbered without gaps.

Each file runs in a transaction. `-- postgres-migrations disable-transaction` in its first line sends it as one message
instead, which is a transaction again when it holds several statements.
"""

from __future__ import annotations

from sqlreview.migrations.conventions.convention import CERTAIN, LIKELY, Convention, Folder, Runs
from sqlreview.migrations.conventions.pairs import may_run_alone
from sqlreview.migrations.conventions.problems import duplicates, gaps, together
from sqlreview.migrations.next_migrations import NewFile, NextFiles, closed, numbered_files
from sqlreview.migrations.sources import SourceFile
from sqlreview.sql.engines import Engine

SIGN = "-- postgres-migrations disable-transaction"
_NAME = r"\d{4,5}-[^/]+\.sql"


def _claims(folder: Folder) -> int:
    if any(file.text.startswith(SIGN) for file in folder.files):
        return CERTAIN
    return LIKELY if "-" in folder.names[0] and folder.share(_NAME) == 1 else 0


def _runs(file: SourceFile, engine: Engine) -> Runs:
    return Runs.MESSAGE if file.text.startswith(SIGN) else Runs.LIKELY_WRAPPED


def _next_files(request: NextFiles) -> tuple[NewFile, ...] | None:
    if not may_run_alone(request):
        return None
    files: list[NewFile] = []
    for migration, stem in numbered_files(request, default_gap="-"):
        off = "" if migration.in_transaction else f"{SIGN}\n"
        files.append(NewFile(f"{stem}.sql", off + closed(migration.up)))
    return tuple(files)


CONVENTION = Convention(
    id="postgres-migrations",
    title="postgres-migrations",
    claims=_claims,
    runs=_runs,
    problems=lambda folder: together(
        duplicates(folder, "postgres-migrations", "refuses two migrations of one number"),
        gaps(folder, "postgres-migrations"),
    ),
    next_files=_next_files,
)
