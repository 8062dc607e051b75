"""Reads SELECT, VALUES and set operations, clause by clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from sqlreview.queries.clauses import CommonTable, GroupBy, Limit, Locking, OrderBy, Output, SetOperator, Star
from sqlreview.queries.level import Level
from sqlreview.queries.model import Query, Role, Select, SetOperation, Values
from sqlreview.queries.readers import conditions, expressions, outputs, sources
from sqlreview.queries.values import Value
from sqlreview.queries.vocabulary import words_of
from sqlreview.sql.cursor import Cursor, Name, Unreadable

_SET_WORDS: dict[str, Literal["union", "intersect", "except"]] = {
    "UNION": "union",
    "INTERSECT": "intersect",
    "EXCEPT": "except",
}
_CLAUSES = words_of("FROM WHERE GROUP HAVING WINDOW ORDER LIMIT OFFSET FETCH FOR INTO")
_TAIL = ("ORDER", "LIMIT", "OFFSET", "FETCH", "FOR", "LOCK")
_SELECT_MODIFIERS = words_of(
    "HIGH_PRIORITY STRAIGHT_JOIN SQL_SMALL_RESULT SQL_BIG_RESULT SQL_BUFFER_RESULT SQL_NO_CACHE SQL_CACHE "
    "SQL_CALC_FOUND_ROWS"
)
_LOCKS = frozenset({"UPDATE", "SHARE", "NO", "KEY"})
_DISTINCT_TESTS = (["IS", "DISTINCT"], ["NOT", "DISTINCT"])
_GROUPING = frozenset({"ROLLUP", "CUBE", "SETS"})


def read_select(level: Level, first: int, stop: int, role: Role, ctes: tuple[CommonTable, ...]) -> Query:
    """A query that begins with SELECT, VALUES, TABLE or an opening bracket; `ctes` were read in front of it."""
    marks = list(_set_operators(level, first, stop))
    words = level.words
    if marks:
        return _set_operation(level, first, stop, role, marks)
    match words[first]:
        case "SELECT":
            return _select(level, first, stop, role)
        case "VALUES":
            return _values(level, first, stop, role)
        case "TABLE":
            return _table(level, first, stop, role)
        case "(" if level.close(first, stop) == stop - 1 and not ctes:
            return level.read_query(level, first + 1, stop - 1, role)
        case "(":
            return _set_operation(level, first, stop, role, [])
    raise Unreadable(f"a query cannot begin with {words[first] or 'nothing'}")


def _set_operators(level: Level, first: int, stop: int) -> Iterator[int]:
    words = level.words
    return (index for index in level.outside(first, stop) if words[index] in _SET_WORDS and words[index - 1] != ".")


def _set_operation(level: Level, first: int, stop: int, role: Role, marks: list[int]) -> SetOperation:
    tail = _tail_of(level, marks[-1] + 1 if marks else first, stop)
    operators = []
    ranges = []
    begin = first
    for mark in marks:
        ranges.append((begin, mark))
        begin = mark + 1 + (level.words[mark + 1] in ("ALL", "DISTINCT"))
        kind = _SET_WORDS[level.words[mark]]
        everything = level.words[mark + 1] == "ALL"
        operators.append(SetOperator(span=level.span(mark, begin), kind=kind, all=everything))
    ranges.append((begin, tail))
    inside = level.within(level.scope, "set-operation")
    branches = tuple(inside.nested(branch, end, "branch") for branch, end in ranges)
    clauses = _tail_clauses(level, tail, stop)
    return SetOperation(
        span=level.span(first, stop),
        role=role,
        parent=level.parent,
        scope=level.scope,
        branches=branches,
        operators=tuple(operators),
        order_by=clauses.order_by,
        limit=clauses.limit,
        offset=clauses.offset,
        locking=clauses.locking,
    )


def _tail_of(level: Level, last_branch: int, stop: int) -> int:
    """Where ORDER BY, LIMIT and the like of a set operation begin."""
    return next((index for index in _clause_marks(level, last_branch, stop) if level.words[index] in _TAIL), stop)


def _clause_marks(level: Level, first: int, stop: int) -> Iterator[int]:
    words = level.words
    for index in level.outside(first, stop):
        word = words[index]
        if word == "LOCK" and words[index + 1 : index + 4] == ["IN", "SHARE", "MODE"]:
            yield index
        if word not in _CLAUSES or words[index - 1] in (".", "AS"):
            continue
        if word in ("GROUP", "ORDER") and words[index + 1] != "BY":
            continue
        if word == "FROM" and (words[index - 2 : index] in _DISTINCT_TESTS or words[index - 1] == "ROWS"):
            continue
        if word != "FOR" or words[index + 1] in _LOCKS:
            yield index


@dataclass(slots=True)
class _Clauses:
    order_by: OrderBy | None = None
    limit: Limit | None = None
    offset: Limit | None = None
    locking: tuple[Locking, ...] = ()


def read_tail(level: Level, first: int, stop: int) -> tuple[OrderBy | None, Limit | None]:
    """ORDER BY and LIMIT at the end of an UPDATE or DELETE."""
    clauses = _tail_clauses(level, first, stop)
    return clauses.order_by, clauses.limit


def _tail_clauses(level: Level, first: int, stop: int) -> _Clauses:
    clauses = _Clauses()
    edges = [*_clause_marks(level, first, stop), stop]
    for begin, end in pairwise(edges):
        _take_tail(level, begin, end, clauses)
    return clauses


def _take_tail(level: Level, begin: int, end: int, clauses: _Clauses) -> None:
    match level.words[begin]:
        case "ORDER":
            keys = expressions.read_sort_keys(level, begin + 2, end)
            clauses.order_by = OrderBy(span=level.span(begin, end), keyword=level.span(begin, begin + 2), keys=keys)
        case "LIMIT":
            comma = next((index for index in level.outside(begin, end) if level.words[index] == ","), None)
            if comma is not None:  # LIMIT offset, count
                clauses.offset = _limit(level, begin, begin + 1, comma)
                clauses.limit = replace(_limit(level, begin, comma + 1, end), keyword=level.span(begin, begin + 1))
                return
            clauses.limit = _limit(level, begin, begin + 1, end)
        case "OFFSET":
            clauses.offset = _limit(level, begin, begin + 1, end)
        case "FETCH":
            clauses.limit = _limit(level, begin, begin + 2, end)
        case "FOR":
            clauses.locking += (_locking(level, begin, end),)
        case "LOCK":
            clauses.locking += (Locking(span=level.span(begin, end), strength="share"),)


def _limit(level: Level, first: int, begin: int, stop: int) -> Limit:
    words = level.words
    end = begin
    while end < stop and words[end] not in ("ROW", "ROWS"):
        end += 1
    value = None if end == begin or words[begin] == "ALL" else expressions.read_value(level, begin, end)
    with_ties = words[stop - 2 : stop] == ["WITH", "TIES"]
    return Limit(span=level.span(first, stop), keyword=level.span(first, begin), value=value, with_ties=with_ties)


def _locking(level: Level, first: int, stop: int) -> Locking:
    cursor = Cursor(level.tokens, first + 1, stop)
    strength: Literal["update", "no key update", "share", "key share"] = "update"
    if cursor.accept("NO", "KEY", "UPDATE"):
        strength = "no key update"
    elif cursor.accept("KEY", "SHARE"):
        strength = "key share"
    elif cursor.accept("SHARE"):
        strength = "share"
    else:
        cursor.expect("UPDATE")
    tables = []
    if cursor.accept("OF"):
        tables.append(cursor.identifier())
        while cursor.accept(","):
            tables.append(cursor.identifier())
    wait: Literal["nowait", "skip locked"] | None = None
    if cursor.accept("NOWAIT"):
        wait = "nowait"
    elif cursor.accept("SKIP", "LOCKED"):
        wait = "skip locked"
    return Locking(span=level.span(first, stop), strength=strength, of=tuple(tables), wait=wait)


def _values(level: Level, first: int, stop: int, role: Role) -> Values:
    tail = _tail_of(level, first, stop)
    inside = level.within(level.scope, "values")
    rows = tuple(
        expressions.read_values(inside, begin + 1, level.close(begin, end))
        for begin, end in _rows(level, first + 1, tail)
    )
    clauses = _tail_clauses(level, tail, stop)
    return Values(
        span=level.span(first, stop),
        role=role,
        parent=level.parent,
        scope=level.scope,
        keyword=level.span(first, first + 1),
        rows=rows,
        row_count=level.uncut_rows or len(rows),
        order_by=clauses.order_by,
        limit=clauses.limit,
        offset=clauses.offset,
    )


def _rows(level: Level, first: int, stop: int) -> Iterator[tuple[int, int]]:
    for begin, end in level.items(first, stop):
        yield begin + (level.words[begin] == "ROW"), end  # VALUES ROW(1, 2) of MySQL


def _table(level: Level, first: int, stop: int, role: Role) -> Select:
    tail = _tail_of(level, first, stop)
    found = sources.read_sources(level, first + 1, tail)
    inside = level.seeing(found, "select")
    keyword = level.span(first, first + 1)
    star = expressions.read_value(inside, first, first + 1)
    clauses = _tail_clauses(inside, tail, stop)
    return Select(
        span=level.span(first, stop),
        role=role,
        parent=level.parent,
        scope=inside.scope,
        keyword=keyword,
        outputs=(Output(span=keyword, name=None, value=replace(star, kind="star"), star=Star(span=keyword)),),
        order_by=clauses.order_by,
        limit=clauses.limit,
        offset=clauses.offset,
        locking=clauses.locking,
    )


def _select(level: Level, first: int, stop: int, role: Role) -> Select:
    parent = level.parent
    marks = [*_clause_marks(level, first + 1, stop), stop]
    ranges = {level.words[begin]: (begin, end) for begin, end in pairwise(marks)}
    level = level.within(level.scope, "select")
    if "FROM" in ranges:
        begin, end = ranges["FROM"]
        found = sources.read_sources(level, begin + 1, end)
        level = level.seeing(found, "select")
    word = _after_modifiers(level, first + 1)
    distinct_on, items = _distinct(level, word)
    items = _after_modifiers(level, items)
    has_distinct = level.words[word] in ("DISTINCT", "DISTINCTROW")
    clauses = _Clauses()
    for begin, end in pairwise(marks):
        _take_tail(level, begin, end, clauses)
    where, having, into, windows = (ranges.get(word) for word in ("WHERE", "HAVING", "INTO", "WINDOW"))
    return Select(
        span=level.span(first, stop),
        role=role,
        parent=parent,
        scope=level.scope,
        keyword=level.span(first, first + 1),
        outputs=outputs.read_outputs(level, items, marks[0]),
        from_span=level.span(*ranges["FROM"]) if "FROM" in ranges else None,
        where=conditions.read_condition(level, *where) if where else None,
        group_by=_group_by(level, *ranges["GROUP"]) if "GROUP" in ranges else None,
        having=conditions.read_condition(level, *having) if having else None,
        order_by=clauses.order_by,
        limit=clauses.limit,
        offset=clauses.offset,
        locking=clauses.locking,
        distinct=level.span(word, word + 1) if has_distinct else None,
        distinct_on=distinct_on,
        into=_into(level, *into) if into else None,
        windows=expressions.read_values(level, windows[0] + 1, windows[1]) if windows else (),
    )


def _after_modifiers(level: Level, index: int) -> int:
    """Steps over SQL_NO_CACHE and the like."""
    if level.tokens.engine.family == "mysql":
        while level.words[index] in _SELECT_MODIFIERS:
            index += 1
    return index


def _into(level: Level, first: int, stop: int) -> Name | None:
    """The table of SELECT INTO; MySQL's variables and files are none."""
    if level.tokens.engine.family != "postgres":
        return None
    return Cursor(level.tokens, first + 1 + _into_words(level, first), stop).name()


