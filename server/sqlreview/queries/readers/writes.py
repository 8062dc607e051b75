"""Reads INSERT, UPDATE, DELETE and MERGE."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

from sqlreview.queries.clauses import MergeAction, Source
from sqlreview.queries.level import Level
from sqlreview.queries.model import Delete, Merge, Query, Role, Update
from sqlreview.queries.readers import conditions, expressions, inserts, selects, sources
from sqlreview.queries.readers.write_parts import (
    ENDS,
    move_to,
    read_assignments,
    read_resolution,
    read_returning,
    read_where,
    with_sources,
)
from sqlreview.sql.cursor import Cursor, Name, Unreadable
from sqlreview.text import Span


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
        case "INSERT" | "REPLACE":
            return inserts.read_insert(level.within(level.scope, "insert"), cursor, common)
        case "UPDATE":
            return _update(level.within(level.scope, "update"), cursor, common)
        case "DELETE":
            return _delete(level.within(level.scope, "delete"), cursor, common)
        case "MERGE":
            return _merge(level.within(level.scope, "merge"), cursor, common)
    raise Unreadable(f"a query cannot begin with {word}")


def _update(level: Level, cursor: Cursor, common: dict[str, Any]) -> Update:
    read_resolution(cursor)
    if level.tokens.engine.family == "mysql":
        found_sources = sources.read_sources(level, *move_to(cursor, "SET"))
        if not found_sources:
            raise Unreadable("UPDATE without a table")
        target, joined = found_sources[0], list(found_sources[1:])
    else:
        target, joined = sources.read_target(level, cursor), []
    cursor.expect("SET")
    ends = ENDS[level.tokens.engine.family]
    set_first, set_stop = move_to(cursor, "FROM", *ends)
    while cursor.word == "FROM" and level.words[cursor.at - 1 : cursor.at] == ["DISTINCT"]:
        cursor.at += 1
        set_stop = move_to(cursor, "FROM", *ends)[1]
    from_span, found = _from(with_sources(level, target), cursor, "FROM")
    level = with_sources(level, target, *joined, *found)
    where = read_where(level, cursor, *ends[1:])
    order_by, limit = selects.read_tail(level, *move_to(cursor, "RETURNING"))
    return Update(
        **common,
        scope=level.scope,
        target=target,
        assignments=read_assignments(level, set_first, set_stop),
        from_span=from_span,
        where=where,
        order_by=order_by,
        limit=limit,
        returning=read_returning(level, cursor),
    )


def _from(level: Level, cursor: Cursor, word: str) -> tuple[Span | None, tuple[Source, ...]]:
    if cursor.word != word:
        return None, ()
    first = cursor.at
    cursor.at += 1
    begin, end = move_to(cursor, *ENDS[level.tokens.engine.family])
    return level.span(first, end), sources.read_sources(level, begin, end)


def _delete(level: Level, cursor: Cursor, common: dict[str, Any]) -> Delete:
    read_resolution(cursor)
    also: tuple[Source, ...] = ()
    from_span: Span | None
    if level.tokens.engine.family == "mysql" and _names_many(cursor):
        target, also, from_span, found = _joined_delete(level, cursor)
    else:
        cursor.expect("FROM")
        target = sources.read_target(level, cursor)
        from_span, found = _from(with_sources(level, target), cursor, "USING")
    level = with_sources(level, target, *found)
    where = read_where(level, cursor, *ENDS[level.tokens.engine.family][1:])
    order_by, limit = selects.read_tail(level, *move_to(cursor, "RETURNING"))
    return Delete(
        **common,
        scope=level.scope,
        target=target,
        from_span=from_span,
        where=where,
        order_by=order_by,
        limit=limit,
        also=also,
        returning=read_returning(level, cursor),
    )


def _names_many(cursor: Cursor) -> bool:
    """Whether a DELETE of MySQL names its tables apart from those it joins."""
    if cursor.word != "FROM":
        return True
    ahead = Cursor(cursor.tokens, cursor.at, cursor.stop)
    return ahead.skip_to("USING", "WHERE", "ORDER", "LIMIT", "RETURNING") and ahead.word == "USING"


def _deleted(cursor: Cursor) -> Name:
    """A table in the list of a DELETE, where `a.*` means a."""
    words = cursor.tokens.words
    if words[cursor.stop - 2 : cursor.stop] == [".", "*"]:
        return Cursor(cursor.tokens, cursor.at, cursor.stop - 2).name()
    return cursor.name()


def _joined_delete(level: Level, cursor: Cursor) -> tuple[Source, tuple[Source, ...], Span, tuple[Source, ...]]:
    """DELETE a, b FROM ..., and DELETE FROM a, b USING ...: the tables, FROM or USING, and what is only joined."""
    word = "USING" if cursor.accept("FROM") else "FROM"
    listed = Cursor(level.tokens, *move_to(cursor, word))
    names = [_deleted(item) for item in listed.items()]
    begin = cursor.at
    cursor.expect(word)
    found = list(sources.read_sources(level, *move_to(cursor, *ENDS["mysql"])))
    targets: list[Source] = []
    for name in names:
        source = next((item for item in found if item.exposed_name == name.text), None)
        if source is not None:
            found.remove(source)
        targets.append(source or Source(span=name.span, kind="table", name=name))
    if not targets:
        raise Unreadable("DELETE without a table")
    others = (*targets[1:], *found)
    return targets[0], tuple(targets[1:]), cursor.span_from(begin), others


def _merge(level: Level, cursor: Cursor, common: dict[str, Any]) -> Merge:
    cursor.expect("INTO")
    target = sources.read_target(level, cursor)
    cursor.expect("USING")
    (source,) = sources.read_sources(level, *move_to(cursor, "ON"))
    level = with_sources(level, target, source)
    condition = conditions.read_condition(level, *move_to(cursor, "WHEN"))
    level = with_sources(level, target, replace(source, condition=condition))
    actions = []
    while cursor.accept("WHEN"):
        actions.append(_action(level, cursor))
    return Merge(
        **common, scope=level.scope, target=target, actions=tuple(actions), returning=read_returning(level, cursor)
    )


def _action(level: Level, cursor: Cursor) -> MergeAction:
    first = cursor.at - 1
    match: Literal["matched", "not matched by target", "not matched by source"] = "matched"
    if cursor.accept("NOT"):
        match = "not matched by target"
    cursor.expect("MATCHED")
    if cursor.accept("BY"):
        match = "not matched by source" if cursor.next() == "SOURCE" else "not matched by target"
    condition = conditions.read_condition(level, *move_to(cursor, "THEN")) if cursor.word == "AND" else None
    cursor.expect("THEN")
    word = cursor.accept_any("UPDATE", "INSERT", "DELETE", "DO")
    details: dict[str, Any] = {}
    if word == "UPDATE":
        cursor.expect("SET")
        details["assignments"] = read_assignments(level, *move_to(cursor, "WHEN", "RETURNING"))
    elif word == "INSERT":
        details = _merge_insert(level, cursor)
    move_to(cursor, "WHEN", "RETURNING")
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
