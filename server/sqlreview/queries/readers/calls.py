"""Reads function calls, with DISTINCT, ORDER BY, WITHIN GROUP, FILTER and OVER."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.queries.clauses import SortKey
from sqlreview.queries.level import Level
from sqlreview.queries.readers import conditions, expressions
from sqlreview.queries.values import Condition, FunctionCall
from sqlreview.queries.vocabulary import words_of
from sqlreview.sql.cursor import folded

_NOT_FUNCTIONS = words_of(
    "ALL AND ANY ARRAY AS BETWEEN BY CASE CAST COLLATE CONFLICT CUBE DISTINCT ELSE END ESCAPE EXCEPT "
    "EXISTS FILTER FROM GROUP HAVING ILIKE IN INTERSECT INTERVAL INTO IS LATERAL LIKE LIMIT MATERIALIZED "
    "NOT OFFSET ON ONLY OR ORDER OVER PARTITION RETURNING ROLLUP ROW ROWS SELECT SET SETS SIMILAR SOME "
    "TABLE THEN TIME TIMESTAMP TO UNION USING VALUES VARYING WHEN WHERE WINDOW WITH"
)
_NOT_FUNCTIONS_ELSEWHERE = words_of("AGAINST COLUMNS DIV GLOB INDEX KEY OF REGEXP RLIKE XOR VALUE")
"""Words before a bracket that are no functions in MySQL and SQLite."""
_WITHOUT_BRACKETS = words_of(
    "CURRENT_CATALOG CURRENT_DATE CURRENT_ROLE CURRENT_SCHEMA CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER LOCALTIME "
    "LOCALTIMESTAMP SESSION_USER USER"
)
_WORDS_BETWEEN_ARGUMENTS = {
    "extract": ("FROM",),
    "position": ("IN",),
    "substring": ("FROM", "FOR"),
    "trim": ("FROM",),
    "overlay": ("PLACING", "FROM", "FOR"),
}
AGGREGATES = words_of(
    "any_value array_agg avg bit_and bit_or bit_xor bool_and bool_or corr count covar_pop covar_samp every json_agg "
    "json_arrayagg json_object_agg json_objectagg jsonb_agg jsonb_object_agg max min mode percentile_cont "
    "percentile_disc range_agg range_intersect_agg regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope "
    "regr_sxx regr_sxy regr_syy stddev stddev_pop stddev_samp string_agg sum var_pop var_samp variance xmlagg"
)
"""Names of PostgreSQL's built-in aggregates."""
AGGREGATES_ELSEWHERE = words_of(
    "avg bit_and bit_or bit_xor count group_concat json_arrayagg json_group_array json_group_object json_objectagg max "
    "min std stddev stddev_pop stddev_samp string_agg sum total var_pop var_samp variance"
)
"""Names of the built-in aggregates of MySQL and SQLite."""


def read_call(level: Level, first: int, stop: int) -> tuple[FunctionCall, int] | None:
    """The call that begins at a token and the token after it; None when no call begins there."""
    known = level.calls.get(first)
    if known is not None:
        return known
    name = _name_of_call(level, first, stop)
    if name is None:
        return None
    found = _read(level, first, name, stop)
    level.calls[first] = found
    return found


def _name_of_call(level: Level, first: int, stop: int) -> int | None:
    """The last token of the name of the call that begins at `first`."""
    words = level.words
    if words[first - 1] in (".", "::", "AS"):
        return None
    name = first
    while _is_name(words[name]) and words[name + 1] == "." and name + 2 < stop:
        name += 2
    if not _is_name(words[name]) or name >= stop or (name == first and words[name] in _NOT_FUNCTIONS):
        return None
    if level.tokens.engine.family != "postgres" and words[name] in _NOT_FUNCTIONS_ELSEWHERE:
        return None
    if words[name + 1] == "(" and name + 1 < stop:
        return name
    return name if name == first and words[name] in _WITHOUT_BRACKETS else None


def _is_name(word: str) -> bool:
    return word[:1] in ('"', "_", "`") or (word[:1].isalpha() and word[-1] not in ("'", '"'))


