"""The strings of a program, with what they say in place of how they say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sqlreview.patterns import regex
from sqlreview.sql.hosts.parts import Gap
from sqlreview.sql.hosts.syntax import Quote, Syntax, scanner_of, syntax_of
from sqlreview.text import Span

_NAME = regex(r"[A-Za-z_]\w*+(?:(?:->|\?->)[A-Za-z_]\w*+|\[[^\]\r\n]*+\])?+")
_PLAIN = {"n": "\n ", "r": "\r ", "t": "  ", "0": "  "}
_WIDE = regex(r"u\{[0-9A-Fa-f]++\}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2}|N\{[^}\r\n]*+\}")
_LONGEST_FILL = 4000
_DEEPEST = 12
_EFFORT = 40
"""How often, on average, a character may be looked at to find where places to fill in end."""


@dataclass(slots=True)
class Literal:
    """One string of a program."""

    opening: int
    """Where what quotes it begins."""
    span: Span
    """What stands between the quotes."""
    end: int
    """Behind the quotes."""
    quote: Quote
    said: tuple[str, tuple[Gap, ...]] | None = None
    """What it says, as long as it is written, with blanks where escapes are longer than what they stand for, and what
    is filled in; None where it says what is written, escapes apart."""
    is_heredoc: bool = False

    def read(self, text: str) -> tuple[str, tuple[Gap, ...]]:
        """What it says, and what is filled in."""
        if self.said is None:
            written = self.span.of(text)
            has_escapes = self.quote.escapes == "doubled" or (self.quote.escapes != "none" and "\\" in written)
            plain = not has_escapes and "{" not in self.quote.fills
            self.said = (written, ()) if plain else (_unescaped(text, self.span, self.quote), ())
        return self.said


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment of a program."""

    span: Span


def lexed(text: str, language: str) -> Iterator[Literal | Comment]:
    """The strings and comments of a program in order."""
    return _Lexer(text, language).run()


