"""Keys and options of MySQL's indexes, wherever a statement writes them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlreview.operations.parts import IndexKey
from sqlreview.operations.readers.expressions import read_expression
from sqlreview.operations.readers.mysql.words import closed_group, read_string, read_value
from sqlreview.sql.cursor import Cursor, Identifier, Unreadable


@dataclass(slots=True)
class IndexOptions:
    """What stands before ON and after the keys of an index."""

    method: str | None = None
    """btree, hash or rtree, where USING says so."""
    comment: str | None = None
    visible: bool = True
    enforced: bool = True


def read_index_keys(cursor: Cursor) -> tuple[IndexKey, ...]:
    """Reads `(a, b(20) DESC, (lower(c)))`."""
    keys = tuple(_read_key(item) for item in closed_group(cursor).items())
    if not keys:
        raise Unreadable("an index without keys")
    return keys


def _read_key(cursor: Cursor) -> IndexKey:
    first = cursor.at
    column, expression, length = None, None, None
    if cursor.word == "(":
        expression = read_expression(cursor.group())
    else:
        column = cursor.identifier()
        if cursor.word == "(":
            length = _read_length(cursor.group())
    order = cursor.accept_any("ASC", "DESC")
    cursor.accept("WITHOUT", "OVERLAPS")  # MariaDB's application-time periods
    if not cursor.done:
        raise Unreadable(f"unexpected {cursor.word} in a key")
    return IndexKey(
        span=cursor.span_from(first),
        column=column,
        expression=expression,
        descending=order == "DESC",
        length=length,
    )


def _read_length(cursor: Cursor) -> int | None:
    word = cursor.next()
    if not cursor.done or not (word.isdecimal() or word[:1] in "{$:"):
        raise Unreadable(f"{word} is no length of a key")
    return int(word) if word.isdecimal() else None


def read_index_options(cursor: Cursor, options: IndexOptions) -> None:
    """Reads USING, COMMENT, VISIBLE, KEY_BLOCK_SIZE and the like, as many as there are."""
    while _read_option(cursor, options):
        pass


def _read_option(cursor: Cursor, options: IndexOptions) -> bool:
    match cursor.word:
        case "USING" | "TYPE" if cursor.peek() in ("BTREE", "HASH", "RTREE"):
            cursor.at += 1
            options.method = cursor.next().lower()
        case "COMMENT":
            cursor.at += 1
            options.comment = read_string(cursor)
        case "VISIBLE" | "INVISIBLE" | "IGNORED":
            options.visible = cursor.next() == "VISIBLE"
        case "NOT" if cursor.peek() == "IGNORED":
            cursor.at += 2
            options.visible = True
        case "WITH":
            cursor.expect("WITH", "PARSER")
            cursor.identifier()
        case "KEY_BLOCK_SIZE" | "ENGINE_ATTRIBUTE" | "SECONDARY_ENGINE_ATTRIBUTE" | "CLUSTERING":
            cursor.at += 1
            cursor.accept("=")
            read_value(cursor)
        case _:
            return False
    return True


def named_columns(keys: tuple[IndexKey, ...]) -> tuple[Identifier, ...]:
    """The columns of keys, those under expressions left out."""
    return tuple(key.column for key in keys if key.column is not None)


def are_plain(keys: tuple[IndexKey, ...]) -> bool:
    """Whether the keys are nothing but columns, whole and ascending."""
    return all(key.column is not None and key.length is None and not key.descending for key in keys)
