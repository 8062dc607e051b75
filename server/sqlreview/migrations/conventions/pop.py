"""Pop and Ory's popx: `20240131120000_users.postgres.autocommit.up.sql`; empty files are normal.

Each file runs in a transaction, except with `.autocommit.` in its name (popx) and, in popx, on MySQL and CockroachDB.
A file that names a dialect runs on that one only, instead of the one without.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlreview.migrations.conventions.convention import CERTAIN, NAMED, Convention, Folder, Runs
from sqlreview.migrations.conventions.pairs import may_run_alone, paired_files, paired_share
from sqlreview.migrations.conventions.problems import lonely_downs
from sqlreview.migrations.next_migrations import NewFile, NextFiles, NextMigration
from sqlreview.migrations.sources import SourceFile
from sqlreview.sql.engines import Engine

_DIALECT = r"\.(postgres|postgresql|mysql|sqlite3|sqlite|cockroach|mariadb)(?:\.autocommit)?\.(?:up|down)\.sql$"


def _claims(folder: Folder) -> int:
    if paired_share(folder) < 0.5:
        return 0
    if any(".autocommit." in name or re.search(_DIALECT, name) for name in folder.names):
        return CERTAIN
    if folder.holds(".Options") and folder.holds("{{"):
        return CERTAIN
    return NAMED + 1 if all(name[:20].isdigit() for name in folder.names) else 0


def dialect_of(name: str) -> str | None:
    """The dialect that the name of a file restricts it to."""
    found = re.search(_DIALECT, name)
    return found[1].removesuffix("3") if found else None


def _order(files: Sequence[SourceFile], engine: Engine) -> Sequence[SourceFile]:
    """The files of the engine, and those without a dialect that no other file of the engine stands for."""
    own = {"postgres": ("postgres", "postgresql"), "mariadb": ("mariadb", "mysql")}.get(engine.name, (engine.name,))
    special = {_plain_name(file.name) for file in files if dialect_of(file.name) in own}
    return [
        file
        for file in files
        if (dialect := dialect_of(file.name)) in own or (dialect is None and _plain_name(file.name) not in special)
    ]


def _plain_name(name: str) -> str:
    dialect = dialect_of(name)
    return name.replace(".autocommit", "").replace(f".{dialect}3", "").replace(f".{dialect}", "")


def _runs(file: SourceFile, engine: Engine) -> Runs:
    if ".autocommit." in file.name:
        return Runs.MESSAGE
    return Runs.SEPARATE if engine.family == "mysql" else Runs.WRAPPED


def _infix(migration: NextMigration) -> str:
    return "" if migration.in_transaction else ".autocommit"


def _next_files(request: NextFiles) -> tuple[NewFile, ...] | None:
    if not request.needs_no_transaction:
        return paired_files(request, one_message=False)
    is_popx = any(".autocommit." in path or re.search(_DIALECT, path) for path in request.existing)
    return paired_files(request, one_message=True, infix=_infix) if is_popx and may_run_alone(request) else None


CONVENTION = Convention(
    id="pop",
    title="Pop",
    claims=_claims,
    order=_order,
    runs=_runs,
    problems=lambda folder: lonely_downs(folder, "Pop"),
    next_files=_next_files,
)
