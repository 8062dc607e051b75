"""ALTER COLUMN, one action of ALTER TABLE."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from sqlreview.operations.columns import (
    AddIdentity,
    AlterIdentity,
    DropColumnDefault,
    DropGeneratedExpression,
    DropIdentity,
    DropNotNull,
    SetColumnDefault,
    SetColumnProperty,
    SetColumnType,
    SetGeneratedExpression,
    SetNotNull,
)
from sqlreview.operations.parts import Operation
from sqlreview.operations.readers.columns import read_identity
from sqlreview.operations.readers.data_types import read_type
from sqlreview.operations.readers.expressions import read_expression
from sqlreview.sql.cursor import Cursor, Identifier, Name, Unreadable
from sqlreview.text import Span

_Change = Callable[[Cursor, Span, Name, Identifier], Operation]
_PROPERTIES: dict[str, Literal["statistics", "storage", "compression"]] = {
    "STATISTICS": "statistics",
    "STORAGE": "storage",
    "COMPRESSION": "compression",
}


def read_alter_column(cursor: Cursor, table: Name) -> Operation:
    """Reads ALTER [COLUMN] c with what shall happen to it."""
    span = cursor.span
    cursor.expect("ALTER")
    cursor.accept("COLUMN")
    column = cursor.identifier()
    reader = _CHANGES.get(cursor.word)
    if reader is None:
        raise Unreadable(f"unexpected {cursor.word or 'end'} after ALTER COLUMN {column}")
    return reader(cursor, span, table, column)


def _read_type_change(cursor: Cursor, span: Span, table: Name, column: Identifier) -> Operation:
    cursor.expect("TYPE")
    new_type = read_type(cursor)
    collation = cursor.name().text if cursor.accept("COLLATE") else None
    using = read_expression(cursor) if cursor.accept("USING") else None
    return SetColumnType(span=span, table=table, column=column, type=new_type, using=using, collation=collation)


def _read_set(cursor: Cursor, span: Span, table: Name, column: Identifier) -> Operation:
    if cursor.sees("SET", "DATA", "TYPE"):
        cursor.at += 2
        return _read_type_change(cursor, span, table, column)
    if cursor.accept("SET", "DEFAULT"):
        return SetColumnDefault(span=span, table=table, column=column, default=read_expression(cursor))
    if cursor.accept("SET", "NOT", "NULL"):
        return SetNotNull(span=span, table=table, column=column)
    if cursor.accept("SET", "EXPRESSION", "AS"):
        expression = read_expression(cursor.group())
        return SetGeneratedExpression(span=span, table=table, column=column, expression=expression)
    if cursor.peek() == "(":
        return _read_options(cursor, span, table, column)
    if cursor.peek() in _PROPERTIES:
        return _read_property(cursor, span, table, column)
    return _read_identity_change(cursor, span, table, column)


def _read_options(cursor: Cursor, span: Span, table: Name, column: Identifier) -> Operation:
    cursor.next()
    value = cursor.group().span.of(cursor.tokens.sql)
    return SetColumnProperty(span=span, table=table, column=column, property="options", value=value)


def _read_property(cursor: Cursor, span: Span, table: Name, column: Identifier) -> Operation:
    cursor.next()
    kind = _PROPERTIES[cursor.next()]
    first = cursor.at
    cursor.accept("-")
    cursor.next()
    value = cursor.text_from(first).lower()
    return SetColumnProperty(span=span, table=table, column=column, property=kind, value=value)


def _read_identity_change(cursor: Cursor, span: Span, table: Name, column: Identifier) -> Operation:
    while not cursor.done:
        if cursor.accept("RESTART"):
            cursor.accept("WITH")
            if not cursor.done and cursor.word != "SET":
                _skip_number(cursor)
            continue
        cursor.expect("SET")
        _skip_identity_option(cursor)
    return AlterIdentity(span=span, table=table, column=column)


def _skip_identity_option(cursor: Cursor) -> None:
    word = cursor.next()
    if word == "GENERATED":
        if not (cursor.accept("ALWAYS") or cursor.accept("BY", "DEFAULT")):
            raise Unreadable("expected ALWAYS or BY DEFAULT")
    elif word == "NO":
        if cursor.accept_any("MINVALUE", "MAXVALUE", "CYCLE") is None:
            raise Unreadable(f"unexpected NO {cursor.word}")
    elif word in ("INCREMENT", "START", "RESTART", "MINVALUE", "MAXVALUE", "CACHE"):
        cursor.accept_any("BY", "WITH")
        if not cursor.done and cursor.word != "SET":
            _skip_number(cursor)
    elif word not in ("CYCLE", "LOGGED", "UNLOGGED"):
        raise Unreadable(f"unexpected SET {word}")


def _skip_number(cursor: Cursor) -> None:
    cursor.accept_any("-", "+")
    if not cursor.next()[0].isdecimal():
        raise Unreadable("expected a number")


def _read_drop(cursor: Cursor, span: Span, table: Name, column: Identifier) -> Operation:
    cursor.expect("DROP")
    if cursor.accept("DEFAULT"):
        return DropColumnDefault(span=span, table=table, column=column)
    if cursor.accept("NOT", "NULL"):
        return DropNotNull(span=span, table=table, column=column)
    if cursor.accept("IDENTITY"):
        return DropIdentity(span=span, table=table, column=column, if_exists=cursor.accept("IF", "EXISTS"))
    cursor.expect("EXPRESSION")
    cursor.accept("IF", "EXISTS")
    return DropGeneratedExpression(span=span, table=table, column=column)


def _read_add(cursor: Cursor, span: Span, table: Name, column: Identifier) -> Operation:
    cursor.expect("ADD")
    return AddIdentity(span=span, table=table, column=column, identity=read_identity(cursor))


_CHANGES: dict[str, _Change] = {
    "TYPE": _read_type_change,
    "SET": _read_set,
    "DROP": _read_drop,
    "ADD": _read_add,
    "RESTART": _read_identity_change,
    "RESET": _read_options,
    "OPTIONS": _read_options,
}
