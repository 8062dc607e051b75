"""Statements that are recognised and need no reading: they touch nothing the catalog or a rule knows."""

from __future__ import annotations

from sqlreview.operations.namespaces import Other
from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import Reader
from sqlreview.sql.cursor import Cursor
from sqlreview.sql.engines import Engine

_OBJECTS = (
    "ACCESS METHOD",
    "AGGREGATE",
    "CAST",
    "COLLATION",
    "CONVERSION",
    "EVENT TRIGGER",
    "FOREIGN DATA WRAPPER",
    "LANGUAGE",
    "LARGE OBJECT",
    "OPERATOR",
    "PUBLICATION",
    "SERVER",
    "SUBSCRIPTION",
    "TABLESPACE",
    "TEXT SEARCH",
    "TRANSFORM",
    "USER MAPPING",
)
_STATEMENTS = (
    "ALTER SYSTEM",
    "CHECKPOINT",
    "CLOSE",
    "DEALLOCATE",
    "DECLARE",
    "DISCARD",
    "DROP OWNED",
    "EXECUTE",
    "EXPLAIN",
    "FETCH",
    "IMPORT FOREIGN SCHEMA",
    "LISTEN",
    "LOAD",
    "MOVE",
    "NOTIFY",
    "PREPARE",
    "REASSIGN OWNED",
    "SECURITY LABEL",
    "SHOW",
    "UNLISTEN",
)


def _reader_of(kind: str) -> Reader:
    def read(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
        return (Other(span=cursor.span, kind=kind),)

    return read


_KINDS = (*(f"{verb} {kind}" for verb in ("CREATE", "ALTER", "DROP") for kind in _OBJECTS), *_STATEMENTS)

READERS: dict[tuple[str, ...], Reader] = {tuple(kind.split()): _reader_of(kind.lower()) for kind in _KINDS}
