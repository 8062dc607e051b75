"""Constraints of tables and columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sqlreview.operations.parts import (
    Check,
    Constraint,
    Exclusion,
    Expression,
    ForeignKey,
    IndexKey,
    NotNull,
    PrimaryKey,
    Timing,
    Unique,
)
from sqlreview.operations.readers.expressions import read_expression
from sqlreview.operations.readers.keys import read_index_key
from sqlreview.sql.cursor import Cursor, Identifier, Name, Unreadable

_DEFAULT_TIMING = Timing()
_TIMING_WORDS: tuple[tuple[tuple[str, ...], str, bool], ...] = (
    (("NOT", "VALID"), "not_valid", True),
    (("NOT", "DEFERRABLE"), "deferrable", False),
    (("NOT", "ENFORCED"), "enforced", False),
    (("DEFERRABLE",), "deferrable", True),
    (("INITIALLY", "DEFERRED"), "initially_deferred", True),
    (("INITIALLY", "IMMEDIATE"), "initially_deferred", False),
    (("ENFORCED",), "enforced", True),
    (("NO", "INHERIT"), "no_inherit", True),
)


def read_timing_flags(cursor: Cursor) -> dict[str, bool]:
    """Reads DEFERRABLE, INITIALLY, NOT VALID, ENFORCED and NO INHERIT in any order; only what is written."""
    found: dict[str, bool] = {}
    while cursor.word in ("NOT", "DEFERRABLE", "INITIALLY", "ENFORCED", "NO"):
        for words, flag, value in _TIMING_WORDS:
            if cursor.accept(*words):
                found[flag] = value
                break
        else:
            break
    if found.get("initially_deferred"):
        found.setdefault("deferrable", True)  # INITIALLY DEFERRED implies DEFERRABLE
    return found


def read_timing(cursor: Cursor) -> Timing:
    """Reads when a constraint is checked, and leaves the cursor at the first word that says something else."""
    flags = read_timing_flags(cursor)
    return Timing(**flags) if flags else _DEFAULT_TIMING


def starts_table_constraint(cursor: Cursor) -> bool:
    """Whether a table constraint stands under the cursor, rather than a column."""
    word = cursor.word
    if word in ("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"):
        return True
    return (word == "EXCLUDE" and cursor.peek() in ("(", "USING")) or (word == "NOT" and cursor.peek() == "NULL")


def read_table_constraint(cursor: Cursor) -> Constraint:
    """Reads a table constraint up to the end of what belongs to it."""
    first = cursor.at
    name = cursor.identifier() if cursor.accept("CONSTRAINT") else None
    reader = _READERS.get(cursor.word)
    if reader is None:
        raise Unreadable(f"expected a constraint, found {cursor.word or 'the end'}")
    return reader(cursor, first, name)


class KeyTail(NamedTuple):
    """What may follow the columns of PRIMARY KEY and UNIQUE."""

    using_index: Name | None
    include: tuple[Identifier, ...]
    timing: Timing


def read_key_tail(cursor: Cursor) -> KeyTail:
    """Reads USING INDEX, INCLUDE, WITH, USING INDEX TABLESPACE and the timing of a key."""
    using_index = None
    include: tuple[Identifier, ...] = ()
    while True:
        if cursor.accept("USING", "INDEX", "TABLESPACE"):
            cursor.identifier()
        elif cursor.accept("USING", "INDEX"):
            using_index = cursor.name()
        elif cursor.accept("INCLUDE"):
            include = cursor.identifiers()
        elif cursor.sees("WITH", "("):
            cursor.next()
            cursor.group()
        else:
            return KeyTail(using_index, include, read_timing(cursor))


def read_nulls_not_distinct(cursor: Cursor) -> bool:
    """Reads NULLS [NOT] DISTINCT, if it is there."""
    if cursor.accept("NULLS", "NOT", "DISTINCT"):
        return True
    cursor.accept("NULLS", "DISTINCT")
    return False


def _read_key_columns(cursor: Cursor) -> tuple[tuple[Identifier, ...], bool]:
    columns = []
    without_overlaps = False
    for item in cursor.group().items():
        if item.word == "PERIOD" and item.peek():
            item.next()
        columns.append(item.identifier())
        without_overlaps = item.accept("WITHOUT", "OVERLAPS")
        if not item.done:
            raise Unreadable(f"unexpected {item.word} in a list of columns")
    if not columns:
        raise Unreadable("expected columns")
    return tuple(columns), without_overlaps


def _read_primary_key(cursor: Cursor, first: int, name: Identifier | None) -> PrimaryKey:
    cursor.expect("PRIMARY", "KEY")
    columns, overlaps = _read_key_columns(cursor) if cursor.word == "(" else ((), False)
    tail = read_key_tail(cursor)
    _require_key(columns, tail)
    return PrimaryKey(
        span=cursor.span_from(first),
        name=name,
        columns=columns,
        include=tail.include,
        using_index=tail.using_index,
        timing=tail.timing,
        without_overlaps=overlaps,
    )


def _read_unique(cursor: Cursor, first: int, name: Identifier | None) -> Unique:
    cursor.expect("UNIQUE")
    nulls_not_distinct = read_nulls_not_distinct(cursor)
    columns, overlaps = _read_key_columns(cursor) if cursor.word == "(" else ((), False)
    tail = read_key_tail(cursor)
    _require_key(columns, tail)
    return Unique(
        span=cursor.span_from(first),
        name=name,
        columns=columns,
        include=tail.include,
        using_index=tail.using_index,
        nulls_not_distinct=nulls_not_distinct,
        timing=tail.timing,
        without_overlaps=overlaps,
    )


def _require_key(columns: tuple[Identifier, ...], tail: KeyTail) -> None:
    if not columns and tail.using_index is None:
        raise Unreadable("expected the columns of a key")


def _read_check(cursor: Cursor, first: int, name: Identifier | None) -> Check:
    expression = read_check(cursor)
    timing = read_timing(cursor)
    return Check(span=cursor.span_from(first), name=name, expression=expression, timing=timing)


def read_check(cursor: Cursor) -> Expression:
    """Reads CHECK (condition)."""
    cursor.expect("CHECK")
    return read_expression(cursor.group())


def _read_foreign_key(cursor: Cursor, first: int, name: Identifier | None) -> ForeignKey:
    cursor.expect("FOREIGN", "KEY")
    columns, _ = _read_key_columns(cursor)
    return read_references(cursor, first, name, columns)


def read_references(cursor: Cursor, first: int, name: Identifier | None, columns: tuple[Identifier, ...]) -> ForeignKey:
    """Reads REFERENCES with everything after it; the constraint begins at token `first`."""
    cursor.expect("REFERENCES")
    referenced = cursor.name()
    period = cursor.word == "(" and "PERIOD" in cursor.tokens.words[cursor.at : cursor.tokens.close_of(cursor.at)]
    referenced_columns = _read_key_columns(cursor)[0] if cursor.word == "(" else ()
    match_full = False
    actions: dict[str, str] = {}
    changed: tuple[Identifier, ...] = ()
    while cursor.word in ("MATCH", "ON"):
        if cursor.accept("MATCH"):
            match_full = cursor.next() == "FULL"
            continue
        cursor.next()
        event = cursor.accept_any("DELETE", "UPDATE")
        if event is None:
            raise Unreadable(f"expected ON DELETE or ON UPDATE, found ON {cursor.word}")
        actions[event] = _read_action(cursor)
        if actions[event].startswith("SET") and cursor.word == "(":
            listed = cursor.identifiers()
            changed = listed if event == "DELETE" else changed
    timing = read_timing(cursor)
    return ForeignKey(
        span=cursor.span_from(first),
        name=name,
        columns=columns,
        referenced=referenced,
        referenced_columns=referenced_columns,
        on_delete=actions.get("DELETE"),
        on_delete_columns=changed,
        on_update=actions.get("UPDATE"),
        match_full=match_full,
        period=period,
        timing=timing,
    )


_ACTIONS = (("NO", "ACTION"), ("RESTRICT",), ("CASCADE",), ("SET", "NULL"), ("SET", "DEFAULT"))


def _read_action(cursor: Cursor) -> str:
    for words in _ACTIONS:
        if cursor.accept(*words):
            return " ".join(words)
    raise Unreadable(f"unknown referential action {cursor.word}")


def _read_exclusion(cursor: Cursor, first: int, name: Identifier | None) -> Exclusion:
    cursor.expect("EXCLUDE")
    method = cursor.identifier().text if cursor.accept("USING") else "gist"
    keys: list[IndexKey] = []
    operators: list[str] = []
    for item in cursor.group().items():
        key, operator = _read_exclusion_element(item)
        keys.append(key)
        operators.append(operator)
    read_key_tail(cursor)
    predicate = read_expression(cursor.group()) if cursor.accept("WHERE") else None
    timing = read_timing(cursor)
    return Exclusion(
        span=cursor.span_from(first),
        name=name,
        method=method,
        keys=tuple(keys),
        operators=tuple(operators),
        predicate=predicate,
        timing=timing,
    )


def _read_exclusion_element(cursor: Cursor) -> tuple[IndexKey, str]:
    first = cursor.at
    if not cursor.skip_to("WITH"):
        raise Unreadable("expected WITH and an operator in EXCLUDE")
    key = read_index_key(Cursor(cursor.tokens, first, cursor.at))
    cursor.next()
    return key, cursor.span.of(cursor.tokens.sql)


def _read_not_null(cursor: Cursor, first: int, name: Identifier | None) -> NotNull:
    cursor.expect("NOT", "NULL")
    column = cursor.identifier()
    timing = read_timing(cursor)
    return NotNull(span=cursor.span_from(first), name=name, columns=(column,), timing=timing)


_READERS: dict[str, Callable[[Cursor, int, Identifier | None], Constraint]] = {
    "PRIMARY": _read_primary_key,
    "UNIQUE": _read_unique,
    "CHECK": _read_check,
    "FOREIGN": _read_foreign_key,
    "EXCLUDE": _read_exclusion,
    "NOT": _read_not_null,
}
