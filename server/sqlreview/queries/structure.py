"""What values are made of, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.queries.model import Insert, Merge, Query, Update, Values
from sqlreview.queries.values import Predicate, Value
from sqlreview.queries.walk import conditions_of, predicates_of, values_of
from sqlreview.text import Span


def parts_of(value: Value) -> Iterator[Value]:
    """A value and what it is made of at any depth: operands, arguments, compared values; not what CASE chooses from."""
    yield value
    for item in value.items:
        yield from parts_of(item)
    if value.function:
        for argument in value.function.arguments:
            yield from parts_of(argument)
    if value.predicate:
        for leaf in value.predicate.comparisons:
            for side in leaf.values:
                yield from parts_of(side)


def every_value(query: Query) -> Iterator[Value]:
    """Every value of the query's own level with its parts, each once; what CASE chooses from is left out."""
    seen: set[tuple[int, int, str]] = set()
    outermost = [*values_of(query), *(side for leaf in _condition_leaves(query) for side in leaf.values)]
    for value in outermost:
        for part in parts_of(value):
            key = (part.span.start, part.span.end, part.kind)
            if key not in seen:
                seen.add(key)
                yield part


def _condition_leaves(query: Query) -> Iterator[Predicate]:
    for condition in conditions_of(query):
        yield from condition.predicate.comparisons


def bare(value: Value) -> Value:
    """The value behind casts."""
    while value.kind == "cast" and len(value.items) == 1:
        value = value.items[0]
    return value


def stored_values(query: Query) -> Iterator[Value]:
    """The values a write puts into columns, those of INSERT ... SELECT left out."""
    match query:
        case Insert(source=Values(rows=rows)):
            yield from (value for row in rows for value in row)
        case Update(assignments=assignments):
            yield from (item.value for item in assignments)
        case Merge(actions=actions):
            yield from (item.value for action in actions for item in action.assignments)
            yield from (value for action in actions for value in action.values)
    if isinstance(query, Insert):
        conflict = query.on_conflict.assignments if query.on_conflict else ()
        yield from (item.value for item in (*query.set_assignments, *conflict))


def compared_values(query: Query) -> Iterator[Value]:
    """The two sides of comparisons, the bounds of BETWEEN and the items of IN lists."""
    for leaf in predicates_of(query):
        if leaf.kind in ("equality", "inequality", "range", "between", "distinct-test"):
            yield from leaf.values
        elif leaf.kind == "in-list" and leaf.right is not None:
            yield from (leaf.left,) if leaf.left else ()
            yield from leaf.right.items


def or_chains(query: Query) -> Iterator[tuple[Predicate, tuple[Predicate, ...]]]:
    """The OR conditions all of whose operands compare the same column with literals or parameters by `=`, and these."""
    for condition in conditions_of(query):
        yield from _or_chains(condition.predicate)


def _or_chains(predicate: Predicate) -> Iterator[tuple[Predicate, tuple[Predicate, ...]]]:
    if predicate.kind == "or":
        operands = predicate.operands
        first = operands[0].left
        if first and all(_is_choice(operand) and _same(operand, first) for operand in operands):
            yield predicate, operands
            return
    for operand in predicate.operands:
        yield from _or_chains(operand)


def _is_choice(predicate: Predicate) -> bool:
    right = predicate.right
    if predicate.kind != "equality" or predicate.quantifier or predicate.left is None or right is None:
        return False
    return predicate.left.column is not None and not right.is_null and (right.is_literal or right.kind == "parameter")


def _same(predicate: Predicate, column: Value) -> bool:
    return predicate.left is not None and predicate.left.normalised == column.normalised


def nesting_of(query: Query, queries: tuple[Query, ...]) -> int:
    """How many subqueries of FROM and of values stand around and in this one; common tables begin anew."""
    around = [other for other in queries if _contains(other.span, query.span)]
    depth = 0
    for other in around:  # outermost first
        depth = 0 if other.role == "cte" else depth + (other.role in ("subquery", "scalar"))
    return depth


def _contains(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def denied_parts(query: Query) -> frozenset[Span]:
    """The places of the conditions of a query that stand behind NOT."""
    return frozenset(span for condition in conditions_of(query) for span in _denied(condition.predicate, False))


def _denied(predicate: Predicate, denied: bool) -> Iterator[Span]:
    for operand in predicate.operands:
        if denied != (predicate.kind == "not"):
            yield operand.span
        yield from _denied(operand, denied != (predicate.kind == "not"))


def is_unequal_to_all(predicate: Predicate) -> bool:
    """Whether it is `a <> ALL (...)`, which is NOT IN in other words."""
    return predicate.kind == "inequality" and predicate.quantifier == "all"
