"""SELECT, INSERT, UPDATE, DELETE and MERGE, as far as the schema is concerned: which tables are written or made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import Reader
from sqlreview.operations.sessions import WriteRows
from sqlreview.operations.tables import CreateTable
from sqlreview.sql.cursor import Cursor, Name
from sqlreview.sql.engines import Engine
from sqlreview.text import Span

_INTO_MODIFIERS = ("LOCAL", "GLOBAL", "TEMP", "TEMPORARY", "UNLOGGED")


def _read_rows(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    return tuple(_writes(cursor))


def tables_written(cursor: Cursor) -> tuple[Name, ...]:
    """The tables that the statement under the cursor writes, its WITH queries first; reads on to what follows them."""
    return tuple(item.table for item in _writes(cursor) if isinstance(item, WriteRows))


def _writes(cursor: Cursor) -> Iterator[Operation]:
    whole = cursor.span
    yield from _with_queries(cursor)
    match cursor.word:
        case "INSERT" | "MERGE":
            kind = cursor.next().lower()
            cursor.expect("INTO")
            cursor.accept("ONLY")
            deletes = kind == "merge" and ("THEN", "DELETE") in pairwise(cursor.tokens.words[cursor.at : cursor.stop])
            yield WriteRows(span=whole, table=cursor.name(), kind=kind, deletes=deletes)
        case "UPDATE":
            cursor.next()
            yield _changed_rows(cursor, whole, "update")
        case "DELETE":
            cursor.expect("DELETE", "FROM")
            yield _changed_rows(cursor, whole, "delete")
        case "SELECT":
            yield from _selected_into(cursor)


def _changed_rows(cursor: Cursor, whole: Span, kind: str) -> WriteRows:
    only = cursor.accept("ONLY")
    table = cursor.name()
    return WriteRows(span=whole, table=table, kind=kind, only=only, filtered=cursor.skip_to("WHERE"))


def _with_queries(cursor: Cursor) -> Iterator[Operation]:
    if not cursor.accept("WITH"):
        return
    cursor.accept("RECURSIVE")
    while True:
        cursor.identifier()
        cursor.skip_to("AS")
        cursor.expect("AS")
        cursor.accept("NOT")
        cursor.accept("MATERIALIZED")
        yield from _writes(cursor.group())
        cursor.skip_to(",", "SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "VALUES", "TABLE", "(")
        if not cursor.accept(","):
            return


def _selected_into(cursor: Cursor) -> Iterator[CreateTable]:
    if "INTO" not in cursor.tokens.words[cursor.at : cursor.stop]:
        return
    query = cursor.span
    if not cursor.skip_to("INTO"):
        return
    cursor.next()
    modifiers = set()
    while (modifier := cursor.accept_any(*_INTO_MODIFIERS)) is not None:
        modifiers.add(modifier)
    cursor.accept("TABLE")
    yield CreateTable(
        span=query,
        table=cursor.name(),
        temporary="TEMP" in modifiers or "TEMPORARY" in modifiers,
        unlogged="UNLOGGED" in modifiers,
        as_query=query,
    )


READERS: dict[tuple[str, ...], Reader] = {
    (word,): _read_rows for word in ("SELECT", "WITH", "VALUES", "TABLE", "INSERT", "UPDATE", "DELETE", "MERGE", "(")
}
