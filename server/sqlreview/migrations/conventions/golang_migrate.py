"""golang-migrate, and tools that share its names: `1_users.up.sql` with `1_users.down.sql`.

The driver decides: for PostgreSQL the file is sent as one message, so several statements are one implicit transaction
(`x-multi-statement` cuts it at semicolons instead); for MySQL every statement runs by itself; for SQLite the driver
opens a transaction. Tools that share the names (maragudk/migrate, Concourse) open one, and so a file is believed that
shows there is none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sqlreview.migrations.conventions.convention import (
    LIKELY,
    NAMED,
    Convention,
    Direction,
    Folder,
    Note,
    Runs,
    direction_by_name,
    is_down,
)
from sqlreview.migrations.conventions.pairs import paired_files, paired_share
from sqlreview.migrations.conventions.problems import duplicates, lonely_downs
from sqlreview.migrations.next_migrations import NewFile, NextFiles, numbered
from sqlreview.migrations.sources import SourceFile
from sqlreview.sql.engines import Engine


def _claims(folder: Folder) -> int:
    share = paired_share(folder)
    if share < 0.5:
        return 0
    return NAMED if any(file.name.lower().endswith(".down.sql") for file in folder.files) else LIKELY


def _direction(file: SourceFile, engine: Engine) -> Direction:
    """`2_users_down.sql` is passed over beside `.up.sql` files; it was meant to undo."""
    return "down" if file.name.lower().endswith("_down.sql") else direction_by_name(file, engine)


def _runs(file: SourceFile, engine: Engine) -> Runs:
    match engine.family:
        case "mysql":
            return Runs.SEPARATE
        case "sqlite":
            return Runs.LIKELY_WRAPPED
        case _:
            return Runs.LIKELY_MESSAGE


def _problems(folder: Folder) -> Iterator[Note]:
    ups = Counter(parsed.number for file in folder.files if not is_down(file.name) and (parsed := numbered(file.name)))
    if sum(number > 1 for number in ups.values()) < 3:  # who shares the names may number several files alike on purpose
        yield from duplicates(folder, "golang-migrate", "refuses two migrations of one number")
    yield from lonely_downs(folder, "golang-migrate")


def _next_files(request: NextFiles) -> tuple[NewFile, ...] | None:
    return paired_files(request, one_message=True)


CONVENTION = Convention(
    id="golang-migrate",
    title="golang-migrate",
    claims=_claims,
    direction=_direction,
    runs=_runs,
    problems=_problems,
    next_files=_next_files,
)
