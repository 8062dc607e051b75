"""LEFT JOIN ... IS NULL that finds more than rows without a partner."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.frozen import frozen
from sqlreview.queries import ColumnReference, Predicate, Query, Select, Source, references_of
from sqlreview.queries.strictness import columns_needed
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.keys import primary_key_columns
from sqlreview.schema.resolution import column_of, own_source_of


@frozen
class AntiJoin:
    """A test for NULL of a column that matching rows may have NULL in."""

    predicate: Predicate
    source: Source
    column: ColumnReference
    key: str | None
    """The primary key of the table, where it is one column."""


def doubtful_anti_joins(query: Select, catalog: Catalog) -> Iterator[AntiJoin]:
    """The IS NULL tests of WHERE on a nullable column of a LEFT JOINed table of which nothing else is read."""
    for part in query.where.conjuncts if query.where else ():
        if part.kind != "null-test" or part.negated or part.left is None or part.left.column is None:
            continue
        column = part.left.column
        source = own_source_of(column, query, catalog)
        found = column_of(column, query, catalog)
        if source is None or found is None or source.join != "left" or source.condition is None:
            continue
        if found[1].not_null or _is_needed(column, source) or _is_read_elsewhere(source, part, query, catalog):
            continue
        key = primary_key_columns(found[0])
        yield AntiJoin(predicate=part, source=source, column=column, key=key[0] if len(key) == 1 else None)


def _is_needed(column: ColumnReference, source: Source) -> bool:
    needed = columns_needed(source.condition.predicate) if source.condition else frozenset()
    return any(item.column == column.column and item.qualifier in (None, column.qualifier) for item in needed)


def _is_read_elsewhere(source: Source, test: Predicate, query: Query, catalog: Catalog) -> bool:
    """Whether anything but ON and the test reads the table, which then is joined for its values."""
    own = source.condition.span if source.condition else source.span
    for reference in references_of(query):
        inside = own.start <= reference.span.start < own.end or test.span.start <= reference.span.start < test.span.end
        if not inside:
            found = own_source_of(reference, query, catalog)
            if found is None or found.span == source.span:
                return True
    return any(output.value.kind == "star" for output in query.output_list)
