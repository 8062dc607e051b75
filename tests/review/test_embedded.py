"""Documents and programs are reviewed where they stand: `embedded/*.txt` are projects and what is found in them.

`--- file NAME` begins a file, `--- rules` names what is switched on, `--- found` lists file, line, column, severity and
rule, `--- fixed NAME` is a file after all fixes. `UPDATE=1 pytest tests/review/test_embedded.py` writes what is found.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from sqlreview.config import load_config
from sqlreview.fixes import fix_files
from sqlreview.migrations.project import SourceFile
from sqlreview.project import Project

CASES = sorted((Path(__file__).parent / "embedded").glob("*.txt"))
_PART = re.compile(r"(?m)^--- (file|rules|found|fixed) ?(.*)\n")


def parts_of(path: Path) -> tuple[str, list[tuple[str, str, str]]]:
    title, *rest = _PART.split(path.read_text(encoding="utf-8"))
    return title, list(zip(rest[::3], rest[1::3], rest[2::3], strict=True))


def found_in(project: Project) -> str:
    lines = []
    for finding in project.report().findings:
        start = finding.range.start
        lines.append(f"{finding.path}:{start.line}:{start.column} {finding.severity} {finding.rule}\n")
    return "".join(lines)


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_case(path: Path) -> None:
    title, parts = parts_of(path)
    files = [SourceFile(name, text) for kind, name, text in parts if kind == "file"]
    rules = next((text.split() for kind, _, text in parts if kind == "rules"), ["default"])
    config = load_config({"select": rules})
    played = [title]
    for kind, name, text in parts:
        if kind == "found":
            text = found_in(Project(files, config))
        elif kind == "fixed":
            text = fix_files(files, config, unsafe=True).texts[name]
        played.append(f"--- {kind} {name}".rstrip() + f"\n{text}")
    if os.environ.get("UPDATE"):
        path.write_text("".join(played), encoding="utf-8")
    else:
        assert "".join(played) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_an_edited_file_has_the_findings_of_one_that_was_written_so(path: Path) -> None:
    _, parts = parts_of(path)
    files = [SourceFile(name, text) for kind, name, text in parts if kind == "file"]
    config = load_config({})
    for number, file in enumerate(files):
        if file.path.endswith(".sql"):
            continue
        half = len(file.text) // 2
        begun = SourceFile(file.path, file.text[:half])
        project = Project([*files[:number], begun, *files[number + 1 :]], config)
        project.edit(file.path, half, half, file.text[half:])
        if not project.is_outdated:
            assert found_in(project) == found_in(Project(files, config))
