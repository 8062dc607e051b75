"""One statement's text to everything that is known of it; position-independent, so it is cached by text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from sqlreview.operations import (
    CreateMaterializedView,
    CreateRoutine,
    CreateSchema,
    CreateTable,
    CreateTrigger,
    CreateView,
    Do,
    Operation,
    Unknown,
)
from sqlreview.operations.explained import explained_query
from sqlreview.operations.lower import operations_of
from sqlreview.operations.readers.namespaces import schema_elements
from sqlreview.queries import Query
from sqlreview.queries.model import Role
from sqlreview.sql.bodies import body_text, readable, static_statements
from sqlreview.sql.cursor import Cursor
from sqlreview.sql.engines import Engine
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_QUERY_HEADS = frozenset({"SELECT", "WITH", "VALUES", "INSERT", "REPLACE", "UPDATE", "DELETE", "MERGE", "(", "TABLE"})
READER_FAILED = "sqlreview failed to read it, which is a bug of sqlreview"
"""How the problem of a statement begins whose reading raised."""
_CACHED_STATEMENTS = 65_536
_LONGEST_CACHED = 20_000


@dataclass(frozen=True, slots=True)
class Body:
    """Statements inside a statement: a DO block, a function body, the elements of CREATE SCHEMA."""

    kind: Literal["do", "function", "schema"]
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one statement does; every span counts from the beginning of the outermost statement."""

    span: Span
    operations: tuple[Operation, ...]
    queries: tuple[Query, ...]
    bodies: tuple[Body, ...] = ()
    problem: str | None = None
    """Why the statement was not analysed; None when it was."""


def read_statement(text: str, engine: Engine) -> Reading:
    """Everything one statement says; the same text is read once."""
    if len(text) > _LONGEST_CACHED:
        return _read_safely(text, engine)
    return _read_cached(text, engine)


def read_load(text: str, before: Reading) -> Reading:
    """One INSERT of a bulk load as the one before it was read, which says the same before its rows; its values, which
    no rule asks about that has not asked about a thousand others, are left out."""
    whole = Span(0, len(text))
    operations = tuple(replace(operation, span=whole) for operation in before.operations)
    return Reading(whole, operations, (), problem=before.problem)


@lru_cache(maxsize=_CACHED_STATEMENTS)
def _read_cached(text: str, engine: Engine) -> Reading:
    return _read_safely(text, engine)


def _read_safely(text: str, engine: Engine) -> Reading:
    span = Span(0, len(text))
    try:
        return _read(text, engine, span)
    except Exception as error:  # the boundary to the readers: one statement must not stop the others
        reason = f"{READER_FAILED} ({type(error).__name__}: {error})"
        return Reading(span, (Unknown(span=span, reason=reason),), (), problem=reason)


def _read(sql: str, engine: Engine, span: Span) -> Reading:
    head = _bulk_head(sql, span)
    tokens = Tokens(sql, engine, span.start, head)
    if engine.name == "cql":
        return _read_cql(tokens, span)
    operations = operations_of(tokens, engine)
    problem = next((operation.reason for operation in operations if isinstance(operation, Unknown)), None)
    queries: tuple[Query, ...] = ()
    for query_span, role in _query_spans(tokens, operations, span):
        known = tokens if query_span == span and head == span.end else None
        found, query_problem = _queries_in(sql, query_span, engine, role, known)
        queries += found
        problem = problem or query_problem
    explained = explained_query(tokens) if tokens.words[0] in ("EXPLAIN", "DESCRIBE", "DESC") else None
    if explained is not None:  # one that cannot be read is no gap: nothing depends on it
        queries += _queries_in(sql, explained, engine, "statement", None)[0]
    bodies = tuple(_bodies_of(sql, tokens, operations, engine))
    for body in bodies:
        if body.kind != "function":
            problem = problem or next((reading.problem for reading in body.readings if reading.problem), None)
    return Reading(span, operations, queries, bodies, problem)


def _read_cql(tokens: Tokens, span: Span) -> Reading:
    from sqlreview.operations.readers.cql import operations_of_cql  # hardly any project has statements for Cassandra

    operations = operations_of_cql(tokens)
    problem = next((operation.reason for operation in operations if isinstance(operation, Unknown)), None)
    return Reading(span, operations, (), problem=problem)


_BULK = 100_000


def _bulk_head(sql: str, span: Span) -> int:
    """Where reading of a statement may stop: bulk INSERTs of many megabytes are read up to their first rows."""
    if span.end - span.start > _BULK and sql[span.start : span.start + 6].upper() == "INSERT":
        return span.start + _BULK // 10
    return span.end


def _queries_in(
    sql: str, span: Span, engine: Engine, role: Role, tokens: Tokens | None
) -> tuple[tuple[Query, ...], str | None]:
    from sqlreview.queries.reader import read_queries  # sqlglot costs 130 ms, and most migrations hold no query

    reading = read_queries(sql, span, engine, role, tokens)
    return reading.queries, reading.problem


def _query_spans(tokens: Tokens, operations: tuple[Operation, ...], span: Span) -> Iterator[tuple[Span, Role]]:
    if tokens.words[0] in _QUERY_HEADS:
        yield span, "statement"
    for operation in operations:
        match operation:
            case CreateView(query=query) | CreateMaterializedView(query=query):
                yield query, "view"
            case CreateTable(as_query=Span() as query) if tokens.words[0] == "CREATE":
                yield query, "table"


def _bodies_of(sql: str, tokens: Tokens, operations: tuple[Operation, ...], engine: Engine) -> Iterator[Body]:
    for operation in operations:
        match operation:
            case Do(body=body, language=language):
                yield Body("do", tuple(_read_body(sql, body, language, engine)))
            case CreateRoutine(body=Span() as body, language=language) if language in ("sql", "plpgsql", "psm"):
                yield Body("function", tuple(_read_body(sql, body, language, engine)))
            case CreateTrigger(statements=statements) if statements:
                yield Body("function", tuple(_read(sql, engine, span) for span in statements))
            case CreateTrigger(body=Span() as body):
                yield Body("function", tuple(_read_body(sql, body, "psm", engine)))
            case CreateSchema():
                spans = schema_elements(Cursor(tokens))
                if spans:
                    yield Body("schema", tuple(_read(sql, engine, span) for span in spans))


def _read_body(sql: str, body: Span, language: str, engine: Engine) -> Iterator[Reading]:
    inner = body_text(sql, body) if engine.family == "postgres" else sql
    for statement in static_statements(inner, body, language, engine):
        yield _read(readable(inner, statement.masked), engine, statement.span)
