"""Bracketed lists: keys of indexes, exclusion constraints and partitioned tables, and storage parameters."""

from __future__ import annotations

from sqlreview.operations.parts import Expression, IndexKey
from sqlreview.operations.readers.expressions import read_expression
from sqlreview.sql.cursor import Cursor, Identifier, Unreadable, unquoted


def read_index_keys(cursor: Cursor) -> tuple[IndexKey, ...]:
    """Reads the keys between the parentheses the cursor walks inside of."""
    return tuple(read_index_key(item) for item in cursor.items())


def read_index_key(cursor: Cursor) -> IndexKey:
    """Reads one key, up to the end of the cursor: column or expression, collation, operator class, order."""
    first = cursor.at
    column, expression = _read_keyed(cursor)
    collation = cursor.name().text if cursor.accept("COLLATE") else None
    operator_class = _read_operator_class(cursor)
    order = cursor.accept_any("ASC", "DESC")
    nulls_first = None
    if cursor.accept("NULLS"):
        nulls_first = cursor.accept("FIRST")
        if not nulls_first:
            cursor.expect("LAST")
    if not cursor.done:
        raise Unreadable(f"unexpected {cursor.word} in a key")
    return IndexKey(
        span=cursor.span_from(first),
        column=column,
        expression=expression,
        collation=collation,
        operator_class=operator_class,
        descending=order == "DESC",
        nulls_first=nulls_first,
    )


def _read_keyed(cursor: Cursor) -> tuple[Identifier | None, Expression | None]:
    if cursor.word == "(":
        return None, read_expression(cursor.group())
    if cursor.peek() not in ("(", "."):
        return cursor.identifier(), None
    first = cursor.at
    cursor.name()
    cursor.group()
    return None, read_expression(Cursor(cursor.tokens, first, cursor.at))


def _read_operator_class(cursor: Cursor) -> str | None:
    if cursor.word in ("ASC", "DESC", "NULLS") or not cursor.sees_identifier():
        return None
    name = cursor.name().text
    if cursor.word == "(":
        cursor.group()
    return name


def read_parameters(cursor: Cursor) -> tuple[tuple[str, str], ...]:
    """Reads `(name = value, ...)`; names are folded, values lose their quotes, a name alone means "true"."""
    return tuple(_read_parameter(item) for item in cursor.group().items())


def _read_parameter(cursor: Cursor) -> tuple[str, str]:
    name = str(cursor.name())
    cursor.accept("=")
    if cursor.done:
        return name, "true"
    value = cursor.span.of(cursor.tokens.sql)
    return name, unquoted(value) if value.endswith(("'", "$")) else value.lower()
