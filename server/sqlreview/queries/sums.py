"""Sums that are NULL when there are no rows, and what is done with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sqlreview.queries.model import Insert, Query, Select
from sqlreview.queries.strictness import is_strict
from sqlreview.queries.structure import bare, every_value, stored_values
from sqlreview.queries.values import FunctionCall, Predicate, Value
from sqlreview.queries.walk import predicates_of

_BALANCES = frozenset(("+", "-"))
_ARITHMETIC = _BALANCES | {"*", "/", "%"}
Use = Literal["calculated with", "compared with", "stored from"]


@dataclass(frozen=True, slots=True)
class UncoveredSum:
    """A sum over all rows of its query level without anything for the case that there are none."""

    call: FunctionCall
    use: Use

    @property
    def end(self) -> int:
        """Where the call ends, with its FILTER clause."""
        return self.call.filter.span.end + 1 if self.call.filter else self.call.span.end


def uncovered_sums(query: Query, sql: str) -> Iterator[UncoveredSum]:
    """The sums that are operands, sides of a comparison, or stored, directly or as the result of a subquery."""
    if "sum" not in sql.lower():
        return
    seen: dict[int, UncoveredSum] = {}
    for value, use in _used_values(query):
        for call in _sums_of(value, query):
            seen.setdefault(call.span.start, UncoveredSum(call, use))
    yield from seen.values()


def _used_values(query: Query) -> Iterator[tuple[Value, Use]]:
    for value in every_value(query):
        if value.kind == "operation" and _ARITHMETIC.issuperset(value.operators):
            yield from ((item, "calculated with") for item in value.items if bare(item).kind == "subquery")
    # a share or a multiple of nothing is nothing; a balance of nothing is zero
    for value in (bare(output.value) for output in query.output_list):
        if value.kind == "operation" and _BALANCES.issuperset(value.operators):
            yield from ((item, "calculated with") for item in value.items)
    for leaf in predicates_of(query):
        if leaf.kind in ("equality", "inequality", "range", "between") and not leaf.quantifier:
            yield from ((side, "compared with") for side in _compared(leaf))
    for value in stored_values(query):
        yield value, "stored from"
    if isinstance(query, Insert) and isinstance(query.source, Select):
        for output in query.source.outputs:
            yield from ((output.value, "stored from"),) if _is_single(query.source) else ()


def _compared(leaf: Predicate) -> Iterator[Value]:
    """The results of subqueries; a sum in HAVING without GROUP BY leaves no row either way."""
    yield from (side for side in leaf.values if bare(side).kind == "subquery")


def _sums_of(value: Value, query: Query) -> Iterator[FunctionCall]:
    value = bare(value)
    if value.kind == "subquery" and len(value.subqueries) == 1:
        inner = value.subqueries[0]
        if isinstance(inner, Select) and len(inner.outputs) == 1 and _is_single(inner):
            yield from _sums_of(inner.outputs[0].value, inner)
    call = value.function
    if call is None:
        return
    if call.aggregate and call.name == "sum":
        level = query.source if isinstance(query, Insert) and isinstance(query.source, Select) else query
        if isinstance(level, Select) and _is_single(level):
            yield call
    elif is_strict(call) and len(call.arguments) > 0:
        yield from _sums_of(call.arguments[0], query)


def _is_single(query: Select) -> bool:
    """Whether the query aggregates all its rows, of which there may be none."""
    return query.group_by is None and bool(query.sources)