class _Lexer:
    """Goes through a program from string to string."""

    __slots__ = ("_bodies", "_depth", "_effort", "_inner", "_missing", "_scanner", "_syntax", "_text")

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._syntax: Syntax = syntax_of(language)
        self._scanner = scanner_of(language)
        self._inner = scanner_of(language, with_brackets=True)
        self._depth = 0
        self._effort = _EFFORT * len(text) + _LONGEST_FILL
        self._missing: set[str] = set()
        """Names of heredocs that nothing ends any more."""
        self._bodies: list[tuple[int, int]] = []
        """Where the bodies of heredocs begin and end, which lie behind the line that opens them."""

    def run(self) -> Iterator[Literal | Comment]:
        """All strings and comments."""
        at = 0
        while (found := self._scanner.match(self._text, at)) is not None:
            what = found.lastgroup or "end"
            if what == "end":
                return
            start, at = found.span(what)
            if what == "other":
                continue
            skipped = self._behind_bodies(start) if self._bodies else None
            if skipped is not None:
                at = skipped
            elif what == "comment":
                yield Comment(Span(start, at))
            elif what == "slash":
                at = _after_regex(self._text, start)
            else:
                literal = self._literal(found, what)
                at = literal.end if literal else start + 1
                if literal is not None and literal.quote.kind != "character":
                    yield literal

    def _behind_bodies(self, at: int) -> int | None:
        """The end of the heredoc that an offset lies in."""
        return next((end for start, end in self._bodies if start <= at < end), None)

    def _literal(self, found: re.Match[str], name: str) -> Literal | None:
        number = int(name[1:])
        quote = self._syntax.quotes[number]
        if quote.kind == "heredoc":
            return self._heredoc(found, quote, name, number)
        start, at = found.span(name)
        closing = quote.closing
        if not closing:
            again = found[f"n{number}"]
            closing = f'"{again}' if again[0] == "#" else again
        plain = _plain_body(closing, quote).match(self._text, at)
        if plain is not None:
            return Literal(start, Span(at, plain.end() - len(closing)), plain.end(), quote)
        return self._read(start, at, closing, quote) if quote.fills else None

    def _read(self, opening: int, start: int, closing: str, quote: Quote) -> Literal | None:
        """The string whose content begins at `start`; None where nothing closes it."""
        pieces: list[str] = []
        gaps: list[Gap] = []
        at = start
        stops = _stops(closing, quote)
        while (found := stops.search(self._text, at)) is not None:
            mark = found.start()
            pieces.append(self._text[at:mark])
            if self._text.startswith(closing, mark):
                if quote.escapes == "doubled" and self._text.startswith(closing * 2, mark):
                    pieces.append(_beside(self._text, mark, closing))
                    at = mark + 2
                    continue
                said = "".join(pieces), tuple(gaps)
                return Literal(opening, Span(start, mark), mark + len(closing), quote, said)
            if self._text[mark] in "\r\n" and self._text[mark - 1 : mark] != "\\":
                return None
            at = self._special(mark, quote, pieces, gaps)
        return None

    def _special(self, mark: int, quote: Quote, pieces: list[str], gaps: list[Gap]) -> int:
        """Reads an escape or a place to fill in at an offset; returns where to go on."""
        text = self._text
        if text[mark] == "\\":
            written, said = _escape(text, mark, quote)
            pieces.append(said)
            return mark + len(written)
        for fill in quote.fills:
            if text.startswith(fill, mark):
                end = self._filled(mark, fill)
                if end is None:
                    continue
                written = text[mark:end]
                inner = written[1:] if fill == "$" else written[len(fill) : -1]
                gaps.append(Gap(Span(mark, end), inner.strip()))
                is_number = text[mark - 1 : mark] == "$"
                pieces.append("1".ljust(len(written)) if is_number and "\n" not in written else stand_in(written))
                return end
        if "{" in quote.fills and text[mark : mark + 2] in ("{{", "}}"):
            pieces.append(f"{text[mark]} ")
            return mark + 2
        pieces.append(text[mark])
        return mark + 1

    def _filled(self, mark: int, fill: str) -> int | None:
        """The end of a place to fill in; None where it is none."""
        text = self._text
        if fill == "$":
            name = _NAME.match(text, mark + 1)
            return name.end() if name else None
        if (fill == "{" and text.startswith("{{", mark)) or self._effort < 0 or self._depth > _DEEPEST:
            return None
        self._depth += 1
        end = self._behind_bracket(mark + len(fill), min(len(text), mark + _LONGEST_FILL))
        self._depth -= 1
        self._effort -= (end or mark + _LONGEST_FILL) - mark
        return end

    def _behind_bracket(self, at: int, limit: int) -> int | None:
        """The offset behind the bracket that closes one which is open at `at`, over strings in between."""
        depth = 1
        while (found := self._inner.match(self._text, at, limit)) is not None:
            what = found.lastgroup or "end"
            if what == "end":
                return None
            start, at = found.span(what)
            if what == "bracket":
                depth += 1 if found[what] == "{" else -1
                if depth == 0:
                    return at
            elif what[0] == "q":
                literal = self._literal(found, what)
                at = literal.end if literal else start + 1
        return None

    def _heredoc(self, found: re.Match[str], quote: Quote, name: str, number: int) -> Literal | None:
        text, word = self._text, found[f"n{number}"]
        line = text.find("\n", found.end(name))
        if line < 0 or word in self._missing:
            return None
        start = max([line + 1, *(end for begin, end in self._bodies if begin == line + 1)])
        closing = regex(rf"^[ \t]*+{re.escape(word)}\b", re.M).search(text, start)
        if closing is None:
            self._missing.add(word)
            return None
        self._bodies = [(begin, end) for begin, end in self._bodies if end > start - 1]
        self._bodies.append((line + 1, closing.end()))
        how = _RAW if found[f"n{number}q"] == "'" else quote
        said = self._body(start, closing.start(), how)
        return Literal(found.start(name), Span(start, closing.start()), found.end(name), quote, said, is_heredoc=True)

    def _body(self, start: int, end: int, quote: Quote) -> tuple[str, tuple[Gap, ...]]:
        """What a heredoc says."""
        pieces: list[str] = []
        gaps: list[Gap] = []
        stops = _stops("", quote)
        at = start
        while (found := stops.search(self._text, at, end)) is not None:
            pieces.append(self._text[at : found.start()])
            at = self._special(found.start(), quote, pieces, gaps)
        pieces.append(self._text[at:end])
        return "".join(pieces), tuple(gaps)


_RAW = Quote("", "", "none", (), is_multiline=True)


