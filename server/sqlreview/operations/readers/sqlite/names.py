"""Names in SQLite, which may stand in string quotes as well, and its data types."""

from __future__ import annotations

from sqlreview.operations.parts import ColumnType
from sqlreview.sql.cursor import Cursor, Identifier, Name, Unreadable, folded

_CLAUSES = "CONSTRAINT DEFAULT NULL NOT PRIMARY UNIQUE CHECK REFERENCES COLLATE AS GENERATED DEFERRABLE ON"
_AFTER_TYPE = frozenset(_CLAUSES.split())
"""Words that end a type because they begin a clause of the column."""


def sees_name(cursor: Cursor) -> bool:
    """Whether a name stands under the cursor; SQLite takes a string for one where only a name can stand."""
    return cursor.sees_identifier() or cursor.word[:1] == "'"


def read_identifier(cursor: Cursor) -> Identifier:
    """Reads one name part, in any quotes."""
    if not sees_name(cursor):
        raise Unreadable(f"expected a name, found {cursor.word or 'the end'}")
    index = cursor.at
    cursor.at += 1
    tokens = cursor.tokens
    return Identifier(folded(tokens.text(index), tokens.engine), tokens.span(index, index + 1))


def read_name(cursor: Cursor) -> Name:
    """Reads `name` or `schema.name`."""
    first = cursor.at
    part = read_identifier(cursor)
    if not cursor.accept("."):
        return Name(None, part.text, part.span)
    last = read_identifier(cursor)
    return Name(part.text, last.text, cursor.span_from(first))


def read_identifiers(cursor: Cursor) -> tuple[Identifier, ...]:
    """Reads a bracketed list of names."""
    return tuple(read_identifier(item) for item in cursor.group().items())


def read_type(cursor: Cursor) -> ColumnType | None:
    """Reads a type, which is any words with up to two numbers; None when the column has none."""
    first = cursor.at
    words: list[str] = []
    while sees_name(cursor) and cursor.word not in _AFTER_TYPE:
        words.append(folded(cursor.tokens.text(cursor.at), cursor.tokens.engine).lower())
        cursor.at += 1
    if not words:
        return None
    arguments: tuple[str, ...] = ()
    if cursor.word == "(":
        arguments = tuple(item.span.of(cursor.tokens.sql) for item in cursor.group().items())
    in_capitals = cursor.tokens.text(first).isupper()
    return ColumnType(" ".join(words), cursor.span_from(first), arguments, in_capitals=in_capitals)
