"""Places in text: spans, locations, edits, and the conversion between offsets, lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sqlreview.patterns import regex

Encoding = Literal["utf-8", "utf-16", "utf-32"]
"""How a client counts columns; utf-32 counts code points, as Python does."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points; inside layers it is relative to the statement that holds it."""

    start: int
    end: int

    def shifted(self, by: int) -> Span:
        """The same range in a text where the statement begins `by` code points later."""
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        """The characters the span covers in `text`."""
        return text[self.start : self.end]

    def contains(self, offset: int) -> bool:
        """Whether the offset lies inside the span or directly at its end."""
        return self.start <= offset <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A span inside a file, counted from the beginning of that file."""

    path: str
    span: Span


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replaces the characters of a span by a text; an empty span inserts."""

    span: Span
    text: str

    @classmethod
    def insert(cls, offset: int, text: str) -> Edit:
        """An edit that adds text before the character at `offset`."""
        return cls(Span(offset, offset), text)

    @classmethod
    def delete(cls, span: Span) -> Edit:
        """An edit that removes a span."""
        return cls(span, "")

    @classmethod
    def replace(cls, span: Span, text: str) -> Edit:
        """An edit that puts `text` in the place of a span."""
        return cls(span, text)

    def shifted(self, by: int) -> Edit:
        """The same edit in a text where the statement begins `by` code points later."""
        return Edit(self.span.shifted(by), self.text)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text after all edits, which must not overlap; insertions at one offset keep their order."""
    pieces: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        if edit.span.start < position:
            raise ValueError(f"edit at {edit.span.start} overlaps an edit that ends at {position}")
        pieces += (text[position : edit.span.start], edit.text)
        position = edit.span.end
    pieces.append(text[position:])
    return "".join(pieces)


_LINE_END = regex(r"\r\n|\n|\r")


class LineIndex:
    """Converts between offsets and line/column of one text, with the line ends of the language server protocol.

    Lines and columns are 0-based here; columns are counted in `encoding` units. Only LF, CRLF and CR end a line
    (str.splitlines would also break at form feeds and U+2028).
    """

    __slots__ = ("starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def position(self, offset: int, encoding: Encoding = "utf-32") -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect_right(self.starts, offset) - 1
        start = self.starts[line]
        return line, _units(self.text[start:offset], encoding)

    def offset(self, line: int, column: int, encoding: Encoding = "utf-32") -> int:
        """The offset of a line and column; what lies past a line's or the text's end is moved back to that end."""
        if line >= len(self.starts):
            return len(self.text)
        start, end = self.line_bounds(line)
        content = self.text[start:end]
        if encoding == "utf-32" or content.isascii():
            return start + min(column, end - start)
        units = 0
        for index, character in enumerate(content):
            if units >= column:
                return start + index
            units += _units(character, encoding)
        return end

    def line_bounds(self, line: int) -> tuple[int, int]:
        """Start and end offset of a line, without its line end."""
        start = self.starts[line]
        if line + 1 == len(self.starts):
            return start, len(self.text)
        end = self.starts[line + 1] - 1
        if end > start and self.text[end] == "\n" and self.text[end - 1] == "\r":
            end -= 1
        return start, end


def _units(text: str, encoding: Encoding) -> int:
    if encoding == "utf-32" or text.isascii():
        return len(text)
    if encoding == "utf-8":
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text) + sum(character > "\uffff" for character in text)
