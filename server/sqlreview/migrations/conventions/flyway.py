"""Flyway: `V2.1__orders.sql` in the order of versions, then `R__views.sql` by description; `U2.1__orders.sql` undoes.

A file runs in one transaction unless a statement in it cannot, which Flyway finds out itself (CREATE INDEX
CONCURRENTLY, VACUUM ...); a file that has both kinds is refused unless `mixed` is set. `<file>.conf` switches the
transaction off with `executeInTransaction=false`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sqlreview.migrations.conventions.convention import CERTAIN, Convention, Direction, Folder, Note, Runs
from sqlreview.migrations.next_migrations import NewFile, NextFiles, closed, joined, next_numbers, split
from sqlreview.migrations.sources import SourceFile
from sqlreview.sql.engines import Engine

_NAME = r"(?:.*/)?(?:[VUB](?P<version>\d[\d._]*?)__|R__).+\.sql"
_OFF = r"(?im)^\s*+executeInTransaction\s*+=\s*+false\b"
_TYPES = ("V", "U", "R", "B")


def _claims(folder: Folder) -> int:
    named = [name for name in folder.names if _is_named(name)]
    return CERTAIN if named and 2 * len(named) >= len(folder.names) else 0


def _is_named(path: str) -> bool:
    name = path.rpartition("/")[2]
    return name.startswith(_TYPES) and "__" in name and re.fullmatch(_NAME, name) is not None


def _version(name: str) -> tuple[int, ...] | None:
    found = re.fullmatch(_NAME, name) if "__" in name else None
    if found is None or found["version"] is None:
        return None
    return _parts(found["version"])


def _parts(version: str) -> tuple[int, ...]:
    parts = [int(part) for part in re.split(r"[._]", version) if part]
    while len(parts) > 1 and parts[-1] == 0:
        parts.pop()
    return tuple(parts)


def _order(files: Sequence[SourceFile], engine: Engine) -> Sequence[SourceFile]:
    def place(file: SourceFile) -> tuple[int, tuple[int, ...], str]:
        loose = re.match(r"V(\d[\d._]*)", file.name)  # a name that Flyway ignores is folded where it was meant to be
        if loose is None:
            return 1, (), file.name
        return 0, _version(file.name) or _parts(loose[1]), ""

    return sorted(files, key=place)


def _direction(file: SourceFile, engine: Engine) -> Direction:
    return "down" if file.name.startswith("U") and _is_named(file.name) else "up"


def _runs(file: SourceFile, engine: Engine) -> Runs:
    settings = file.metadata(f"{file.name}.conf")
    return Runs.SEPARATE if settings is not None and re.search(_OFF, settings) else Runs.AUTOMATIC


def _beside(folder: str, names: Sequence[str]) -> Iterable[str]:
    return (f"{name}.conf" for name in names if name.startswith(_TYPES) and "__" in name)


def _problems(folder: Folder) -> Iterator[Note]:
    versions: dict[tuple[str, tuple[int, ...]], SourceFile] = {}
    for file in folder.files:
        version = _version(file.name)
        if version is None:
            if not file.name.startswith("R__") and re.match(r"[VURB]\d*_[^_]", file.name):
                yield Note(file.path, f"is ignored by Flyway: `{file.name}` needs two underscores before the title")
            continue
        other = versions.setdefault((file.name[0], version), file)
        if other is not file:
            yield Note(file.path, f"has the version of `{other.name}`; Flyway refuses two migrations of one version")


def _next_files(request: NextFiles) -> tuple[NewFile, ...]:
    names = [split(path)[1] for path in request.existing]
    versioned = [path for path in request.existing if split(path)[1].startswith("V") and _is_named(path)]
    folder = split(versioned[-1] if versioned else request.newest)[0]
    has_undo = any(name.startswith("U") and _is_named(name) for name in names)
    files: list[NewFile] = []
    versions = _next_versions([split(path)[1] for path in versioned], request)
    for migration, version in zip(request.migrations, versions, strict=True):
        path = joined(folder, f"V{version}__{migration.title}.sql")
        files.append(NewFile(path, closed(migration.up)))
        if not migration.in_transaction:
            files.append(NewFile(f"{path}.conf", "executeInTransaction=false\n"))
        if has_undo and migration.down is not None:
            files.append(NewFile(joined(folder, f"U{version}__{migration.title}.sql"), closed(migration.down)))
    return tuple(files)


def _next_versions(names: Sequence[str], request: NextFiles) -> list[str]:
    """The next versions: the last part counts on where every version has several parts, else the first."""
    written = [found["version"] for name in names if (found := re.fullmatch(_NAME, name)) is not None]
    if not written:
        return next_numbers(["0"], request.now, len(request.migrations))
    newest = max(written, key=lambda version: [int(part) for part in re.split(r"[._]", version) if part])
    if all(re.search(r"[._]\d", version) for version in written):
        start = max(newest.rfind("."), newest.rfind("_")) + 1
        head, last = newest[:start], newest[start:]
        return [head + number for number in next_numbers([last], request.now, len(request.migrations))]
    majors = [re.split(r"[._]", version)[0] for version in written if version != newest]
    return next_numbers([*majors, re.split(r"[._]", newest)[0]], request.now, len(request.migrations))


CONVENTION = Convention(
    id="flyway",
    title="Flyway",
    claims=_claims,
    order=_order,
    direction=_direction,
    runs=_runs,
    beside=_beside,
    problems=_problems,
    next_files=_next_files,
)
