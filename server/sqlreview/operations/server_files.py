"""Files and programs of the database server that a statement uses."""

from __future__ import annotations

from sqlreview.sql.cursor import Cursor
from sqlreview.sql.engines import Engine
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_HEAD = 2_000


def server_file_in(text: str, engine: Engine) -> Span | None:
    """The file or PROGRAM of COPY, LOAD DATA or SELECT ... INTO OUTFILE; None for what the client sends or receives."""
    start = text[:12].lstrip().upper()
    if engine.family == "postgres" and not start.startswith("COPY"):
        return None
    if engine.family == "mysql" and not (start.startswith("LOAD") or "FILE" in text[-_HEAD:].upper()):
        return None
    cursor = Cursor(Tokens(text, engine, 0, min(len(text), _HEAD)))
    if engine.family == "postgres":
        return _copied(cursor)
    return _loaded(cursor) if cursor.accept("LOAD") else _selected_into(cursor)


def _copied(cursor: Cursor) -> Span | None:
    cursor.at += 1
    if not cursor.skip_to("FROM", "TO"):
        return None
    cursor.at += 1
    first = cursor.at
    if cursor.word == "PROGRAM" and cursor.peek()[-1:] == "'":
        return cursor.tokens.span(first, first + 2)
    return cursor.tokens.span(first, first + 1) if cursor.word[-1:] == "'" and cursor.word[:1] != ":" else None


def _loaded(cursor: Cursor) -> Span | None:
    if not cursor.accept_any("DATA", "XML"):
        return None
    cursor.accept_any("LOW_PRIORITY", "CONCURRENT")
    if cursor.word == "LOCAL" or not cursor.accept("INFILE"):
        return None
    return cursor.tokens.span(cursor.at, cursor.at + 1)


def _selected_into(cursor: Cursor) -> Span | None:
    if cursor.word not in ("SELECT", "WITH", "TABLE", "("):
        return None
    while cursor.skip_to("INTO"):
        cursor.at += 1
        if cursor.accept_any("OUTFILE", "DUMPFILE"):
            return cursor.tokens.span(cursor.at, cursor.at + 1)
    return None
