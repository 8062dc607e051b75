"""Placeholders for values a fix adds, in the style of those the statement has."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from sqlreview.patterns import regex

_NUMBERED = regex(r"\$(\d{1,5})")


def new_placeholders(text: str, neighbour: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """One placeholder for each name; `neighbour` is a placeholder of the statement, empty when it has none.

    Numbered placeholders get the lowest numbers that `text` does not hold.
    """
    match neighbour[:1]:
        case "?":
            return ("?",) * len(names)
        case "%":
            return tuple("%s" if neighbour == "%s" else f"%({name})s" for name in names)
        case ":" | "@":
            return tuple(neighbour[0] + name for name in names)
    numbers = _free_numbers(text)
    return tuple(f"${next(numbers)}" for _ in names)


def _free_numbers(text: str) -> Iterator[int]:
    taken = {int(number) for number in _NUMBERED.findall(text)}
    return (number for number in count(1) if number not in taken)
