"""Reads output lists: SELECT items and RETURNING."""

from __future__ import annotations

from sqlreview.queries.clauses import Output, Star
from sqlreview.queries.level import Level
from sqlreview.queries.readers import expressions
from sqlreview.queries.values import Value
from sqlreview.queries.vocabulary import words_of
from sqlreview.sql.cursor import Cursor, Identifier, folded

_CANNOT_END_A_VALUE = words_of(
    "+ - * / % || -> ->> #> #>> AND OR NOT IS LIKE IN OVER DISTINCT ZONE TIME :: . = < > == <=> && COLLATE"
)
_CANNOT_END_ELSEWHERE = words_of("BINARY DIV GLOB MATCH MOD REGEXP RLIKE XOR :=")
"""What may stand before the last word of a value in MySQL and SQLite."""
_NEVER_ALIASES = words_of(
    "NULL TRUE FALSE END ISNULL NOTNULL DEFAULT CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER LOCALTIME "
    "LOCALTIMESTAMP SESSION_USER USER CURRENT_ROLE CURRENT_CATALOG"
)
INTERVAL_UNITS = words_of(
    "MICROSECOND SECOND MINUTE HOUR DAY WEEK MONTH QUARTER YEAR SECOND_MICROSECOND MINUTE_MICROSECOND MINUTE_SECOND "
    "HOUR_MICROSECOND HOUR_SECOND HOUR_MINUTE DAY_MICROSECOND DAY_SECOND DAY_MINUTE DAY_HOUR YEAR_MONTH"
)
"""Of MySQL's INTERVAL 1 DAY."""
_TYPE_TAILS = words_of("PRECISION VARYING ZONE DAY HOUR MINUTE SECOND MONTH YEAR")


def read_outputs(level: Level, first: int, stop: int) -> tuple[Output, ...]:
    """The items between the commas of a range."""
    return tuple(_output(level, begin, end) for begin, end in level.items(first, stop))


def _output(level: Level, first: int, stop: int) -> Output:
    end, alias = _split_alias(level, first, stop)
    value = expressions.read_value(level, first, end)
    star = _star(level, first, end) if value.kind == "star" else None
    name = alias.text if alias else None if value.kind == "star" else _name(value)
    return Output(span=level.span(first, stop), name=name, value=value, alias=alias, star=star)


def _star(level: Level, first: int, stop: int) -> Star | None:
    """The star of a relation; None for one that spreads a composite value, `(f(x)).*`."""
    span = level.span(first, stop)
    if stop - first == 1:
        return Star(span=span)
    cursor = Cursor(level.tokens, first, stop - 2)
    return Star(span=span, qualifier=cursor.name().text) if cursor.sees_identifier() else None


def _split_alias(level: Level, first: int, stop: int) -> tuple[int, Identifier | None]:
    words = level.words
    if stop - first < 2:
        return stop, None
    alias = Cursor(level.tokens, stop - 1, stop)
    if words[stop - 1][:1] in ("'", '"') and level.tokens.engine.family != "postgres":
        end = stop - 2 if words[stop - 2] == "AS" else stop - 1
        if end < stop - 1 or _is_complete(level, end):
            name = folded(level.tokens.text(stop - 1), level.tokens.engine)
            return end, Identifier(name, level.span(stop - 1, stop))
    if not alias.sees_identifier():
        return stop, None
    before = words[stop - 2]
    if before == "AS":
        return stop - 2, alias.identifier()
    if before in _CANNOT_END_A_VALUE or words[stop - 1] in _NEVER_ALIASES or _is_type_tail(level, first, stop):
        return stop, None
    if level.tokens.engine.family != "postgres" and _belongs_to_value(words, first, stop):
        return stop, None
    if level.columns.get(level.tokens.starts[stop - 1]) is not None:
        return stop, None
    return stop - 1, alias.identifier()


def _is_complete(level: Level, stop: int) -> bool:
    """Whether a value is complete before a token, so that a string there can only be its alias."""
    tokens = level.tokens
    references = (level.columns.get(tokens.starts[max(stop - length, 0)]) for length in (1, 3, 5))
    return level.words[stop - 1] == ")" or any(
        reference is not None and reference.span.end == tokens.ends[stop - 1] for reference in references
    )


def _belongs_to_value(words: list[str], first: int, stop: int) -> bool:
    """Whether the last word belongs to the value for a reason of MySQL or SQLite: `a DIV b`, `INTERVAL 1 DAY`."""
    if words[stop - 2] in _CANNOT_END_ELSEWHERE:
        return True
    return words[stop - 1] in INTERVAL_UNITS and "INTERVAL" in words[first : stop - 1]


def _is_type_tail(level: Level, first: int, stop: int) -> bool:
    words = level.words
    if words[stop - 1] not in _TYPE_TAILS:
        return False
    before = words[stop - 2]
    return before in ("DOUBLE", "CHARACTER", "CHAR", "BIT", "TIME", "TO") or before[-1:] == "'"


def _name(value: Value) -> str | None:
    """The name PostgreSQL gives an output column without alias."""
    match value.kind:
        case "column" if value.column:
            return value.column.column
        case "function" if value.function:
            return value.function.name
        case "cast" if value.items:
            inner = _name(value.items[0])
            return inner if inner != "?column?" else _type_name(value.cast or "")
        case "case" | "array" | "row":
            return value.kind
        case "condition" if value.predicate and value.predicate.kind == "exists":
            return "exists"
        case "subquery" if value.subqueries and value.subqueries[0].output_list:
            return value.subqueries[0].output_list[0].name
    return "?column?"


_INTERNAL_NAMES = {
    "int": "int4",
    "integer": "int4",
    "bigint": "int8",
    "smallint": "int2",
    "boolean": "bool",
    "real": "float4",
    "float": "float8",
    "double precision": "float8",
    "decimal": "numeric",
    "character varying": "varchar",
    "char": "bpchar",
    "character": "bpchar",
    "timestamp with time zone": "timestamptz",
    "timestamp without time zone": "timestamp",
    "time with time zone": "timetz",
}


def _type_name(cast: str) -> str:
    """The name a cast of a nameless value gives its column."""
    name = cast.partition("(")[0].partition("[")[0].strip()
    return _INTERNAL_NAMES.get(name) or name.rpartition(".")[2].strip('"')
