"""Which columns a condition or value needs: where they are NULL, it is not true or NULL itself."""

from __future__ import annotations

from sqlreview.queries.values import ColumnReference, FunctionCall, Predicate, Value
from sqlreview.queries.vocabulary import words_of

STRICT_FUNCTIONS = words_of(
    "abs age btrim ceil ceiling char_length character_length date date_part date_trunc exp extract floor initcap "
    "left length ln lower lpad ltrim md5 mod octet_length position power replace reverse right round rpad rtrim "
    "split_part sqrt strpos substr substring to_char to_date to_number to_timestamp trim trunc upper"
)
"""Built-in functions that answer NULL exactly when an argument is NULL."""

_NOTHING: frozenset[ColumnReference] = frozenset()


def columns_needed(predicate: Predicate) -> frozenset[ColumnReference]:
    """The columns none of which is NULL where the condition is true; not always all of them."""
    match predicate.kind:
        case "and":
            return _NOTHING.union(*(columns_needed(operand) for operand in predicate.operands))
        case "or":
            first, *rest = (columns_needed(operand) for operand in predicate.operands)
            return first.intersection(*rest)
        case "not":
            return _needed_by_negation(predicate.operands[0])
    return _needed_by_leaf(predicate)


def _needed_by_negation(predicate: Predicate) -> frozenset[ColumnReference]:
    """NOT x is true where x is false, which a comparison with NULL is not either."""
    match predicate.kind:
        case "null-test" if not predicate.negated and predicate.left:
            return columns_of_strict(predicate.left)
        case "equality" | "inequality" | "range" | "pattern" | "between" | "in-list" | "truth":
            return _needed_by_leaf(predicate)
    return _NOTHING


def _needed_by_leaf(predicate: Predicate) -> frozenset[ColumnReference]:
    left = columns_of_strict(predicate.left) if predicate.left else _NOTHING
    match predicate.kind:
        case "equality" | "inequality" | "range" if predicate.quantifier == "all":
            return _NOTHING  # true for an empty list
        case "equality" | "inequality" | "range" | "pattern" if predicate.right and not predicate.quantifier:
            return left | columns_of_strict(predicate.right)
        case "null-test" if not predicate.negated:
            return _NOTHING
        case "boolean-test" if predicate.operator not in ("IS TRUE", "IS FALSE"):
            return _NOTHING
        case "in-subquery" if predicate.negated:
            return _NOTHING
        case "distinct-test" | "exists" | "current-of":
            return _NOTHING
    return left


def columns_of_strict(value: Value) -> frozenset[ColumnReference]:
    """The columns that make the value NULL when they are NULL."""
    match value.kind:
        case "column" if value.column:
            return frozenset((value.column,))
        case "cast" | "operation":
            return _NOTHING.union(*(columns_of_strict(item) for item in value.items))
        case "function" if value.function and is_strict(value.function):
            return _NOTHING.union(*(columns_of_strict(argument) for argument in value.function.arguments))
        case "condition" if value.predicate and value.predicate.kind in ("equality", "inequality", "range", "pattern"):
            return _needed_by_leaf(value.predicate)
    return _NOTHING


def is_strict(call: FunctionCall) -> bool:
    """Whether the call is NULL exactly when one of its arguments is."""
    return call.name in STRICT_FUNCTIONS and call.schema in (None, "pg_catalog") and not call.over
