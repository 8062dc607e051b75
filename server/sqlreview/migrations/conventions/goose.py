"""goose: `20240131120000_users.sql` or `00001_users.sql` with `-- +goose Up` and `-- +goose Down` in one file.

Each direction runs in a transaction; `-- +goose NO TRANSACTION` anywhere switches it off for the whole file, and then
the statements run one by one. goose does not mind capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlreview.migrations.conventions.convention import (
    CERTAIN,
    Convention,
    Folder,
    Note,
    Runs,
    Section,
    direction_marks,
    sections_at,
)
from sqlreview.migrations.conventions.problems import duplicates, misspelt, unmarked
from sqlreview.migrations.next_migrations import NewFile, NextFiles, numbered_files, with_bodies_marked
from sqlreview.migrations.sources import SourceFile
from sqlreview.sql.engines import Engine

SIGN = "-- +goose Up"
_MARK = r"(?im)^[ \t]*+--[ \t]*+\+[a-z]{3,7}+[ \t]++(up|down|statementbegin|statementend)\b"
_OFF = r"(?im)^--[ \t]*+\+goose[ \t]++no[ \t]++transaction\b"
_UP = r"(?im)^[ \t]*+--[ \t]*+\+goose[ \t]++up\b"


def _claims(folder: Folder) -> int:
    return CERTAIN if folder.marked("+goose", _UP) else 0


def _sections(text: str, engine: Engine) -> tuple[Section, ...]:
    if "--" not in text or "+" not in text:
        return ()
    return sections_at(text, direction_marks(re.finditer(_MARK, text)))


def _runs(file: SourceFile, engine: Engine) -> Runs:
    is_off = "+goose" in file.text and re.search(_OFF, file.text) is not None
    return Runs.SEPARATE if is_off else Runs.WRAPPED


def _problems(folder: Folder) -> Iterator[Note]:
    found = [
        *misspelt(folder, "goose", SIGN),
        *unmarked(folder, "goose", SIGN, lambda text: "+goose" in text and re.search(_UP, text)),
    ]
    yield from found or duplicates(folder, "goose", "refuses two migrations of one number")


def _marked(sql: str) -> str:
    return with_bodies_marked(sql, "-- +goose StatementBegin", "-- +goose StatementEnd")


def _next_files(request: NextFiles) -> tuple[NewFile, ...]:
    files: list[NewFile] = []
    for migration, stem in numbered_files(request):
        off = "" if migration.in_transaction else "-- +goose NO TRANSACTION\n"
        down = f"\n-- +goose Down\n{_marked(migration.down)}" if migration.down is not None else ""
        files.append(NewFile(f"{stem}.sql", f"{off}{SIGN}\n{_marked(migration.up)}{down}"))
    return tuple(files)


CONVENTION = Convention(
    id="goose",
    title="goose",
    claims=_claims,
    sections=_sections,
    runs=_runs,
    problems=_problems,
    next_files=_next_files,
    splits_bodies=True,
)
