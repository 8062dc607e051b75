"""Reads FROM and USING: tables, joins, derived tables and functions."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlreview.queries.clauses import JoinKind, Scope, Source
from sqlreview.queries.level import Level
from sqlreview.queries.parser_text import end_of_system_time
from sqlreview.queries.readers import calls, conditions
from sqlreview.queries.vocabulary import words_of
from sqlreview.sql.cursor import Cursor, Identifier, Unreadable
from sqlreview.text import Span

_JOIN_WORDS = frozenset({"NATURAL", "CROSS", "INNER", "LEFT", "RIGHT", "FULL", "OUTER", "JOIN"})
_HINTS = frozenset({"USE", "FORCE", "IGNORE"})
_AFTER_CONDITION = _JOIN_WORDS | {"ON", "USING", "STRAIGHT_JOIN"}
_NOT_ALIASES = _JOIN_WORDS | words_of(
    "AS DEFAULT FROM ON OVERRIDING RETURNING SELECT SET TABLE TABLESAMPLE USING VALUES WHEN WHERE WITH"
)
_NOT_ALIASES_ELSEWHERE = _HINTS | words_of("INDEXED NOT ORDER LIMIT STRAIGHT_JOIN PARTITION VALUE")
"""Words that cannot be an alias in MySQL or SQLite."""


@dataclass(frozen=True, slots=True)
class _Join:
    kind: JoinKind
    span: Span | None = None
    natural: bool = False


def read_sources(level: Level, first: int, stop: int) -> tuple[Source, ...]:
    """The relations between two tokens, in their order."""
    if level.words[first:stop] == ["DUAL"]:
        return ()  # MySQL's name for no relation
    found: list[Source] = []
    for begin, end in level.items(first, stop):
        comma = _Join("comma", level.span(begin - 1, begin)) if begin > first else _Join("from")
        found += _joined(level, Cursor(level.tokens, begin, end), comma, tuple(found))
    return tuple(found)


def read_target(level: Level, cursor: Cursor) -> Source:
    """The table a write begins with."""
    first = cursor.at
    only = cursor.accept("ONLY")
    cursor = cursor if cursor.word != "(" else cursor.group()
    name = cursor.name()
    cursor.accept("*")
    _skip_partitions(cursor)
    alias = _alias(cursor)
    span = level.span(first, cursor.at)
    _skip_hints(cursor)
    return Source(span=span, kind="table", name=name, alias=alias, only=only)


def _skip_partitions(cursor: Cursor) -> None:
    """Steps over PARTITION (p0, p1) of MySQL and FOR SYSTEM_TIME of MariaDB."""
    if cursor.word == "PARTITION" and cursor.peek() == "(":
        cursor.at += 1
        cursor.group()
    if cursor.word == "FOR":
        cursor.at = min(end_of_system_time(cursor.tokens, cursor.at), cursor.stop)


def _skip_hints(cursor: Cursor) -> None:
    """Steps over USE INDEX (a), FORCE KEY FOR JOIN (b) ... of MySQL and INDEXED BY or NOT INDEXED of SQLite."""
    if cursor.accept("NOT", "INDEXED"):
        return
    if cursor.accept("INDEXED", "BY"):
        cursor.identifier()
        return
    while cursor.word in _HINTS and cursor.peek() in ("INDEX", "KEY"):
        if not cursor.skip_to("("):
            return
        cursor.group()
        cursor.accept(",")


def _joined(level: Level, cursor: Cursor, join: _Join, before: tuple[Source, ...]) -> list[Source]:
    found = _relation(level, cursor, join, before)
    while not cursor.done:
        join = _join(level, cursor)
        added = _relation(level, cursor, join, (*before, *found))
        added[0] = _with_condition(level, cursor, added[0], (*before, *found, *added))
        if join.kind in ("right", "full"):
            found = [_nullable(source, join) for source in found]
        if join.kind in ("left", "full"):
            added = [_nullable(source, join) for source in added]
        found += added
        while cursor.word in ("ON", "USING"):
            _take_late_condition(level, cursor, found, before)
    if level.tokens.engine.family != "postgres":
        return [_without_condition(source) for source in found]
    return found


def _without_condition(source: Source) -> Source:
    """Elsewhere a JOIN without ON is a comma with another name."""
    return replace(source, join="comma") if source.join == "inner" and _lacks_condition(source) else source


def _take_late_condition(level: Level, cursor: Cursor, found: list[Source], before: tuple[Source, ...]) -> None:
    """The second ON of `a JOIN b JOIN c ON ... ON ...` belongs to the last join that has none yet."""
    open_joins = [index for index, source in enumerate(found) if _lacks_condition(source)]
    if not open_joins:
        raise Unreadable("a join has two conditions")
    last = open_joins[-1]
    found[last] = _with_condition(level, cursor, found[last], (*before, *found))


def _lacks_condition(source: Source) -> bool:
    has_one = source.natural or source.condition or source.using
    return source.join in ("inner", "left", "right", "full") and not has_one


def _nullable(source: Source, join: _Join) -> Source:
    return source if source.nullable_by else replace(source, nullable_by=join.span)


def _join(level: Level, cursor: Cursor) -> _Join:
    first = cursor.at
    if cursor.accept("STRAIGHT_JOIN"):
        return _Join("inner", level.span(first, cursor.at))
    natural = cursor.accept("NATURAL")
    word = cursor.accept_any("CROSS", "INNER", "LEFT", "RIGHT", "FULL")
    cursor.accept("OUTER")
    cursor.expect("JOIN")
    kinds: dict[str, JoinKind] = {"CROSS": "cross", "LEFT": "left", "RIGHT": "right", "FULL": "full"}
    return _Join(kinds.get(word or "", "inner"), level.span(first, cursor.at), natural)


def _with_condition(level: Level, cursor: Cursor, source: Source, visible: tuple[Source, ...]) -> Source:
    if cursor.accept("USING"):
        using = cursor.identifiers()
        joined_as = cursor.identifier() if cursor.accept("AS") else source.joined_as
        return replace(source, using=using, joined_as=joined_as)
    if cursor.word != "ON":
        return source
    first = cursor.at
    cursor.at += 1
    cursor.skip_to(*_AFTER_CONDITION)
    while cursor.word in ("LEFT", "RIGHT") and cursor.peek() == "(":  # the functions
        cursor.skip()
        cursor.skip_to(*_AFTER_CONDITION)
    inside = level.seeing(visible, level.parent)
    return replace(source, condition=conditions.read_condition(inside, first, cursor.at))


def _relation(level: Level, cursor: Cursor, join: _Join, before: tuple[Source, ...]) -> list[Source]:
    first = cursor.at
    if cursor.word == "(" and not level.is_subquery(first):
        inside = _bracketed(level, cursor.group(), join, before)
        inside[0] = replace(inside[0], joined_as=_alias(cursor) or inside[0].joined_as)
        return inside
    lateral = cursor.accept("LATERAL")
    if level.is_subquery(cursor.at):
        source = _derived(level, cursor, lateral, before)
    elif cursor.sees("ROWS", "FROM") or _is_call(level, cursor):
        source = _function(level, cursor, before)
    else:
        source = _table(level, cursor)
    span = level.span(first, cursor.at)
    _skip_hints(cursor)
    return [
        replace(
            source,
            span=span,
            join=join.kind,
            join_span=join.span,
            natural=join.natural,
            lateral=lateral,
        )
    ]


def _bracketed(level: Level, cursor: Cursor, join: _Join, before: tuple[Source, ...]) -> list[Source]:
    """A join in brackets, in MySQL also several relations between commas."""
    found: list[Source] = []
    comma = join
    for item in cursor.items():
        found += _joined(level, item, comma, (*before, *found))
        comma = _Join("comma", level.span(item.stop, item.stop + 1))
    if not found:
        raise Unreadable("expected a relation in brackets")
    return found


def _derived(level: Level, cursor: Cursor, lateral: bool, before: tuple[Source, ...]) -> Source:
    bracket = cursor.at
    inside = cursor.group()
    scope = level.scope
    visible = replace(scope, sources=before) if lateral else Scope(ctes=scope.ctes, outer=scope.outer)
    query = level.within(visible, level.parent).nested(inside.at, inside.stop, "subquery")
    alias = _alias(cursor)
    return Source(
        span=level.span(bracket, cursor.at),
        kind="values" if level.words[bracket + 1] == "VALUES" else "subquery",
        alias=alias,
        column_aliases=_column_aliases(cursor) if alias else (),
        query=query,
    )


def _is_call(level: Level, cursor: Cursor) -> bool:
    return calls.read_call(level, cursor.at, cursor.stop) is not None


def _function(level: Level, cursor: Cursor, before: tuple[Source, ...]) -> Source:
    first = cursor.at
    inside = level.seeing(before, level.parent)
    call = None
    name = None
    if cursor.accept("ROWS", "FROM"):
        cursor.group()
    else:
        found = calls.read_call(inside, first, cursor.stop)
        call, cursor.at = found if found else (None, cursor.at + 1)
        name = Cursor(level.tokens, first, cursor.at).name()
    cursor.accept("WITH", "ORDINALITY")
    alias = _alias(cursor)
    columns = _column_aliases(cursor)
    span = level.span(first, cursor.at)
    return Source(span=span, kind="function", name=name, alias=alias, column_aliases=columns, function=call)


def _table(level: Level, cursor: Cursor) -> Source:
    first = cursor.at
    only = cursor.accept("ONLY")
    name = cursor.group().name() if only and cursor.word == "(" else cursor.name()
    cursor.accept("*")
    _skip_partitions(cursor)
    alias = _alias(cursor)
    columns = _column_aliases(cursor) if alias and cursor.word == "(" else ()
    sampled = cursor.accept("TABLESAMPLE")
    if sampled:
        cursor.name()
        cursor.group()
        if cursor.accept("REPEATABLE"):
            cursor.group()
    cte = level.scope.cte(name.text) if name.schema is None else None
    return Source(
        span=level.span(first, cursor.at),
        kind="cte" if cte else "table",
        name=name,
        alias=alias,
        column_aliases=columns,
        only=only,
        sampled=sampled,
        query=cte.query if cte else None,
        common_columns=cte.columns if cte else (),
    )


def _alias(cursor: Cursor) -> Identifier | None:
    if cursor.accept("AS"):
        return None if cursor.word == "(" else cursor.identifier()
    elsewhere = cursor.tokens.engine.family != "postgres"
    if elsewhere and cursor.word in _NOT_ALIASES_ELSEWHERE:
        return None
    if cursor.sees_identifier() and cursor.word not in _NOT_ALIASES:
        return cursor.identifier()
    return None


def _column_aliases(cursor: Cursor) -> tuple[Identifier, ...]:
    if cursor.word != "(":
        return ()
    return tuple(item.identifier() for item in cursor.group().items())
