"""Tables of columns and types below the headings of a document, which describe tables of a database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlreview.patterns import regex
from sqlreview.text import Span

_LINE = regex(r"[^\r\n]++")
_HEADING = regex(
    r"[ ]{0,3}#{1,6}[ \t]++(?:Table:?[ \t]++)?[`\"]?([A-Za-z_][\w.]*+)[`\"]?(?:[ \t]++(?i:table))?[ \t#]*+\Z"
)
_ANY_HEADING = regex(r"[ ]{0,3}#{1,6}[ \t]")
_CELL = regex(r"(?:[^|\\]++|\\[\s\S])++|(?=\|)")
_SEPARATOR = regex(r"[ \t]*+\|?(?:[ \t]*+:?-++:?[ \t]*+\|?)++[ \t]*+\Z")
_NAME = regex(r"[A-Za-z_]\w*+")
_COLUMN_WORDS = ("column", "field", "name", "column name", "field name", "attribute")
_TYPE_WORDS = ("type", "data type", "datatype", "sql type")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, without the marks of Markdown, and where."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class DescribedTable:
    """A heading that names a table, and the columns and types listed below it."""

    name: Cell
    rows: tuple[tuple[Cell, Cell], ...]


def described_tables(text: str) -> list[DescribedTable]:
    """The tables that a document describes; it has no other headings than one name each."""
    if "|" not in text:
        return []
    found: list[DescribedTable] = []
    heading: Cell | None = None
    lines = [(line.start(), line[0]) for line in _LINE.finditer(text)]
    for number, (start, line) in enumerate(lines):
        if _ANY_HEADING.match(line):
            named = _HEADING.match(line)
            heading = Cell(named[1], Span(*named.span(1)).shifted(start)) if named else None
        elif heading is not None and "|" in line and _is_separated(lines, number):
            places = _columns_of(_cells(line, start))
            if places is not None:
                found.append(DescribedTable(heading, tuple(_rows(lines[number + 2 :], *places))))
                heading = None
    return found


def _is_separated(lines: list[tuple[int, str]], number: int) -> bool:
    return number + 1 < len(lines) and _SEPARATOR.match(lines[number + 1][1]) is not None


def _columns_of(header: list[Cell]) -> tuple[int, int] | None:
    """The places of the name and the type among the cells of a header."""
    words = [cell.text.lower() for cell in header]
    name = next((place for place, word in enumerate(words) if word in _COLUMN_WORDS), None)
    kind = next((place for place, word in enumerate(words) if word in _TYPE_WORDS), None)
    return (name, kind) if name is not None and kind is not None else None


def _rows(lines: list[tuple[int, str]], name: int, kind: int) -> Iterator[tuple[Cell, Cell]]:
    for start, line in lines:
        if "|" not in line:
            return
        cells = _cells(line, start)
        if len(cells) <= max(name, kind):
            return
        named = _NAME.match(cells[name].text)
        if named is not None:
            yield Cell(named[0], cells[name].span), cells[kind]


def _cells(line: str, start: int) -> list[Cell]:
    """The cells of a row."""
    inner = line.strip()
    first = line.index(inner) + inner.startswith("|")
    stop = line.index(inner) + len(inner) - (inner.endswith("|") and len(inner) > 1)
    cells: list[Cell] = []
    at = first
    while at <= stop:
        match = _CELL.match(line, at, stop)
        end = match.end() if match else at
        written = line[at:end]
        said = written.strip()
        begin = at + (written.index(said) if said else 0)
        cells.append(Cell(said.strip("`*_ "), Span(begin, begin + len(said)).shifted(start)))
        at = end + 1
    return cells
