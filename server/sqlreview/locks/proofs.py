"""What CHECK constraints prove about rows, as far as PostgreSQL itself would see it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal, InvalidOperation
from itertools import chain

from sqlreview.operations import PartitionBound
from sqlreview.schema import Table
from sqlreview.sql.cursor import Cursor, Unreadable, unquoted
from sqlreview.sql.engines import Engine
from sqlreview.sql.tokens import Tokens

Value = Decimal | datetime | str


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition on one column: `operator` is =, <>, <, <=, >, >=, in, "is null" or "is not null"."""

    column: str
    operator: str
    values: tuple[Value, ...] = ()


Alternatives = tuple[tuple[Condition, ...], ...]
"""Sets of conditions one of which holds whole."""


def proves_not_null(table: Table, column: str, engine: Engine, ignored: frozenset[str] = frozenset()) -> bool:
    """Whether a valid CHECK (column IS NOT NULL) lets SET NOT NULL skip its scan; those `ignored` do not count."""
    wanted = Condition(column, "is not null")
    return _holds(table, engine, lambda known: wanted in known, ignored)


def proves_bound(table: Table, column: str, bound: PartitionBound, engine: Engine) -> bool:
    """Whether valid CHECKs (and NOT NULL) show that every row of a table lies within a partition bound."""
    definition = table.column(column)
    not_null = definition is not None and definition.not_null
    return _holds(table, engine, lambda known: _is_within(_about(column, known), bound, not_null))


def excludes_bound(table: Table, column: str, bound: PartitionBound, engine: Engine) -> bool:
    """Whether valid CHECKs show that no row of a table (a default partition) lies within a partition bound."""
    return _holds(table, engine, lambda known: _is_outside(_about(column, known), bound))


def _about(column: str, conditions: Iterable[Condition]) -> list[Condition]:
    return [condition for condition in conditions if condition.column == column]


def _is_within(mine: list[Condition], bound: PartitionBound, not_null: bool) -> bool:
    not_null = not_null or any(condition.operator == "is not null" for condition in mine)
    if bound.strategy == "list":
        allowed = [value_of(text) for text in bound.values]
        if "NULL" in allowed and any(condition.operator == "is null" for condition in mine):
            return True
        listed = any(c.operator in ("=", "in") and all(value in allowed for value in c.values) for c in mine)
        return listed and (not_null or "NULL" in allowed)
    if bound.strategy != "range" or len(bound.lower) != 1 or len(bound.upper) != 1:
        return False
    return not_null and _above(mine, bound.lower[0]) and _below(mine, bound.upper[0])


def _is_outside(mine: list[Condition], bound: PartitionBound) -> bool:
    if bound.strategy == "list":
        taken = [value_of(text) for text in bound.values]
        refused = [value for condition in mine if condition.operator == "<>" for value in condition.values]
        if all(value in refused and value != "NULL" for value in taken):
            return True
        return any(c.operator in ("=", "in") and not any(value in taken for value in c.values) for c in mine)
    if bound.strategy != "range" or len(bound.lower) != 1 or len(bound.upper) != 1:
        return False
    return _above(mine, bound.upper[0]) or _strictly_below(mine, bound.lower[0])


def _holds(
    table: Table,
    engine: Engine,
    test: Callable[[list[Condition]], bool],
    ignored: frozenset[str] = frozenset(),
) -> bool:
    """Whether what the valid CHECKs of a table say passes a test, whichever of their alternatives is the true one."""
    found = list(_known(table, engine, ignored))
    certain = [condition for choice in found if len(choice) == 1 for condition in choice[0]]
    return test(certain) or any(
        all(test([*certain, *alternative]) for alternative in choice) for choice in found if len(choice) > 1
    )


def _known(table: Table, engine: Engine, ignored: frozenset[str]) -> Iterator[Alternatives]:
    for constraint in table.constraints:
        usable = constraint.kind == "check" and constraint.valid and constraint.enforced
        if usable and constraint.expression and constraint.name not in ignored:
            yield alternatives_of(constraint.expression.text, engine)


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


_MOST_ALTERNATIVES = 16


