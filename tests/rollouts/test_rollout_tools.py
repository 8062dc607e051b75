"""A change that needs several migrations, written from the command line by the habits of every tool.

A case begins with its title; `--- file NAME` is a file before, `--- after NAME` one that was changed or created. Of
new files only those that hold a body are shown. `UPDATE=1 pytest tests/rollouts` writes what came of it into the case.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from test_follow_ups import NOW, applied, put, stored, undone

from sqlreview.cli import main
from sqlreview.config import load_config
from sqlreview.migrations.project import discover
from sqlreview.project import Project

TOOLS = sorted((Path(__file__).parent / "tools").glob("*.txt"))
SETTINGS = {"select": ["locks/column-type-rewrite"], "engine": "postgres 16"}
_PART = re.compile(r"(?m)^--- (file|after) (.*)\n")

each_tool = pytest.mark.parametrize("case", TOOLS, ids=[case.stem for case in TOOLS])


def before(case: Path) -> dict[str, str]:
    _, *rest = _PART.split(case.read_text())
    return {name: text for kind, name, text in zip(rest[::3], rest[1::3], rest[2::3], strict=True) if kind == "file"}


@pytest.fixture
def directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    (tmp_path / "sqlreview.toml").write_text('select = ["locks/column-type-rewrite"]\nengine = "postgres 16"\n')
    return tmp_path


def fix() -> int:
    return main(["check", "--fix", "--unsafe-fixes", "."])


@each_tool
def test_the_command_line_writes_what_the_tool_reads(case: Path, directory: Path) -> None:
    files = before(case)
    put(files)
    fix()
    after = {name: text for name, text in stored().items() if files.get(name) != text and name != "sqlreview.toml"}
    kept = [name for name in after if name in files or "_fill" in name or "-fill" in name or "sync" in name]
    shown = case.read_text().split("--- after ", 1)[0]
    shown += "".join(f"--- after {name}\n{after[name] if name in kept else ''}" for name in after)
    if os.environ.get("UPDATE"):
        case.write_text(shown)
    assert shown == case.read_text()
    known = stored()
    assert fix() == (0 if after else 1)
    assert stored() == known


@each_tool
@pytest.mark.server
def test_a_server_runs_it_and_goes_back(case: Path, directory: Path, postgres: Callable[[], Any]) -> None:
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    put(before(case))
    fix()
    config = load_config(dict(SETTINGS))
    project = Project(discover(["."], config).files, config)
    connection = postgres()
    for sql in applied(project):
        connection.execute(sql)
    query = "SELECT pg_typeof(id)::text, count(*) OVER (), id::text FROM orders WHERE total = 99"
    assert connection.execute(query).fetchall() == [("bigint", 1, "99")]
    for sql in undone(project):
        connection.execute(sql)
    assert connection.execute("SELECT to_regclass('orders') IS NULL").fetchone() == (bool(undone(project)),)
