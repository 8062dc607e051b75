"""Everything of one kind in a query, without the queries inside it, which are subjects of their own."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.queries.clauses import Assignment
from sqlreview.queries.model import Delete, Insert, Merge, Query, Select, SetOperation, Update, Values, Write
from sqlreview.queries.values import ColumnReference, Condition, FunctionCall, Predicate, Value
from sqlreview.text import Span


def where_of(query: Query) -> Condition | None:
    """The WHERE of a SELECT, UPDATE or DELETE."""
    return query.where if isinstance(query, Select | Update | Delete) else None


def row_conditions_of(query: Query) -> Iterator[Condition]:
    """The ON conditions and WHERE, which choose rows of the relations; HAVING chooses groups."""
    yield from (source.condition for source in query.sources if source.condition)
    where = where_of(query)
    if where:
        yield where


def conditions_of(query: Query) -> Iterator[Condition]:
    """The ON conditions, WHERE and HAVING."""
    for source in query.sources:
        if source.condition:
            yield source.condition
    match query:
        case Select(where=where, having=having):
            yield from (condition for condition in (where, having) if condition)
        case Update(where=Condition() as where) | Delete(where=Condition() as where):
            yield where
        case Insert(on_conflict=conflict) if conflict and conflict.where:
            yield conflict.where
        case Merge(actions=actions):
            yield from (action.condition for action in actions if action.condition)


def values_of(query: Query) -> Iterator[Value]:
    """The outermost values outside conditions: outputs, keys, limits, assigned and inserted values, arguments of
    functions in FROM."""
    for source in query.sources:
        if source.function:
            yield from source.function.arguments
    match query:
        case Select():
            yield from _selected(query)
        case SetOperation():
            yield from _sorted(query)
        case Values(rows=rows):
            yield from (value for row in rows for value in row)
            yield from _sorted(query)
        case Write():
            yield from _written(query)


def predicates_of(query: Query) -> Iterator[Predicate]:
    """Every comparison at the leaves of AND, OR and NOT: of conditions, WHEN, FILTER, and conditions used as values."""
    seen: set[Span] = set()
    for condition in conditions_of(query):
        yield from _leaves(condition.predicate, seen)
    for value in values_of(query):
        yield from _in_value(value, seen)


def subqueries_of(query: Query) -> Iterator[Query]:
    """The queries that stand directly in the query: common tables, derived tables, branches, and those in values."""
    yield from (cte.query for cte in query.ctes if cte.query)
    yield from (source.query for source in query.sources if source.query and source.kind != "cte")
    if isinstance(query, SetOperation):
        yield from query.branches
    if isinstance(query, Insert) and query.source:
        yield query.source
    for condition in conditions_of(query):
        yield from condition.predicate.subqueries
    for value in values_of(query):
        yield from value.subqueries


def references_of(query: Query) -> Iterator[ColumnReference]:
    """Every column reference of the query's own level."""
    for condition in conditions_of(query):
        yield from condition.predicate.columns
    for value in values_of(query):
        yield from value.columns


def functions_of(query: Query) -> Iterator[FunctionCall]:
    """Every function call of the query's own level."""
    for source in query.sources:
        if source.function:
            yield source.function
    for condition in conditions_of(query):
        yield from _calls(condition.predicate)
    for value in values_of(query):
        yield from value.functions


def _calls(predicate: Predicate) -> Iterator[FunctionCall]:
    for value in predicate.values:
        yield from value.functions
    for operand in predicate.operands:
        yield from _calls(operand)


def _selected(query: Select) -> Iterator[Value]:
    yield from query.distinct_on
    yield from (output.value for output in query.outputs)
    if query.group_by:
        yield from query.group_by.keys
    yield from query.windows
    yield from _sorted(query)


def _sorted(query: Select | SetOperation | Values | Update | Delete) -> Iterator[Value]:
    if query.order_by:
        yield from (key.value for key in query.order_by.keys)
    for limit in (query.limit, None if isinstance(query, Update | Delete) else query.offset):
        if limit and limit.value:
            yield limit.value


def _written(query: Write) -> Iterator[Value]:
    assignments: tuple[Assignment, ...] = ()
    match query:
        case Update():
            assignments = query.assignments
        case Insert(on_conflict=conflict):
            assignments = (*query.set_assignments, *(conflict.assignments if conflict else ()))
        case Merge():
            assignments = tuple(item for action in query.actions for item in action.assignments)
            yield from (value for action in query.actions for value in action.values)
    yield from (assignment.value for assignment in assignments)
    if isinstance(query, Update | Delete):
        yield from _sorted(query)
    yield from (output.value for output in query.returning)


def _leaves(predicate: Predicate, seen: set[Span]) -> Iterator[Predicate]:
    for leaf in predicate.comparisons:
        if leaf.span not in seen:
            seen.add(leaf.span)
            yield leaf
        for value in leaf.values:
            yield from _in_value(value, seen)


def _in_value(value: Value, seen: set[Span]) -> Iterator[Predicate]:
    """The comparisons in a value; calls and WHEN conditions are listed by every value around them, hence `seen`."""
    if not (value.predicate or value.conditions or value.items or value.functions):
        return
    key = Span(-value.span.start - 1, value.span.end)
    if key in seen:
        return
    seen.add(key)
    for predicate in (
        value.predicate,
        *value.conditions,
        *(call.filter and call.filter.predicate for call in value.functions),
    ):
        if predicate:
            yield from _leaves(predicate, seen)
    for inner in (*value.items, *(argument for call in value.functions for argument in call.arguments)):
        yield from _in_value(inner, seen)
