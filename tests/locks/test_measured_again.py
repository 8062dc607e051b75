"""The tables of MariaDB and SQLite are what the servers at hand do: a few telling cases, measured again."""

import copy
import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from sqlreview.dev.measure.cases import folded, known_facts, write_table
from sqlreview.dev.measure.command import Request, run_measure

FOLDER = Path(__file__).parent
SQLITE = (
    *("ALTER TABLE t DROP COLUMN w", "ALTER TABLE t ADD COLUMN z INTEGER CHECK (z > 0)", "VACUUM", "BEGIN EXCLUSIVE"),
    *("CREATE INDEX z ON t (n)", "DELETE FROM t", "PRAGMA integrity_check", "CREATE TEMP TABLE q (id INTEGER)"),
    *("ALTER TABLE t ADD COLUMN z INTEGER NOT NULL", "ALTER TABLE t ALTER COLUMN n TYPE TEXT"),
)
MARIADB = (
    *("ALTER TABLE t ADD COLUMN z INT", "ALTER TABLE t MODIFY COLUMN n BIGINT NULL", "CREATE INDEX ni ON t (n)"),
    *("ALTER TABLE t ENGINE=MyISAM", "ALTER TABLE t MODIFY n BIGINT, ALGORITHM=INSTANT", "TRUNCATE TABLE t"),
)


def damaged(engine, statements, version, tmp_path):
    """A table with some cases whose facts are wrong, and the cases as they should be."""
    table = json.loads((FOLDER / f"{engine}_truth.json").read_text(encoding="utf-8"))
    alone = [case for case in table["cases"] if "t" in case["with"] and len(case["run"]) == 1]
    first = {case["run"][0]: case for case in reversed(alone)}
    good = [copy.deepcopy(first[statement]) for statement in statements]
    table["cases"] = copy.deepcopy(good)
    for case in table["cases"]:
        facts = known_facts(case)
        facts[version] = {"lock": "WRONG"}
        case["facts"] = folded(facts)
    path = tmp_path / "table.json"
    write_table(path, table)
    return path, good


def test_sqlite(tmp_path, capsys):
    version = ".".join(sqlite3.sqlite_version.split(".")[:2])
    path, good = damaged("sqlite", SQLITE, version, tmp_path)
    assert run_measure(Request(path)) == 1
    assert "VACUUM" in capsys.readouterr().out
    assert run_measure(Request(path, write=True)) == 0
    written = json.loads(path.read_text(encoding="utf-8"))["cases"]
    if version in {key for case in good for key in known_facts(case)}:
        assert written == good
    assert run_measure(Request(path)) == 0


def test_another_sqlite_is_not_at_hand(tmp_path, capsys):
    path, _ = damaged("sqlite", SQLITE[:1], "3.40", tmp_path)
    assert run_measure(Request(path, versions=("3.7",))) == 2
    assert "no SQLite 3.7" in capsys.readouterr().err


@pytest.mark.server
def test_mariadb(tmp_path):
    pytest.importorskip("pymysql", reason="pymysql is not installed")
    from sqlreview.dev.measure.mariadb_server import found_mariadb

    if "10.11" not in found_mariadb() or shutil.which("mariadb-install-db") is None:
        pytest.skip("MariaDB 10.11 is not installed")
    path, good = damaged("mariadb", MARIADB, "10.11", tmp_path)
    assert run_measure(Request(path, versions=("10.11",), write=True)) == 0
    assert json.loads(path.read_text(encoding="utf-8"))["cases"] == good
