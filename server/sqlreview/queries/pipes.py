"""Where || joins texts in a query of MySQL, which reads it as OR."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.queries.model import Query
from sqlreview.queries.values import Predicate, Value
from sqlreview.queries.walk import conditions_of, values_of
from sqlreview.text import Span

_TEXT_FUNCTIONS = frozenset(("concat", "concat_ws", "lower", "upper", "trim", "lpad", "rpad", "date_format", "hex"))


def piped(query: Query, sql: str) -> Iterator[Predicate]:
    """The OR conditions of the query's own level that are written || and none of whose operands is a comparison."""
    seen: set[Span] = set()
    if "||" not in sql:
        return
    for condition in conditions_of(query):
        yield from _in_predicate(condition.predicate, sql, seen)
    for value in values_of(query):
        yield from _in_value(value, sql, seen)


def is_text(predicate: Predicate) -> bool:
    """Whether an operand is certainly a text: a string, or a function that returns one."""
    value = predicate.left
    if predicate.kind != "truth" or value is None:
        return False
    return value.kind == "string" or (value.function is not None and value.function.name in _TEXT_FUNCTIONS)


def _in_predicate(predicate: Predicate, sql: str, seen: set[Span]) -> Iterator[Predicate]:
    if predicate.kind == "or" and predicate.span not in seen:
        seen.add(predicate.span)
        if all(span.of(sql) == "||" for span in predicate.connectors) and not any(
            operand.kind != "truth" for operand in predicate.operands
        ):
            yield predicate
    for operand in predicate.operands:
        yield from _in_predicate(operand, sql, seen)
    for value in predicate.values:
        yield from _in_value(value, sql, seen)


def _in_value(value: Value, sql: str, seen: set[Span]) -> Iterator[Predicate]:
    if value.predicate is not None:
        yield from _in_predicate(value.predicate, sql, seen)
    for inner in (*value.items, *(argument for call in value.functions for argument in call.arguments)):
        if inner.span not in seen:
            yield from _in_value(inner, sql, seen)
