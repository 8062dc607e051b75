"""node-pg-migrate with SQL files: `1706702400000_users.sql` with `-- Up Migration` and `-- Down Migration`.

Each direction runs in a transaction, and a SQL file cannot switch that off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlreview.migrations.conventions.convention import (
    CERTAIN,
    Convention,
    Folder,
    Mark,
    Runs,
    Section,
    sections_at,
)
from sqlreview.migrations.next_migrations import NewFile, NextFiles, closed, numbered_files
from sqlreview.migrations.sources import SourceFile
from sqlreview.sql.engines import Engine

_MARK = r"(?im)^[ \t]*+--[ \t-]*+(up|down)[ \t]++migration\b"

_SIGNS = ("p migration", "p Migration", "P MIGRATION", "n migration", "n Migration", "N MIGRATION")


def _claims(folder: Folder) -> int:
    return CERTAIN if any(folder.marked(sign, _MARK) for sign in _SIGNS) else 0


def _sections(text: str, engine: Engine) -> tuple[Section, ...]:
    return sections_at(text, _marks(text)) if "--" in text and "igration" in text else ()


def _marks(text: str) -> Iterator[Mark]:
    for match in re.finditer(_MARK, text):
        yield Mark(match.start(), "down" if match[1].lower() == "down" else "up")


def _runs(file: SourceFile, engine: Engine) -> Runs:
    return Runs.WRAPPED


def _next_files(request: NextFiles) -> tuple[NewFile, ...] | None:
    if request.needs_no_transaction:
        return None
    return tuple(
        NewFile(
            f"{stem}.sql", f"-- Up Migration\n{closed(migration.up)}\n-- Down Migration\n{closed(migration.down or '')}"
        )
        for migration, stem in numbered_files(request)
    )


CONVENTION = Convention(
    id="node-pg-migrate",
    title="node-pg-migrate",
    claims=_claims,
    sections=_sections,
    runs=_runs,
    next_files=_next_files,
)
