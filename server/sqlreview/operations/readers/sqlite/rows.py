"""SELECT, INSERT, REPLACE, UPDATE and DELETE, as far as the schema is concerned: which tables are written."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import Reader
from sqlreview.operations.readers.copies import read_copied_rows
from sqlreview.operations.readers.sqlite.names import read_name
from sqlreview.operations.sessions import WriteRows
from sqlreview.sql.cursor import Cursor, Unreadable
from sqlreview.sql.engines import Engine
from sqlreview.text import Span

_RESOLUTIONS = ("ROLLBACK", "ABORT", "FAIL", "IGNORE", "REPLACE")


def _read_rows(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    whole = cursor.span
    has_common_tables = cursor.word == "WITH"
    _skip_with(cursor)
    return tuple(_writes(cursor, whole, has_common_tables))


def _skip_with(cursor: Cursor) -> None:
    """Steps over a WITH clause, in which SQLite only reads."""
    if cursor.accept("WITH") and not cursor.skip_to("SELECT", "VALUES", "INSERT", "REPLACE", "UPDATE", "DELETE"):
        raise Unreadable("WITH without a statement")


def _writes(cursor: Cursor, whole: Span, has_common_tables: bool) -> Iterator[Operation]:
    match cursor.word:
        case "INSERT" | "REPLACE":
            yield _insert(cursor, whole, has_common_tables)
        case "UPDATE":
            cursor.next()
            _resolution(cursor)
            yield WriteRows(span=whole, table=read_name(cursor), kind="update", filtered=cursor.skip_to("WHERE"))
        case "DELETE":
            cursor.expect("DELETE", "FROM")
            table = read_name(cursor)
            yield WriteRows(span=whole, table=table, kind="delete", filtered=cursor.skip_to("WHERE", "LIMIT"))


def _resolution(cursor: Cursor) -> str | None:
    if not cursor.accept("OR"):
        return None
    word = cursor.accept_any(*_RESOLUTIONS)
    if word is None:
        raise Unreadable(f"unknown conflict resolution {cursor.word or 'at the end'}")
    return word


def _insert(cursor: Cursor, whole: Span, has_common_tables: bool) -> WriteRows:
    replaces = cursor.next() == "REPLACE"
    resolution = _resolution(cursor)
    cursor.expect("INTO")
    table = read_name(cursor)
    if cursor.accept("AS"):
        cursor.identifier()
    kind = "replace" if replaces or resolution == "REPLACE" else "insert"
    copied = None if has_common_tables else read_copied_rows(cursor)
    return WriteRows(span=whole, table=table, kind=kind, copied=copied)


READERS: dict[tuple[str, ...], Reader] = {
    (word,): _read_rows for word in ("SELECT", "WITH", "VALUES", "INSERT", "REPLACE", "UPDATE", "DELETE")
}
