"""Reads one query of a statement into facts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlreview.queries.bulk import cut_of
from sqlreview.queries.clauses import CommonTable, Scope
from sqlreview.queries.columns import columns_in
from sqlreview.queries.level import Level
from sqlreview.queries.model import Query, Role
from sqlreview.queries.readers.selects import read_select
from sqlreview.queries.readers.writes import read_write
from sqlreview.queries.string_names import with_names
from sqlreview.sql.cursor import Cursor, Unreadable
from sqlreview.sql.engines import Engine
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span


@dataclass(frozen=True, slots=True)
class QueryReading:
    """A query with the queries inside it, outermost first, or the reason why it was not read."""

    queries: tuple[Query, ...]
    problem: str | None = None


def read_queries(
    sql: str, span: Span, engine: Engine, role: Role = "statement", tokens: Tokens | None = None
) -> QueryReading:
    """The query that stands in `span`, and every query inside it; spans count from the beginning of `sql`.

    `tokens` are those of the span, where they are known.
    """
    cut = cut_of(sql, span, engine)
    if tokens is None or cut:
        tokens = Tokens(sql, engine, span.start, cut.end if cut else span.end)
    if engine.family == "sqlite":
        tokens = with_names(tokens)
    columns = {} if tokens.words[0] in ("VALUES", "TABLE") else columns_in(tokens, engine)
    if isinstance(columns, str):
        return QueryReading((), columns)
    level = Level(
        tokens, [*tokens.words, "", "", "", ""], columns, {}, {}, {}, read_query, uncut_rows=cut.rows if cut else 0
    )
    try:
        level.nested(0, len(tokens), role)
    except Unreadable as error:
        return QueryReading((), f"the query could not be parsed: {error}")
    except RecursionError:
        return QueryReading((), "the query could not be parsed: it is nested too deeply")
    queries = sorted(level.found.values(), key=lambda query: (query.span.start, -query.span.end))
    return QueryReading(tuple(queries))


def read_query(level: Level, first: int, stop: int, role: Role) -> Query:
    """The query between two tokens, with its WITH clause."""
    words = level.words
    if words[first] != "WITH":
        return _read_body(level, first, stop, role, ())
    cursor = Cursor(level.tokens, first + 1, stop)
    recursive = cursor.accept("RECURSIVE")
    ctes: list[CommonTable] = []
    while not ctes or cursor.accept(","):
        ctes.append(_common_table(level, cursor, recursive, tuple(ctes)))
    names = tuple(ctes)
    inside = level.within(replace(level.scope, ctes=level.scope.ctes + names), level.parent)
    query = _read_body(inside, cursor.at, stop, role, names)
    return replace(query, span=level.span(first, stop), ctes=names)


def _read_body(level: Level, first: int, stop: int, role: Role, ctes: tuple[CommonTable, ...]) -> Query:
    if level.words[first] in ("INSERT", "REPLACE", "UPDATE", "DELETE", "MERGE"):
        return read_write(level, first, stop, role)
    return read_select(level, first, stop, role, ctes)


def _common_table(level: Level, cursor: Cursor, recursive: bool, before: tuple[CommonTable, ...]) -> CommonTable:
    first = cursor.at
    name = cursor.identifier()
    columns = cursor.identifiers() if cursor.word == "(" else ()
    cursor.expect("AS")
    materialized = None
    if cursor.word in ("MATERIALIZED", "NOT"):
        materialized = not cursor.accept("NOT")
        cursor.expect("MATERIALIZED")
    bracket = cursor.at
    inside = cursor.group()
    itself = CommonTable(span=name.span, name=name, columns=columns, query=None, recursive=recursive)
    visible = (*level.scope.ctes, *before, itself) if recursive else (*level.scope.ctes, *before)
    scope = Scope(ctes=visible, outer=level.scope.outer)
    query = level.within(scope, level.parent).nested(inside.at, inside.stop, "cte")
    has_cycle = _skip_search_and_cycle(cursor)
    return CommonTable(
        span=level.span(first, max(cursor.at, bracket)),
        name=name,
        columns=columns,
        query=query,
        recursive=recursive,
        materialized=materialized,
        has_cycle=has_cycle,
    )


def _skip_search_and_cycle(cursor: Cursor) -> bool:
    has_cycle = False
    while cursor.word in ("SEARCH", "CYCLE"):
        has_cycle = has_cycle or cursor.word == "CYCLE"
        cursor.at += 1
        cursor.skip_to(",", "SEARCH", "CYCLE", "SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "VALUES")
    return has_cycle