def _unescaped(text: str, span: Span, quote: Quote) -> str:
    """What a string without places to fill in says."""
    pieces: list[str] = []
    at = span.start
    marks = regex(r'""' if quote.escapes == "doubled" else r"\\|\{\{|\}\}" if "{" in quote.fills else r"\\")
    while (found := marks.search(text, at, span.end)) is not None:
        pieces.append(text[at : found.start()])
        mark = found.start()
        if text[mark] == "\\":
            written, said = _escape(text, mark, quote)
        else:
            written = text[mark : mark + 2]
            said = _beside(text, mark, '"') if written == '""' else f"{written[0]} "
        pieces.append(said)
        at = mark + len(written)
    pieces.append(text[at : span.end])
    return "".join(pieces)


@cache
def _plain_body(closing: str, quote: Quote) -> re.Pattern[str]:
    """The rest of a string in which nothing is filled in, with what closes it."""
    first = re.escape(closing[0])
    fills = "".join(re.escape(fill[0]) for fill in quote.fills)
    lines = "" if quote.is_multiline else r"\r\n"
    others = [rf"[^{first}\\{re.escape(fills)}{lines}]++"]
    if quote.escapes in ("c", "simple"):
        others.append(r"\\[\s\S]")
    else:
        others.append(r"\\")
    if quote.escapes == "doubled":
        others.append('""')
    if len(closing) > 1:
        others.append(rf"{first}(?!{re.escape(closing[1:])})")
    if "{" in quote.fills:
        others.append(r"\{\{|\}")
    elif quote.fills:
        others.append(r"\$(?![{A-Za-z_])" if "$" in fills else r"\#(?!\{)")
        others += [r"\{(?!\$)"] if "{" in fills else []
    return regex(rf"(?:{'|'.join(others)})*+{re.escape(closing)}")


@cache
def _stops(closing: str, quote: Quote) -> re.Pattern[str]:
    marks = [re.escape(closing)] if closing else []
    if quote.escapes in ("c", "simple"):
        marks.append(r"\\")
    marks += [re.escape(fill) if fill != "$" else r"\$(?=[A-Za-z_])" for fill in quote.fills]
    if "{" in quote.fills:
        marks.append(r"\}\}")
    if not quote.is_multiline:
        marks.append(r"[\r\n]")
    return regex("|".join(marks) if marks else r"(?!)")


def _escape(text: str, mark: int, quote: Quote) -> tuple[str, str]:
    """An escape as it is written, and what it says, as long as that."""
    following = text[mark + 1 : mark + 2]
    if quote.escapes == "simple":
        is_escape = following != "" and following in "'\\"
        return (text[mark : mark + 2], _beside(text, mark, following)) if is_escape else ("\\", "\\")
    if following in ("\n", "\r"):
        return text[mark : mark + 2], f" {following}"
    if following in _PLAIN:
        return text[mark : mark + 2], _PLAIN[following]
    wide = _WIDE.match(text, mark + 1)
    if wide is not None:
        return text[mark : wide.end()], "x".ljust(wide.end() - mark)
    return text[mark : mark + 2], _beside(text, mark, following)


def _beside(text: str, mark: int, character: str) -> str:
    """An escaped character and a blank, which stands outside of what an escaped quote quotes."""
    if character in "\"'`" and text[mark - 1 : mark] in " (=,\n\t." and text[mark + 2 : mark + 3].strip(" ,)"):
        return f" {character}"
    return f"{character} "


def stand_in(written: str) -> str:
    """What stands for a place to fill in: a word with a template in it, which may be a name or a value."""
    first, *rest = written.split("\n")
    width = len(first)
    name = f"${{{'_' * (width - 3)}}}" if width >= 3 else "%s"[:width] if width == 2 else "?"
    return "\n".join([name, *(" " * len(line) for line in rest)])


_BEFORE_REGEX = frozenset("(,=:[!&|?{};+-*%<>~^\n")
_REGEX = regex(r"/(?:[^/\\\[\r\n]++|\\.|\[(?:[^\]\\\r\n]++|\\.)*+\])++/[a-z]*+")
_REGEX_WORD = regex(r"\b(?:return|typeof|case|in|of)\s*+\Z")


def _after_regex(text: str, at: int) -> int:
    """The offset behind a regular expression, or behind the slash that divides."""
    before = text[max(0, at - 20) : at].rstrip(" \t")
    if before and before[-1] not in _BEFORE_REGEX and not _REGEX_WORD.search(before):
        return at + 1
    found = _REGEX.match(text, at)
    return found.end() if found else at + 1
