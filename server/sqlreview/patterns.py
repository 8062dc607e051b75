"""Regular expressions with possessive repeats, right on every Python.

CPython 3.11.0 to 3.11.4, among them the Python of Debian 12, go on behind an attempt that failed inside a possessive
repeat of a group (python/cpython#106052). There such a repeat is written as a greedy one in an atomic group, which
means the same.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

_REPEATS_ARE_RIGHT = sys.version_info >= (3, 11, 5)
_REPEAT = re.compile(r"(\*|\+|\?|\{\d*,?\d*\})\+")


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`."""
    return re.compile(portable(pattern, flags), flags)


def portable(pattern: str, flags: int = 0) -> str:
    """The pattern as this Python gets it right, for functions of `re` that compile it when it is used."""
    return pattern if _REPEATS_ARE_RIGHT else with_atomic_groups(pattern, flags)


def with_atomic_groups(pattern: str, flags: int = 0) -> str:
    """The pattern with every possessive repeat of a group as an atomic group."""
    out: list[str] = []
    begins: list[int] = []
    at = 0
    for start, end in _marks(pattern, bool(flags & re.X)):
        out.append(pattern[at:start])
        at = end
        if pattern[start] == "(":
            begins.append(len(out))
            out.append("(")
            continue
        out.append(")")
        begin = begins.pop()
        repeat = _REPEAT.match(pattern, end)
        if repeat:
            out[begin] = f"(?>{out[begin]}"
            out.append(f"{repeat[1]})")
            at = repeat.end()
    out.append(pattern[at:])
    return "".join(out)


def _marks(pattern: str, verbose: bool) -> Iterator[tuple[int, int]]:
    """The places of the parentheses that open and close groups."""
    at = 0
    while at < len(pattern):
        character = pattern[at]
        if character == "\\":
            at += 2
        elif character == "[":
            at = _after_class(pattern, at)
        elif character == "#" and verbose:
            end = pattern.find("\n", at)
            at = len(pattern) if end < 0 else end
        else:
            if character in "()":
                yield at, at + 1
            at += 1


def _after_class(pattern: str, start: int) -> int:
    """The place behind a set of characters; a `]` that comes first is one of them."""
    at = start + (2 if pattern.startswith("[^", start) else 1)
    at += pattern.startswith("]", at)
    while at < len(pattern) and pattern[at] != "]":
        at += 2 if pattern[at] == "\\" else 1
    return at + 1
