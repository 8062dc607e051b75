"""Splits an edited file again, from the edit on and only as far as it reaches."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlreview.sql.engines import Engine
from sqlreview.sql.source import has_delimiters
from sqlreview.sql.statements import MOST_RECOVERIES, SourceStatement, split_from, split_statements


class Placed(Protocol):
    """Whatever stands for a statement: where it begins, and whether a terminator ends it."""

    @property
    def start(self) -> int:
        """Offset of its first character."""

    @property
    def terminated(self) -> bool:
        """Whether a terminator ends it."""


@dataclass(frozen=True, slots=True)
class Resplit:
    """What an edit does to the statements of a file: those from `first` to before `last` become `fresh`."""

    first: int
    last: int
    fresh: list[SourceStatement]


def resplit(
    statements: Sequence[Placed],
    text: str,
    engine: Engine,
    start: int,
    removed: int,
    inserted: int,
    broken: int,
    before: str = "",
) -> Resplit:
    """How the statements change when `removed` characters at `start` were replaced by `inserted` ones, giving `text`.

    `broken` is the number of statements that are not terminated, `before` the text until now. The result is that of
    `split_statements(text)`, but only what the edit can have changed is read; statements after it keep their text and
    move. A file that tells the mysql client of delimiters, on which everything behind depends, is split anew.
    """
    if engine.family == "mysql" and (has_delimiters(text) or has_delimiters(before)):
        return Resplit(0, len(statements), split_statements(text, engine))
    first = _restart(statements, _opened_before(text, start), broken)
    begin = statements[first].start if first >= 0 else 0
    shift = inserted - removed
    ahead = max(first + 1, bisect_right(statements, start + removed, key=_start_of))
    later = {statements[index].start + shift: index for index in range(ahead, min(ahead + _STOPS, len(statements)))}
    fresh, hit = split_from(text, engine, begin, later)
    change = Resplit(max(first, 0), len(statements) if hit is None else later[hit], fresh)
    if 2 * broken + _broken(fresh) < MOST_RECOVERIES:  # neither the old nor the new split ran out of recoveries
        return change
    return Resplit(0, len(statements), split_statements(text, engine))


def _broken(statements: Iterable[Placed]) -> int:
    return sum(not statement.terminated for statement in statements)


_STOPS = 1000
"""How many statements after an edit are tried as places where the old split goes on."""


def _start_of(statement: Placed) -> int:
    return statement.start


def _opened_before(text: str, start: int) -> int:
    """Where a template or a name in brackets begins that the edit at `start` may have closed, over terminators."""
    if "{" not in text and "[" not in text:
        return start
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    return min(_opened(text, opening, closing, floor, start) for opening, closing, floor in _pairs(line))


def _pairs(line: int) -> tuple[tuple[str, str, int], ...]:
    return ("{{", "}}", line), ("[", "]", line), ("{%", "%}", 0), ("{#", "#}", 0)


def _opened(text: str, opening: str, closing: str, floor: int, start: int) -> int:
    at = text.find(opening, max(floor, text.rfind(closing, floor, start)), start)
    return at if at >= 0 else start


def _restart(statements: Sequence[Placed], offset: int, broken: int) -> int:
    """Index of the statement from which the split may differ after an edit at `offset`; -1 for the file's beginning.

    Where a broken statement ends can depend on everything that follows it.
    """
    last = bisect_left(statements, offset, key=_start_of) - 1
    if not broken:
        return last
    return next((index for index in range(last) if not statements[index].terminated), last)
