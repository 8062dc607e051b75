"""Twice the statements make twice the calls: no rule and no fold walks over the whole file for each of them."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from sqlreview.config import load_config
from sqlreview.migrations.project import SourceFile
from sqlreview.project import Project, rules_of_config
from sqlreview.ruleset import RuleSet

BENCH = Path(__file__).parents[2] / "bench"
SIZE = 60
MOST = 2.25
"""What is done once per run makes the factor smaller than 2; walks over short lists may make it a little larger."""
SHAPES = [
    "changes",
    "drops",
    "create-drop",
    "renames",
    "rename-columns",
    "drop-columns",
    "truncates",
    "transaction",
    "transaction-writes",
    "commits",
    "begins",
    "backfills",
    "settings",
    "indexes",
    "drop-indexes",
    "moves",
    "checks",
    "uniques",
    "foreign-keys",
    "children",
    "partitions",
    "list-partitions",
    "inherited",
    "triggers",
    "policies",
    "add-columns",
    "alter-columns",
    "actions",
    "columns",
    "drop-list",
    "body",
    "body-table",
    "labels",
    "inserts",
    "ignored",
    "ignored-in-vain",
    "ignored-blocks",
    "ignored-open-blocks",
    "ignored-ends",
    "ignored-files",
    "ignored-list",
    "ignored-inside",
]


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    """Every rule there is."""
    return rules_of_config(load_config({"select": ["all"]}))


@pytest.mark.parametrize("name", SHAPES)
def test_calls_grow_with_the_input(name: str, rules: RuleSet, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counts the Python calls of a review; statements are read beforehand, so that what counts is judging them."""
    monkeypatch.syspath_prepend(str(BENCH))
    shape = importlib.import_module("scaling").SHAPES[name]
    small, large = shape(SIZE), shape(2 * SIZE)
    _calls(large, rules)
    assert _calls(large, rules) < MOST * _calls(small, rules)


def _calls(text: str, rules: RuleSet) -> int:
    counted = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal counted
        counted += event == "call"

    project_files = [SourceFile("0001_first.sql", text)]
    config = load_config({})
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        Project(project_files, config, rules=rules).report()
    finally:
        sys.setprofile(before)
    return counted