def alternatives_of(text: str, engine: Engine) -> Alternatives:
    """What a CHECK expression says, as far as it is simple enough to reason with; parts that are not are left out."""
    found = _alternatives(Cursor(Tokens(text, engine)), negated=False)
    return found if len(found) <= _MOST_ALTERNATIVES else ((),)


def _alternatives(cursor: Cursor, *, negated: bool) -> Alternatives:
    while cursor.word == "(" and cursor.tokens.close_of(cursor.at) == cursor.stop - 1:
        cursor = cursor.group()
    if cursor.stop - cursor.at > 2 and cursor.tokens.words[cursor.stop - 2 : cursor.stop] == ["=", "TRUE"]:
        return _alternatives(Cursor(cursor.tokens, cursor.at, cursor.stop - 2), negated=negated)
    for word, is_choice in (("OR", not negated), ("AND", negated)):
        parts = _parts(cursor, word)
        if len(parts) > 1:
            found = [_alternatives(part, negated=negated) for part in parts]
            return tuple(chain(*found)) if is_choice else _all_of(found)
    if cursor.accept("NOT"):
        return _alternatives(cursor, negated=not negated)
    conditions = _conditions(cursor)
    return _negation(conditions) if negated else (conditions,)


def _conditions(cursor: Cursor) -> tuple[Condition, ...]:
    try:
        return tuple(_condition(cursor))
    except Unreadable:
        return ()


def _all_of(found: list[Alternatives]) -> Alternatives:
    """The alternatives of several expressions that hold together."""
    combined: Alternatives = ((),)
    for alternatives in found:
        combined = tuple((*first, *second) for first in combined for second in alternatives)
        if len(combined) > _MOST_ALTERNATIVES:
            return ((),)
    return combined


def _parts(cursor: Cursor, word: str) -> list[Cursor]:
    """What stands between the ORs, or the ANDs, outside brackets; the AND of BETWEEN is none."""
    walk = Cursor(cursor.tokens, cursor.at, cursor.stop)
    parts, first, between = [], walk.at, False
    while not walk.done:
        if walk.word == word and not (between and word == "AND"):
            parts.append(Cursor(walk.tokens, first, walk.at))
            first = walk.at + 1
        between = walk.word == "BETWEEN" or (between and walk.word != "AND")
        walk.skip()
    return [*parts, Cursor(walk.tokens, first, walk.stop)]


_OPPOSITES = {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "=": "<>", "in": "<>", "is null": "is not null"}


def _negation(conditions: tuple[Condition, ...]) -> Alternatives:
    """Those of which one holds where the conditions do not; nothing is known where one has no opposite."""
    if not conditions or any(item.operator not in _OPPOSITES for item in conditions):
        return ((),)
    return tuple((replace(item, operator=_OPPOSITES[item.operator]),) for item in conditions)


_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "<>": "<>", "!=": "<>"}


def _condition(cursor: Cursor) -> Iterator[Condition]:
    if cursor.sees_identifier() and cursor.word not in ("DATE", "TIMESTAMP", "TIMESTAMPTZ", "NULL"):
        column = cursor.name().text
        yield from _after_column(cursor, column)
    else:
        yield from _after_value(cursor, _value(cursor))


def _after_value(cursor: Cursor, value: Value | None) -> Iterator[Condition]:
    operator = _FLIPPED.get(cursor.word)
    if value is not None and operator is not None:
        cursor.at += 1
        column = cursor.name().text
        if cursor.done:
            yield Condition(column, operator, (value,))


_NULL_TESTS = (
    (("IS", "NOT", "NULL"), "is not null"),
    (("NOTNULL",), "is not null"),
    (("IS", "DISTINCT", "FROM", "NULL"), "is not null"),
    (("IS", "NULL"), "is null"),
    (("ISNULL",), "is null"),
)


def _after_column(cursor: Cursor, column: str) -> Iterator[Condition]:
    for words, operator in _NULL_TESTS:
        if cursor.accept(*words):
            if cursor.done:
                yield Condition(column, operator)
            return
    if cursor.accept("BETWEEN"):
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
