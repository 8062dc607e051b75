"""The tokens of one statement to its operations."""

from __future__ import annotations

from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import (
    Reader,
    alter_table,
    create_table,
    drop_table,
    indexes,
    namespaces,
    others,
    routines,
    rows,
    security,
    sessions,
    types,
    unknown,
    views,
)
from sqlreview.sql.cursor import Cursor, Unreadable
from sqlreview.sql.engines import Engine
from sqlreview.sql.tokens import Tokens

_READERS: dict[tuple[str, ...], Reader] = {
    **others.READERS,
    **rows.READERS,
    **create_table.READERS,
    **alter_table.READERS,
    **drop_table.READERS,
    **indexes.READERS,
    **views.READERS,
    **types.READERS,
    **routines.READERS,
    **security.READERS,
    **namespaces.READERS,
    **sessions.READERS,
}
_LONGEST_HEAD = max(map(len, _READERS))

_MODIFIERS = frozenset(
    (
        "OR",
        "REPLACE",
        "GLOBAL",
        "LOCAL",
        "TEMP",
        "TEMPORARY",
        "UNLOGGED",
        "UNIQUE",
        "RECURSIVE",
        "TRUSTED",
        "PROCEDURAL",
    )
)
_MODIFIERS_BEFORE = {"FOREIGN": "TABLE", "CONSTRAINT": "TRIGGER", "DEFAULT": "CONVERSION"}
"""Words that modify only the word given here: CREATE FOREIGN TABLE, but CREATE FOREIGN DATA WRAPPER."""


def operations_of(tokens: Tokens, engine: Engine) -> tuple[Operation, ...]:
    """What the statement does, in order; Unknown stands for what could not be read. Plain queries do nothing."""
    if not len(tokens):
        return ()
    cursor = Cursor(tokens)
    words = tokens.words
    reader = _reader_of(words[:_LONGEST_HEAD])
    if reader is None and words[0] in ("CREATE", "ALTER", "DROP"):
        reader = _reader_of(_without_modifiers(words))
    if reader is None:
        return (unknown(cursor.span, f"unknown statement {_head(words)}"),)
    try:
        return reader(cursor, engine)
    except (Unreadable, IndexError, ValueError, RecursionError) as problem:
        return (unknown(Cursor(tokens).span, problem),)


def _reader_of(words: list[str]) -> Reader | None:
    head = tuple(words)
    for length in range(len(head), 0, -1):
        reader = _READERS.get(head[:length])
        if reader is not None:
            return reader
    return None


def _without_modifiers(words: list[str]) -> list[str]:
    at = 1
    while words[at] in _MODIFIERS or (words[at] in _MODIFIERS_BEFORE and words[at + 1] == _MODIFIERS_BEFORE[words[at]]):
        at += 1
    return [words[0], *words[at : at + _LONGEST_HEAD - 1]]


def _head(words: list[str]) -> str:
    return " ".join(words[:2]).rstrip() if words[0] in ("CREATE", "ALTER", "DROP") else words[0]
