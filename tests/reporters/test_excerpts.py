"""Shows the lines of `excerpts.txt`: `=== title (width)`, a text with the range between ⟦ and ⟧, `---`, the excerpt.

`UPDATE=1 pytest tests/reporters` writes the excerpts. `\\t`, `\\e` and the like stand for the characters they name.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from sqlreview.report import Position, Range
from sqlreview.reporters.excerpts import excerpt_of
from sqlreview.text import LineIndex

CASES = Path(__file__).parent / "excerpts.txt"
_CASE = re.compile(r"(?ms)^=== ([^\n]*?)(?: \((\d+)\))?\n(.*?)^---\n(.*?)(?=^=== |\Z)")
_ESCAPES = {"\\t": "\t", "\\e": "\x1b", "\\r": "\r", "\\0": "\0", "\\u": "\u202e", "\\z": "\u200b", "\\m": "\u0301"}


def position(index: LineIndex, offset: int) -> Position:
    line, column = index.position(offset)
    return Position(line + 1, column + 1, offset)


def shown(text: str, width: int) -> str:
    for name, character in _ESCAPES.items():
        text = text.replace(name, character)
    text = text.rstrip("\n")
    start, end = text.index("⟦"), text.index("⟧") - 1
    index = LineIndex(text.replace("⟦", "").replace("⟧", ""))
    excerpt = excerpt_of(index, Range(position(index, start), position(index, end)), width)
    assert excerpt is not None
    assert all(character.isprintable() for character in excerpt.line)
    return f"|{excerpt.line}\n|{excerpt.carets}\n"


@pytest.mark.parametrize("case", [*_CASE.finditer(CASES.read_text(encoding="utf-8"))], ids=lambda case: case[1])
def test_excerpt(case: re.Match[str]) -> None:
    actual = shown(case[3], int(case[2] or 100))
    if os.environ.get("UPDATE"):
        whole = CASES.read_text(encoding="utf-8")
        CASES.write_text(whole.replace(case[0], case[0].removesuffix(case[4]) + actual), encoding="utf-8")
    assert actual == case[4]
