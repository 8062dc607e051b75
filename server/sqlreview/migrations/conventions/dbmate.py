"""dbmate: `20240131120000_users.sql` with `-- migrate:up` and `-- migrate:down` in one file, pairs of which may repeat.

Each section runs in a transaction. `transaction:false` after the mark sends the section as one message instead, which
on PostgreSQL is a transaction again when it holds several statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlreview.migrations.conventions.convention import (
    CERTAIN,
    Convention,
    Direction,
    Folder,
    Mark,
    Note,
    Runs,
    Section,
    sections_at,
)
from sqlreview.migrations.conventions.pairs import may_run_alone
from sqlreview.migrations.conventions.problems import duplicates, misspelt, unmarked
from sqlreview.migrations.next_migrations import NewFile, NextFiles, closed, numbered_files
from sqlreview.migrations.sources import SourceFile
from sqlreview.sql.engines import Engine

SIGN = "-- migrate:up"
_UP = r"(?m)^--\s*+migrate:up(?:\s*+$|\s)"
_MARK = r"(?im)^[ \t]*+--[ \t]*+(?:migrate[ \t]*+:|[a-z]{5,9}+:)[ \t]*+(up|down)\b([^\n]*+)"


def _claims(folder: Folder) -> int:
    return CERTAIN if folder.marked("migrate:up", _UP) else 0


def _sections(text: str, engine: Engine) -> tuple[Section, ...]:
    return sections_at(text, _marks(text)) if "--" in text and ":" in text else ()


def _marks(text: str) -> Iterator[Mark]:
    for match in re.finditer(_MARK, text):
        direction: Direction = "down" if match[1].lower() == "down" else "up"
        is_off = re.search(r"\btransaction:\s*+false\b", match[2]) is not None
        yield Mark(match.start(), direction, Runs.MESSAGE if is_off else None)


def _runs(file: SourceFile, engine: Engine) -> Runs:
    return Runs.WRAPPED


def _problems(folder: Folder) -> Iterator[Note]:
    yield from misspelt(folder, "dbmate", SIGN)
    yield from unmarked(folder, "dbmate", SIGN, lambda text: "migrate:up" in text and re.search(_UP, text))
    yield from duplicates(folder, "dbmate", "runs only one of them")


def _next_files(request: NextFiles) -> tuple[NewFile, ...] | None:
    if not may_run_alone(request):
        return None
    files: list[NewFile] = []
    for migration, stem in numbered_files(request):
        off = "" if migration.in_transaction else " transaction:false"
        down = closed(migration.down) if migration.down is not None else ""
        files.append(NewFile(f"{stem}.sql", f"{SIGN}{off}\n{closed(migration.up)}\n-- migrate:down{off}\n{down}"))
    return tuple(files)


CONVENTION = Convention(
    id="dbmate",
    title="dbmate",
    claims=_claims,
    sections=_sections,
    runs=_runs,
    problems=_problems,
    next_files=_next_files,
)
