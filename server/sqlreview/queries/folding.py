"""Constant conditions: which are true or false whatever the rows are."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from sqlreview.queries.values import Predicate, Value


def truth_of(predicate: Predicate) -> bool | None:
    """True or False for a condition that is so for every row, None where the rows decide or NULL comes out."""
    match predicate.kind:
        case "and":
            return _all([truth_of(operand) for operand in predicate.operands])
        case "or":
            return _any(predicate)
        case "not":
            inner = truth_of(predicate.operands[0])
            return None if inner is None else not inner
        case "truth":
            return _truth_of_value(predicate.left)
        case "equality" | "inequality" | "range":
            return _compared(predicate)
        case "between" if len(predicate.bounds) == 2:
            return _between(predicate)
        case "null-test" if predicate.left and predicate.left.is_literal:
            return predicate.left.is_null != predicate.negated
        case "pattern" if predicate.operator in ("LIKE", "ILIKE") and predicate.left and predicate.right:
            return _equal_strings(predicate.left, predicate.right)
    return None


def _all(parts: list[bool | None]) -> bool | None:
    if False in parts:
        return False
    return True if all(parts) else None


def _any(predicate: Predicate) -> bool | None:
    parts = [truth_of(operand) for operand in predicate.operands]
    if True in parts or _covers_null_and_not_null(predicate):
        return True
    return False if all(part is False for part in parts) else None


def _covers_null_and_not_null(predicate: Predicate) -> bool:
    tests = [operand for operand in predicate.operands if operand.kind == "null-test" and operand.left]
    nulls = {test.left.normalised for test in tests if test.left and not test.negated}
    return any(test.left and test.left.normalised in nulls for test in tests if test.negated)


def _truth_of_value(value: Value | None) -> bool | None:
    if value is None:
        return None
    if value.predicate:
        return truth_of(value.predicate)
    if value.kind == "cast" and value.cast in ("bool", "boolean") and value.items:
        text = value.items[0].string or value.items[0].text
        return {"true": True, "t": True, "1": True, "false": False, "f": False, "0": False}.get(text.lower())
    if value.kind == "number":  # MySQL and SQLite take every number but 0 for true
        number = _plain(value)
        return None if number is None else number != 0
    return value.text.upper() == "TRUE" if value.kind == "boolean" else None


def _between(predicate: Predicate) -> bool | None:
    """`5 BETWEEN 1 AND 10`, of numbers only."""
    tested = _plain(predicate.left) if predicate.left else None
    low, high = (_plain(bound) for bound in predicate.bounds)
    if not isinstance(tested, Decimal) or not isinstance(low, Decimal) or not isinstance(high, Decimal):
        return None
    return (low <= tested <= high) != predicate.negated


def _compared(predicate: Predicate) -> bool | None:
    if predicate.quantifier or not predicate.left or not predicate.right:
        return None
    left, right = _plain(predicate.left), _plain(predicate.right)
    if left is None or right is None or type(left) is not type(right):
        return None
    if isinstance(left, str) and left != right and predicate.kind == "range":
        return None  # the collation decides
    order = (left > right) - (left < right)  # type: ignore[operator]
    outcomes = {"=": (0,), "<>": (-1, 1), "!=": (-1, 1), "<": (-1,), ">": (1,), "<=": (-1, 0), ">=": (0, 1)}
    return order in outcomes[predicate.operator]


def _equal_strings(left: Value, right: Value) -> bool | None:
    if left.kind != "string" or right.kind != "string" or set(right.string or "") & set("%_\\"):
        return None
    return True if left.string == right.string else None


def _plain(value: Value) -> Decimal | str | bool | None:
    """The Python value of a literal that can be compared without knowing collations or types."""
    match value.kind:
        case "number":
            try:
                return Decimal(value.text.replace("_", "").replace(" ", ""))
            except InvalidOperation:
                return None
        case "string":
            return value.string
        case "boolean":
            return value.text.upper() == "TRUE"
    return None
