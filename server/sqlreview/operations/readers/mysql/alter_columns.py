"""What ALTER TABLE of MySQL does to columns: ADD, MODIFY, CHANGE and ALTER COLUMN."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.operations.columns import (
    AddColumn,
    DropColumnDefault,
    ModifyColumn,
    RenameColumn,
    SetColumnDefault,
    SetColumnProperty,
)
from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import place_of
from sqlreview.operations.readers.expressions import read_expression
from sqlreview.operations.readers.mysql.added import read_added_element
from sqlreview.operations.readers.mysql.columns import read_column_definition
from sqlreview.operations.readers.mysql.constraints import starts_element
from sqlreview.operations.readers.mysql.words import read_position
from sqlreview.sql.cursor import Cursor, Name, Unreadable
from sqlreview.text import Span


def read_added_columns(cursor: Cursor, table: Name, span: Span, if_not_exists: bool) -> Iterator[Operation]:
    """Reads what follows ADD COLUMN: a column with its position, or several elements in brackets."""
    if cursor.word != "(":
        column = read_column_definition(cursor)
        position = read_position(cursor)
        yield AddColumn(span=span, table=table, column=column, if_not_exists=if_not_exists, position=position)
        return
    for item in cursor.group().items():
        place = place_of(item)
        if starts_element(item):
            yield read_added_element(item, table, place)
        else:
            column = read_column_definition(item)
            yield AddColumn(span=place, table=table, column=column, if_not_exists=if_not_exists)
        if not item.done:
            raise Unreadable(f"unexpected {item.word}")


def read_modify(cursor: Cursor, table: Name) -> Iterator[Operation]:
    """Reads MODIFY [COLUMN] definition [FIRST|AFTER]."""
    span = cursor.span
    cursor.expect("MODIFY")
    cursor.accept("COLUMN")
    if_exists = cursor.accept("IF", "EXISTS")
    if cursor.word == "(":  # Oracle's form, which MySQL does not know
        raise Unreadable("unexpected ( after MODIFY")
    yield _modified(cursor, table, span, if_exists)


def read_change(cursor: Cursor, table: Name) -> Iterator[Operation]:
    """Reads CHANGE [COLUMN] name definition [FIRST|AFTER]: a new name, where it is one, then a new definition."""
    span = cursor.span
    cursor.expect("CHANGE")
    cursor.accept("COLUMN")
    if_exists = cursor.accept("IF", "EXISTS")
    old = cursor.identifier()
    modified = _modified(cursor, table, span, if_exists)
    if old != modified.column:
        yield RenameColumn(span=span, table=table, column=old, new_name=modified.column)
    yield modified


def _modified(cursor: Cursor, table: Name, span: Span, if_exists: bool) -> ModifyColumn:
    definition = read_column_definition(cursor)
    position = read_position(cursor)
    return ModifyColumn(
        span=span,
        table=table,
        column=definition.name,
        definition=definition,
        if_exists=if_exists,
        position=position,
    )


def read_altered_column(cursor: Cursor, table: Name, span: Span) -> Operation:
    """Reads what follows ALTER: [COLUMN] name SET DEFAULT, DROP DEFAULT, SET VISIBLE or SET INVISIBLE."""
    cursor.accept("COLUMN")
    cursor.accept("IF", "EXISTS")
    column = cursor.identifier()
    if cursor.accept("DROP", "DEFAULT"):
        return DropColumnDefault(span=span, table=table, column=column)
    cursor.expect("SET")
    if cursor.accept("DEFAULT"):
        return SetColumnDefault(span=span, table=table, column=column, default=read_expression(cursor))
    word = cursor.accept_any("VISIBLE", "INVISIBLE")
    if word is None:
        raise Unreadable(f"expected DEFAULT, found {cursor.word or 'the end'}")
    return SetColumnProperty(span=span, table=table, column=column, property="visibility", value=word.lower())
