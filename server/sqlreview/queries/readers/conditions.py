"""Reads conditions: AND, OR, NOT and the comparisons between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from typing import Literal

from sqlreview.queries.level import Level
from sqlreview.queries.readers import expressions
from sqlreview.queries.values import Condition, Predicate, PredicateKind, Value

_COMPARISONS: dict[str, PredicateKind] = {
    "=": "equality",
    "<>": "inequality",
    "!=": "inequality",
    "<": "range",
    ">": "range",
    "<=": "range",
    ">=": "range",
    "==": "equality",
    "<=>": "distinct-test",
}
_PATTERNS = frozenset({"LIKE", "ILIKE", "SIMILAR", "~", "~*", "!~", "!~*", "~~", "~~*", "!~~", "!~~*", "^@"})
_PATTERNS_ELSEWHERE = frozenset({"GLOB", "MATCH", "REGEXP", "RLIKE"})
_KEYWORD_TESTS = frozenset({"IN", "BETWEEN", *_PATTERNS})


def read_condition(level: Level, first: int, stop: int) -> Condition:
    """WHERE, ON or HAVING, whose keyword is the first token."""
    return Condition(
        span=level.span(first, stop),
        keyword=level.span(first, first + 1),
        predicate=read_predicate(level, first + 1, stop),
    )


def read_predicate(level: Level, first: int, stop: int) -> Predicate:
    """The condition between two tokens."""
    inner, inner_stop = level.bare(first, stop)
    shape = None
    if inner == first or not level.is_subquery(inner - 1):
        shape = _shape(level, inner, inner_stop, _maker(level, first, stop))
    return shape or _maker(level, first, stop)(kind="truth", left=expressions.read_value(level, first, stop))


def read_shape(level: Level, first: int, stop: int) -> Predicate | None:
    """The condition between two tokens; None when they are an expression without AND, OR, NOT or comparison."""
    return _shape(level, first, stop, _maker(level, first, stop))


def _maker(level: Level, first: int, stop: int) -> Callable[..., Predicate]:
    inner, inner_stop = level.bare(first, stop)
    return partial(
        Predicate,
        span=level.span(first, stop),
        normalised=level.normalised(inner, inner_stop),
        parenthesised=inner > first,
    )


def _shape(level: Level, first: int, stop: int, make: Callable[..., Predicate]) -> Predicate | None:
    kind, marks = _connectors(level, first, stop)
    if kind is None:
        return _leaf(level, first, stop, make)
    if kind == "not":
        operand = read_predicate(level, first + 1, stop)
        return make(kind=kind, operator="NOT", operator_span=level.span(first, first + 1), operands=(operand,))
    edges = [first - 1, *marks, stop]
    operands = tuple(read_predicate(level, begin + 1, end) for begin, end in pairwise(edges))
    connectors = tuple(level.span(mark, mark + 1) for mark in marks)
    return make(kind=kind, operator=kind.upper(), operands=operands, connectors=connectors)


def case_conditions(level: Level, case: int, stop: int) -> tuple[Predicate, ...]:
    """The WHEN conditions of the CASE at a token; none for the form that compares one value."""
    known = level.cases.get(case)
    if known is None:
        known = tuple(read_predicate(level, begin, end) for begin, end in _when_ranges(level, case, stop))
        level.cases[case] = known
    return known


def _when_ranges(level: Level, case: int, stop: int) -> Iterator[tuple[int, int]]:
    words = level.words
    if words[case + 1] != "WHEN":
        return
    begin = case + 2
    depth = 0
    index = case + 1
    while index < stop:
        match words[index]:
            case "(" | "[":
                index = level.close(index, stop)
            case "CASE":
                depth += 1
            case "END" if depth == 0:
                return
            case "END":
                depth -= 1
            case "WHEN" if depth == 0:
                begin = index + 1
            case "THEN" if depth == 0:
                yield begin, index
        index += 1


def _connectors(level: Level, first: int, stop: int) -> tuple[Literal["and", "or", "not"] | None, list[int]]:
    """The connective that binds least, and where it stands."""
    words = level.words
    ands: list[int] = []
    ors: list[int] = []
    open_between = 0
    is_mysql = level.tokens.engine.family == "mysql"
    for index in level.outside(first, stop):
        match words[index]:
            case "BETWEEN":
                open_between += 1
            case "AND" if open_between:
                open_between -= 1
            case "AND" | "&&":
                ands.append(index)
            case "OR":
                ors.append(index)
            case "||" if is_mysql:
                ors.append(index)
    if ors:
        return "or", ors
    if ands:
        return "and", ands
    is_exists = words[first + 1] == "EXISTS"
    return ("not" if words[first] == "NOT" and not is_exists and stop > first else None), []


def _leaf(level: Level, first: int, stop: int, make: Callable[..., Predicate]) -> Predicate | None:
    words = level.words
    if words[first] == "CURRENT" and words[first + 1] == "OF":
        return make(kind="current-of")
    if words[first] == "EXISTS" or words[first : first + 2] == ["NOT", "EXISTS"]:
        return _exists(level, first, stop, make)
    tops = [index for index in level.outside(first, stop) if words[index - 1] != "." and index > first]
    if stop - first > 2 and words[stop - 2 : stop] == ["NOT", "NULL"] and words[stop - 3] != "IS":
        return _postfix_null_test(level, first, stop, make)
    for test, names in _TESTS if level.tokens.engine.family == "postgres" else _TESTS_ELSEWHERE:
        marks = [index for index in tops if words[index] in names]
        if marks:
            return test(level, first, marks[-1] if test is _is_test else marks[0], stop, make)
    return None


def _exists(level: Level, first: int, stop: int, make: Callable[..., Predicate]) -> Predicate | None:
    negated = level.words[first] == "NOT"
    bracket = first + 1 + negated
    if not level.is_subquery(bracket) or level.close(bracket, stop) != stop - 1:
        return None
    return make(
        kind="exists",
        negated=negated,
        operator=level.normalised(first, bracket),
        operator_span=level.span(first, bracket),
        subquery=level.nested(bracket + 1, stop - 1, "exists"),
    )


def _postfix_null_test(level: Level, first: int, stop: int, make: Callable[..., Predicate]) -> Predicate:
    """`a NOT NULL` of SQLite."""
    return make(
        kind="null-test",
        negated=True,
        operator="NOT NULL",
        operator_span=level.span(stop - 2, stop),
        left=expressions.read_value(level, first, stop - 2),
    )


def _is_test(level: Level, first: int, mark: int, stop: int, make: Callable[..., Predicate]) -> Predicate:
    words = level.words
    tail = mark + 1 + (words[mark + 1] == "NOT")
    kind: PredicateKind = "boolean-test"
    right = None
    end = stop
    if words[tail : tail + 2] == ["DISTINCT", "FROM"]:
        kind, end = "distinct-test", tail + 2
        right = expressions.read_value(level, end, stop)
    elif words[mark] != "IS" or words[tail] == "NULL":
        kind = "null-test"
    elif words[tail] not in _TRUTHS and level.tokens.engine.family == "sqlite":
        kind, end = "distinct-test", tail
        right = expressions.read_value(level, tail, stop)
    return make(
        kind=kind,
        negated=_is_negated(words, mark, tail, kind),
        operator=level.normalised(mark, end),
        operator_span=level.span(mark, end),
        left=expressions.read_value(level, first, mark),
        right=right,
    )


_TRUTHS = frozenset({"TRUE", "FALSE", "UNKNOWN"})


def _is_negated(words: list[str], mark: int, tail: int, kind: PredicateKind) -> bool:
    has_not = words[mark] == "NOTNULL" or words[mark + 1] == "NOT"
    if kind == "distinct-test" and words[tail] != "DISTINCT":
        return not has_not  # SQLite's a IS b is IS NOT DISTINCT FROM
    return has_not


def _comparison(level: Level, first: int, mark: int, stop: int, make: Callable[..., Predicate]) -> Predicate:
    words = level.words
    begin = mark + 1
    quantifier = None
    subquery = None
    if words[begin] in ("ANY", "SOME", "ALL") and words[begin + 1] == "(":
        quantifier = "all" if words[begin] == "ALL" else "any"
        begin += 1
        if level.is_subquery(begin):
            subquery = level.nested(begin + 1, level.close(begin, stop), "any")
    return make(
        kind=_COMPARISONS[words[mark]],
        negated=words[mark] == "<=>",
        operator=words[mark],
        operator_span=level.span(mark, mark + 1),
        left=expressions.read_value(level, first, mark),
        right=expressions.read_value(level, begin, stop),
        quantifier=quantifier,
        subquery=subquery,
    )


def _keyword_test(level: Level, first: int, mark: int, stop: int, make: Callable[..., Predicate]) -> Predicate:
    words = level.words
    operator = mark - (words[mark - 1] in ("NOT", "SOUNDS"))
    end = mark + 1 + (words[mark] == "SIMILAR")
    common = {
        "negated": words[operator] == "NOT" or words[mark].startswith("!"),
        "operator": level.normalised(operator, end),
        "operator_span": level.span(operator, end),
        "left": expressions.read_value(level, first, operator),
    }
    if words[mark] == "BETWEEN":
        return make(kind="between", bounds=_bounds(level, end, stop), **common)
    if words[mark] == "IN":
        right = expressions.read_list(level, end, stop)
        if level.is_subquery(end):
            subquery = level.nested(end + 1, level.close(end, stop), "in")
            return make(kind="in-subquery", right=right, subquery=subquery, **common)
        return make(kind="in-list", right=right, **common)
    escape = next((index for index in level.outside(end, stop) if words[index] == "ESCAPE"), stop)
    return make(kind="pattern", right=expressions.read_value(level, end, escape), **common)


def _bounds(level: Level, first: int, stop: int) -> tuple[Value, ...]:
    words = level.words
    if words[first] in ("SYMMETRIC", "ASYMMETRIC"):
        first += 1
    middle = next((index for index in level.outside(first, stop) if words[index] == "AND"), None)
    if middle is None:
        return (expressions.read_value(level, first, stop),)
    return (expressions.read_value(level, first, middle), expressions.read_value(level, middle + 1, stop))


_TESTS: tuple[tuple[Callable[[Level, int, int, int, Callable[..., Predicate]], Predicate], frozenset[str]], ...] = (
    (_is_test, frozenset({"IS", "ISNULL", "NOTNULL"})),
    (_comparison, frozenset(_COMPARISONS)),
    (_keyword_test, _KEYWORD_TESTS),
)
"""The comparisons from the one that binds least to the one that binds most."""
_TESTS_ELSEWHERE = (*_TESTS[:2], (_keyword_test, _KEYWORD_TESTS | _PATTERNS_ELSEWHERE))
