"""Which pages of an SQLite file belong to which table or index, and which of them a transaction has written.

The formats are those of https://www.sqlite.org/fileformat2.html.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_INTERIOR = (2, 5)
_WAL_HEADER = 32
_FRAME_HEADER = 24


@dataclass(frozen=True, slots=True)
class Tree:
    """A table or an index, with the pages that hold its rows or entries."""

    table: str
    """The table it is, or belongs to."""
    is_table: bool
    leaves: frozenset[int]


def trees_in(path: Path) -> dict[str, Tree]:
    """Every table and index of a database that nobody has open, by name."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as session:
        size = session.execute("PRAGMA page_size").fetchone()[0]
        stored = session.execute(
            "SELECT type, name, tbl_name, rootpage FROM sqlite_master WHERE rootpage > 0"
        ).fetchall()
    session.close()
    data = path.read_bytes()
    return {
        name: Tree(table, kind == "table", frozenset(_leaves(data, size, root))) for kind, name, table, root in stored
    }


def _leaves(data: bytes, size: int, root: int) -> Iterator[int]:
    waiting = [root]
    while waiting:
        number = waiting.pop()
        begin = (number - 1) * size
        header = begin + (100 if number == 1 else 0)
        if data[header] not in _INTERIOR:
            yield number
            continue
        cells = int.from_bytes(data[header + 3 : header + 5], "big")
        waiting.append(int.from_bytes(data[header + 8 : header + 12], "big"))
        for cell in range(cells):
            place = header + 12 + 2 * cell
            pointer = begin + int.from_bytes(data[place : place + 2], "big")
            waiting.append(int.from_bytes(data[pointer : pointer + 4], "big"))


def pages_written(path: Path) -> frozenset[int]:
    """The pages in the write-ahead log of a database."""
    log = path.with_name(path.name + "-wal")
    data = log.read_bytes() if log.exists() else b""
    if len(data) < _WAL_HEADER:
        return frozenset()
    size = int.from_bytes(data[8:12], "big")
    step = _FRAME_HEADER + size
    return frozenset(
        int.from_bytes(data[place : place + 4], "big") for place in range(_WAL_HEADER, len(data) - step + 1, step)
    )
