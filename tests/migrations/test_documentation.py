"""The page about migration tools names every tool, and nothing but tools."""

from __future__ import annotations

import re
from pathlib import Path

from sqlreview.migrations.conventions import IDS

PAGE = Path(__file__).parents[2] / "docs" / "conventions.md"


def test_every_tool_is_described() -> None:
    rows = re.findall(r"(?m)^\| `([a-z-]+)` \|", PAGE.read_text(encoding="utf-8"))
    assert sorted(rows) == sorted(IDS)
