"""Reads INSERT, UPDATE, DELETE and MERGE."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

from sqlreview.queries.clauses import Assignment, MergeAction, OnConflict, Output, Source
from sqlreview.queries.level import Level
from sqlreview.queries.model import Delete, Insert, Merge, Query, Role, Update
from sqlreview.queries.readers import conditions, expressions, outputs, sources
from sqlreview.queries.values import Condition
from sqlreview.sql.cursor import Cursor, Identifier, Name, Unreadable
from sqlreview.text import Span

_EXCLUDED = Identifier("excluded", Span(0, 0))


def read_write(level: Level, first: int, stop: int, role: Role) -> Query:
    """An INSERT, UPDATE, DELETE or MERGE."""
    cursor = Cursor(level.tokens, first, stop)
    word = cursor.next()
    common = {
        "span": level.span(first, stop),
        "role": role,
        "parent": level.parent,
        "keyword": level.span(first, first + 1),
    }
    match word:
        case "INSERT":
            return _insert(level.within(level.scope, "insert"), cursor, common)
        case "UPDATE":
            return _update(level.within(level.scope, "update"), cursor, common)
        case "DELETE":
            return _delete(level.within(level.scope, "delete"), cursor, common)
        case "MERGE":
            return _merge(level.within(level.scope, "merge"), cursor, common)
    raise Unreadable(f"a query cannot begin with {word}")


def _with_sources(level: Level, *found: Source) -> Level:
    return level.seeing(found, level.parent)


def _to(cursor: Cursor, *words: str) -> tuple[int, int]:
    """Moves to the first of these words and returns the range stepped over."""
    first = cursor.at
    cursor.skip_to(*words)
    return first, cursor.at


def _returning(level: Level, cursor: Cursor) -> tuple[Output, ...]:
    if not cursor.accept("RETURNING"):
        return ()
    if cursor.word == "WITH" and cursor.peek() == "(":
        cursor.at += 1
        cursor.skip()
    first, cursor.at = cursor.at, cursor.stop
    return outputs.read_outputs(level, first, cursor.stop)


def _where(level: Level, cursor: Cursor, *ends: str) -> Condition | None:
    if cursor.word != "WHERE":
        return None
    return conditions.read_condition(level, *_to(cursor, *ends))


def _insert(level: Level, cursor: Cursor, common: dict[str, Any]) -> Insert:
    cursor.expect("INTO")
    target = sources.read_target(level, cursor)
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
    default_values = cursor.accept("DEFAULT", "VALUES")
    source = None
    if not default_values:
        first, end = _to_end_of_source(cursor)
        source = level.nested(first, end, "insert-source")
    level = _with_sources(level, target)
    if cursor.word == "ON":
        excluded = Source(span=target.span, kind="table", name=target.name, alias=_EXCLUDED)
        around = replace(level.scope, sources=(excluded,))
        level = level.within(replace(level.scope, outer=around), level.parent)
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
        returning=_returning(level, cursor),
    )


def _to_end_of_source(cursor: Cursor) -> tuple[int, int]:
    first = cursor.at
    while cursor.skip_to("ON", "RETURNING"):
        if cursor.word == "RETURNING" or cursor.peek() == "CONFLICT":
            break
        cursor.at += 1
    return first, cursor.at


def _on_conflict(level: Level, cursor: Cursor) -> OnConflict | None:
    first = cursor.at
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
    _to(cursor, "DO")
    cursor.expect("DO")
    assignments: tuple[Assignment, ...] = ()
    where = None
    if not cursor.accept("NOTHING"):
        cursor.expect("UPDATE", "SET")
        assignments = _assignments(level, *_to(cursor, "WHERE", "RETURNING"))
        where = _where(level, cursor, "RETURNING")
    return OnConflict(
        span=cursor.span_from(first), columns=columns, constraint=constraint, assignments=assignments, where=where
    )


def _assignments(level: Level, first: int, stop: int) -> tuple[Assignment, ...]:
    return tuple(_assignment(level, begin, end) for begin, end in level.items(first, stop))


def _assignment(level: Level, first: int, stop: int) -> Assignment:
    cursor = Cursor(level.tokens, first, stop)
    if cursor.word == "(":
        columns = cursor.identifiers()
    else:
        name: Name = cursor.name()
        columns = (Identifier(name.text, name.span),)
        if cursor.word == "[":
            cursor.skip()
    cursor.expect("=")
    return Assignment(
        span=level.span(first, stop), columns=columns, value=expressions.read_value(level, cursor.at, stop)
    )


def _update(level: Level, cursor: Cursor, common: dict[str, Any]) -> Update:
    target = sources.read_target(level, cursor)
    cursor.expect("SET")
    set_first, set_stop = _to(cursor, "FROM", "WHERE", "RETURNING")
    while cursor.word == "FROM" and level.words[cursor.at - 1 : cursor.at] == ["DISTINCT"]:
        cursor.at += 1
        set_stop = _to(cursor, "FROM", "WHERE", "RETURNING")[1]
    from_span, found = _from(_with_sources(level, target), cursor, "FROM")
    level = _with_sources(level, target, *found)
    return Update(
        **common,
        scope=level.scope,
        target=target,
        assignments=_assignments(level, set_first, set_stop),
        from_span=from_span,
        where=_where(level, cursor, "RETURNING"),
        returning=_returning(level, cursor),
    )


def _from(level: Level, cursor: Cursor, word: str) -> tuple[Span | None, tuple[Source, ...]]:
    if cursor.word != word:
        return None, ()
    first = cursor.at
    cursor.at += 1
    begin, end = _to(cursor, "WHERE", "RETURNING")
    return level.span(first, end), sources.read_sources(level, begin, end)


def _delete(level: Level, cursor: Cursor, common: dict[str, Any]) -> Delete:
    cursor.expect("FROM")
    target = sources.read_target(level, cursor)
    from_span, found = _from(_with_sources(level, target), cursor, "USING")
    level = _with_sources(level, target, *found)
    return Delete(
        **common,
        scope=level.scope,
        target=target,
        from_span=from_span,
        where=_where(level, cursor, "RETURNING"),
        returning=_returning(level, cursor),
    )


def _merge(level: Level, cursor: Cursor, common: dict[str, Any]) -> Merge:
    cursor.expect("INTO")
    target = sources.read_target(level, cursor)
    cursor.expect("USING")
    (source,) = sources.read_sources(level, *_to(cursor, "ON"))
    level = _with_sources(level, target, source)
    condition = conditions.read_condition(level, *_to(cursor, "WHEN"))
    level = _with_sources(level, target, replace(source, condition=condition))
    actions = []
    while cursor.accept("WHEN"):
        actions.append(_action(level, cursor))
    return Merge(
        **common, scope=level.scope, target=target, actions=tuple(actions), returning=_returning(level, cursor)
    )


def _action(level: Level, cursor: Cursor) -> MergeAction:
    first = cursor.at - 1
    match: Literal["matched", "not matched by target", "not matched by source"] = "matched"
    if cursor.accept("NOT"):
        match = "not matched by target"
    cursor.expect("MATCHED")
    if cursor.accept("BY"):
        match = "not matched by source" if cursor.next() == "SOURCE" else "not matched by target"
    condition = conditions.read_condition(level, *_to(cursor, "THEN")) if cursor.word == "AND" else None
    cursor.expect("THEN")
    word = cursor.accept_any("UPDATE", "INSERT", "DELETE", "DO")
    details: dict[str, Any] = {}
    if word == "UPDATE":
        cursor.expect("SET")
        details["assignments"] = _assignments(level, *_to(cursor, "WHEN", "RETURNING"))
    elif word == "INSERT":
        details = _merge_insert(level, cursor)
    _to(cursor, "WHEN", "RETURNING")
    kinds: dict[str, Literal["update", "insert", "delete", "nothing"]] = {
        "UPDATE": "update",
        "INSERT": "insert",
        "DELETE": "delete",
    }
    span = cursor.span_from(first)
    return MergeAction(span=span, kind=kinds.get(word or "", "nothing"), match=match, condition=condition, **details)


def _merge_insert(level: Level, cursor: Cursor) -> dict[str, Any]:
    details: dict[str, Any] = {}
    if cursor.word == "(":
        first = cursor.at
        details["columns"] = cursor.identifiers()
        details["columns_span"] = cursor.span_from(first)
    if cursor.accept("OVERRIDING"):
        cursor.at += 2
    details["default_values"] = cursor.accept("DEFAULT", "VALUES")
    if cursor.accept("VALUES"):
        inside = cursor.group()
        details["values"] = expressions.read_values(level, inside.at, inside.stop)
    return details
