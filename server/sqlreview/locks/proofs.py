"""What CHECK constraints prove about rows, as far as PostgreSQL itself would see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal, InvalidOperation

from sqlreview.operations import PartitionBound
from sqlreview.schema import Table
from sqlreview.sql.cursor import Cursor, Unreadable, unquoted
from sqlreview.sql.engines import Engine
from sqlreview.sql.tokens import Tokens

Value = Decimal | datetime | str


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition on one column: `operator` is =, <>, <, <=, >, >=, in or "is not null"."""

    column: str
    operator: str
    values: tuple[Value, ...] = ()


def proves_not_null(table: Table, column: str, engine: Engine, ignored: frozenset[str] = frozenset()) -> bool:
    """Whether a valid CHECK (column IS NOT NULL) lets SET NOT NULL skip its scan; those `ignored` do not count."""
    wanted = Condition(column, "is not null")
    return wanted in _known(table, engine, ignored)


def proves_bound(table: Table, column: str, bound: PartitionBound, engine: Engine) -> bool:
    """Whether valid CHECKs (and NOT NULL) show that every row of a table lies within a partition bound."""
    known = tuple(_known(table, engine))
    definition = table.column(column)
    not_null = bool(definition and definition.not_null) or Condition(column, "is not null") in known
    mine = [condition for condition in known if condition.column == column]
    if not not_null:
        return False
    if bound.strategy == "list":
        allowed = [value_of(text) for text in bound.values]
        return any(c.operator in ("=", "in") and all(value in allowed for value in c.values) for c in mine)
    if bound.strategy != "range" or len(bound.lower) != 1 or len(bound.upper) != 1:
        return False
    return _above(mine, bound.lower[0]) and _below(mine, bound.upper[0])


def excludes_bound(table: Table, column: str, bound: PartitionBound, engine: Engine) -> bool:
    """Whether valid CHECKs show that no row of a table (a default partition) lies within a partition bound."""
    mine = [condition for condition in _known(table, engine) if condition.column == column]
    if bound.strategy == "list":
        taken = [value_of(text) for text in bound.values]
        refused = [value for condition in mine if condition.operator == "<>" for value in condition.values]
        if all(value in refused and value != "NULL" for value in taken):
            return True
        return any(c.operator in ("=", "in") and not any(value in taken for value in c.values) for c in mine)
    if bound.strategy != "range" or len(bound.lower) != 1 or len(bound.upper) != 1:
        return False
    return _above(mine, bound.upper[0]) or _strictly_below(mine, bound.lower[0])


def _known(table: Table, engine: Engine, ignored: frozenset[str] = frozenset()) -> Iterator[Condition]:
    for constraint in table.constraints:
        usable = constraint.kind == "check" and constraint.valid and constraint.enforced
        if usable and constraint.expression and constraint.name not in ignored:
            yield from conditions_of(constraint.expression.text, engine)


def _above(conditions: list[Condition], limit: str) -> bool:
    if limit.upper() == "MINVALUE":
        return True
    bound = value_of(limit)
    return any(_compares(c, (">", ">=", "=", "in"), bound, at_least=True) for c in conditions)


def _below(conditions: list[Condition], limit: str) -> bool:
    return limit.upper() == "MAXVALUE" or _strictly_below(conditions, limit)


def _strictly_below(conditions: list[Condition], limit: str) -> bool:
    if limit.upper() == "MINVALUE":
        return False
    bound = value_of(limit)
    return any(
        _compares(c, ("<",), bound, at_least=False) or _all_smaller(c, ("<=", "=", "in"), bound) for c in conditions
    )


def _compares(condition: Condition, operators: tuple[str, ...], bound: Value, *, at_least: bool) -> bool:
    if condition.operator not in operators:
        return False
    return all(_ordered(bound, value) if at_least else _ordered(value, bound) for value in condition.values)


def _all_smaller(condition: Condition, operators: tuple[str, ...], bound: Value) -> bool:
    if condition.operator not in operators:
        return False
    return all(_ordered(value, bound) and value != bound for value in condition.values)


def _ordered(first: Value, second: Value) -> bool:
    """Whether both can be compared and the first is not greater."""
    if isinstance(first, Decimal) and isinstance(second, Decimal):
        return first <= second
    if isinstance(first, datetime) and isinstance(second, datetime):
        return first <= second
    return first == second


def value_of(written: str) -> Value:
    """A constant as far as constants can be compared: numbers, ISO dates and times, or the text itself."""
    text = unquoted(written.split("::")[0].strip())
    try:
        return Decimal(text)
    except InvalidOperation:
        pass
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return moment if moment.tzinfo is None else text


