"""The tokens of one statement to its operations."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import LONGEST_HEAD, Dialect, Reader, unknown
from sqlreview.sql.cursor import Cursor, Unreadable
from sqlreview.sql.engines import Engine, Family
from sqlreview.sql.tokens import Tokens


@cache
def _dialect_of(family: Family) -> Dialect:
    """The readers of one family, imported when its first statement is read."""
    match family:
        case "mysql":
            from sqlreview.operations.readers.mysql import DIALECT as MYSQL

            return MYSQL
        case "sqlite":
            from sqlreview.operations.readers.sqlite import DIALECT as SQLITE

            return SQLITE
        case "postgres":
            from sqlreview.operations.readers.postgres import DIALECT as POSTGRES

            return POSTGRES


def operations_of(tokens: Tokens, engine: Engine) -> tuple[Operation, ...]:
    """What the statement does, in order; Unknown stands for what could not be read. Plain queries do nothing."""
    if not len(tokens):
        return ()
    cursor = Cursor(tokens)
    words = tokens.words
    dialect = _dialect_of(engine.family)
    reader = _reader_of(words[:LONGEST_HEAD], dialect.readers)
    if reader is None and words[0] in ("CREATE", "ALTER", "DROP"):
        at = dialect.after_modifiers(words)
        reader = _reader_of([words[0], *words[at : at + LONGEST_HEAD - 1]], dialect.readers)
    if reader is None:
        return (unknown(cursor.span, f"unknown statement {_head(words)}"),)
    try:
        return reader(cursor, engine)
    except (Unreadable, IndexError, ValueError, RecursionError) as problem:
        return (unknown(Cursor(tokens).span, problem),)


def _reader_of(words: list[str], readers: Mapping[tuple[str, ...], Reader]) -> Reader | None:
    head = tuple(words)
    for length in range(len(head), 0, -1):
        reader = readers.get(head[:length])
        if reader is not None:
            return reader
    return None


def _head(words: list[str]) -> str:
    return " ".join(words[:2]).rstrip() if words[0] in ("CREATE", "ALTER", "DROP") else words[0]
