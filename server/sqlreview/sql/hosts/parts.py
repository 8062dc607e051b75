"""Pieces of SQL in a file of another kind, and the text in which nothing else is left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from sqlreview.patterns import regex
from sqlreview.sql.hosts.contents import Contents
from sqlreview.text import Span

BORDER, LATER, GOES_ON, SENT = "\x1c", "\x1d", "\x1e", "\x1f"
"""Stand in a masked text where a piece of SQL begins or ends, where one begins that changes what is in use, or goes on
to, and where a string of a program begins; white space to every reader."""
_BORDER = regex("[\x1c-\x1f]")

_BORDERS = {"": BORDER, "begins": LATER, "goes on": GOES_ON}
_BLANK = regex(r"[^\r\n]++")

Place = Literal["value", "name", "text", "expression", "clause"]
"""Where a program puts something: where a value is compared, where a name stands, inside a string literal of SQL, where
any expression stands, or where it may be anything, clauses included."""

Stage = Literal["", "begins", "goes on"]


@dataclass(frozen=True, slots=True)
class Gap:
    """A place of a string that the program fills in before the server sees it."""

    span: Span
    """In the file, with the marks around it."""
    written: str
    """What the program puts there: `user.id`."""
    place: Place = "clause"
    shown: Span | None = None
    """What of it a person is shown, where that is less."""

    def moved(self, by: int) -> Gap:
        """The same gap of a text that begins `by` characters later."""
        return replace(self, span=self.span.shifted(by), shown=self.shown.shifted(by) if self.shown else None)


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of SQL; spans count from the beginning of the file."""

    kind: Literal["fence", "string", "comment"]
    """A comment is one that speaks to sqlreview, written in the language of the file."""
    span: Span
    """From its first character to behind its last one, without what quotes it."""
    text: str
    """What of it is SQL, every character in its place and everything else blank."""
    label: str = ""
    """The word that names the language of a fence."""
    label_span: Span | None = None
    engine: str = ""
    """The engine its label names."""
    is_sql: bool = True
    """Whether it is to be read; what stands for something else is only looked at."""
    gaps: tuple[Gap, ...] = ()
    """What the program fills in as it stands; what it binds or quotes is none."""
    is_sent: bool = False
    """Whether a string is plainly handed to a server, by the call around it or the variable it is given to."""
    loop: str = ""
    """The variable of a loop around a string of which its parameters are made; empty for none."""
    contents: Contents | None = None
    """For a fence what it holds instead of the SQL that its label promises."""
    prefix: str = ""
    """What begins every line of it: that of a list or a quotation."""
    line_end: str | None = "\n"
    """How a line end is written in it; None where it cannot hold one."""
    forbidden: str = ""
    """Characters that mean something else in it, so that no fix may write them."""
    stage: Stage = ""
    """Whether a fence begins to change what others use by then, or goes on to."""
    verdict: Literal["", "bad", "good"] = ""
    """What the document says of a fence as a whole."""

    @property
    def border(self) -> str:
        """What stands in a masked text where it begins."""
        return SENT if self.kind == "string" else _BORDERS[self.stage]

    def moved(self, by: int, prefix: str) -> Part:
        """The same part of a text that begins `by` characters later, with lines that begin with `prefix`."""
        gaps = tuple(gap.moved(by) for gap in self.gaps)
        return replace(self, span=self.span.shifted(by), gaps=gaps, prefix=prefix)


def masked(text: str, parts: Iterable[Part]) -> str:
    """`text` with everything blank but the SQL of its parts, which come in order and do not overlap."""
    pieces: list[str] = []
    position = 0
    for part in parts:
        start, end = part.span.start, part.span.end
        if start < position or not part.is_sql:
            continue
        before = _blank(text[position:start])
        if part.kind == "comment":
            pieces += (before, part.text)
            position = end
            continue
        pieces += (with_border(before, part.border), part.text)
        position = end
        if text[end : end + 1] not in ("", "\r", "\n"):
            pieces.append(BORDER)
            position += 1
    pieces.append(_blank(text[position:]))
    return "".join(pieces)


def borders_of(text: str) -> list[int]:
    """The offsets of a masked text at which pieces begin or end."""
    return [found.start() for found in _BORDER.finditer(text)]


def blanked(text: str, start: int, end: int) -> str:
    """The characters of a range as blanks, with its line ends."""
    return _blank(text[start:end])


def _blank(text: str) -> str:
    return _BLANK.sub(lambda found: " " * len(found[0]), text)


def with_border(blank: str, border: str) -> str:
    """The last blank that is no line end becomes a border."""
    at = len(blank) - 1
    while at >= 0 and blank[at] in "\r\n":
        at -= 1
    return f"{blank[:at]}{border}{blank[at + 1 :]}" if at >= 0 else blank