def _read(level: Level, first: int, name: int, stop: int) -> tuple[FunctionCall, int]:
    tokens = level.tokens
    if level.words[name + 1] != "(":
        span = level.span(first, name + 1)
        return FunctionCall(span=span, name=level.words[name].lower(), name_span=span), name + 1
    close = level.close(name + 1, stop)
    inner, end = name + 2, close
    distinct = level.words[inner] == "DISTINCT"
    if level.words[inner] in ("DISTINCT", "ALL", "VARIADIC"):
        inner += 1
    order = _order_by(level, inner, end)
    star = level.words[inner:end] == ["*"]
    folded_name = folded(tokens.text(name))
    arguments = () if star else tuple(_arguments(level, folded_name, inner, order if order is not None else end))
    keys = expressions.read_sort_keys(level, order + 2, _separator(level, order, end)) if order is not None else ()
    within, condition, over, after = _suffixes(level, close + 1, stop)
    call = FunctionCall(
        span=level.span(first, min(close + 1, stop)),
        name=folded_name,
        name_span=level.span(first, name + 1),
        schema=folded(tokens.text(name - 2)) if name > first else None,
        arguments=tuple(expressions.read_value(level, begin, finish) for begin, finish in arguments),
        star=star,
        distinct=distinct,
        order_by=keys or within,
        filter=condition,
        over=level.span(*over) if over else None,
        aggregate=over is None and _is_aggregate(level, folded_name, len(arguments)),
    )
    return call, after


def _is_aggregate(level: Level, name: str, arguments: int) -> bool:
    family = level.tokens.engine.family
    if family == "postgres":
        return name in AGGREGATES
    if family == "sqlite" and name in ("max", "min"):
        return arguments == 1  # the largest of several values in a row
    return name in AGGREGATES_ELSEWHERE


def _separator(level: Level, first: int, stop: int) -> int:
    """Where SEPARATOR of GROUP_CONCAT stands."""
    return next((index for index in level.outside(first, stop) if level.words[index] == "SEPARATOR"), stop)


def _order_by(level: Level, first: int, stop: int) -> int | None:
    words = level.words
    marks = (index for index in level.outside(first, stop) if words[index] == "ORDER" and words[index + 1] == "BY")
    return next(marks, None)


def _arguments(level: Level, name: str, first: int, stop: int) -> Iterator[tuple[int, int]]:
    words = level.words
    separators = _WORDS_BETWEEN_ARGUMENTS.get(name, ())
    if name == "group_concat":
        stop = _separator(level, first, stop)
    elif name in ("convert", "char") and level.tokens.engine.family == "mysql":
        stop = next((index for index in level.outside(first, stop) if words[index] == "USING"), stop)
    for begin, end in level.items(first, stop):
        if words[begin + 1] in ("=>", ":="):
            begin += 2
        for index in level.outside(begin, end) if separators else ():
            if words[index] in separators:
                if begin < index:
                    yield begin, index
                begin = index + 1
        if begin < end:
            yield begin, end


def _suffixes(
    level: Level, index: int, stop: int
) -> tuple[tuple[SortKey, ...], Condition | None, tuple[int, int] | None, int]:
    words = level.words
    keys: tuple[SortKey, ...] = ()
    condition: Condition | None = None
    if index + 2 < stop and words[index : index + 3] == ["WITHIN", "GROUP", "("]:
        close = level.close(index + 2, stop)
        keys = expressions.read_sort_keys(level, index + 5, close)
        index = close + 1
    if index + 1 < stop and words[index : index + 2] == ["FILTER", "("]:
        close = level.close(index + 1, stop)
        condition = conditions.read_condition(level, index + 2, close)
        index = close + 1
    if index + 1 < stop and words[index] in ("IGNORE", "RESPECT") and words[index + 1] == "NULLS":
        index += 2
    if index + 1 < stop and words[index] == "OVER":
        after = level.close(index + 1, stop) + 1 if words[index + 1] == "(" else index + 2
        return keys, condition, (index, after), after
    return keys, condition, None, index
