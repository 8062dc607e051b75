"""Which columns and values of a query are never NULL."""

from __future__ import annotations

from sqlreview.queries import (
    ColumnReference,
    Query,
    Select,
    SetOperation,
    Source,
    Value,
    Values,
)
from sqlreview.queries.strictness import columns_needed, is_strict
from sqlreview.queries.vocabulary import words_of
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.resolution import (
    column_of,
    is_system_relation,
    likely_source_of,
    output_names,
    star_columns,
    table_of,
)
from sqlreview.schema.row_counts import conjuncts_of
from sqlreview.text import Span

_NEVER_NULL = words_of(
    "count row_number rank dense_rank ntile percent_rank cume_dist now current_date current_time current_timestamp "
    "localtime localtimestamp clock_timestamp statement_timestamp transaction_timestamp gen_random_uuid uuidv4 uuidv7 "
    "random concat concat_ws generate_series jsonb_build_object jsonb_build_array json_build_object "
    "current_user session_user unnest"  # no schema speaks of the elements of an array, which are taken for given
)
_FIRST_VALUES = ("coalesce", "greatest", "least")
_OPERATORS = frozenset({"+", "-", "*", "/", "%", "||", "^", "AT TIME ZONE", "COLLATE"})


_Known = dict[tuple[int, int], bool]
"""Answers by the identity of queries and the position, as a common table may be read many times."""


def output_is_never_null(query: Query, position: int, catalog: Catalog) -> bool:
    """Whether it is certain that an output column (0 is the first) holds no NULL."""
    return _is_output_never_null(query, position, catalog, {})


def _is_output_never_null(query: Query, position: int, catalog: Catalog, known: _Known) -> bool:
    key = (id(query), position)
    if key not in known:
        known[key] = False
        known[key] = _find_output(query, position, catalog, known)
    return known[key]


def _find_output(query: Query, position: int, catalog: Catalog, known: _Known) -> bool:
    match query:
        case Values():
            return all(position < len(row) and _is_given(row[position]) for row in query.rows)
        case SetOperation():
            return all(_is_output_never_null(branch, position, catalog, known) for branch in query.branches)
    for output in query.output_list:
        columns = star_columns(output.star, query, catalog) if output.star else (None,)
        if columns is None:
            return False
        if position < len(columns):
            column = columns[position]
            if column is None:
                return _is_never_null(output.value, query, catalog, known)
            reference = _reference(*column, output.span)
            return reference is not None and _is_column_never_null(reference, query, catalog, known)
        position -= len(columns)
    return False


def _reference(source: Source | None, column: str, span: Span) -> ColumnReference | None:
    if source is None:
        return None
    return ColumnReference(span=span, column=column, column_span=span, qualifier=source.exposed_name)


def _is_never_null(value: Value, query: Query, catalog: Catalog, known: _Known) -> bool:
    """Whether it is certain that the value is not NULL in any row; a parameter is taken for a value that is given."""
    match value.kind:
        case "column" if value.column:
            return _is_column_never_null(value.column, query, catalog, known)
        case "cast":
            return all(_is_never_null(item, query, catalog, known) for item in value.items)
        case "operation" if _OPERATORS.issuperset(value.operators):
            return all(_is_never_null(item, query, catalog, known) for item in value.items)
        case "function" if value.function:
            call = value.function
            if call.name in _FIRST_VALUES:
                return any(_is_never_null(argument, query, catalog, known) for argument in call.arguments)
            strict = is_strict(call) and all(
                _is_never_null(argument, query, catalog, known) for argument in call.arguments
            )
            return strict or call.name in _NEVER_NULL
    return _is_given(value)


def _is_given(value: Value) -> bool:
    if value.kind == "cast":
        return all(_is_given(item) for item in value.items)
    return value.kind in ("string", "number", "boolean", "parameter", "array", "row")


def _is_column_never_null(reference: ColumnReference, query: Query, catalog: Catalog, known: _Known) -> bool:
    if any(_may_be_same(reference, other) for part in conjuncts_of(query) for other in columns_needed(part)):
        return True
    source = likely_source_of(reference, query, catalog)
    if source is None or source.nullable_by is not None:
        return False
    return _is_source_column_never_null(reference, source, query, catalog, known)


def _is_source_column_never_null(
    reference: ColumnReference, source: Source, query: Query, catalog: Catalog, known: _Known
) -> bool:
    match source.kind:
        case "table":
            found = column_of(reference, query, catalog)
            if found is not None:
                return found[1].not_null
            # what every table calls its key is not worth an alarm where the table is not known
            table = table_of(source, catalog)
            is_unknown = table is None or not table.complete
            return is_unknown and (reference.column == "id" or is_system_relation(source.name))
        case "function" if source.function:
            return source.function.name in ("generate_series", "unnest")
        case "cte" | "subquery" | "values" if source.query:
            names = output_names(source.query, catalog)
            aliases = [name.text for name in source.column_aliases or source.common_columns]
            if names is None:
                return False
            called = [*aliases, *names[len(aliases) :]]
            if called.count(reference.column) != 1:
                return False
            return _is_output_never_null(source.query, called.index(reference.column), catalog, known)
    return False


def _may_be_same(left: ColumnReference, right: ColumnReference) -> bool:
    same_relation = left.qualifier == right.qualifier or None in (left.qualifier, right.qualifier)
    return left.column == right.column and same_relation


def returns_rows_of_tables(query: Query) -> bool:
    """Whether the query reads any relation, other than SELECT of values alone."""
    match query:
        case Select():
            return bool(query.sources)
        case SetOperation():
            return any(returns_rows_of_tables(branch) for branch in query.branches)
    return not isinstance(query, Values)
