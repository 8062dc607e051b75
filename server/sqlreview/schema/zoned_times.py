"""Whether times in queries of PostgreSQL know their zone."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.queries import Insert, Merge, Query, Update, Value, predicates_of
from sqlreview.schema.assigned_values import assigned_values
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.records import Column, Table
from sqlreview.schema.resolution import column_of, table_of
from sqlreview.schema.value_types import type_of

_NOW = frozenset(("now", "current_timestamp", "transaction_timestamp", "clock_timestamp", "statement_timestamp"))
_COMPARED = frozenset(("equality", "inequality", "range", "between", "in-list"))
_MOVES = frozenset(("+", "-"))
_TYPED = frozenset(("column", "cast", "function", "operation"))


def mixed_pairs(query: Query, catalog: Catalog) -> Iterator[tuple[Table, Column, Value]]:
    """The columns without time zone that meet a value with one, each with that value: compared, or stored."""
    for predicate in predicates_of(query):
        if predicate.kind not in _COMPARED:
            continue
        values = [item for value in predicate.values for item in (value.items if value.kind == "row" else (value,))]
        if sum(value.kind in _TYPED for value in values) < 2:
            continue
        zoned = next((value for value in values if is_zoned(value, query, catalog)), None)
        local = next((found for value in values if (found := local_column(value, query, catalog))), None)
        if zoned is not None and local is not None:
            yield *local, zoned
    yield from _stored(query, catalog)


def is_zoned(value: Value, query: Query, catalog: Catalog) -> bool:
    """Whether the value is certainly a timestamptz: now() and its kin, such a column or cast, moved by an interval."""
    if value.kind == "function" and value.function:
        return value.function.name in _NOW and value.function.schema in (None, "pg_catalog")
    if value.kind == "operation" and _MOVES.issuperset(value.operators):
        return len(value.items) > 1 and is_zoned(value.items[0], query, catalog)
    return value.kind in ("column", "cast") and type_of(value, query, catalog) == "timestamptz"


def local_column(value: Value, query: Query, catalog: Catalog) -> tuple[Table, Column] | None:
    """The column without time zone that the value is, also moved by an interval."""
    if value.kind == "operation" and _MOVES.issuperset(value.operators) and len(value.items) > 1:
        return local_column(value.items[0], query, catalog)
    found = column_of(value.column, query, catalog) if value.kind == "column" and value.column else None
    return found if found and type_of(value, query, catalog) == "timestamp" else None


def _stored(query: Query, catalog: Catalog) -> Iterator[tuple[Table, Column, Value]]:
    if not isinstance(query, Insert | Update | Merge):
        return
    table = table_of(query.target, catalog)
    if table is None:
        return
    for name, value in assigned_values(query):
        column = table.column(name)
        is_local = column is not None and column.type is not None and column.type.name == "timestamp"
        if column is not None and is_local and is_zoned(value, query, catalog):
            yield table, column, value
