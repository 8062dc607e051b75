"""Statements that are recognised and need no reading: they touch nothing the catalog or a rule knows."""

from __future__ import annotations

from sqlreview.operations.namespaces import Other
from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import Reader
from sqlreview.operations.readers.settings import read_stored_setting
from sqlreview.sql.cursor import Cursor, Name
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
    "CHECKPOINT",
    "CLOSE",
    "DEALLOCATE",
    "DECLARE",
    "DISCARD",
    "DISCARD ALL",
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


def publication_tables(cursor: Cursor) -> tuple[Name, ...]:
    """The tables that FOR TABLE, ADD TABLE, SET TABLE or DROP TABLE of a publication name one by one."""
    tables: list[Name] = []
    while cursor.skip_to("TABLE"):
        cursor.next()
        while cursor.accept("ONLY") or cursor.sees_identifier():
            tables.append(cursor.name())
            while not cursor.done and cursor.word not in (",", "WITH", "TABLE"):
                cursor.skip()
            if not cursor.accept(",") or cursor.word in ("TABLE", "TABLES"):
                break
    return tuple(tables)


def _create_publication(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    statement = cursor.span
    cursor.expect("CREATE", "PUBLICATION")
    only = "ONLY" in cursor.tokens.words
    return (Other(span=statement, kind="create publication", tables=publication_tables(cursor), only=only),)


def _alter_system(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    statement = cursor.span
    cursor.expect("ALTER", "SYSTEM")
    return (Other(span=statement, kind="alter system", setting=read_stored_setting(cursor)),)


READERS: dict[tuple[str, ...], Reader] = {
    **{tuple(kind.split()): _reader_of(kind.lower()) for kind in _KINDS},
    ("CREATE", "PUBLICATION"): _create_publication,
    ("ALTER", "SYSTEM"): _alter_system,
}
