"""What `sqlreview init` writes changes nothing: the layouts of tests/migrations are told the same with the file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sqlreview.cli import main
from sqlreview.config import config_for
from sqlreview.migrations.project import discover
from sqlreview.project import Project

LAYOUTS = sorted((Path(__file__).parents[1] / "migrations" / "layouts").glob("*.txt"))
_FILE = re.compile(r"(?m)^--- (file|layout|next)(?: (.*))?\n")


def told(folder: Path) -> tuple[object, ...]:
    """Everything that depends on engines and tools."""
    config = config_for(folder)
    project = Project(discover(["."], config).files, config)
    groups = [
        (
            group.name,
            [file.path for file in group.files],
            group.schema,
            group.engine,
            group.convention.id,
            group.foreign,
        )
        for group in project.groups
    ]
    report = project.report()
    return groups, report.findings, report.notes, report.not_analysed


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.stem)
def test_the_written_configuration_changes_nothing(
    layout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1738326615")  # fixes name new files after the time
    (tmp_path / ".git").mkdir()
    _, *parts = _FILE.split(layout.read_text(encoding="utf-8"))
    for kind, name, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        if kind == "file" and name != "sqlreview.toml":
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(text, encoding="utf-8", newline="")
    before = told(tmp_path)
    assert main(["init"]) == 0
    assert "wrote sqlreview.toml" in capsys.readouterr().err
    assert told(tmp_path) == before
