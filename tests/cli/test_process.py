"""What only a process of its own shows: pipes that close, and what is imported."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SLOW_IMPORTS = ("pygls", "lsprotocol", "cattrs")


def test_a_reader_that_leaves_early_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        done = subprocess.run(
            [sys.executable, "-m", "sqlreview", "rules"], stdout=closed, stderr=subprocess.PIPE, timeout=60
        )
    assert done.stderr == b""


def test_the_language_server_is_not_imported(tmp_path: Path) -> None:
    path = tmp_path / "a.sql"
    path.write_text("CREATE TABLE a (id bigint PRIMARY KEY);\n")
    code = f"""
import sys
from sqlreview.cli import main
main(["check", {str(path)!r}])
print([name for name in {SLOW_IMPORTS!r} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60)
    assert done.stderr == b""
    assert done.stdout.splitlines()[-1] == b"[]"


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["check", "--help"], ["rules"]])
def test_what_needs_no_files(arguments: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", "sqlreview", *arguments], capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
