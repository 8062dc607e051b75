"""Reads COMMENT ON."""

from __future__ import annotations

from collections.abc import Callable

from sqlreview.operations.namespaces import Comment
from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import Reader
from sqlreview.operations.readers.phrases import read_string, require_end
from sqlreview.operations.readers.sequences import read_column_name
from sqlreview.sql.cursor import Cursor, Identifier, Name, Unreadable
from sqlreview.sql.engines import Engine

_KINDS = (
    ("ACCESS", "METHOD"),
    ("EVENT", "TRIGGER"),
    ("FOREIGN", "DATA", "WRAPPER"),
    ("FOREIGN", "TABLE"),
    ("LARGE", "OBJECT"),
    ("MATERIALIZED", "VIEW"),
    ("OPERATOR", "CLASS"),
    ("OPERATOR", "FAMILY"),
    ("PROCEDURAL", "LANGUAGE"),
    ("TEXT", "SEARCH", "CONFIGURATION"),
    ("TEXT", "SEARCH", "DICTIONARY"),
    ("TEXT", "SEARCH", "PARSER"),
    ("TEXT", "SEARCH", "TEMPLATE"),
)
_Object = tuple[Name, Identifier | None, Name | None]
"""Name, column, and the table it stands on."""


def comment(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """COMMENT ON kind name IS 'text' | NULL."""
    statement = cursor.span
    cursor.expect("COMMENT", "ON")
    kind = _kind(cursor)
    name, column, on = _OBJECTS.get(kind, _named)(cursor)
    cursor.expect("IS")
    text = None if cursor.accept("NULL") else read_string(cursor)
    require_end(cursor)
    return (Comment(span=statement, kind=kind, name=name, column=column, on=on, text=text),)


def _kind(cursor: Cursor) -> str:
    for words in _KINDS:
        if cursor.accept(*words):
            return " ".join(words).lower()
    return cursor.next().lower()


def _named(cursor: Cursor) -> _Object:
    """Reads a name; argument lists and USING method are stepped over."""
    name = cursor.name()
    if cursor.word == "(":
        cursor.group()
    if cursor.accept("USING"):
        cursor.identifier()
    return name, None, None


def _column(cursor: Cursor) -> _Object:
    table, column = read_column_name(cursor)
    return table, column, None


def _on_table(cursor: Cursor) -> _Object:
    name = cursor.name()
    cursor.expect("ON")
    if cursor.word == "DOMAIN" and cursor.peek() != "IS":
        cursor.at += 1
    return name, None, cursor.name()


def _as_written(cursor: Cursor) -> _Object:
    """Takes everything up to IS for the name of a cast, operator, transform or large object."""
    first = cursor.at
    if not cursor.skip_to("IS") or cursor.at == first:
        raise Unreadable("COMMENT without IS")
    return Name(None, cursor.text_from(first), cursor.span_from(first)), None, None


_OBJECTS: dict[str, Callable[[Cursor], _Object]] = {
    "column": _column,
    **dict.fromkeys(("constraint", "trigger", "policy", "rule"), _on_table),
    **dict.fromkeys(("cast", "operator", "transform", "large object"), _as_written),
}

READERS: dict[tuple[str, ...], Reader] = {("COMMENT",): comment}
