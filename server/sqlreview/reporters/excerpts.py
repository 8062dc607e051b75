"""Shows a line of source with carets under a range, aligned for tabs, wide and invisible characters."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from sqlreview.report import Range
from sqlreview.text import LineIndex

TAB = 4
"""Columns a tab moves to the next multiple of; terminals differ, so tabs are printed as spaces."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A printable line and what to print under it."""

    line: str
    carets: str


def excerpt_of(index: LineIndex, place: Range, width: int) -> Excerpt | None:
    """The first line of a range with carets, cut to `width` columns; None when the text has no such line."""
    number = place.start.line - 1
    if number >= len(index.starts):
        return None
    start, end = index.line_bounds(number)
    length = end - start
    first = min(place.start.column - 1, length)
    last = length
    if place.end.line == place.start.line:
        last = min(max(place.end.column - 1, first), length)
    left, right = _window(length, first, last, width)
    shown = index.text[start + left : start + right]
    if length <= width and shown.isascii() and shown.isprintable():
        return Excerpt(shown.rstrip(), " " * first + "^" * max(last - first, 1))
    cells = [_printed(character) for character in shown]
    if left:
        cells[0] = "…"
    if right < length:
        cells[-1] = "…"
    widths = _columns(cells)
    text = "".join(" " * width if cell == "\t" else cell for cell, width in zip(cells, widths, strict=True))
    before = sum(widths[: first - left])
    marked = max(sum(widths[first - left : last - left]), 1)
    return Excerpt(text.rstrip(), " " * before + "^" * marked)


def _window(length: int, first: int, last: int, width: int) -> tuple[int, int]:
    """The part of a long line to show: the marked characters with some before them; a line may be megabytes long."""
    if length <= width:
        return 0, length
    before = min(width // 4, 20)
    start = max(0, min(first - before, length - width)) if last > width - 1 else 0
    return start, min(start + width, length)


def _printed(character: str) -> str:
    """The character, or a stand-in for one that would move the cursor or colour the terminal."""
    if character == "\t" or character.isprintable():
        return character
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "" if unicodedata.category(character) in ("Mn", "Me") else "\ufffd" if code == 0x7F else "·"


def _columns(cells: list[str]) -> list[int]:
    widths: list[int] = []
    column = 0
    for cell in cells:
        width = TAB - column % TAB if cell == "\t" else _width(cell)
        widths.append(width)
        column += width
    return widths


def _width(cell: str) -> int:
    if cell.isascii():
        return len(cell)
    if unicodedata.combining(cell) or unicodedata.category(cell) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(cell) in "WF" else 1


def printable(text: str) -> str:
    """One line of text in which nothing commands the terminal."""
    line = " ".join(text.split())
    return line if line.isprintable() else "".join(_printed(character) for character in line)
