"""Finds marks of database products in the code of a file, not in its comments and strings, and quickly."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from sqlreview.patterns import regex

READ = 30_000
"""How many characters of a file are looked at; marks stand in its beginning."""

CERTAIN = 4
"""The weight that decides."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that some products accept and others do not."""

    product: str
    shown: str
    """How it is called when it was found."""
    needle: str
    """The upper-case characters it begins with, by which it is found; whole words."""
    then: str = r"(?!\w)"
    """What must match behind them."""
    weight: int = CERTAIN
    """Half of what decides if another mark has to stand by it; 1 if SQLite takes it as well."""


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """Marks that are sought together, by the words that tell whether one may be there."""

    listed: tuple[Mark, ...]
    by_word: dict[bytes, list[int]]
    wordless: tuple[int, ...]


_FREQUENT = frozenset({"CREATE", "ALTER", "TABLE", "COLUMN", "SELECT", "INDEX", "UNIQUE", "DEFAULT", "BEGIN", "COMMIT"})


def marks_of(*marks: Mark) -> Marks:
    """Marks ready to be sought in many files."""
    by_word: dict[bytes, list[int]] = {}
    wordless: list[int] = []
    for number, mark in enumerate(marks):
        words = re.findall(r"\w+", mark.needle)
        if words:
            rarest = max(words, key=lambda word: (word not in _FREQUENT, len(word)))
            by_word.setdefault(rarest.encode(), []).append(number)
        else:
            wordless.append(number)
    return Marks(marks, by_word, tuple(wordless))


def marks_in(text: str, marks: Marks) -> Iterator[Mark]:
    """Those of `marks` that stand in the code of a file, in their order."""
    upper, words = _words_of(text[:READ])
    asked = {number for word in marks.by_word.keys() & words for number in marks.by_word[word]}
    asked.update(number for number in marks.wordless if marks.listed[number].needle in upper)
    code = _Code(upper)
    for number in sorted(asked):
        if code.has(marks.listed[number]):
            yield marks.listed[number]


_NO_WORD = bytes(code if chr(code).isalnum() or chr(code) == "_" or code > 127 else 32 for code in range(256))


@lru_cache(maxsize=2)
def _words_of(text: str) -> tuple[str, frozenset[bytes]]:
    """A file in upper case, and the words in it."""
    upper = text.upper()
    return upper, frozenset(upper.encode("utf-8", "replace").translate(_NO_WORD).split())


_HIDDEN = regex(
    r"--[^\r\n]*+|/\*(?!M?+!)(?:[^*]++|\*(?!/))*+(?:\*/|\Z)|'(?:[^'\\]++|\\.|'')*+(?:'|\Z)"
    r"|(\$(?:[A-Z_]\w*+)?+\$)(?:[^$]++|(?!\1)\$)*+(?:\1|\Z)",
    re.S,
)
"""Comments, strings and dollar-quoted bodies; a backslash escapes, as in the engine that writes most quotes so."""
_TRIES = 20
"""In how many comments and strings a mark is met before it counts as absent."""


class _Code:
    """An upper-case file; where its comments and strings lie is found as far as it is asked for."""

    __slots__ = ("hidden", "read", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.hidden: list[tuple[int, int]] = []
        self.read = 0

    def has(self, mark: Mark) -> bool:
        """Whether the mark stands in the code."""
        text, needle, then = self.text, mark.needle, _compiled(mark.then)
        at, tries = text.find(needle), 0
        while at >= 0 and tries < _TRIES:
            inside = needle[0].isalpha() and at > 0 and (text[at - 1].isalnum() or text[at - 1] == "_")
            if not inside and then.match(text, at + len(needle)):
                tries += 1
                if self._is_code(at):
                    return True
            at = text.find(needle, at + 1)
        return False

    def _is_code(self, at: int) -> bool:
        while self.read <= at:
            match = _HIDDEN.search(self.text, self.read)
            if match is None:
                self.read = len(self.text) + 1
                break
            self.hidden.append(match.span())
            self.read = match.end()
        index = bisect_right(self.hidden, (at, len(self.text))) - 1
        return index < 0 or self.hidden[index][1] <= at or self.hidden[index][0] == at


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return regex(pattern, re.M)