def _distinct(level: Level, index: int) -> tuple[tuple[Value, ...], int]:
    """The keys of DISTINCT ON, and where the output list begins."""
    words = level.words
    if words[index] == "ALL":
        return (), index + 1
    if words[index] not in ("DISTINCT", "DISTINCTROW"):
        return (), index
    if words[index + 1] != "ON" or words[index + 2] != "(":
        return (), index + 1
    close = level.tokens.close_of(index + 2)
    return expressions.read_values(level, index + 3, close), close + 1


def _into_words(level: Level, into: int) -> int:
    words = level.words
    count = 0
    while words[into + 1 + count] in ("TEMP", "TEMPORARY", "UNLOGGED", "TABLE", "STRICT"):
        count += 1
    return count


def _group_by(level: Level, first: int, stop: int) -> GroupBy:
    words = level.words
    begin = first + 2
    if words[begin] in ("ALL", "DISTINCT"):
        begin += 1
    end = stop
    if words[stop - 2 : stop] == ["WITH", "ROLLUP"]:
        stop -= 2
    keys = tuple(_group_keys(level, begin, stop))
    sets = any(words[index] in _GROUPING and words[index + 1] == "(" for index in range(begin, stop))
    sets = sets or stop < end
    return GroupBy(span=level.span(first, end), keyword=level.span(first, first + 2), keys=keys, grouping_sets=sets)


def _group_keys(level: Level, first: int, stop: int) -> Iterator[Value]:
    words = level.words
    for begin, end in level.items(first, stop):
        bracket = begin + (words[begin] == "GROUPING")
        if words[bracket] in _GROUPING and words[bracket + 1] == "(":
            yield from _group_keys(level, bracket + 2, level.close(bracket + 1, end))
        elif words[begin] == "(" and level.close(begin, end) == end - 1 and not level.is_subquery(begin):
            yield from _group_keys(level, begin + 1, end - 1)
        else:
            is_sorted = words[end - 1] in ("ASC", "DESC") and end - begin > 1  # MySQL 5.7
            yield expressions.read_value(level, begin, end - is_sorted)
