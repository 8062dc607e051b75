"""sqlx: `20240131120000_users.sql`, or reversible as `.up.sql` and `.down.sql`.

Each file runs in a transaction. `-- no-transaction` as its very first characters sends it as one message instead, which
on PostgreSQL is a transaction again when it holds several statements. The names are those of golang-migrate; a
`Cargo.toml` that mentions sqlx, the mark, or a folder of Rust tells them apart; a `go.mod` speaks for the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sqlreview.migrations.conventions.convention import CERTAIN, NAMED, Convention, Folder, Note, Runs
from sqlreview.migrations.conventions.pairs import may_run_alone, paired_files, paired_share
from sqlreview.migrations.conventions.problems import duplicates, lonely_downs
from sqlreview.migrations.next_migrations import NewFile, NextFiles, NextMigration, closed, numbered_files
from sqlreview.migrations.sources import SourceFile
from sqlreview.sql.engines import Engine

SIGN = "-- no-transaction"
_RUST = frozenset({"crates", "src-tauri"})


def _claims(folder: Folder) -> int:
    names = [name for name in folder.names if name[:1].isdigit() and "_" in name and "/" not in name]
    if not names or 2 * len(names) < len(folder.names):
        return 0
    if any(file.text.startswith(SIGN) for file in folder.files):
        return CERTAIN
    cargo = [text for name, text in folder.beside.items() if name.endswith("Cargo.toml")]
    if cargo:
        return CERTAIN if any("sqlx" in text for text in cargo) else 0
    if any(name.endswith("go.mod") for name in folder.beside):
        return 0
    dated = sum(name[:14].isdigit() and name[14:15] == "_" for name in names) == len(names)
    if dated and (_RUST.intersection(folder.parts) or (folder.parts[-1] == "migrations" and paired_share(folder) == 1)):
        return NAMED + 1
    return 0


def _runs(file: SourceFile, engine: Engine) -> Runs:
    return Runs.MESSAGE if file.text.startswith(SIGN) else Runs.WRAPPED


def _beside(folder: str, names: Sequence[str]) -> Iterable[str]:
    if folder.rpartition("/")[2][:1].isdigit() or not any(name[:1].isdigit() for name in names):
        return ()
    return ("../Cargo.toml", "../../Cargo.toml", "../go.mod", "../../go.mod")


def _problems(folder: Folder) -> Iterator[Note]:
    for file in folder.files:
        at = file.text.find(SIGN, 1, 400)
        if at > 0 and not file.text[:at].strip("\ufeff \t\r\n") and file.text[:1] != "\ufeff":
            line = file.text.count("\n", 0, at) + 1
            yield Note(file.path, f"sqlx reads `{SIGN}` only as the very first characters of a file", line)
    yield from duplicates(folder, "sqlx", "refuses two migrations of one number")
    yield from lonely_downs(folder, "sqlx")


def _head(migration: NextMigration) -> str:
    return "" if migration.in_transaction else f"{SIGN}\n"


def _next_files(request: NextFiles) -> tuple[NewFile, ...] | None:
    if any(re.search(r"(?i)\.(?:up|down)\.sql$", path) for path in request.existing):
        return paired_files(request, one_message=True, head=_head)
    if not may_run_alone(request):
        return None
    return tuple(
        NewFile(f"{stem}.sql", _head(migration) + closed(migration.up)) for migration, stem in numbered_files(request)
    )


CONVENTION = Convention(
    id="sqlx",
    title="sqlx",
    claims=_claims,
    runs=_runs,
    beside=_beside,
    problems=_problems,
    next_files=_next_files,
)
