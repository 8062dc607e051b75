"""Liquibase formatted SQL: `--liquibase formatted sql`, then `--changeset author:id attributes` before each change.

Each changeset runs in a transaction; `runInTransaction:false` switches it off, and then its statements run one by one.
A changeset with `dbms:` runs on those products only. `--rollback` lines and preconditions are comments and run nothing
here. A file without the header is run by a changelog as it stands, in one transaction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sqlreview.migrations.conventions.convention import (
    CERTAIN,
    NAMED,
    Convention,
    Direction,
    Folder,
    Mark,
    Note,
    Runs,
    Section,
    sections_at,
)
from sqlreview.migrations.next_migrations import (
    NewFile,
    NextFiles,
    closed,
    has_body,
    joined,
    numbered,
    numbered_files,
    split,
)
from sqlreview.migrations.sources import SourceFile
from sqlreview.sql.engines import Engine

_HEADER = r"(?i)\s*+--\s*+liquibase\s++formatted\s++sql\b"
_CHANGESET = r"(?im)^[ \t]*+--[ \t]*+(?:changeset|changset|chagneset|changesets)[ \t]++([^\n]*+)"
_AUTHOR = r"(?im)^[ \t]*+--[ \t]*+changeset[ \t]++([^:\s\"]++):"
_FOLDERS = frozenset({"changelog", "changelogs", "liquibase"})
_PRODUCTS = {
    "postgres": ("postgresql",),
    "mysql": ("mysql",),
    "mariadb": ("mariadb", "mysql"),
    "sqlite": ("sqlite",),
}


def _claims(folder: Folder) -> int:
    if any(_is_formatted(file.text) for file in folder.files):
        return CERTAIN
    return NAMED if _FOLDERS.intersection(folder.parts) else 0


def _is_formatted(text: str) -> bool:
    return "iquibase" in text[:400] and re.match(_HEADER, text) is not None


def _sections(text: str, engine: Engine) -> tuple[Section, ...]:
    return sections_at(text, _marks(text, engine)) if _is_formatted(text) else ()


def _marks(text: str, engine: Engine) -> Iterator[Mark]:
    if engine.family == "mysql":  # it wants a blank after --, which --rollback and its like do not have
        yield from _marks_and_lines(text, engine)
        return
    for match in re.finditer(_CHANGESET, text):
        yield _changeset(match.start(), match[1], engine)


def _marks_and_lines(text: str, engine: Engine) -> Iterator[Mark]:
    current = Mark(0)
    for line in re.finditer(r"(?m)^[ \t]*+--(?=[A-Za-z])[^\n]*+|^[ \t]*+--[ \t]++changeset[ \t][^\n]*+", text):
        found = re.match(_CHANGESET, line[0])
        current = _changeset(line.end(), found[1], engine) if found else replace(current, continues=True)
        yield Mark(line.start(), "comment")
        yield replace(current, offset=line.end())


def _changeset(offset: int, attributes: str, engine: Engine) -> Mark:
    is_off = "runintransaction:false" in attributes.lower()
    direction: Direction = "up" if runs_on(attributes, engine) else "other"
    return Mark(offset, direction, Runs.SEPARATE if is_off else Runs.WRAPPED)


def runs_on(attributes: str, engine: Engine) -> bool:
    """Whether a changeset with these attributes runs on an engine."""
    found = re.search(r"(?i)\bdbms:\s*+\"?+([\w!,]++)", attributes)
    if found is None:
        return True
    names = found[1].lower().split(",")
    own = _PRODUCTS.get(engine.name, ())
    if any(f"!{name}" in names for name in own):
        return False
    wanted = [name for name in names if not name.startswith("!")]
    return not wanted or "all" in wanted or any(name in wanted for name in own)


def _runs(file: SourceFile, engine: Engine) -> Runs:
    return Runs.LIKELY_WRAPPED


def _problems(folder: Folder) -> Iterator[Note]:
    for file in folder.files:
        if not _is_formatted(file.text):
            continue
        for match in re.finditer(_CHANGESET, file.text):
            line = file.text.count("\n", 0, match.start()) + 1
            word = match[0].strip().lstrip("-").strip().partition(" ")[0].partition("\t")[0]
            if word.lower() != "changeset":
                yield Note(file.path, f"`--{word}` is no mark of Liquibase; did you mean `--changeset`?", line)
                break
            if ":" not in match[1]:
                yield Note(file.path, "a changeset needs `author:id`; Liquibase refuses the file", line)
                break


def _next_files(request: NextFiles) -> tuple[NewFile, ...]:
    text = request.texts.get(request.newest, "")
    author = found[1] if (found := re.search(_AUTHOR, text)) else "sqlreview"
    name = split(request.newest)[1]
    suffix = ".changelog.sql" if name.endswith(".changelog.sql") else ".sql"
    named = (
        numbered_files(request)
        if numbered(name)
        else ((migration, joined(split(request.newest)[0], migration.title)) for migration in request.migrations)
    )
    files: list[NewFile] = []
    for migration, stem in named:
        off = "" if migration.in_transaction else " runInTransaction:false"
        off += " splitStatements:false" if has_body(migration.up) else ""
        off += " rollbackSplitStatements:false" if has_body(migration.down or "") else ""
        back = "".join(f"--rollback {line}\n" for line in closed(migration.down or "").splitlines())
        head = f"--liquibase formatted sql\n\n--changeset {author}:{migration.title}{off}\n"
        files.append(NewFile(f"{stem}{suffix}", f"{head}{closed(migration.up)}{back}"))
    return tuple(files)


CONVENTION = Convention(
    id="liquibase",
    title="Liquibase",
    claims=_claims,
    sections=_sections,
    runs=_runs,
    problems=_problems,
    next_files=_next_files,
    splits_bodies=True,
)
