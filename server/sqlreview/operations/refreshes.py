"""Refreshes of materialized views that functions and scheduled commands make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlreview.operations.parts import Operation
from sqlreview.operations.views import RefreshMaterializedView
from sqlreview.patterns import regex
from sqlreview.sql.cursor import Name, folded
from sqlreview.text import Span

_REFRESH = regex(
    r"(?i)\brefresh\s++materialized\s++view\s++(concurrently\s++)?+((?:(?:\w++|\"[^\"]++\")\.)?+(?:\w++|\"[^\"]++\"))"
    r"(\s++with\s++no\s++data\b)?+"
)


def refreshed_in_text(text: str, operations: Iterable[Operation]) -> Iterator[Name]:
    """The views a statement refreshes CONCURRENTLY in a string or body, not by itself; comments are left out."""
    if "oncurrently" not in text and "ONCURRENTLY" not in text:
        return
    if any(isinstance(item, RefreshMaterializedView) for item in operations):
        return
    yield from (view for view, _, concurrently in _refreshes(text) if concurrently)


def blocking_refreshes_in_text(text: str) -> Iterator[tuple[Name, Span]]:
    """The views a string or body refreshes while their readers wait, each with the place of the command."""
    if "efresh" not in text and "EFRESH" not in text:
        return
    yield from ((view, span) for view, span, concurrently in _refreshes(text) if not concurrently)


def _refreshes(text: str) -> Iterator[tuple[Name, Span, bool]]:
    for match in _REFRESH.finditer(text):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if "--" not in line and match[3] is None:
            *schema, name = match[2].split(".")
            view = Name(folded(schema[0]) if schema else None, folded(name), Span(*match.span(2)))
            yield view, Span(match.start(), match.end(2)), match[1] is not None
