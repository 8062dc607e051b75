"""Diesel: `migrations/2024-01-31-120000_users/up.sql` and `down.sql`.

Each migration runs in a transaction. `run_in_transaction = false` in its `metadata.toml` sends the file as one message
instead, which on PostgreSQL is a transaction again when it holds several statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sqlreview.migrations.conventions.convention import CERTAIN, NAMED, Convention, Folder, Runs
from sqlreview.migrations.conventions.pairs import is_single
from sqlreview.migrations.conventions.problems import lonely_downs
from sqlreview.migrations.next_migrations import NewFile, NextFiles, closed, joined, next_numbers, split
from sqlreview.migrations.sources import SourceFile
from sqlreview.sql.engines import Engine

_SIDES = ("up.sql", "down.sql")
_DASHED = r"\d{4}-\d\d-\d\d-\d{6}(?:-\d{4})?_.*"
_OFF = r"(?m)^\s*+run_in_transaction\s*+=\s*+false\b"


def _claims(folder: Folder) -> int:
    sides = [file for file in folder.files if file.name in _SIDES]
    if 2 * len(sides) < len(folder.files) or not all(split(file.folder)[1][:1].isdigit() for file in sides):
        return 0
    if any(name.endswith("diesel.toml") for name in folder.beside):
        return CERTAIN
    return NAMED


def _runs(file: SourceFile, engine: Engine) -> Runs:
    settings = file.metadata("metadata.toml")
    if settings is not None and re.search(_OFF, settings):
        return Runs.MESSAGE
    has_own = any(name.endswith(("metadata.toml", "diesel.toml")) for name, _ in file.beside)
    return Runs.WRAPPED if has_own else Runs.LIKELY_WRAPPED  # without any of its files, all may be missing


def _beside(folder: str, names: Sequence[str]) -> Iterable[str]:
    if not any(name in _SIDES for name in names) or not split(folder)[1][:1].isdigit():
        return ()
    return ("metadata.toml", "../../diesel.toml", "../../../diesel.toml")


def _next_files(request: NextFiles) -> tuple[NewFile, ...] | None:
    if any(not migration.in_transaction and not is_single(migration.up) for migration in request.migrations):
        return None
    newest = split(request.newest)[0]
    parent, last = split(newest)
    folders = [split(split(path)[0])[1] for path in request.existing]
    is_dashed = re.match(_DASHED, last) is not None or not any(name[:14].isdigit() for name in folders)
    numbers = [name[:17].replace("-", "")[:14] for name in folders if name[:4].isdigit()]
    numbers = [number for number in numbers if len(number) == 14 and number.isdigit()] or ["20000101000000"]
    files: list[NewFile] = []
    following = next_numbers(numbers, request.now, len(request.migrations))
    for migration, number in zip(request.migrations, following, strict=True):
        moment = f"{number[:4]}-{number[4:6]}-{number[6:8]}-{number[8:]}" if is_dashed else number
        folder = joined(parent, f"{moment}_{migration.title}")
        files.append(NewFile(f"{folder}/up.sql", closed(migration.up)))
        if migration.down is not None:
            files.append(NewFile(f"{folder}/down.sql", closed(migration.down)))
        if not migration.in_transaction:
            files.append(NewFile(f"{folder}/metadata.toml", "run_in_transaction = false\n"))
    return tuple(files)


CONVENTION = Convention(
    id="diesel",
    title="Diesel",
    claims=_claims,
    runs=_runs,
    beside=_beside,
    problems=lambda folder: lonely_downs(folder, "Diesel"),
    next_files=_next_files,
)
