"""Divisions whose divisor may be zero."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from sqlreview.frozen import frozen
from sqlreview.operations import Name
from sqlreview.queries import ColumnReference, FunctionCall, Predicate, Query, Select, Value, conditions_of
from sqlreview.queries.structure import bare, every_value
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.resolution import column_of, likely_source_of

_WINDOWS = ("lag", "lead", "first_value", "last_value", "nth_value")


@frozen
class Divisor:
    """What a value is divided by."""

    value: Value
    kind: Literal["column", "aggregate", "subquery"]


def unguarded_divisors(query: Query, sql: str, catalog: Catalog) -> Iterator[Divisor]:
    """The columns, aggregates and subqueries of `/` and `%` that nothing in the same query keeps from being zero.

    What CASE chooses from is left out, and so are columns of subqueries, whose values are made elsewhere.
    """
    if "/" not in sql and "%" not in sql:
        return
    leaves = (leaf for condition in conditions_of(query) for leaf in condition.predicate.comparisons)
    similar = {leaf.left.span for leaf in leaves if leaf.kind == "truth" and leaf.left}
    for value in every_value(query):
        if value.kind != "operation" or len(value.items) != len(value.operators) + 1:
            continue
        if "%" in value.operators and value.span in similar:
            continue  # the operator of similarity
        yield from _in_operation(value, query, catalog)


def _in_operation(value: Value, query: Query, catalog: Catalog) -> Iterator[Divisor]:
    for place, operator in enumerate(value.operators, 1):
        item = value.items[place]
        kind = _kind_of(bare(item), query, catalog) if operator in ("/", "%") else None
        if kind is None or _is_guarded(bare(item), query, catalog):
            continue
        if not _is_null_with(bare(value.items[place - 1]), bare(item)):
            yield Divisor(value=item, kind=kind)


def _is_null_with(dividend: Value, divisor: Value) -> bool:
    """Whether the dividend is an aggregate that is NULL where the divisor counts no rows: NULL / 0 is NULL."""
    counted, summed = divisor.function, dividend.function
    if counted is None or summed is None or counted.name != "count" or counted.filter or not counted.star:
        return False
    return summed.aggregate and summed.name in ("sum", "avg", "min", "max")


def _kind_of(value: Value, query: Query, catalog: Catalog) -> Literal["column", "aggregate", "subquery"] | None:
    if value.kind == "subquery":
        return "subquery"
    if value.column is not None:
        source = likely_source_of(value.column, query, catalog)
        return "column" if source and source.kind == "table" else None
    call = value.function
    if call is None:
        return None
    if call.over is not None:
        return "aggregate" if call.name in (*_WINDOWS, "sum", "avg") else None
    return "aggregate" if call.aggregate and not _counts_a_row(call, query, catalog) else None


def _counts_a_row(call: FunctionCall, query: Query, catalog: Catalog) -> bool:
    """Whether it counts the rows of a group, which has one at least."""
    if call.name != "count":
        return call.name in ("array_agg", "string_agg", "json_agg", "jsonb_agg")
    if not isinstance(query, Select) or query.group_by is None or call.filter is not None:
        return False
    if call.star or all(argument.is_literal for argument in call.arguments):
        return True
    reference = call.arguments[0].column
    found = column_of(reference, query, catalog) if reference else None
    source = likely_source_of(reference, query, catalog) if reference else None
    return found is not None and found[1].not_null and source is not None and source.nullable_by is None


def _is_guarded(value: Value, query: Query, catalog: Catalog) -> bool:
    texts = {value.normalised, value.normalised.rpartition(" . ")[2] if value.column else value.normalised}
    parts = [part for condition in conditions_of(query) for part in condition.conjuncts]
    parts += [part for call in _filtered(query) if call.filter for part in call.filter.conjuncts]
    if any(_excludes_zero(part, texts) for part in parts):
        return True
    return value.column is not None and _is_checked(value.column, query, catalog)


def _filtered(query: Query) -> Iterator[FunctionCall]:
    for output in query.output_list:
        yield from (call for call in output.value.functions if call.filter)


def _excludes_zero(part: Predicate, texts: set[str]) -> bool:
    """Whether a condition compares the value with anything: most such conditions keep zero out."""
    if part.kind not in ("range", "inequality", "equality", "between", "in-list", "truth"):
        return False
    return any(side.normalised in texts or _last(side) in texts for side in part.values)


def _last(value: Value) -> str:
    return value.normalised.rpartition(" . ")[2] if value.column else value.normalised


def _is_checked(column: ColumnReference, query: Query, catalog: Catalog) -> bool:
    found = column_of(column, query, catalog)
    if found is None:
        return False
    table, known = found
    mentioned = any(item.kind == "check" and known.name in item.columns for item in table.constraints)
    kind = known.type
    if kind is None:
        return mentioned
    domain = catalog.user_type(Name(kind.schema, kind.name, kind.span))
    return mentioned or (domain is not None and bool(domain.checks))
