"""Conditions that no row can fulfil."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from sqlreview.patterns import regex
from sqlreview.queries.folding import truth_of
from sqlreview.queries.values import Condition, Predicate, Value
from sqlreview.text import Span

_DATE = regex(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?")
_Plain = Decimal | str
_LOWER = (">", ">=")
_UPPER = ("<", "<=")


def exclude_each_other(left: Condition, right: Condition) -> bool:
    """Whether no row of one table fulfils both, because they ask for different literals or ranges of one column."""
    known = [_restriction(part) for part in left.conjuncts]
    for part in right.conjuncts:
        column, operator, value = _restriction(part)
        for other, its_operator, limit in known:
            is_same = column is not None and other is not None and column.split()[-1] == other.split()[-1]
            if is_same and value is not None and limit is not None and _excludes(operator, value, its_operator, limit):
                return True
    return False


def contradiction_in(condition: Condition) -> tuple[Span, str] | None:
    """The part of a condition that is never true, with the reason; None where there may be such rows.

    A constant that is the whole condition, `WHERE false`, is no mistake and gives None.
    """
    parts = condition.conjuncts
    for part in parts:
        reason = _alone(part, len(parts) > 1)
        if reason:
            return part.span, reason
    known: dict[str, list[tuple[str, _Plain]]] = {}
    for part in parts:
        column, operator, value = _restriction(part)
        if column is None or value is None:
            continue
        if any(_excludes(operator, value, *other) for other in known.get(column, ())):
            return part.span, "another condition asks for a different value"
        known.setdefault(column, []).append((operator, value))
    return None


def _alone(part: Predicate, in_company: bool) -> str | None:
    match part.kind:
        case "in-list" if part.right is not None and part.right.items:
            nulls = [item.is_null for item in part.right.items]
            if all(nulls) or (part.negated and any(nulls)):
                return "a comparison with NULL is never true"
        case "between" if len(part.bounds) == 2 and not part.negated:
            low, high = (_plain(bound) for bound in part.bounds)
            if low is not None and high is not None and type(low) is type(high) and low > high:  # type: ignore[operator]
                return "the lower bound is above the upper one"
        case "equality" | "inequality" | "range" if in_company and truth_of(part) is False:
            return "it compares two different constants"
    return None


def _restriction(part: Predicate) -> tuple[str | None, str, _Plain | None]:
    """The column, operator and literal of `column = literal` and the like."""
    if part.kind not in ("equality", "range") or part.quantifier:
        return None, "", None
    if part.left is None or part.left.column is None or part.right is None:
        return None, "", None
    value = _plain(part.right, any_text=part.kind == "equality")
    return part.left.normalised, part.operator, value


def _plain(value: Value, any_text: bool = False) -> _Plain | None:
    if value.kind == "number":
        try:
            return Decimal(value.text.replace("_", ""))
        except InvalidOperation:
            return None
    text = value.string if value.kind == "string" else None
    if text is None or not (any_text or _DATE.fullmatch(text)):
        return None
    return text.casefold().rstrip()


def _excludes(operator: str, value: _Plain, other: str, than: _Plain) -> bool:
    """Whether no value fulfils both `operator value` and `other than`."""
    if type(value) is not type(than):
        return False
    if operator == "=" and other == "=":
        return value != than
    if isinstance(value, str) and not (_DATE.fullmatch(value) and isinstance(than, str) and _DATE.fullmatch(than)):
        return False
    is_strict = operator in ("<", ">") or other in ("<", ">")
    if operator in (*_LOWER, "=") and other in (*_UPPER, "="):
        low, high = value, than
    elif operator in (*_UPPER, "=") and other in (*_LOWER, "="):
        low, high = than, value
    else:
        return False
    return low > high or (is_strict and low == high)  # type: ignore[operator]
