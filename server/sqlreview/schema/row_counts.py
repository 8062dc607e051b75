"""Which queries return, and which relations hold, at most one row."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlreview.queries import (
    ColumnReference,
    Delete,
    FunctionCall,
    Insert,
    Predicate,
    Query,
    Select,
    SetOperation,
    Source,
    Update,
    Value,
    Values,
    where_of,
)
from sqlreview.queries.vocabulary import words_of
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.keys import is_unique_on
from sqlreview.schema.resolution import column_names, is_system_relation, likely_source_of, own_source_of, table_of
from sqlreview.text import Span

_ROW_MAKERS = words_of(
    "generate_series generate_subscripts unnest json_each json_each_text jsonb_each jsonb_each_text json_object_keys "
    "jsonb_object_keys json_array_elements json_array_elements_text jsonb_array_elements jsonb_array_elements_text "
    "json_populate_recordset jsonb_populate_recordset json_to_recordset jsonb_to_recordset jsonb_path_query "
    "regexp_matches regexp_split_to_table string_to_table each skeys svals"
)


def makes_rows(call: FunctionCall) -> bool:
    """Whether the call is one of PostgreSQL's functions that return a set of rows."""
    return call.name in _ROW_MAKERS


def conjuncts_of(query: Query) -> Iterator[Predicate]:
    """The conditions that must all hold: those of WHERE and, except for outer joins, of ON."""
    for source in query.sources:
        if source.condition and source.join not in ("left", "right", "full"):
            yield from source.condition.conjuncts
    where = where_of(query)
    if where:
        yield from where.conjuncts


def is_single_row(query: Query, catalog: Catalog) -> bool:
    """Whether it is certain that the query returns one row at most."""
    return _is_single_row(query, catalog, {})


def is_single_row_without_limit(query: Select, catalog: Catalog) -> bool:
    """Whether it is certain that the SELECT finds one row at most, whatever its LIMIT says."""
    return _finds_one_row(query, catalog, {})


def one_row_sources(query: Query, catalog: Catalog) -> frozenset[Span]:
    """The places of the relations of which the query sees one row at most, also where the key comes from another."""
    return _one_row_sources(query, catalog, {})


_Known = dict[int, bool]
"""Answers by the identity of queries, as a common table may be read many times."""


def _is_single_row(query: Query, catalog: Catalog, known: _Known) -> bool:
    answer = known.get(id(query))
    if answer is None:
        known[id(query)] = False
        answer = known[id(query)] = _returns_one_row(query, catalog, known)
    return answer


def _returns_one_row(query: Query, catalog: Catalog, known: _Known) -> bool:
    match query:
        case Select():
            return query.is_single_row or _finds_one_row(query, catalog, known)
        case Values():
            return query.row_count == 1
        case Insert(source=Query() as source):
            return _is_single_row(source, catalog, known)
        case Update() | Delete():
            return len(query.sources) == 1 and is_pinned(query.target, query, catalog)
    return False


def _finds_one_row(query: Select, catalog: Catalog, known: _Known) -> bool:
    if not query.group_by and any(output.value.has_aggregate for output in query.outputs):
        return True
    makers = any(makes_rows(call) for output in query.outputs for call in output.value.functions)
    return not makers and len(_one_row_sources(query, catalog, known)) == len(query.sources)


def _one_row_sources(query: Query, catalog: Catalog, known: _Known) -> frozenset[Span]:
    single = {source.span for source in query.sources if source.query and _is_single_row(source.query, catalog, known)}
    equalities = list(_equalities(query, catalog))
    tables = [source for source in query.sources if source.kind == "table"]
    grows = True
    while grows:
        found = {
            source.span
            for source in tables
            if source.span not in single
            and _has_key(source, _fixed(source, equalities, query, catalog, single), catalog)
        }
        grows = bool(found)
        single |= found
    return frozenset(single)


def is_pinned(source: Source, query: Query, catalog: Catalog) -> bool:
    """Whether the conditions of the query give a unique key of the table constant values.

    Of a table that the history does not know, `id` is taken for a key.
    """
    return _has_key(source, fixed_columns(source, query, catalog), catalog)


def fixed_columns(source: Source, query: Query, catalog: Catalog) -> frozenset[str]:
    """The columns of a relation that the conditions of the query set equal to a given value."""
    return _fixed(source, list(_equalities(query, catalog)), query, catalog, frozenset())


def _has_key(source: Source, columns: frozenset[str], catalog: Catalog) -> bool:
    table = table_of(source, catalog)
    if table is None or not (table.complete or table.primary_key):
        return "id" in columns
    return is_unique_on(table, columns)


_Equality = tuple[Span, str, Value]
"""The place of a relation, its column, and what the column is equal to."""


def _fixed(
    source: Source, equalities: list[_Equality], query: Query, catalog: Catalog, single: Collection[Span]
) -> frozenset[str]:
    return frozenset(
        column for span, column, other in equalities if span == source.span and _is_given(other, query, catalog, single)
    )


def _equalities(query: Query, catalog: Catalog) -> Iterator[_Equality]:
    for predicate in conjuncts_of(query):
        yield from _equality(predicate, query, catalog)
    for source in query.sources:
        # an outer join checks its optional side, and only that
        for predicate in source.condition.conjuncts if source.condition and source.join == "left" else ():
            yield from (found for found in _equality(predicate, query, catalog) if found[0] == source.span)


def _equality(predicate: Predicate, query: Query, catalog: Catalog) -> Iterator[_Equality]:
    if predicate.kind != "equality" or predicate.quantifier or not predicate.left or not predicate.right:
        return
    for left, right in _compared(predicate.left, predicate.right):
        for side, other in ((left, right), (right, left)):
            source = likely_source_of(side.column, query, catalog) if side.column else None
            if side.column and source:
                yield source.span, side.column.column, other


def _compared(left: Value, right: Value) -> Iterator[tuple[Value, Value]]:
    if left.kind == "row" and right.kind == "row" and len(left.items) == len(right.items):
        yield from zip(left.items, right.items, strict=True)
    else:
        yield left, right


def _is_given(value: Value, query: Query, catalog: Catalog, single: Collection[Span]) -> bool:
    """Whether the value is the same for all rows of this query level."""
    if value.is_outside or (value.kind == "subquery" and not value.columns):
        return True
    return bool(value.columns) and all(_is_given_column(column, query, catalog, single) for column in value.columns)


def _is_given_column(column: ColumnReference, query: Query, catalog: Catalog, single: Collection[Span]) -> bool:
    source = own_source_of(column, query, catalog)
    if source is not None:
        return source.span in single
    if column.qualifier is not None:
        return True
    # what none of the known relations has is a column of an outer query or a variable
    return all(column_names(other, catalog) is not None for other in query.sources)


def reads_tables(query: Query) -> bool:
    """Whether the query or one it reads from reads a table."""
    seen: set[int] = set()
    waiting = [query]
    while waiting:
        current = waiting.pop()
        if id(current) in seen:
            continue
        seen.add(id(current))
        if any(source.kind == "table" and not is_system_relation(source.name) for source in current.sources):
            return True
        waiting += [source.query for source in current.sources if source.query]
        waiting += current.branches if isinstance(current, SetOperation) else ()
    return False


def may_look_up_by_key(query: Select, catalog: Catalog) -> bool:
    """Whether the query gives values to columns of a table that is not known, which may be its key."""
    for source in query.sources:
        table = table_of(source, catalog) if source.kind == "table" else None
        is_known = source.kind != "table" or (table is not None and table.complete)
        if not is_known and any(fixed_columns(source, query, catalog)):
            return True
    return False
