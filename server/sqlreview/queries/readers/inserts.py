"""Reads INSERT and REPLACE."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

from sqlreview.queries.clauses import OnConflict, Source
from sqlreview.queries.level import Level
from sqlreview.queries.model import Insert, Query
from sqlreview.queries.readers import sources
from sqlreview.queries.readers.write_parts import (
    move_to,
    read_assignments,
    read_resolution,
    read_returning,
    read_where,
    with_sources,
)
from sqlreview.sql.cursor import Cursor, Identifier
from sqlreview.text import Span

_EXCLUDED = Identifier("excluded", Span(0, 0))


def read_insert(level: Level, cursor: Cursor, common: dict[str, Any]) -> Insert:
    """An INSERT or REPLACE, whose first word has been read."""
    replaces = level.words[cursor.at - 1] == "REPLACE"
    resolution = "replace" if replaces else read_resolution(cursor)
    if replaces:
        read_resolution(cursor)
    if level.tokens.engine.family != "mysql":
        cursor.expect("INTO")
    cursor.accept("INTO")
    target = sources.read_target(level, cursor)
    if cursor.word == "SET":
        return _insert_set(level, cursor, common, target, resolution)
    columns: tuple[Identifier, ...] = ()
    columns_span = None
    if cursor.word == "(" and not level.is_subquery(cursor.at):
        first = cursor.at
        columns = cursor.identifiers()
        columns_span = cursor.span_from(first)
    overriding: Literal["system", "user"] | None = None
    if cursor.accept("OVERRIDING"):
        overriding = "system" if cursor.next() == "SYSTEM" else "user"
        cursor.expect("VALUE")
    default_values = cursor.accept("DEFAULT", "VALUES") or cursor.accept("VALUES", "(", ")")
    source = None
    new_row = _EXCLUDED
    if not default_values:
        first, end = _to_end_of_source(cursor)
        end, new_row = _without_row_alias(level, first, end)
        source = _source_of_insert(level, first, end)
    level = with_sources(level, target)
    if cursor.word == "ON":
        level = _seeing_new_row(level, target, new_row, source)
    on_conflict = _on_conflict(level, cursor)
    return Insert(
        **common,
        scope=level.scope,
        target=target,
        columns=columns,
        columns_span=columns_span,
        overriding=overriding,
        default_values=default_values,
        source=source,
        on_conflict=on_conflict,
        resolution=resolution,
        returning=read_returning(level, cursor),
    )


def _seeing_new_row(level: Level, target: Source, new_row: Identifier, source: Query | None) -> Level:
    """The names ON CONFLICT and ON DUPLICATE KEY see: those of the row, and in MySQL the relations of a SELECT."""
    seen: tuple[Source, ...] = (Source(span=target.span, kind="table", name=target.name, alias=new_row),)
    if level.tokens.engine.family == "mysql" and source is not None:
        seen += source.sources
    around = replace(level.scope, sources=seen)
    return level.within(replace(level.scope, outer=around), level.parent)


def _insert_set(level: Level, cursor: Cursor, common: dict[str, Any], target: Source, resolution: str | None) -> Insert:
    """INSERT ... SET a = 1 of MySQL."""
    cursor.expect("SET")
    level = with_sources(level, target)
    first, stop = _to_end_of_source(cursor)
    assignments = read_assignments(level, first, stop)
    level = _seeing_new_row(level, target, _EXCLUDED, None)
    return Insert(
        **common,
        scope=level.scope,
        target=target,
        columns=tuple(column for assignment in assignments for column in assignment.columns),
        columns_span=None,
        set_assignments=assignments,
        on_conflict=_on_conflict(level, cursor),
        resolution=resolution,
        returning=read_returning(level, cursor),
    )


def _without_row_alias(level: Level, first: int, stop: int) -> tuple[int, Identifier]:
    """Where VALUES ... AS new (a, b) of MySQL ends without the alias of the row, and that alias."""
    words = level.words
    if level.tokens.engine.family != "mysql" or words[first] not in ("VALUES", "VALUE"):
        return stop, _EXCLUDED
    for index in level.outside(first, stop):
        if words[index] == "AS" and index + 1 < stop:
            return index, Cursor(level.tokens, index + 1, stop).identifier()
    return stop, _EXCLUDED


def _source_of_insert(level: Level, first: int, stop: int) -> Query:
    if level.words[first] == "VALUE":  # another word for VALUES in MySQL
        level.words[first] = "VALUES"
    return level.nested(first, stop, "insert-source")


def _to_end_of_source(cursor: Cursor) -> tuple[int, int]:
    first = cursor.at
    while cursor.skip_to("ON", "RETURNING"):
        if cursor.word == "RETURNING" or cursor.peek() in ("CONFLICT", "DUPLICATE"):
            break
        cursor.at += 1
    return first, cursor.at


def _on_conflict(level: Level, cursor: Cursor) -> OnConflict | None:
    first = cursor.at
    if cursor.accept("ON", "DUPLICATE", "KEY", "UPDATE"):
        assignments = read_assignments(level, *move_to(cursor, "RETURNING"))
        return OnConflict(span=cursor.span_from(first), assignments=assignments, any_key=True)
    if not cursor.accept("ON", "CONFLICT"):
        return None
    columns: tuple[Identifier, ...] = ()
    constraint = None
    if cursor.word == "(":
        items = list(cursor.group().items())
        if all(item.stop - item.at == 1 and item.sees_identifier() for item in items):
            columns = tuple(item.identifier() for item in items)
    elif cursor.accept("ON", "CONSTRAINT"):
        constraint = cursor.identifier()
    move_to(cursor, "DO")
    cursor.expect("DO")
    assignments = ()
    where = None
    if not cursor.accept("NOTHING"):
        cursor.expect("UPDATE", "SET")
        assignments = read_assignments(level, *move_to(cursor, "WHERE", "RETURNING", "ON"))
        where = read_where(level, cursor, "RETURNING", "ON")
    move_to(cursor, "RETURNING")  # SQLite allows further ON CONFLICT clauses, of which the first is told
    return OnConflict(
        span=cursor.span_from(first), columns=columns, constraint=constraint, assignments=assignments, where=where
    )
