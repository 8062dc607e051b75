"""A new rule passes from the first minute."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from sqlreview.dev.__main__ import main
from sqlreview.packs import rules_of
from sqlreview.reporters.as_rule_page import rule_page
from sqlreview.testing import failures_of

PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "fresh_rules"
    folder.mkdir()
    (folder / "__init__.py").write_text('"""Rules."""\n')
    monkeypatch.syspath_prepend(tmp_path)
    return folder


def test_the_new_rule_is_complete(package: Path) -> None:
    assert main(["new-rule", "locks/too-slow", "--package", str(package)]) == 0
    path = package / "locks" / "too_slow.py"
    (rule,) = rules_of(importlib.import_module("fresh_rules"))
    assert (rule.id, rule.__name__) == ("locks/too-slow", "TooSlow")
    assert [failure for example in rule.examples for failure in failures_of(rule, example)] == []
    assert "# The table is called replace_me." in rule_page(rule)
    for command in (["check"], ["format", "--check"]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *command, "--config", str(PYPROJECT), str(path)], capture_output=True
        )
        assert done.returncode == 0, done.stdout.decode()


@pytest.mark.parametrize("name", ["locks", "Locks/slow", "locks/Slow", "locks/slow_one", "a/b/c", "../x/y", ""])
def test_other_names_are_refused(name: str, package: Path) -> None:
    assert main(["new-rule", name, "--package", str(package)]) == 2
    assert [path.name for path in package.iterdir()] == ["__init__.py"]


def test_nothing_is_overwritten(package: Path) -> None:
    assert main(["new-rule", "locks/too-slow", "--package", str(package)]) == 0
    assert main(["new-rule", "locks/too-slow", "--package", str(package)]) == 2
    assert main(["new-rule", "locks/other", "--package", str(package / "nowhere")]) == 2
