"""How often a row of a query can find partners in a relation it is joined with."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.queries import ColumnReference, Predicate, Query, Select, Source, Value, conditions_of
from sqlreview.queries.structure import bare
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.keys import is_unique_on
from sqlreview.schema.resolution import own_source_of, table_of


def equated_columns(source: Source, query: Query, catalog: Catalog) -> frozenset[str] | None:
    """The columns of a relation that conditions of the query equate with something outside of it.

    None where that cannot be told, as where a condition is not read or names no relation.
    """
    found: set[str] = {name.text for name in source.using}
    for part in _row_parts(query):
        if part.kind != "equality" or part.quantifier is not None or part.left is None or part.right is None:
            continue
        for side, other in _compared(part.left, part.right):
            column = bare(side).column
            if column is None:
                continue
            owner = own_source_of(column, query, catalog)
            if owner is None and column.qualifier is None:
                return None
            if (
                owner is not None
                and owner.span == source.span
                and not reads_from(other.columns, source, query, catalog)
            ):
                found.add(column.column)
    return frozenset(found)


def _row_parts(query: Query) -> Iterator[Predicate]:
    for condition in conditions_of(query):
        if not isinstance(query, Select) or condition is not query.having:
            yield from condition.conjuncts


def _compared(left: Value, right: Value) -> Iterator[tuple[Value, Value]]:
    if left.kind == "row" and right.kind == "row" and len(left.items) == len(right.items):
        for one, other in zip(left.items, right.items, strict=True):
            yield one, other
            yield other, one
    else:
        yield left, right
        yield right, left


def reads_from(columns: tuple[ColumnReference, ...], source: Source, query: Query, catalog: Catalog) -> bool:
    """Whether one of these columns is, or may be, of the relation."""
    owners = [own_source_of(column, query, catalog) for column in columns]
    return any(
        owner.span == source.span if owner else column.qualifier in (None, source.exposed_name)
        for owner, column in zip(owners, columns, strict=True)
    )


def joins_several(source: Source, query: Query, catalog: Catalog) -> bool:
    """Whether it is known that a row may find several partners in a table: no unique key of it is equated."""
    table = table_of(source, catalog)
    if table is None or not table.complete or table.inherits or source.natural or source.lateral:
        return False
    columns = equated_columns(source, query, catalog)
    return columns is not None and not is_unique_on(table, columns)