def conditions_of(text: str, engine: Engine) -> tuple[Condition, ...]:
    """The conditions joined by AND in a CHECK expression that are simple enough to reason with."""
    tokens = Tokens(text, engine)
    try:
        return tuple(_conjuncts(Cursor(tokens)))
    except Unreadable:
        return ()


def _conjuncts(cursor: Cursor) -> Iterator[Condition]:
    if cursor.word == "(" and cursor.tokens.close_of(cursor.at) == cursor.stop - 1:
        yield from _conjuncts(cursor.group())
        return
    parts, first, between = [], cursor.at, False
    while not cursor.done:
        if cursor.word == "OR":
            return
        if cursor.word == "AND" and not between:
            parts.append(Cursor(cursor.tokens, first, cursor.at))
            first = cursor.at + 1
        between = cursor.word == "BETWEEN" or (between and cursor.word != "AND")
        cursor.skip()
    parts.append(Cursor(cursor.tokens, first, cursor.stop))
    for part in parts:
        if part.word == "(" and len(parts) > 1:
            yield from _conjuncts(part)
        else:
            yield from _condition(part)


_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "<>": "<>", "!=": "<>"}


def _condition(cursor: Cursor) -> Iterator[Condition]:
    if cursor.accept("NOT"):
        yield from _not_null_test(cursor)
    elif cursor.sees_identifier() and cursor.word not in ("NOT", "DATE", "TIMESTAMP", "TIMESTAMPTZ", "NULL"):
        column = cursor.name().text
        yield from _after_column(cursor, column)
    else:
        yield from _after_value(cursor, _value(cursor))


def _not_null_test(cursor: Cursor) -> Iterator[Condition]:
    """NOT column IS NULL, with or without brackets."""
    inner = cursor.group() if cursor.word == "(" else cursor
    if not inner.sees_identifier():
        return
    column = inner.name().text
    if inner.accept("IS", "NULL") and inner.done and cursor.done:
        yield Condition(column, "is not null")


def _after_value(cursor: Cursor, value: Value | None) -> Iterator[Condition]:
    operator = _FLIPPED.get(cursor.word)
    if value is not None and operator is not None:
        cursor.at += 1
        column = cursor.name().text
        if cursor.done:
            yield Condition(column, operator, (value,))


def _after_column(cursor: Cursor, column: str) -> Iterator[Condition]:
    if cursor.accept("IS", "NOT", "NULL") or cursor.accept("NOTNULL"):
        if cursor.done:
            yield Condition(column, "is not null")
    elif cursor.accept("BETWEEN"):
        lower = _value(cursor)
        upper = _value(cursor) if cursor.accept("AND") else None
        if lower is not None and upper is not None and cursor.done:
            yield Condition(column, ">=", (lower,))
            yield Condition(column, "<=", (upper,))
    elif cursor.accept("IN"):
        yield from _listed(column, cursor.group())
    elif cursor.accept("NOT", "IN"):
        for condition in _listed(column, cursor.group()):
            yield replace(condition, operator="<>")
    elif cursor.word in _FLIPPED:
        yield from _compared(column, cursor.next(), cursor)


def _compared(column: str, operator: str, cursor: Cursor) -> Iterator[Condition]:
    if operator == "=" and cursor.accept("ANY") and cursor.word == "(":
        inner = cursor.group()
        if inner.accept("ARRAY"):
            yield from _listed(column, inner.group())
        return
    value = _value(cursor)
    if value is not None and cursor.done:
        yield Condition(column, "<>" if operator == "!=" else operator, (value,))


def _listed(column: str, group: Cursor) -> Iterator[Condition]:
    values = [_value(item) for item in group.items()]
    if values and None not in values:
        yield Condition(column, "in", tuple(value for value in values if value is not None))


def _value(cursor: Cursor) -> Value | None:
    """Reads a constant, with a type before it or a cast behind it; None when it is something else."""
    if cursor.word in ("DATE", "TIMESTAMP", "TIMESTAMPTZ") and cursor.peek().endswith("'"):
        cursor.at += 1
    if cursor.word == "(":
        inner = cursor.group()
        value = _value(inner)
        return value if inner.done else None
    sign = cursor.accept_any("-", "+") or ""
    word = cursor.word
    if not word or not (word[0].isdigit() or word[0] in ".'" or word[-1] == "'"):
        return None
    value = value_of(sign + cursor.tokens.text(cursor.at))
    cursor.at += 1
    while cursor.accept("::"):
        cursor.name()
        while cursor.word in ("(", "["):
            cursor.group()
        cursor.accept_any("WITHOUT")
    return value
