"""CREATE TABLE of MySQL and MariaDB."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlreview.operations.namespaces import Unknown
from sqlreview.operations.parts import (
    ColumnDefinition,
    Constraint,
    IndexDefinition,
    Operation,
    Partition,
    PartitionBy,
)
from sqlreview.operations.readers import Reader, place_of, unknown
from sqlreview.operations.readers.mysql.columns import read_column_definition, read_column_start
from sqlreview.operations.readers.mysql.constraints import read_element, starts_element
from sqlreview.operations.readers.mysql.partitions import read_partition_by
from sqlreview.operations.readers.mysql.table_options import read_table_options, starts_table_option
from sqlreview.operations.tables import CreateTable, Like
from sqlreview.sql.cursor import Cursor, Unreadable
from sqlreview.sql.engines import Engine
from sqlreview.text import Span

_QUERY = ("SELECT", "WITH", "TABLE", "VALUES")


@dataclass(slots=True)
class _Draft:
    """What has been read of the statement so far."""

    columns: list[ColumnDefinition] = field(default_factory=list)
    constraints: list[Constraint] = field(default_factory=list)
    indexes: list[IndexDefinition] = field(default_factory=list)
    likes: list[Like] = field(default_factory=list)
    unreadable: list[Unknown] = field(default_factory=list)
    options: list[tuple[str, str]] = field(default_factory=list)
    elements: Span | None = None
    partition_by: PartitionBy | None = None
    partitions: tuple[Partition, ...] = ()
    as_query: Span | None = None


def _read_create_table(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    whole = cursor.span
    cursor.expect("CREATE")
    or_replace = cursor.accept("OR", "REPLACE")
    temporary = cursor.accept("TEMPORARY")
    cursor.expect("TABLE")
    if_not_exists = cursor.accept("IF", "NOT", "EXISTS")
    table = cursor.name()
    draft = _Draft()
    _read_elements(cursor, draft)
    _read_tail(cursor, draft)
    if draft.elements is None and not draft.likes and draft.as_query is None and not draft.unreadable:
        raise Unreadable(f"table {table} has no columns")
    created = CreateTable(
        span=whole,
        table=table,
        columns=tuple(draft.columns),
        constraints=tuple(draft.constraints),
        likes=tuple(draft.likes),
        indexes=tuple(draft.indexes),
        partition_by=draft.partition_by,
        partitions=draft.partitions,
        temporary=temporary,
        if_not_exists=if_not_exists,
        as_query=draft.as_query,
        elements=draft.elements,
        options=tuple(draft.options),
        or_replace=or_replace,
    )
    return (created, *draft.unreadable)


def _read_elements(cursor: Cursor, draft: _Draft) -> None:
    if cursor.word == "LIKE":
        draft.likes.append(_read_like(cursor))
        return
    if cursor.word != "(" or cursor.peek() in ("SELECT", "WITH"):
        return
    tokens, opening = cursor.tokens, cursor.at
    inside = cursor.group()
    if inside.word == "LIKE":
        draft.likes.append(_read_like(inside))
        return
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


def _read_like(cursor: Cursor) -> Like:
    first = cursor.at
    cursor.expect("LIKE")
    source = cursor.name()
    if not cursor.done:
        raise Unreadable(f"unexpected {cursor.word} after LIKE {source}")
    return Like(source, frozenset(("all",)), cursor.span_from(first))


def _read_element(cursor: Cursor, draft: _Draft) -> None:
    if starts_element(cursor):
        element = read_element(cursor)
        _require_done(cursor, "a constraint")
        if isinstance(element, IndexDefinition):
            draft.indexes.append(element)
        else:
            draft.constraints.append(element)
    elif cursor.sees("PERIOD", "FOR"):  # of system-versioned and application-time tables
        cursor.at += 2
        cursor.identifier()
        cursor.group()
        _require_done(cursor, "a period")
    else:
        column = read_column_definition(cursor)
        _require_done(cursor, f"column {column.name}")
        draft.columns.append(column)


def _require_done(cursor: Cursor, what: str) -> None:
    if not cursor.done:
        raise Unreadable(f"unexpected {cursor.word} after {what}")


def _keep_column(cursor: Cursor, draft: _Draft) -> None:
    if starts_element(cursor) or not cursor.sees_identifier():
        return
    try:
        draft.columns.append(read_column_start(cursor))
    except Unreadable:
        return


def _read_tail(cursor: Cursor, draft: _Draft) -> None:
    while not cursor.done:
        first = cursor.at
        try:
            _read_clause(cursor, draft)
        except Unreadable as problem:
            draft.unreadable.append(unknown(cursor.tokens.span(first, cursor.stop), problem))
            return


def _read_clause(cursor: Cursor, draft: _Draft) -> None:
    if cursor.sees("PARTITION", "BY"):
        draft.partition_by, draft.partitions = read_partition_by(cursor)
    elif starts_table_option(cursor):
        draft.options += read_table_options(cursor)
    elif cursor.word in ("IGNORE", "REPLACE", "AS", "(", *_QUERY):
        _read_query(cursor, draft)
    else:
        raise Unreadable(f"unexpected {cursor.word} after CREATE TABLE")


def _read_query(cursor: Cursor, draft: _Draft) -> None:
    cursor.accept_any("IGNORE", "REPLACE")
    cursor.accept("AS")
    if cursor.word not in ("(", *_QUERY):
        raise Unreadable(f"expected a query, found {cursor.word or 'the end'}")
    draft.as_query = cursor.span
    cursor.at = cursor.stop


READERS: dict[tuple[str, ...], Reader] = {("CREATE", "TABLE"): _read_create_table}
