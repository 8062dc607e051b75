"""Relations of a query that are joined and not read."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.frozen import frozen
from sqlreview.queries import ColumnReference, Query, Select, Source, Value, references_of
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.keys import is_unique_on
from sqlreview.schema.resolution import own_source_of, table_of
from sqlreview.text import Span


@frozen
class UnusedSource:
    """A LEFT JOINed relation of which only its own ON condition reads."""

    source: Source
    span: Span
    """From the white space before the join words to the end of the condition."""
    at_most_one: bool | None
    """Whether the join finds one row at most; None where the history does not tell."""


def unused_sources(query: Select, queries: tuple[Query, ...], catalog: Catalog) -> Iterator[UnusedSource]:
    """The relations of a SELECT that could go without any value being missed; none where that is not certain."""
    counts_rows = any(call.star for output in query.outputs for call in output.value.functions)
    if counts_rows or any(output.value.kind == "star" for output in query.outputs) or not query.outputs:
        return
    for source in query.sources:
        if source.join != "left" or source.lateral or source.condition is None or source.join_span is None:
            continue
        if source.exposed_name is None or source.joined_as or source.nullable_by != source.join_span:
            continue
        if not _is_named(source, query, queries, catalog):
            span = Span(source.join_span.start - 1, source.condition.span.end)
            yield UnusedSource(source=source, span=span, at_most_one=_finds_one(source, query, catalog))


def _is_named(source: Source, query: Select, queries: tuple[Query, ...], catalog: Catalog) -> bool:
    """Whether anything but its ON condition names, or may name, the relation."""
    own = source.condition.span if source.condition else source.span
    if any(table.text == source.exposed_name for locking in query.locking for table in locking.of):
        return True
    if query.locking and not all(locking.of for locking in query.locking):
        return True
    for other in queries:
        if not (query.span.start <= other.span.start and other.span.end <= query.span.end):
            continue
        outside = (item for item in references_of(other) if not own.start <= item.span.start < own.end)
        if any(_may_mean(reference, source, other, query, catalog) for reference in outside):
            return True
    return False


def _may_mean(reference: ColumnReference, source: Source, level: Query, query: Select, catalog: Catalog) -> bool:
    name = source.exposed_name
    if reference.qualifier is not None:
        return reference.qualifier == name
    if reference.column == name:
        return True  # the whole row
    found = own_source_of(reference, level, catalog)
    return found is None or (level is query and found.span == source.span)


def _finds_one(source: Source, query: Select, catalog: Catalog) -> bool | None:
    """Whether the equalities of ON give a unique key of the table."""
    table = table_of(source, catalog)
    if table is None or source.condition is None:
        return None
    columns = set()
    for part in source.condition.conjuncts:
        if part.kind == "equality" and part.quantifier is None and part.left and part.right:
            for side, other in ((part.left, part.right), (part.right, part.left)):
                if side.column and _is_of(side.column, source, query, catalog) and not _reads(other, source):
                    columns.add(side.column.column)
    if is_unique_on(table, columns):
        return True
    return False if table.complete else None


def _is_of(column: ColumnReference, source: Source, query: Select, catalog: Catalog) -> bool:
    found = own_source_of(column, query, catalog)
    return found is not None and found.span == source.span


def _reads(value: Value, source: Source) -> bool:
    return any(column.qualifier in (None, source.exposed_name) for column in value.columns)
