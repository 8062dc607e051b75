"""Dates that were meant and numbers that are meant."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.patterns import regex
from sqlreview.queries.model import Query, Select, SetOperation
from sqlreview.queries.structure import compared_values, stored_values
from sqlreview.queries.values import Value
from sqlreview.text import Span

_DATE = regex(r"(?<![\w.'\"$-])[12]\d{3}-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])(?![\w.'\"-])")


def bare_dates(query: Query, sql: str) -> Iterator[Value]:
    """The values of the form 2025-01-10 that are compared with something or stored in a column."""
    if not _DATE.search(sql, query.span.start, query.span.end):
        return
    seen: set[Span] = set()
    for value in (*compared_values(query), *stored_values(query), *_inserted(query)):
        if value.span not in seen and value.operators == ("-", "-") and _DATE.fullmatch(value.text):
            seen.add(value.span)
            yield value


def _inserted(query: Query) -> Iterator[Value]:
    """What INSERT ... SELECT hands over."""
    if query.role == "insert-source" and isinstance(query, Select | SetOperation):
        yield from (output.value for output in query.output_list)
