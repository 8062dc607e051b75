"""Runs the command line as `cases/*.txt` tell, and compares what it prints, returns and writes.

A case is a file of parts that begin with `--- `: `--- file NAME` puts a file into an empty directory,
`--- run ARGUMENTS` runs a command there with `--- stdin` before it as its input; `--- stdout`, `--- stderr`,
`--- exit CODE` and `--- after NAME` (the file's text by then) are what comes of it. `UPDATE=1 pytest tests/cli`
writes what came of it into the case.
"""

from __future__ import annotations

import io
import os
import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest

from sqlreview.cli import main

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
_PART = re.compile(r"(?m)^--- ([a-z]+)(?: (.*))?\n")
Part = tuple[str, str, str]


def parts_of(text: str) -> tuple[str, list[Part]]:
    title, *rest = _PART.split(text)
    return title, list(zip(rest[::3], [value or "" for value in rest[1::3]], rest[2::3], strict=True))


def printed(kind: str, value: str, text: str) -> str:
    return f"--- {kind} {value}".rstrip() + f"\n{text}"


@dataclass
class Session:
    """What the parts of a case share."""

    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch
    stdin: str = ""
    code: int = 0
    out: str = ""
    err: str = ""

    def run(self, arguments: str) -> None:
        self.monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(self.stdin.encode())))
        try:
            self.code = main(shlex.split(arguments))
        except SystemExit as exit:
            self.code = int(exit.code or 0)
        self.out, self.err = self.capsys.readouterr()

    def played(self, kind: str, value: str, text: str) -> tuple[str, str]:
        """The value and the text of a part after it has been played."""
        match kind:
            case "file":
                Path(value).parent.mkdir(parents=True, exist_ok=True)
                Path(value).write_bytes(text.encode())
            case "stdin":
                self.stdin = text
            case "run":
                self.run(value)
            case "stdout" | "stderr":
                return value, self.out if kind == "stdout" else self.err
            case "exit":
                return str(self.code), text
            case "after":
                return value, Path(value).read_bytes().decode()
        return value, text


@pytest.mark.usefixtures("demo_pack")
@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_transcript(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    (tmp_path / ".git").mkdir()
    wanted = case.read_text(encoding="utf-8")
    title, parts = parts_of(wanted)
    session = Session(capsys, monkeypatch)
    actual = title + "".join(printed(kind, *session.played(kind, value, text)) for kind, value, text in parts)
    actual = actual.replace(str(tmp_path), "<directory>")
    if os.environ.get("UPDATE"):
        case.write_text(actual, encoding="utf-8")
    assert actual == wanted
