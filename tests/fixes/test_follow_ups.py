"""Fixes that write migrations, for every tool: what they make of a directory, and that a server agrees.

A case begins with its title; `--- file NAME` is a file before, `--- after NAME` one that was changed or created. All
other files stay as they are. `UPDATE=1 pytest tests/fixes` writes what came of it into the case.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from fingerprints import POSTGRES

from sqlreview.cli_fix import fixed
from sqlreview.config import Config, load_config
from sqlreview.history import FileState
from sqlreview.migrations.project import discover
from sqlreview.migrations.undoing import undoes
from sqlreview.project import Project

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
RULES = (
    "indexes/unindexed-foreign-key",
    "locks/blocking-index-build",
    "locks/blocking-index-drop",
    "locks/validating-foreign-key",
    "locks/validating-check-constraint",
    "locks/set-not-null-scan",
    "locks/primary-key-index-build",
    "locks/unique-constraint-index-build",
    "locks/validate-in-same-transaction",
    "transactions/concurrently-in-transaction",
)
NOW = "1700000000"
_PART = re.compile(r"(?m)^--- (file|after) (.*)\n")

each_case = pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])


def parts_of(text: str) -> tuple[str, dict[str, str], dict[str, str]]:
    title, *rest = _PART.split(text)
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    for kind, name, content in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        (before if kind == "file" else after)[name] = content
    return title, before, after


def put(files: dict[str, str]) -> None:
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text)


def stored() -> dict[str, str]:
    paths = sorted(path for path in Path().rglob("*") if path.is_file())
    return {str(path): path.read_text() for path in paths}


def config() -> Config:
    return load_config({"select": list(RULES), "engine": "postgres"})


def fix() -> list[str]:
    """Fixes the current directory; returns the files that were created."""
    outcome = fixed(list(discover(["."], config()).files), config(), (), unsafe=True, shows=False)
    assert outcome.errors == ()
    return list(outcome.created)


@pytest.fixture
def directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    return tmp_path


@each_case
def test_what_is_written(case: Path, directory: Path) -> None:
    title, before, _ = parts_of(case.read_text())
    put(before)
    fix()
    after = {name: text for name, text in stored().items() if before.get(name) != text}
    shown = [f"--- file {name}\n{text}" for name, text in before.items()]
    shown += [f"--- after {name}\n{text}" for name, text in after.items()]
    actual = title + "".join(shown)
    if os.environ.get("UPDATE"):
        case.write_text(actual)
    assert actual == case.read_text()
    known = stored()
    assert fix() == []
    assert stored() == known


def test_line_ends_are_those_of_the_directory(directory: Path) -> None:
    put(parts_of((Path(__file__).parent / "cases" / "goose.txt").read_text())[1])
    for path in directory.rglob("*.sql"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    created = fix()
    assert len(created) == 3
    for path in directory.rglob("*.sql"):
        assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")
    assert fix() == []


@each_case
@pytest.mark.server
def test_servers_agree(case: Path, directory: Path, postgres: Callable[[], Any]) -> None:
    """What the migrations made before is there, and undoing all of them leaves nothing."""
    psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")
    put(parts_of(case.read_text())[1])
    statements = applied(reviewed())
    try:
        wanted = schema_after(postgres(), statements)
    except psycopg.errors.ActiveSqlTransaction:  # this is what a fix is for
        wanted = schema_after(postgres(), [sql for sql in statements if sql not in ("BEGIN", "COMMIT")])
    fix()
    after = reviewed()
    connection = postgres()
    empty = schema_after(connection, [])
    assert schema_after(connection, applied(after)) >= wanted
    undoing = undone(after)
    if undoing:
        assert schema_after(connection, undoing) == empty


def reviewed() -> Project:
    return Project(discover(["."], config()).files, config())


def schema_after(connection: Any, statements: list[str]) -> set[Any]:
    for sql in statements:
        connection.execute(sql)
    return set(connection.execute(POSTGRES).fetchall())


def histories(project: Project) -> Iterator[FileState]:
    for group in project.groups:
        if not group.down:
            yield from project.reviews[group.name].history.files


def applied(project: Project) -> list[str]:
    """All statements, with the transactions that the tools open."""
    found: list[str] = []
    for file in histories(project):
        entries = [entry for entry in file.entries if not entry.down]
        for wrapped, members in groupby(entries, key=lambda entry: entry.done().session.wrapped):
            texts = [entry.statement.text for entry in members]
            found += ["BEGIN", *texts, "COMMIT"] if wrapped else texts
    return found


def undone(project: Project) -> list[str]:
    """The statements that undo all migrations, the last one first."""
    downs = [review.history.files[0] for review in project.reviews.values() if review.history.files]
    found: list[str] = []
    for file in reversed(list(histories(project))):
        found += [entry.statement.text for entry in file.entries if entry.down]
        found += [entry.statement.text for other in downs if undoes(other.path, file.path) for entry in other.entries]
    return found
