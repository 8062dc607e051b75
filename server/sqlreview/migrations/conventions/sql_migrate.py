"""sql-migrate: any names in their order, with `-- +migrate Up` and `-- +migrate Down` in one file; capitals count.

Each direction runs in a transaction; `notransaction` after one of its marks switches it off, and then the statements
run one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlreview.migrations.conventions.convention import (
    CERTAIN,
    Convention,
    Folder,
    Mark,
    Note,
    Runs,
    Section,
    direction_marks,
    sections_at,
)
from sqlreview.migrations.conventions.problems import misspelt, unmarked
from sqlreview.migrations.next_migrations import NewFile, NextFiles, numbered_files, with_bodies_marked
from sqlreview.migrations.sources import SourceFile
from sqlreview.sql.engines import Engine

SIGN = "-- +migrate Up"
_UP = r"(?m)^-- \+migrate Up\b"
_MARK = r"(?im)^[ \t]*+--[ \t]*+\+[a-z]{4,9}+[ \t]++(up|down|statementbegin|statementend)\b([^\n]*+)"


def _claims(folder: Folder) -> int:
    return CERTAIN if folder.marked("+migrate", _UP) else 0


def _sections(text: str, engine: Engine) -> tuple[Section, ...]:
    return sections_at(text, _marks(text)) if "--" in text and "+" in text else ()


def _marks(text: str) -> Iterator[Mark]:
    found = list(re.finditer(_MARK, text))
    off = {match[1].lower() for match in found if "notransaction" in match[2].split()}
    return direction_marks(found, off)


def _runs(file: SourceFile, engine: Engine) -> Runs:
    return Runs.WRAPPED


def _problems(folder: Folder) -> Iterator[Note]:
    yield from misspelt(folder, "sql-migrate", SIGN)
    yield from unmarked(folder, "sql-migrate", SIGN, lambda text: "+migrate" in text and re.search(_UP, text))


def _marked(sql: str) -> str:
    return with_bodies_marked(sql, "-- +migrate StatementBegin", "-- +migrate StatementEnd")


def _next_files(request: NextFiles) -> tuple[NewFile, ...]:
    files: list[NewFile] = []
    for migration, stem in numbered_files(request):
        off = "" if migration.in_transaction else " notransaction"
        down = f"\n-- +migrate Down{off}\n{_marked(migration.down)}" if migration.down is not None else ""
        files.append(NewFile(f"{stem}.sql", f"{SIGN}{off}\n{_marked(migration.up)}{down}"))
    return tuple(files)


CONVENTION = Convention(
    id="sql-migrate",
    title="sql-migrate",
    claims=_claims,
    sections=_sections,
    runs=_runs,
    problems=_problems,
    next_files=_next_files,
    splits_bodies=True,
)
