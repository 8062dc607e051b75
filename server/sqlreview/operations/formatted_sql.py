"""The places of a format() pattern of PostgreSQL into which values go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlreview.patterns import regex
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Edit, Span

_PLACE = regex(r"%(?:%|(?:(\d++)\$)?+-?+(?:\d++|\*(?:\d++\$)?+)?+([sIL]))")
_CONTENT = regex(r"(?s)(?:[eE]?'|(\$(?:\w*+)\$))(.*)(?:'|\1)\Z")


@dataclass(frozen=True, slots=True)
class Gap:
    """One %s, %I or %L, with the text since the one before."""

    before: str
    kind: str
    """s, I or L; empty for the end of the pattern."""
    argument: int
    """Number of the argument behind the pattern, from 0 on."""
    span: Span
    around: tuple[str, str] = ("", "")
    """The characters directly before and after it, as they are written."""
    quote: str = "''"
    """How a single quote is written in the pattern."""

    def edits(self, position: str) -> tuple[Edit, ...]:
        """The edit that lets format() quote the value; none where only a part of a name or string is filled in."""
        place, (left, right) = self.span, self.around
        letter = "I" if position == "identifier" else "L"
        marks = {"identifier": '"', "quoted": self.quote}.get(position, "")
        last = Edit.replace(Span(place.end - 1, place.end), letter)
        if marks and left.endswith(marks) and right.startswith(marks):
            size = len(marks)
            return (
                Edit.delete(Span(place.start - size, place.start)),
                last,
                Edit.delete(Span(place.end, place.end + size)),
            )
        is_apart = not re.search(r"[\w\"'%]\Z", left) and not re.match(r"[\w\"'%]", right)
        return (last,) if position in ("identifier", "value") and is_apart else ()


def gaps_of(tokens: Tokens, pattern: tuple[int, int]) -> Iterator[Gap]:
    """The places of a pattern of one or more literals in order, and its end."""
    argument = 0
    for index in range(*pattern):
        written = tokens.text(index)
        match = _CONTENT.match(written)
        content, start = (match[2], tokens.starts[index] + match.start(2)) if match else (written, tokens.starts[index])
        quote = "'" if match and match[1] else "''"
        position = 0
        for place in _PLACE.finditer(content):
            if not place[2]:
                continue
            argument = int(place[1]) - 1 if place[1] else argument
            before = content[position : place.start()].replace(quote, "'")
            around = content[max(0, place.start() - 2) : place.start()], content[place.end() : place.end() + 2]
            yield Gap(before, place[2], argument, Span(start + place.start(), start + place.end()), around, quote)
            argument += 1
            position = place.end()
        yield Gap(content[position:].replace(quote, "'"), "", argument, Span(start, start))
