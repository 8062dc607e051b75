"""Texts that editors change: line rules and columns of the protocol, edits that cost what they change."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from sqlreview.patterns import regex
from sqlreview.text import Encoding

Place = tuple[int, int]
"""Line and column, 0-based, the column in units of the client's encoding."""

_LINE_END = regex(r"\n|\r(?!\n)")


@dataclass(frozen=True, slots=True)
class Change:
    """What a client says it changed: a range, or without one the whole text."""

    text: str
    start: Place | None = None
    end: Place | None = None


@dataclass(frozen=True, slots=True)
class Replacement:
    """An edit in offsets of the text before it."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Changes:
    """The part of a text outside of which only lines moved."""

    start: int
    end: int
    added_lines: int
    """By how much the lines after `end` moved down."""


class Text:
    """A text with the beginnings of its lines.

    Only LF, CRLF and CR end a line. The beginnings after the last edit are kept without what that edit moved them by,
    so that typing costs nothing for the lines below.
    """

    __slots__ = ("_boundary", "_moved", "_seen_lines", "_starts", "_untouched", "encoding", "text")

    def __init__(self, text: str, encoding: Encoding) -> None:
        self.encoding = encoding
        self.text = text
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        self._boundary = len(self._starts)
        self._moved = 0
        self._untouched = (0, 0)
        self._seen_lines = 0

    # -- reading -----------------------------------------------------------------------------------------------------

    @property
    def line_count(self) -> int:
        """The number of lines; a text that ends with a line end has an empty last one."""
        return len(self._starts)

    def line_start(self, line: int) -> int:
        """Offset of the first character of a line."""
        return self._starts[line] + (self._moved if line >= self._boundary else 0)

    def line_of(self, offset: int) -> int:
        """The line an offset lies on."""
        starts, boundary = self._starts, self._boundary
        if boundary == len(starts) or offset < starts[boundary] + self._moved:
            return bisect_right(starts, offset, 0, boundary) - 1
        return bisect_right(starts, offset - self._moved, boundary) - 1

    def line_end(self, line: int) -> int:
        """Offset after the last character of a line, before its line end."""
        if line + 1 >= len(self._starts):
            return len(self.text)
        end = self.line_start(line + 1) - 1
        return end - 1 if self.text[end] == "\n" and end > 0 and self.text[end - 1] == "\r" else end

    def position(self, offset: int) -> Place:
        """Line and column of an offset."""
        line = self.line_of(offset)
        return line, self.width(self.line_start(line), offset)

    def width(self, start: int, end: int) -> int:
        """The length of a range in units of the encoding."""
        return units(self.text[start:end], self.encoding) if end > start else 0

    def offset(self, place: Place) -> int:
        """The offset of a line and column; what lies past a line's or the text's end is moved back to that end."""
        line, column = place
        if line >= len(self._starts):
            return len(self.text)
        start, end = self.line_start(line), self.line_end(line)
        return start + characters(self.text[start:end], column, self.encoding)

    # -- editing -----------------------------------------------------------------------------------------------------

    def apply(self, change: Change) -> Replacement:
        """Makes a change and says which offsets it replaced."""
        if change.start is None or change.end is None:
            replacement = difference(self.text, change.text)
        else:
            start, end = self.offset(change.start), self.offset(change.end)
            replacement = Replacement(min(start, end), max(start, end), change.text)
        self.replace(replacement)
        return replacement

    def replace(self, edit: Replacement) -> None:
        """Replaces a range of offsets."""
        front, back = self._untouched
        self._untouched = (min(front, edit.start), min(back, len(self.text) - edit.end))
        text = self.text = self.text[: edit.start] + edit.text + self.text[edit.end :]
        starts = self._starts
        first = max(1, self._index(edit.start))
        last = max(first, self._index(edit.end + 1))
        self._move_boundary(last)
        limit = edit.start + len(edit.text)
        fresh: list[int] = []
        for match in _LINE_END.finditer(text, max(0, edit.start - 1)):
            if match.end() > limit:
                break
            fresh.append(match.end())
        starts[first:last] = fresh
        self._boundary = first + len(fresh)
        self._moved += len(edit.text) - (edit.end - edit.start)

    def take_changes(self) -> Changes:
        """What has changed since the last call; everything at the first one."""
        front, back = self._untouched
        length = len(self.text)
        changes = Changes(front, max(front, length - back), len(self._starts) - self._seen_lines)
        self._untouched = (length, length)
        self._seen_lines = len(self._starts)
        return changes

    def _index(self, offset: int) -> int:
        """Index of the first line that begins at or after an offset of the text before the edit."""
        starts, boundary = self._starts, self._boundary
        if boundary == len(starts) or offset <= starts[boundary] + self._moved:
            return bisect_left(starts, offset, 0, boundary)
        return bisect_left(starts, offset - self._moved, boundary)

    def _move_boundary(self, index: int) -> None:
        starts, boundary, moved = self._starts, self._boundary, self._moved
        if moved:
            for line in range(boundary, index):
                starts[line] += moved
            for line in range(index, boundary):
                starts[line] -= moved
        self._boundary = index
        if index == len(starts):
            self._moved = 0


def units(text: str, encoding: Encoding) -> int:
    """The length of a text as a client counts it."""
    if encoding == "utf-32" or text.isascii():
        return len(text)
    if encoding == "utf-8":
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def characters(line: str, column: int, encoding: Encoding) -> int:
    """How many characters of a line lie before a column; a column inside a character counts as before it."""
    if encoding == "utf-32" or line.isascii():
        return min(column, len(line))
    if encoding == "utf-8":
        return len(line.encode("utf-8", "surrogatepass")[:column].decode("utf-8", "ignore"))
    return len(line.encode("utf-16-le", "surrogatepass")[: column * 2].decode("utf-16-le", "ignore"))


def difference(before: str, after: str) -> Replacement:
    """The shortest single replacement that turns one text into another."""
    shortest = min(len(before), len(after))
    front = common(shortest, lambda size: before.startswith(after[:size]))
    back = common(shortest - front, lambda size: size == 0 or before.endswith(after[-size:]))
    return Replacement(front, len(before) - back, after[front : len(after) - back])


def common(limit: int, agrees: Callable[[int], bool]) -> int:
    """The largest size up to a limit that agrees, where all smaller ones agree as well."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if agrees(middle):
            low = middle
        else:
            high = middle - 1
    return low
