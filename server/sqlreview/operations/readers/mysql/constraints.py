"""Constraints and indexes among the elements of a MySQL table, in CREATE TABLE and ALTER TABLE ... ADD."""

from __future__ import annotations

from collections.abc import Callable

from sqlreview.operations.parts import (
    Check,
    Constraint,
    Expression,
    ForeignKey,
    IndexDefinition,
    PrimaryKey,
    Timing,
    Unique,
)
from sqlreview.operations.readers.expressions import read_expression
from sqlreview.operations.readers.mysql.keys import (
    IndexOptions,
    are_plain,
    named_columns,
    read_index_keys,
    read_index_options,
)
from sqlreview.operations.readers.mysql.words import closed_group
from sqlreview.sql.cursor import Cursor, Identifier, Unreadable

Element = Constraint | IndexDefinition
_ENFORCED = Timing()
_NOT_ENFORCED = Timing(enforced=False)
_INDEX_WORDS = ("INDEX", "KEY")
_BEFORE_KEYS = ("(", "USING", "TYPE")


def starts_element(cursor: Cursor) -> bool:
    """Whether a constraint or index stands under the cursor, rather than a column of such a name."""
    match cursor.word:
        case "CONSTRAINT" | "PRIMARY" | "UNIQUE" | "FOREIGN" | "CHECK" | "INDEX" | "KEY" | "FULLTEXT" | "SPATIAL":
            return True
    return False


def read_element(cursor: Cursor) -> Element:
    """Reads a constraint or index up to the end of what belongs to it."""
    first = cursor.at
    name = None
    if cursor.accept("CONSTRAINT"):
        _accept_if_not_exists(cursor)
        if cursor.word not in _READERS:
            name = cursor.identifier()
    reader = _READERS.get(cursor.word)
    if reader is None:
        raise Unreadable(f"expected a constraint, found {cursor.word or 'the end'}")
    return reader(cursor, first, name)


def _accept_if_not_exists(cursor: Cursor) -> bool:
    return cursor.accept("IF", "NOT", "EXISTS")


def _read_index_name(cursor: Cursor, options: IndexOptions) -> tuple[Identifier | None, bool]:
    """Reads [IF NOT EXISTS] [name] [USING method] before the keys."""
    if_not_exists = _accept_if_not_exists(cursor)
    named = cursor.word not in _BEFORE_KEYS or (cursor.word != "(" and cursor.peek() in _BEFORE_KEYS)
    name = cursor.identifier() if named else None
    read_index_options(cursor, options)
    return name, if_not_exists


def _read_primary_key(cursor: Cursor, first: int, name: Identifier | None) -> PrimaryKey:
    cursor.expect("PRIMARY", "KEY")
    options = IndexOptions()
    _read_index_name(cursor, options)
    keys = read_index_keys(cursor)
    read_index_options(cursor, options)
    return PrimaryKey(
        span=cursor.span_from(first),
        name=name,
        columns=named_columns(keys),
        keys=() if are_plain(keys) else keys,
    )


def _read_unique(cursor: Cursor, first: int, name: Identifier | None) -> Unique:
    cursor.expect("UNIQUE")
    cursor.accept_any(*_INDEX_WORDS)
    options = IndexOptions()
    index_name, _ = _read_index_name(cursor, options)
    keys = read_index_keys(cursor)
    read_index_options(cursor, options)
    return Unique(
        span=cursor.span_from(first),
        name=index_name or name,
        columns=named_columns(keys),
        keys=() if are_plain(keys) else keys,
    )


def _read_index(cursor: Cursor, first: int, name: Identifier | None) -> IndexDefinition:
    if name is not None:
        raise Unreadable(f"expected a constraint, found {cursor.word}")
    kind = cursor.accept_any("FULLTEXT", "SPATIAL")
    word = cursor.accept_any(*_INDEX_WORDS)
    if kind is None and word is None:
        raise Unreadable(f"expected INDEX, found {cursor.word or 'the end'}")
    options = IndexOptions()
    index_name, if_not_exists = _read_index_name(cursor, options)
    keys = read_index_keys(cursor)
    read_index_options(cursor, options)
    return IndexDefinition(
        span=cursor.span_from(first),
        name=index_name,
        method=kind.lower() if kind else options.method or "btree",
        keys=keys,
        visible=options.visible,
        comment=options.comment,
        if_not_exists=if_not_exists,
    )


def _read_foreign_key(cursor: Cursor, first: int, name: Identifier | None) -> ForeignKey:
    cursor.expect("FOREIGN", "KEY")
    _accept_if_not_exists(cursor)
    index_name = cursor.identifier() if cursor.word != "(" else None
    columns = named_columns(read_index_keys(cursor))
    return read_references(cursor, first, name, columns, index_name)


def read_references(
    cursor: Cursor,
    first: int,
    name: Identifier | None,
    columns: tuple[Identifier, ...],
    index_name: Identifier | None = None,
) -> ForeignKey:
    """Reads REFERENCES with everything after it; the constraint begins at token `first`."""
    cursor.expect("REFERENCES")
    referenced = cursor.name()
    referenced_columns = named_columns(read_index_keys(cursor)) if cursor.word == "(" else ()
    match_full = False
    actions: dict[str, str] = {}
    while True:
        if cursor.accept("MATCH"):
            match_full = cursor.next() == "FULL"
        elif cursor.word == "ON" and cursor.peek() in ("DELETE", "UPDATE"):
            cursor.at += 1
            event = cursor.next()
            actions[event] = _read_action(cursor)
        else:
            break
    return ForeignKey(
        span=cursor.span_from(first),
        name=name,
        columns=columns,
        referenced=referenced,
        referenced_columns=referenced_columns,
        on_delete=actions.get("DELETE"),
        on_update=actions.get("UPDATE"),
        match_full=match_full,
        index_name=index_name,
    )


_ACTIONS = (("NO", "ACTION"), ("RESTRICT",), ("CASCADE",), ("SET", "NULL"), ("SET", "DEFAULT"))


def _read_action(cursor: Cursor) -> str:
    for words in _ACTIONS:
        if cursor.accept(*words):
            return " ".join(words)
    raise Unreadable(f"unknown referential action {cursor.word or 'the end'}")


def _read_check(cursor: Cursor, first: int, name: Identifier | None) -> Check:
    return read_check(cursor, first, name)


def read_check(cursor: Cursor, first: int, name: Identifier | None) -> Check:
    """Reads CHECK (condition) [[NOT] ENFORCED]; the constraint begins at token `first`."""
    expression = _read_condition(cursor)
    enforced = not cursor.accept("NOT", "ENFORCED")
    cursor.accept("ENFORCED")
    timing = _ENFORCED if enforced else _NOT_ENFORCED
    return Check(span=cursor.span_from(first), name=name, expression=expression, timing=timing)


def _read_condition(cursor: Cursor) -> Expression:
    cursor.expect("CHECK")
    return read_expression(closed_group(cursor))


_READERS: dict[str, Callable[[Cursor, int, Identifier | None], Element]] = {
    "PRIMARY": _read_primary_key,
    "UNIQUE": _read_unique,
    "INDEX": _read_index,
    "KEY": _read_index,
    "FULLTEXT": _read_index,
    "SPATIAL": _read_index,
    "FOREIGN": _read_foreign_key,
    "CHECK": _read_check,
}
