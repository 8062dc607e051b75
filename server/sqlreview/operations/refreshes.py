"""Refreshes of materialized views that functions and scheduled commands make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlreview.operations.parts import Operation
from sqlreview.operations.views import RefreshMaterializedView
from sqlreview.patterns import regex
from sqlreview.sql.cursor import Name, folded
from sqlreview.text import Span

_REFRESH = regex(
    r"(?i)\brefresh\s++materialized\s++view\s++concurrently\s++((?:(?:\w++|\"[^\"]++\")\.)?+(?:\w++|\"[^\"]++\"))"
)


def refreshed_in_text(text: str, operations: Iterable[Operation]) -> Iterator[Name]:
    """The views a statement refreshes CONCURRENTLY in a string or body, not by itself; comments are left out."""
    if "oncurrently" not in text and "ONCURRENTLY" not in text:
        return
    if any(isinstance(item, RefreshMaterializedView) for item in operations):
        return
    for match in _REFRESH.finditer(text):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if "--" not in line:
            *schema, name = match[1].split(".")
            yield Name(folded(schema[0]) if schema else None, folded(name), Span(*match.span(1)))
