"""Which files are found below a directory, in which order, and what is said of those that cannot be read."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from sqlreview.config import Config, load_config
from sqlreview.migrations import project
from sqlreview.migrations.project import SourceFile, discover, natural_key, read_source, write_source
from sqlreview.packs import Packs
from sqlreview.report import ReviewError

CONFIG = load_config({}, Packs(()))

ORDER = [
    "1_a.sql",
    "2_b.sql",
    "10_c.sql",
    "V1__a.sql",
    "V1.2__b.sql",
    "V1.10__c.sql",
    "V2__d.sql",
    "V10__e/1.sql",
    "V10__f.sql",
    "a/2/up.sql",
    "a/10/up.sql",
    "b.sql",
    "d/20170315133901_a/up.sql",
    "d/2017-03-16-120000_b/up.sql",
    "d/20170317000000_c/up.sql",
    "d/2017-03-18-120000-0000_d/up.sql",
]

CONTENTS = [
    pytest.param(b"a\r\nb", "a\r\nb", "utf-8", id="line ends stay"),
    pytest.param(b"\xef\xbb\xbfa", "a", "utf-8-sig", id="UTF-8 with a mark"),
    pytest.param("é".encode("utf-16"), "é", "utf-16", id="UTF-16"),
    pytest.param(b"\xfe\xff\0a", "a", "utf-16", id="UTF-16 big endian"),
    pytest.param("é".encode("utf-32"), "é", "utf-32", id="UTF-32"),
    pytest.param(b"", "", "utf-8", id="empty"),
]

UNREADABLE = [
    pytest.param(b"a\nb\xff", "is not UTF-8: byte 0xff at offset 3; save the file as UTF-8", 2, id="Latin-1"),
    pytest.param(b"a\0b", "is not a text file: it holds a NUL byte; exclude it in the configuration", None, id="NUL"),
    pytest.param(b"\xff\xfea", "is not valid UTF-16 although it begins with its mark", 1, id="half a character"),
    pytest.param(b"x" * 101, "is larger than", None, id="large"),
]


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("SELECT 1;\n")


def found(folder: Path, config: Config = CONFIG, *paths: str) -> list[str]:
    files = discover(paths or [str(folder)], config).files
    return [Path(file.path).relative_to(folder.as_posix()).as_posix() for file in files]


def test_natural_order() -> None:
    assert sorted(sorted(ORDER), key=natural_key) == ORDER


def test_a_directory_is_walked(tmp_path: Path) -> None:
    make(tmp_path, "10.sql", "9.SQL", "a/x.ddl", "a/notes.txt", "node_modules/x.sql", ".git/x.sql", "a/.venv/x.sql")
    os.symlink(tmp_path, tmp_path / "a" / "again")
    os.symlink(tmp_path / "10.sql", tmp_path / "same.sql")
    os.symlink(tmp_path / "gone", tmp_path / "gone.sql")
    discovery = discover([str(tmp_path), str(tmp_path / "a")], CONFIG)
    assert [Path(file.path).name for file in discovery.files] == ["9.SQL", "10.sql", "x.ddl"]
    assert [(Path(error.path).name, error.message) for error in discovery.errors] == [
        ("gone.sql", "cannot be read: no such file or directory")
    ]


def test_patterns_hold_for_directories_and_not_for_named_files(tmp_path: Path) -> None:
    make(tmp_path, "a.sql", "gen/b.sql", "gen/keep.sql", "c.gen.sql", "deep/gen/d.sql", "e.txt")
    config = replace(CONFIG, root=tmp_path, exclude=("/gen/", "*.gen.sql"))
    assert found(tmp_path, config) == ["a.sql", "deep/gen/d.sql"]
    assert found(tmp_path, config, str(tmp_path / "gen" / "b.sql")) == ["gen/b.sql"]
    assert found(tmp_path, replace(config, include=("*.txt", "gen/"))) == ["deep/gen/d.sql", "e.txt"]


def test_a_path_is_reported_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a/1.sql")
    monkeypatch.chdir(tmp_path)
    assert [file.path for file in discover(["."], CONFIG).files] == ["a/1.sql"]
    assert [file.path for file in discover(["./a/1.sql", "a"], CONFIG).files] == ["a/1.sql"]
    assert [file.path for file in discover([Path("a")], CONFIG).files] == ["a/1.sql"]


def test_files_that_undo_are_marked(tmp_path: Path) -> None:
    make(tmp_path, "1.up.sql", "1.DOWN.sql", "2/down.sql", "3_down.sql", "shutdown.sql")
    files = discover([str(tmp_path)], CONFIG).files
    assert [Path(file.path).name for file in files if file.down] == ["1.DOWN.sql", "down.sql"]


@pytest.mark.parametrize(("content", "text", "encoding"), CONTENTS)
def test_reading_and_writing(content: bytes, text: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.sql"
    path.write_bytes(content)
    path.chmod(0o640)
    file = read_source(str(path))
    assert file == SourceFile(path.as_posix(), text, False, encoding)
    assert isinstance(file, SourceFile)
    write_source(file, text)
    assert path.read_bytes() == content
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["a.sql"]


@pytest.mark.parametrize(("content", "message", "line"), UNREADABLE)
def test_unreadable(
    content: bytes, message: str, line: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(project, "MAX_BYTES", 100)
    make(tmp_path, "b.sql")
    (tmp_path / "a.sql").write_bytes(content)
    discovery = discover([str(tmp_path)], CONFIG)
    assert [Path(file.path).name for file in discovery.files] == ["b.sql"]
    (error,) = discovery.errors
    assert isinstance(error, ReviewError)
    assert error.message.startswith(message)
    assert error.line == line


def test_a_link_is_written_through(tmp_path: Path) -> None:
    make(tmp_path, "real.sql")
    os.symlink(tmp_path / "real.sql", tmp_path / "link.sql")
    file = read_source(str(tmp_path / "link.sql"))
    assert isinstance(file, SourceFile)
    write_source(file, "x")
    assert (tmp_path / "link.sql").is_symlink()
    assert (tmp_path / "real.sql").read_text() == "x"
