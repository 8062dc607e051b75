"""tern: `001_users.sql`, where `---- create above / drop below ----` parts what applies from what undoes.

Each migration runs in a transaction; `---- tern: disable-tx ----` switches it off, and then the statements run one by
one. Numbers begin at 1 and have no gaps. Files in sub-folders, and files without a number, are templates for others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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
from sqlreview.migrations.conventions.problems import duplicates, gaps
from sqlreview.migrations.next_migrations import NewFile, NextFiles, closed, numbered, numbered_files
from sqlreview.migrations.sources import SourceFile
from sqlreview.sql.engines import Engine

SIGN = "---- create above / drop below ----"
_MARK = r"(?im)^[ \t]*+-{2,6}[ \t]*+create[ \t]++above[ \t]*+/[ \t]*+drop[ \t]++below\b[^\n]*+"
_OFF = r"(?m)^---- tern: disable-tx ----$"


def _claims(folder: Folder) -> int:
    if folder.marked("reate above", _MARK) or folder.holds("---- tern:"):
        return CERTAIN
    return NAMED if folder.holds('{{ template "') else 0


def _sections(text: str, engine: Engine) -> tuple[Section, ...]:
    if "/" not in text or "above" not in text.lower():
        return ()
    return sections_at(text, (Mark(match.start(), "down") for match in re.finditer(_MARK, text)))


def _direction(file: SourceFile, engine: Engine) -> Direction:
    return "up" if numbered(file.name) else "other"


def _runs(file: SourceFile, engine: Engine) -> Runs:
    is_off = "disable-tx" in file.text and re.search(_OFF, file.text) is not None
    return Runs.SEPARATE if is_off else Runs.WRAPPED


def _problems(folder: Folder) -> Iterator[Note]:
    for file in folder.files:
        found = next((item for item in re.finditer(_MARK, file.text) if item[0].rstrip() != SIGN), None)
        if found is not None:
            line = file.text.count("\n", 0, found.start()) + 1
            yield Note(file.path, f"`{found[0].strip()}` is no mark of tern; did you mean `{SIGN}`?", line)
    yield from duplicates(folder, "tern", "refuses two migrations of one number")
    yield from gaps(folder, "tern")


def _next_files(request: NextFiles) -> tuple[NewFile, ...]:
    files: list[NewFile] = []
    for migration, stem in numbered_files(request):
        off = "" if migration.in_transaction else "---- tern: disable-tx ----\n\n"
        down = f"\n{SIGN}\n\n{closed(migration.down)}" if migration.down is not None else ""
        files.append(NewFile(f"{stem}.sql", f"{off}{closed(migration.up)}{down}"))
    return tuple(files)


CONVENTION = Convention(
    id="tern",
    title="tern",
    claims=_claims,
    direction=_direction,
    sections=_sections,
    runs=_runs,
    problems=_problems,
    next_files=_next_files,
)
