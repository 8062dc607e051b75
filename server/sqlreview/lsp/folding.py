"""What can be folded away, and what a growing selection takes in next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlreview.entries import Entry, FileState
from sqlreview.lsp.symbols import stretches_of
from sqlreview.lsp.targets import Target
from sqlreview.operations import Begin, Commit, Rollback
from sqlreview.patterns import regex
from sqlreview.sql.cursor import Cursor
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_MOST_CHARACTERS = 100_000
"""Longer statements are selected as a whole; cutting them into words would take too long."""
_COMMENT_LINES = regex(r"(?m)^[ \t]*+(?:--|\#)[^\r\n]*+(?:(?:\r\n|\n|\r)[ \t]*+(?:--|\#)[^\r\n]*+)++")


@dataclass(frozen=True, slots=True)
class Fold:
    """Lines, 0-based, of which only the first one stays; comments have a kind of their own."""

    first: int
    last: int
    kind: Literal["comment", "region"]


def folds_of(target: Target) -> list[Fold]:
    """Statements, explicit transactions, sections and comments over several lines, one at each first line."""
    text, state = target.text, target.state
    found: dict[int, Fold] = {}
    for span, kind in _foldable(state):
        while span.end > span.start and state.text[span.end - 1].isspace():
            span = Span(span.start, span.end - 1)
        fold = Fold(text.line_of(span.start), text.line_of(span.end), kind)
        if fold.first < fold.last and (fold.first not in found or found[fold.first].last < fold.last):
            found[fold.first] = fold
    return [found[line] for line in sorted(found)]


def _foldable(state: FileState) -> Iterator[tuple[Span, Literal["comment", "region"]]]:
    for section, _ in stretches_of(state):
        yield section.span, "region"
    for span in _transactions(state.entries):
        yield span, "region"
    end = 0
    for entry in state.entries:
        yield Span(entry.start, entry.end), "region"
        for span in _comments(state.text, end, entry.start):
            yield span, "comment"
        end = entry.end
    for span in _comments(state.text, end, len(state.text)):
        yield span, "comment"


def _transactions(entries: Sequence[Entry]) -> Iterator[Span]:
    start: int | None = None
    for entry in entries:
        for operation in entry.statement.operations:
            if isinstance(operation, Begin) and start is None:
                start = entry.start
            elif isinstance(operation, Commit | Rollback) and start is not None:
                yield Span(start, entry.end)
                start = None


def _comments(text: str, start: int, end: int) -> Iterator[Span]:
    """Comments over several lines between two statements."""
    for match in _COMMENT_LINES.finditer(text, start, end):
        yield Span(*match.span())
    at = text.find("/*", start, end)
    while at >= 0:
        close = text.find("*/", at + 2, end)
        stop = close + 2 if close >= 0 else end
        yield Span(at, stop)
        at = text.find("/*", stop, end)


def selections_at(target: Target, offset: int) -> list[Span]:
    """What a selection that grows from a place takes in, the smallest first and the whole file last."""
    found: list[Span] = []
    entry = target.entry_at(offset)
    if entry is not None:
        if len(entry.statement.text) <= _MOST_CHARACTERS:
            tokens = Tokens(entry.statement.text, target.engine)
            found += [span.shifted(entry.start) for span in _nested(tokens, offset - entry.start)]
        found.append(Span(entry.start, entry.end))
    found += [section.span for section, _ in stretches_of(target.state) if section.span.contains(offset)]
    found.append(Span(0, len(target.state.text)))
    grown: list[Span] = []
    for span in found:
        if not grown or (_holds(span, grown[-1]) and span != grown[-1]):
            grown.append(span)
    return grown


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _nested(tokens: Tokens, offset: int) -> Iterator[Span]:
    """The word, then element, contents and brackets of every group around it."""
    stack: list[int] = []
    for index in range(len(tokens)):
        if tokens.starts[index] > offset:
            break
        if tokens.ends[index] >= offset and tokens.words[index] not in ("(", ")", "[", "]", ",", ";"):
            yield tokens.span(index, index + 1)
        if tokens.words[index] in ("(", "[") and tokens.ends[index] <= offset:
            stack.append(index)
        elif tokens.words[index] in (")", "]") and tokens.ends[index] <= offset and stack:
            stack.pop()
    for opening in reversed(stack):
        close = tokens.close_of(opening)
        for item in Cursor(tokens, opening + 1, close).items():
            if item.at < item.stop and item.span.start <= offset <= item.span.end:
                yield item.span
        if opening + 1 < close:
            yield tokens.span(opening + 1, close)
        yield tokens.span(opening, min(close + 1, len(tokens)))
