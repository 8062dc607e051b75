"""What stands at a place of a TOML text that need not be whole: its table, its keys, the word that is being written."""

from __future__ import annotations

from dataclasses import dataclass, field
from re import Match
from typing import Literal

from sqlreview.patterns import regex
from sqlreview.text import Span

_PART = regex(
    r"(?P<blank>[ \t]++)|(?P<end>\r\n|\n|\r)|(?P<comment>\#[^\r\n]*+)"
    r"|(?P<long>\"\"\"(?:[^\"]|\"(?!\"\"))*+(?:\"\"\")?+|'''(?:[^']|'(?!''))*+(?:''')?+)"
    r"|(?P<string>\"(?:[^\"\\\r\n]|\\[^\r\n])*+\"?+|'[^'\r\n]*+'?+)"
    r"|(?P<bare>[^\s\#\"'=,.{}\[\]]++)|(?P<mark>(?s:.))"
)
_WORDS = ("string", "bare")


@dataclass(frozen=True, slots=True)
class Word:
    """A key or value as it is written, without quotes."""

    text: str
    at: Span
    quote: str = ""
    is_closed: bool = True
    """Whether its quotation mark comes a second time."""


@dataclass(frozen=True, slots=True)
class TomlPlace:
    """A place in or between words."""

    kind: Literal["header", "key", "value"]
    path: tuple[str, ...]
    """The keys before it: those of the table around a key, and a value's own key; places in arrays do not count."""
    word: Word | None
    """The word that it touches."""
    is_item: bool = False
    """Whether the value is one of a list."""
    is_array: bool = False
    """Whether the header begins with two brackets."""


@dataclass(slots=True)
class _Frame:
    """The table of the last header, or a bracket that is open in a value."""

    opening: str
    path: tuple[str, ...]
    keys: list[str] = field(default_factory=list)
    after_equals: bool = False

    def restart(self) -> None:
        self.keys, self.after_equals = [], self.opening == "["


class _Reader:
    """Knows what stands before a place, part by part."""

    def __init__(self) -> None:
        self._frames = [_Frame("", ())]
        self._header: list[str] | None = None
        self._is_array = False

    def place(self, word: Word | None) -> TomlPlace:
        """The place after what was read."""
        if self._header is not None:
            return TomlPlace("header", tuple(self._header), word, is_array=self._is_array)
        frame = self._frames[-1]
        path = (*frame.path, *frame.keys)
        if frame.after_equals:
            return TomlPlace("value", path, word, is_item=frame.opening == "[")
        return TomlPlace("key", path, word)

    def read(self, part: Match[str]) -> None:
        """Goes on behind a part."""
        if part.lastgroup == "end":
            self._end_line()
        elif part.lastgroup in _WORDS:
            keys = self._header if self._header is not None else self._frames[-1].keys
            if self._header is not None or not self._frames[-1].after_equals:
                keys.append(_word_of(part).text)
        elif part.lastgroup == "mark":
            self._read_mark(part[0])

    def _end_line(self) -> None:
        self._end_header()
        if len(self._frames) == 1:
            self._frames[0].restart()

    def _end_header(self) -> None:
        if self._header is not None:
            self._frames = [_Frame("", tuple(self._header))]
            self._header = None

    def _read_mark(self, mark: str) -> None:
        frame = self._frames[-1]
        if mark == "=":
            frame.after_equals = True
        elif mark == ",":
            frame.restart()
        elif mark in "[{":
            self._open(mark, frame)
        elif mark in "]}":
            self._end_header()
            if frame.opening and frame.opening == {"]": "[", "}": "{"}[mark]:
                self._frames.pop()

    def _open(self, mark: str, frame: _Frame) -> None:
        if self._header is not None:
            self._is_array = mark == "["
        elif mark == "[" and not frame.opening and not frame.keys and not frame.after_equals:
            self._header, self._is_array = [], False
        else:
            self._frames.append(_Frame(mark, (*frame.path, *frame.keys), after_equals=mark == "["))


def place_at(text: str, offset: int) -> TomlPlace | None:
    """What stands at a place; None in comments and in strings over several lines."""
    reader = _Reader()
    for part in _PART.finditer(text):
        if part.start() > offset:
            break
        if part.end() >= offset:
            if part.lastgroup in _WORDS:
                return reader.place(_word_of(part))
            if part.lastgroup in ("comment", "long") and part.start() < offset:
                return None
            if part.end() > offset:
                break
        reader.read(part)
    return reader.place(None)


def _word_of(part: Match[str]) -> Word:
    written = part[0]
    if part.lastgroup != "string":
        return Word(written, Span(*part.span()))
    is_closed = len(written) > 1 and written[-1] == written[0]
    inner = Span(part.start() + 1, part.end() - is_closed)
    return Word(written[1 : len(written) - is_closed], inner, written[0], is_closed)
