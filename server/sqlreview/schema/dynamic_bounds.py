"""Partition bounds that a routine formats into DDL."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlreview.patterns import regex
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.partition_bounds import partition_columns
from sqlreview.schema.records import Table
from sqlreview.sql.cursor import Name
from sqlreview.text import Span

_LITERAL = regex(r"'(?:[^']|'')*+'")
_BOUND = regex(
    r"(?i)\bpartition\s++of\s++(\w++(?:\.\w++)?)\s++(for\s++values\s++from\s*+\(\s*+%L\s*+\)\s*+to\s*+\(\s*+%L\s*+\))"
)
_PLACE = regex(r"%[IsL]")
_ZONE = regex(r"(?i)time[ _]?zone")
_FARTHEST = 400
"""Characters behind a format in which its values are looked for."""


def local_bounds(sql: str, body: Span, catalog: Catalog) -> Iterator[tuple[Table, Span]]:
    """The bounds of timestamptz that format('... FROM (%L) TO (%L)') makes of dates or of times without a zone.

    Nothing where the statement speaks of a time zone, as it then may say which one holds.
    """
    if _ZONE.search(sql):
        return
    for literal in _LITERAL.finditer(sql, body.start, body.end):
        found = _BOUND.search(sql, literal.start(), literal.end())
        table = catalog.table(_name(found[1], Span(*found.span(1)))) if found else None
        if found is None or table is None or not _is_zoned(table):
            continue
        first = len(_PLACE.findall(sql, literal.start(), found.start(2)))
        values = sql[literal.end() : literal.end() + _FARTHEST].split(",")[1:]
        if any(_is_local(value, sql) for value in values[first : first + 2]):
            yield table, Span(*found.span(2))


def _name(written: str, span: Span) -> Name:
    schema, _, name = written.lower().rpartition(".")
    return Name(schema or None, name, span)


def _is_zoned(table: Table) -> bool:
    columns = [table.column(name) for name in partition_columns(table) or ()]
    return (
        len(columns) == 1
        and columns[0] is not None
        and columns[0].type is not None
        and (columns[0].type.name == "timestamptz")
    )


def _is_local(value: str, sql: str) -> bool:
    """Whether the value is cast to, or a variable or parameter declared as, a date or a timestamp."""
    text = value.partition(")")[0].strip()
    kind = r"(?:date|timestamp)\b(?!\s*(?:\(\d\)\s*)?with\b)"
    if re.search(rf"(?i)::\s*{kind}\s*$", text):
        return True
    return text.isidentifier() and re.search(rf"(?i)\b{text}\s+{kind}", sql) is not None
