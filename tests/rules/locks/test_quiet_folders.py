"""Reviews the folders of `folders/*.txt`: what the pack `locks` says about them, and what it leaves unsaid.

A case is a file of parts that begin with `--- `: `--- file NAME` puts a file into an empty directory (`sqlreview.toml`
configures), and `--- told` has a line for each finding of the pack, `--- told with fixes` with the titles of its fixes.
Every case holds SQL that other circumstances would make a finding of. `UPDATE=1 pytest tests/rules/locks` writes what
is told into the case.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sqlreview.config import config_for
from sqlreview.migrations.project import discover
from sqlreview.project import Project

CASES = sorted((Path(__file__).parent / "folders").glob("*.txt"))
_PART = re.compile(r"(?m)^--- (file|told)(?: (.*))?\n")


def told(project: Project, with_fixes: bool) -> Iterator[str]:
    """A line for each finding of the pack."""
    for finding in project.report().findings:
        if finding.rule.startswith("locks/"):
            fixes = "".join(f" [{fix.title}]" for fix in finding.fixes if with_fixes)
            yield f"{finding.path}:{finding.range.start.line} {finding.severity.value} {finding.rule}{fixes}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_folder(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = case.read_text(encoding="utf-8")
    _, *parts = _PART.split(text)
    for kind, name, content in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        if kind == "file":
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
    assert parts[-3] == "told", "what is told comes last"
    config = config_for(tmp_path)
    project = Project(discover(["."], config).files, config)
    found = "".join(f"{line}\n" for line in told(project, parts[-2] == "with fixes"))
    if os.environ.get("UPDATE"):
        case.write_text(text.removesuffix(parts[-1]) + found, encoding="utf-8")
    assert found == parts[-1]
