"""Lays out the files of `layouts/*.txt` and compares tool, order, direction, transactions and the next migration.

A case is a file of parts that begin with `--- `: `--- file NAME` puts a file into an empty directory (`sqlreview.toml`
configures); `--- layout` is what is told of them, `--- next` the files of two further migrations, the second of which
must run outside of a transaction. `UPDATE=1 pytest tests/migrations` writes what came of it into the case.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sqlreview.config import config_for
from sqlreview.history import FileState
from sqlreview.migrations.layout import Group
from sqlreview.migrations.next_files import NextMigration, new_migration_files
from sqlreview.migrations.project import discover
from sqlreview.project import Project

CASES = sorted((Path(__file__).parent / "layouts").glob("*.txt"))
NOW = datetime(2025, 1, 31, 12, 30, 15, tzinfo=UTC)
MIGRATIONS = (
    NextMigration("create_notes", "CREATE TABLE notes (id bigint)", "DROP TABLE notes"),
    NextMigration(
        "index_notes", "CREATE INDEX CONCURRENTLY n_idx ON notes (id)", "DROP INDEX CONCURRENTLY n_idx", False
    ),
)
_PART = re.compile(r"(?m)^--- (file|layout|next)(?: (.*))?\n")


def described(project: Project) -> Iterator[str]:
    """What is known of every group, a line for each file."""
    for group in project.groups:
        if group.down:
            how = f"written for {group.foreign}" if group.foreign else "left out"
            yield f"{group.name}: {how}"
            continue
        history = project.reviews[group.name].history
        extras = [f"on {group.schema}"] * (group.schema is not None) + ["not reviewed"] * group.is_base
        yield f"{group.name}: {', '.join([group.convention.id, history.rules.engine.name, *extras])}"
        yield from (f"  {line_of(file, group)}" for file in history.files)
    for note in project.report().notes:
        place = note.path if note.line is None else f"{note.path}:{note.line}"
        yield f"note {place}: {note.message}"


def line_of(file: FileState, group: Group) -> str:
    """A file and how its statements reach the server."""
    ways = [
        "wrapped" if opening.wrapped else "one by one" if opening.separate else "unknown"
        for _, opening in file.openings
    ]
    skipped = sum(entry.down for entry in file.entries)
    own = group.convention_for(file.path)
    told = [*ways, *([f"{skipped} left out"] * (skipped > 0)), *([own.id] * (own is not group.convention))]
    return f"{file.path}: {len(file.entries)} statements, {', '.join(told)}"


def following(group: Group, texts: dict[str, str]) -> Iterator[str]:
    """The files of the next migrations of a group."""
    for migrations in (MIGRATIONS, MIGRATIONS[:1]):
        files = new_migration_files(group.convention.id, group.paths, migrations, NOW, texts)
        if files is None:
            yield f"none for {migrations[-1].title}"
            continue
        assert not {file.path for file in files} & set(group.paths)
        for file in files:
            yield f"{file.path}:\n" + re.sub(r"(?m)^(?=.)", "    ", file.text).rstrip("\n")
        return


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_layout(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = case.read_text(encoding="utf-8")
    title, *rest = _PART.split(text)
    parts = list(zip(rest[::3], rest[1::3], rest[2::3], strict=True))
    for kind, name, content in parts:
        if kind == "file":
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(content, encoding="utf-8", newline="")
    config = config_for(tmp_path)
    project = Project(discover(["."], config).files, config)
    texts = {path: state.history.by_path[path].text for path, state in project.by_path.items()}
    groups = [group for group in project.groups if not group.down and not group.is_base]
    told = {
        "layout": "".join(f"{line}\n" for line in described(project)),
        "next": "".join(f"{line}\n" for group in groups for line in following(group, texts)),
    }
    found = title + "".join(
        f"--- {kind} {name or ''}".rstrip() + f"\n{told.get(kind, content)}" for kind, name, content in parts
    )
    if os.environ.get("UPDATE"):
        case.write_text(found, encoding="utf-8")
    assert found == text
