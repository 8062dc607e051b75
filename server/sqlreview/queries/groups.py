"""What conditions on groups ask of the rows in them."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from sqlreview.queries.values import ColumnReference, FunctionCall, Predicate, Value

_TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "="}


def needed_group_member(predicate: Predicate) -> ColumnReference | None:
    """The column of which a group needs a value that is not NULL to pass a part of HAVING; None when it needs none.

    `count(c) > 0`, `count(c) = 3`, `sum(c) < 10`: an aggregate of one column compared with a constant.
    """
    left, right = predicate.left, predicate.right
    if predicate.quantifier or left is None or right is None or predicate.operator not in (*_TURNED, "<>", "!="):
        return None
    for side, other, operator in (
        (left, right, predicate.operator),
        (right, left, _TURNED.get(predicate.operator, predicate.operator)),
    ):
        call = side.function
        if call is not None and call.aggregate and len(call.arguments) == 1 and other.is_outside:
            return call.arguments[0].column if _needs_a_value(call, operator, other) else None
    return None


def _needs_a_value(call: FunctionCall, operator: str, other: Value) -> bool:
    if call.filter is not None:
        return False
    if call.name in ("sum", "min", "max", "avg"):
        return not other.is_null and not other.functions
    if call.name != "count" or other.kind != "number":
        return False
    try:
        bound = Decimal(other.text)
    except InvalidOperation:
        return False
    return (operator == ">" and bound >= 0) or (operator in (">=", "=") and bound > 0)
