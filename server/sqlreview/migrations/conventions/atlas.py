"""Atlas: `20240131120000_users.sql` beside `atlas.sum`, told by comments such as `-- atlas:txmode none`.

Each file runs in a transaction; `-- atlas:txmode none` switches it off, and then the statements run one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sqlreview.migrations.conventions.convention import CERTAIN, Convention, Folder, Runs
from sqlreview.migrations.conventions.problems import duplicates
from sqlreview.migrations.next_migrations import NewFile, NextFiles, closed, numbered_files
from sqlreview.migrations.sources import SourceFile
from sqlreview.sql.engines import Engine

SUM = "atlas.sum"
_OFF = r"(?m)^[ \t]*+--[ \t]*+atlas:txmode[ \t]++none\b"


def _claims(folder: Folder) -> int:
    if SUM in folder.beside:
        return CERTAIN
    return CERTAIN if folder.marked("atlas:", r"(?m)^--[ \t]*+atlas:(?:txmode|delimiter|txtar)\b") else 0


def _runs(file: SourceFile, engine: Engine) -> Runs:
    is_off = "atlas:txmode" in file.text and re.search(_OFF, file.text) is not None
    return Runs.SEPARATE if is_off else Runs.WRAPPED


def _beside(folder: str, names: Sequence[str]) -> Iterable[str]:
    return (SUM,) if any(name[:1].isdigit() for name in names) else ()


def _next_files(request: NextFiles) -> tuple[NewFile, ...]:
    files: list[NewFile] = []
    for migration, stem in numbered_files(request):
        off = "" if migration.in_transaction else "-- atlas:txmode none\n\n"
        files.append(NewFile(f"{stem}.sql", off + closed(migration.up)))
    return tuple(files)


CONVENTION = Convention(
    id="atlas",
    title="Atlas",
    claims=_claims,
    runs=_runs,
    beside=_beside,
    problems=lambda folder: duplicates(folder, "Atlas", "refuses two migrations of one version"),
    next_files=_next_files,
)
