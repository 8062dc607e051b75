"""CREATE TABLE and CREATE VIRTUAL TABLE of SQLite."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sqlreview.operations.namespaces import Unknown
from sqlreview.operations.parts import ColumnDefinition, Constraint, Operation
from sqlreview.operations.readers import Reader, place_of, unknown
from sqlreview.operations.readers.copies import read_copied_rows
from sqlreview.operations.readers.phrases import accept_if_not_exists, require_end
from sqlreview.operations.readers.sqlite.columns import read_column_definition, read_column_start
from sqlreview.operations.readers.sqlite.constraints import read_table_constraints, starts_table_constraint
from sqlreview.operations.readers.sqlite.names import read_identifier, read_name, sees_name
from sqlreview.operations.sessions import CopiedRows
from sqlreview.operations.tables import CreateTable
from sqlreview.sql.cursor import Cursor, Unreadable
from sqlreview.sql.engines import Engine
from sqlreview.text import Span


@dataclass(slots=True)
class _Draft:
    """What has been read of the statement so far."""

    columns: list[ColumnDefinition] = field(default_factory=list)
    constraints: list[Constraint] = field(default_factory=list)
    unreadable: list[Unknown] = field(default_factory=list)
    elements: Span | None = None
    as_query: Span | None = None
    copied: CopiedRows | None = None
    strict: bool = False
    without_rowid: bool = False


def _read_create_table(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    whole = cursor.span
    cursor.expect("CREATE")
    temporary = cursor.accept_any("TEMP", "TEMPORARY") is not None
    cursor.expect("TABLE")
    if_not_exists = accept_if_not_exists(cursor)
    table = read_name(cursor)
    draft = _Draft()
    if cursor.word == "(":
        _read_elements(cursor, draft)
        _read_options(cursor, draft)
    elif cursor.accept("AS"):
        draft.copied = read_copied_rows(Cursor(cursor.tokens, cursor.at, cursor.stop))
        draft.as_query = _query(cursor)
    else:
        raise Unreadable(f"expected ( or AS, found {cursor.word or 'the end'}")
    created = CreateTable(
        span=whole,
        table=table,
        columns=tuple(draft.columns),
        constraints=tuple(draft.constraints),
        temporary=temporary,
        if_not_exists=if_not_exists,
        as_query=draft.as_query,
        copied=draft.copied,
        elements=draft.elements,
        strict=draft.strict,
        without_rowid=draft.without_rowid,
    )
    return (created, *draft.unreadable)


def _query(cursor: Cursor) -> Span:
    if cursor.done:
        raise Unreadable("expected a query after AS")
    span = cursor.span
    cursor.at = cursor.stop
    return span


def _read_elements(cursor: Cursor, draft: _Draft) -> None:
    tokens, opening = cursor.tokens, cursor.at
    inside = cursor.group()
    draft.elements = Span(tokens.ends[opening], tokens.starts[inside.stop])
    for element in inside.items():
        first, place = element.at, place_of(element)
        try:
            _read_element(element, draft)
        except Unreadable as problem:
            draft.unreadable.append(unknown(place, problem))
            _keep_column(Cursor(tokens, first, element.stop), draft)
    if tokens.words[inside.stop] != ")":
        draft.unreadable.append(unknown(tokens.span(opening, opening + 1), "a parenthesis is never closed"))


def _read_element(cursor: Cursor, draft: _Draft) -> None:
    if not starts_table_constraint(cursor):
        draft.columns.append(read_column_definition(cursor))
        return
    last = cursor.stop
    constraints, auto_increment = read_table_constraints(cursor)
    draft.constraints += constraints
    if auto_increment:
        words = cursor.tokens.words
        place = next(index for index in range(last - 1, -1, -1) if words[index] == "AUTOINCREMENT")
        _count(draft, constraints, cursor.tokens.span(place, place + 1))


def _count(draft: _Draft, constraints: tuple[Constraint, ...], word: Span) -> None:
    """Notes AUTOINCREMENT of PRIMARY KEY (id AUTOINCREMENT) at the column."""
    names = {column.text for key in constraints for column in getattr(key, "columns", ())}
    draft.columns = [
        replace(column, auto_increment=word) if column.name.text in names else column for column in draft.columns
    ]


def _keep_column(cursor: Cursor, draft: _Draft) -> None:
    if starts_table_constraint(cursor) or not sees_name(cursor):
        return
    try:
        draft.columns.append(read_column_start(cursor))
    except Unreadable:
        return


def _read_options(cursor: Cursor, draft: _Draft) -> None:
    while not cursor.done:
        if cursor.accept("WITHOUT", "ROWID"):
            draft.without_rowid = True
        elif cursor.accept("STRICT"):
            draft.strict = True
        else:
            draft.unreadable.append(unknown(cursor.span, f"unexpected {cursor.word} after CREATE TABLE"))
            return
        if not cursor.accept(",") and not cursor.done:
            draft.unreadable.append(unknown(cursor.span, f"unexpected {cursor.word} after CREATE TABLE"))
            return


def _read_create_virtual_table(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    whole = cursor.span
    cursor.expect("CREATE", "VIRTUAL", "TABLE")
    if_not_exists = accept_if_not_exists(cursor)
    table = read_name(cursor)
    cursor.expect("USING")
    module = read_identifier(cursor).text.lower()
    columns: tuple[ColumnDefinition, ...] = ()
    elements = None
    if cursor.word == "(":
        tokens, opening = cursor.tokens, cursor.at
        inside = cursor.group()
        elements = Span(tokens.ends[opening], tokens.starts[inside.stop])
        columns = _columns_of(inside, module)
    require_end(cursor)
    return (
        CreateTable(
            span=whole,
            table=table,
            columns=columns,
            if_not_exists=if_not_exists,
            elements=elements,
            module=str(module),
        ),
    )


KNOWN_MODULES = ("fts3", "fts4", "fts5", "rtree", "rtree_i32", "geopoly")
"""Modules whose arguments are the columns of the table (https://www.sqlite.org/vtablist.html)."""


def _columns_of(cursor: Cursor, module: str) -> tuple[ColumnDefinition, ...]:
    if module not in KNOWN_MODULES:
        return ()
    columns = []
    for item in cursor.items():
        first = item.at
        if not sees_name(item) or item.peek() == "=":
            continue  # an option: tokenize = 'porter'
        name = read_identifier(item)
        columns.append(ColumnDefinition(span=item.tokens.span(first, item.stop), name=name, type=None))
    return tuple(columns)


READERS: dict[tuple[str, ...], Reader] = {
    ("CREATE", "TABLE"): _read_create_table,
    ("CREATE", "VIRTUAL", "TABLE"): _read_create_virtual_table,
}
