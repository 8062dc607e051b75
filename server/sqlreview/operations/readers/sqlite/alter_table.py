"""ALTER TABLE of SQLite, which does one thing at a time (https://www.sqlite.org/lang_altertable.html).

SQLite 3.53 added NOT NULL and CHECK; other constraints need a new table.
"""

from __future__ import annotations

from sqlreview.operations.columns import AddColumn, DropColumn, DropNotNull, RenameColumn, SetNotNull
from sqlreview.operations.constraints import AddCheck, DropConstraint
from sqlreview.operations.parts import Check, Operation
from sqlreview.operations.readers import Reader
from sqlreview.operations.readers.phrases import require_end
from sqlreview.operations.readers.sqlite.columns import read_column_definition
from sqlreview.operations.readers.sqlite.constraints import (
    read_resolution,
    read_table_constraint,
    starts_table_constraint,
)
from sqlreview.operations.readers.sqlite.names import read_identifier, read_name
from sqlreview.operations.tables import RenameTable
from sqlreview.sql.cursor import Cursor, Name, Unreadable
from sqlreview.sql.engines import Engine
from sqlreview.text import Span


def _read_alter_table(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    whole = cursor.span
    cursor.expect("ALTER", "TABLE")
    table = read_name(cursor)
    operation = _read_action(cursor, table, whole)
    require_end(cursor)
    return (operation,)


def _read_action(cursor: Cursor, table: Name, span: Span) -> Operation:
    match cursor.accept_any("RENAME", "ADD", "DROP", "ALTER"):
        case "RENAME":
            return _read_rename(cursor, table, span)
        case "ADD":
            return _read_add(cursor, table, span)
        case "DROP":
            if cursor.accept("CONSTRAINT"):
                return DropConstraint(span=span, table=table, name=read_identifier(cursor))
            cursor.accept("COLUMN")
            return DropColumn(span=span, table=table, column=read_identifier(cursor))
        case "ALTER":
            return _read_alter_column(cursor, table, span)
    raise Unreadable(f"SQLite has no ALTER TABLE ... {cursor.word or 'without an action'}")


def _read_add(cursor: Cursor, table: Name, span: Span) -> Operation:
    if not starts_table_constraint(cursor):
        cursor.accept("COLUMN")
        return AddColumn(span=span, table=table, column=read_column_definition(cursor))
    constraint = read_table_constraint(cursor)
    if isinstance(constraint, Check):
        return AddCheck(span=span, table=table, constraint=constraint)
    raise Unreadable("SQLite can add no keys to a table that exists")


def _read_alter_column(cursor: Cursor, table: Name, span: Span) -> Operation:
    cursor.accept("COLUMN")
    column = read_identifier(cursor)
    if cursor.accept("SET", "NOT", "NULL"):
        read_resolution(cursor)
        return SetNotNull(span=span, table=table, column=column)
    if cursor.accept("DROP", "NOT", "NULL"):
        return DropNotNull(span=span, table=table, column=column)
    raise Unreadable("of a column that exists SQLite can change NOT NULL only")


def _read_rename(cursor: Cursor, table: Name, span: Span) -> Operation:
    if cursor.accept("TO"):
        return RenameTable(span=span, table=table, new_name=read_identifier(cursor))
    if cursor.word == "COLUMN" and cursor.peek() != "TO":
        cursor.at += 1
    column = read_identifier(cursor)
    cursor.expect("TO")
    return RenameColumn(span=span, table=table, column=column, new_name=read_identifier(cursor))


READERS: dict[tuple[str, ...], Reader] = {("ALTER", "TABLE"): _read_alter_table}
