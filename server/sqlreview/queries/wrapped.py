"""Comparisons in which a function, cast or calculation stands around a column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlreview.patterns import regex
from sqlreview.queries.values import ColumnReference, Predicate, Value
from sqlreview.queries.vocabulary import words_of
from sqlreview.sql.engines import Family

_KINDS = ("equality", "range", "between", "in-list")
_CALCULATIONS = frozenset({"+", "-", "*", "/"})
_DATE_PARTS = words_of(
    "date date_trunc extract date_part year month to_char date_format strftime datetime age date_add date_sub"
)
_TEXT_FORMS = words_of("lower upper coalesce ifnull trim substring substr left")
_INTERVAL = regex(r"(?i)INTERVAL\b")
_SIGNED_OPERATORS = {"+": "-", "-": "+"}


@dataclass(frozen=True, slots=True)
class WrappedColumn:
    """An expression of one column that is compared with something else."""

    value: Value
    column: ColumnReference
    compared: tuple[Value, ...]
    """What the expression is compared with."""

    @property
    def functions(self) -> frozenset[str]:
        """The names of the functions around the column."""
        return frozenset(call.name for call in self.value.functions)

    @property
    def cast(self) -> str | None:
        """The type, where the expression is nothing but a cast of the column."""
        return self.value.cast if self.value.kind == "cast" and self.value.items[0].column else None

    @property
    def others(self) -> tuple[ColumnReference, ...]:
        """The columns on the other side."""
        return tuple(column for value in self.compared for column in value.columns)


def wrapped_columns(predicate: Predicate) -> Iterator[WrappedColumn]:
    """The expressions of one column in a comparison that an index on that column could serve if it stood alone."""
    is_prefix_search = predicate.kind == "pattern" and predicate.operator == "LIKE"
    if predicate.quantifier == "all" or predicate.negated or not (predicate.kind in _KINDS or is_prefix_search):
        return
    sides = [side for side in (predicate.left, predicate.right) if side]
    for index, side in enumerate(sides[:1] if is_prefix_search else sides):  # a pattern is nothing to search for
        others = (*sides[:index], *sides[index + 1 :], *predicate.bounds)
        # two expressions of columns are joined by their hashes, which needs no index
        if _is_wrapping(side) and all(other.column or not other.columns for other in others):
            yield WrappedColumn(side, side.columns[0], others)


def _is_wrapping(value: Value) -> bool:
    if len(set(value.columns)) != 1 or value.subqueries or value.has_aggregate or value.has_window:
        return False
    match value.kind:
        case "cast":
            return True
        case "function":
            return True
        case "operation":
            return _CALCULATIONS.issuperset(value.operators) or value.operators == ("AT TIME ZONE",)
    return False


def hides_any_index(wrapped: WrappedColumn) -> bool:
    """Whether the expression is one that is written by habit, so that it is worth a word even without a known index."""
    value = wrapped.value
    if not all(other.is_outside for other in wrapped.compared):
        return False
    match value.kind:
        case "cast":
            return value.cast == "date" and value.items[0].column is not None
        case "function" if value.function:
            is_of_column = any(argument.column for argument in value.function.arguments)
            return is_of_column and value.function.name in _DATE_PARTS | _TEXT_FORMS
        case "operation":
            numbers = all(item.column or item.kind == "number" or _is_interval(item) for item in value.items)
            return numbers and len(value.items) == 2 and value.operators[0] in ("+", "-", "*")
    return False


def _is_interval(value: Value) -> bool:
    return value.is_constant and _INTERVAL.match(value.text) is not None


def bare_condition(predicate: Predicate, wrapped: WrappedColumn, family: Family = "postgres") -> str | None:
    """The same condition with the bare column on one side; None where there is no exact one.

    Reads right only as a part of an AND list, because it may be two comparisons joined by AND.
    """
    if predicate.kind != "equality" or predicate.quantifier or len(wrapped.compared) != 1:
        return None
    other = wrapped.compared[0]
    column = _column_text(wrapped)
    value = wrapped.value
    if value.kind == "operation":
        return _shifted(value, other, column)
    call = value.function
    if value.cast == "date" or (call and call.name == "date" and len(call.arguments) == len(wrapped.functions) == 1):
        return _one_day(other, column, family)
    if value.function and value.function.name in ("extract", "date_part", "year"):
        return _one_year(value, other, column)
    return None


def _column_text(wrapped: WrappedColumn) -> str:
    return _first_column_text(wrapped.value) or wrapped.column.column


def _first_column_text(value: Value) -> str | None:
    if value.column:
        return value.text
    arguments = value.function.arguments if value.function else value.items
    return next((text for item in arguments if (text := _first_column_text(item))), None)


def _shifted(value: Value, other: Value, column: str) -> str | None:
    """`c + 1 = 5` as `c = 4`."""
    if len(value.items) != 2 or value.operators[0] not in _SIGNED_OPERATORS or value.items[0].column is None:
        return None
    amount, total = value.items[1].integer, other.integer
    if amount is None or total is None:
        return None
    return f"{column} = {total - amount if value.operators[0] == '+' else total + amount}"


_DAY = regex(r"'\d{4}-\d\d-\d\d'")
_YEAR = regex(r"\d{4}")


_NEXT_DAY: dict[Family, str] = {
    "postgres": "date {day} + 1",
    "mysql": "{day} + INTERVAL 1 DAY",
    "sqlite": "date({day}, '+1 day')",
}


def _one_day(other: Value, column: str, family: Family) -> str | None:
    literal = other.items[0] if other.kind == "cast" and other.cast == "date" else other
    if not _DAY.fullmatch(literal.text):
        return None
    return f"{column} >= {literal.text} AND {column} < {_NEXT_DAY[family].format(day=literal.text)}"


def _one_year(value: Value, other: Value, column: str) -> str | None:
    call = value.function
    named = call.name if call and call.name == "year" else call.arguments[0].text if call and call.arguments else ""
    part = named.strip("'").lower()
    if part != "year" or not _YEAR.fullmatch(other.text):
        return None
    return f"{column} >= '{other.text}-01-01' AND {column} < '{int(other.text) + 1}-01-01'"
