"""Columns of a grouped query whose value is that of any row of the group."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.queries import ColumnReference, FunctionCall, Predicate, Query, Select, Source, Value
from sqlreview.queries.selected import key_meant
from sqlreview.queries.strictness import STRICT_FUNCTIONS
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.join_keys import equated_columns
from sqlreview.schema.keys import is_unique_on, primary_key_columns
from sqlreview.schema.resolution import column_of, likely_source_of, own_source_of, table_of
from sqlreview.schema.row_counts import fixed_columns
from sqlreview.text import Span

_PER_ROW = STRICT_FUNCTIONS | {"coalesce", "ifnull", "nullif", "greatest", "least", "concat", "concat_ws", "format"}
"""Functions that are certainly no aggregates; any other one may be."""


def arbitrary_columns(query: Select, in_routine: bool, catalog: Catalog) -> Iterator[ColumnReference]:
    """The columns outside aggregates that are neither grouped nor given by a grouped key.

    In a routine only columns of known tables are told from variables.
    """
    if not _groups(query) or (query.group_by and query.group_by.grouping_sets):
        return
    if catalog.session.family == "sqlite" and _takes_an_extreme(query):
        return
    keys = _keys(query)
    texts = [key_meant(key, query) for key in query.group_by.keys] if query.group_by else []
    settled: dict[Span, bool] = {}
    for value in _shown(query):
        if value.column is None and any(text in value.normalised for text in texts if not text.isidentifier()):
            continue  # it is made of a key that is an expression
        for reference in _outside_aggregates(value):
            if not _is_key(reference, keys) and _is_arbitrary(reference, query, in_routine, catalog, settled, keys):
                yield reference


def _groups(query: Select) -> bool:
    return query.group_by is not None or any(output.value.has_aggregate for output in query.outputs)


def _takes_an_extreme(query: Select) -> bool:
    """Whether SQLite takes bare columns from the row that has the only min or max of the query."""
    calls = [call for output in query.outputs for call in output.value.functions if call.aggregate]
    return any(call.name in ("min", "max") for call in calls)


def _shown(query: Select) -> Iterator[Value]:
    aliases = {output.alias.text for output in query.outputs if output.alias}
    yield from (output.value for output in query.outputs)
    for value in [key.value for key in query.order_by.keys] if query.order_by else []:
        if not (value.column and value.column.qualifier is None and value.column.column in aliases):
            yield value
    for leaf in _leaves(query):
        for value in leaf.values:
            if not any(column.qualifier is None and column.column in aliases for column in value.columns):
                yield value


def _leaves(query: Select) -> Iterator[Predicate]:
    if query.having:
        yield from query.having.predicate.comparisons


def _keys(query: Select) -> list[ColumnReference]:
    """The columns that are keys, also by their position or alias."""
    found: list[ColumnReference] = []
    for key in query.group_by.keys if query.group_by else ():
        meant = key_meant(key, query)
        values = (output.value for output in query.outputs if output.value.normalised == meant)
        found += (value.column for value in values if value.column)
        if key.column:
            found.append(key.column)
    return found


def _is_key(reference: ColumnReference, keys: list[ColumnReference]) -> bool:
    same = (key for key in keys if key.column == reference.column)
    return any(key.qualifier == reference.qualifier or None in (key.qualifier, reference.qualifier) for key in same)


def _outside_aggregates(value: Value) -> Iterator[ColumnReference]:
    """The columns that stand in no call that may be an aggregate or a window."""
    hidden = [_extent(call) for call in value.functions if call.over or call.aggregate or call.name not in _PER_ROW]
    for reference in value.columns:
        if not any(span.start <= reference.span.start < span.end for span in hidden):
            yield reference


def _extent(call: FunctionCall) -> Span:
    ends = [call.span.end]
    ends += [key.span.end for key in call.order_by]
    ends += [part.span.end for part in (call.filter,) if part]
    ends += [call.over.end] if call.over else []
    return Span(call.span.start, max(ends))


def _is_arbitrary(
    reference: ColumnReference,
    query: Query,
    in_routine: bool,
    catalog: Catalog,
    settled: dict[Span, bool],
    keys: list[ColumnReference],
) -> bool:
    source = likely_source_of(reference, query, catalog)
    if source is None or source.kind != "table":
        return False
    if in_routine and column_of(reference, query, catalog) is None:
        return False
    if reference.qualifier is None and reference.column == source.exposed_name:
        return False
    if catalog.session.family != "postgres" and reference.column in fixed_columns(source, query, catalog):
        return False
    if source.span not in settled:
        settled[source.span] = _is_settled(source, query, catalog, keys)
    return not settled[source.span]


def _is_settled(source: Source, query: Query, catalog: Catalog, keys: list[ColumnReference]) -> bool:
    """Whether the keys hold a key of the table, so that a group has one row of it."""
    grouped = set()
    for key in keys:
        owner = own_source_of(key, query, catalog)
        if owner is None or owner.span == source.span:
            grouped.add(key.column)
    table = table_of(source, catalog)
    if table is None or not (table.complete or table.primary_key):
        return "id" in grouped or not grouped.isdisjoint(_named_keys(source))
    primary = primary_key_columns(table)
    if catalog.session.family == "postgres":
        return bool(primary) and grouped.issuperset(primary)
    return is_unique_on(table, grouped) or _is_tied(source, query, catalog)


def _named_keys(source: Source) -> set[str]:
    name = source.name.text if source.name else ""
    return {f"{name}_id", f"{name.removesuffix('s')}_id", f"{name}id"}


def _is_tied(source: Source, query: Query, catalog: Catalog) -> bool:
    """Whether MySQL and SQLite find one row of the table for a row of another one that is grouped by its key."""
    table = table_of(source, catalog)
    columns = equated_columns(source, query, catalog)
    return table is not None and columns is not None and is_unique_on(table, columns)
