"""Reads expressions: what a range of tokens consists of, and which columns, calls and queries it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from sqlreview.queries.clauses import SortKey
from sqlreview.queries.level import Level
from sqlreview.queries.model import Query, Role
from sqlreview.queries.parameters import is_parameter, is_template
from sqlreview.queries.readers import calls, conditions
from sqlreview.queries.values import ColumnReference, FunctionCall, Predicate, Value, ValueKind
from sqlreview.text import Span

_ROLES: dict[str, Role] = {"EXISTS": "exists", "IN": "in", "ANY": "any", "SOME": "any", "ALL": "any", "ARRAY": "array"}
_LITERALS: dict[str, ValueKind] = {
    "NULL": "null",
    "TRUE": "boolean",
    "FALSE": "boolean",
    "DEFAULT": "default",
    "*": "star",
}
_TYPED_LITERALS = frozenset({"DATE", "TIME", "TIMESTAMP", "TIMESTAMPTZ", "TIMETZ", "INTERVAL", "UUID", "JSON", "JSONB"})
_OPERATOR_CHARACTERS = frozenset("~!@#%^&|`?*+<>=/-")


def read_value(level: Level, first: int, stop: int) -> Value:
    """The expression between two tokens."""
    inner, inner_stop = level.bare(first, stop)
    contents = contents_of(level, first, stop)
    shape = _shape(level, inner, inner_stop)
    span = level.span(inner, inner_stop)
    return Value(
        span=level.span(first, stop),
        text=span.of(level.tokens.sql),
        normalised=level.normalised(inner, inner_stop),
        kind=shape.kind,
        parenthesised=inner > first,
        column=shape.column,
        function=shape.function,
        cast=shape.cast,
        operators=shape.operators,
        items=shape.items,
        predicate=shape.predicate,
        conditions=tuple(contents.conditions),
        columns=tuple(contents.columns),
        functions=tuple(contents.functions),
        subqueries=tuple(contents.subqueries),
        parameters=tuple(contents.parameters),
    )


def read_values(level: Level, first: int, stop: int) -> tuple[Value, ...]:
    """The expressions between the commas of a range."""
    return tuple(read_value(level, begin, end) for begin, end in level.items(first, stop))


def read_list(level: Level, first: int, stop: int) -> Value:
    """The bracketed list of IN as a row, also where it has one element; a query or parameter as it is."""
    value = read_value(level, first, stop)
    if value.kind in ("row", "subquery", "parameter") or not value.parenthesised:
        return value
    return replace(value, kind="row", items=read_values(level, first + 1, stop - 1), column=None, function=None)


def read_sort_key(level: Level, first: int, stop: int) -> SortKey:
    """One key of ORDER BY, with its direction."""
    words = level.words
    end = stop
    nulls_first: bool | None = None
    if end - first > 2 and words[end - 2] == "NULLS" and words[end - 1] in ("FIRST", "LAST"):
        nulls_first = words[end - 1] == "FIRST"
        end -= 2
    descending = False
    if end - first > 1 and words[end - 1] in ("ASC", "DESC"):
        descending = words[end - 1] == "DESC"
        end -= 1
    elif end - first > 2 and words[end - 2] == "USING":
        descending = words[end - 1].startswith(">")
        end -= 2
    value = read_value(level, first, end)
    return SortKey(span=level.span(first, stop), value=value, descending=descending, nulls_first=nulls_first)


def read_sort_keys(level: Level, first: int, stop: int) -> tuple[SortKey, ...]:
    """The keys between the commas of a range."""
    return tuple(read_sort_key(level, begin, end) for begin, end in level.items(first, stop))


@dataclass(slots=True)
class Contents:
    """What a range of tokens holds at its own query level."""

    columns: list[ColumnReference] = field(default_factory=list)
    functions: list[FunctionCall] = field(default_factory=list)
    subqueries: list[Query] = field(default_factory=list)
    parameters: list[Span] = field(default_factory=list)
    conditions: list[Predicate] = field(default_factory=list)


def contents_of(level: Level, first: int, stop: int) -> Contents:
    """The columns, calls, queries, parameters and WHEN conditions of a range."""
    contents = Contents()
    index = first
    while index < stop:
        index = _take(level, index, stop, contents)
    return contents


def _take(level: Level, index: int, stop: int, contents: Contents) -> int:
    tokens = level.tokens
    word = level.words[index]
    if level.is_subquery(index):
        close = level.close(index, stop)
        contents.subqueries.append(level.nested(index + 1, close, _ROLES.get(level.words[index - 1], "scalar")))
        return close + 1
    if is_parameter(word, level.words[index - 1]):
        contents.parameters.append(level.span(index, index + 1))
        return index + 1
    call = calls.read_call(level, index, stop)
    if call is not None:
        return _take_call(level, index, stop, call, contents)
    reference = level.columns.get(tokens.starts[index])
    if reference is None:
        if word == "CASE":
            contents.conditions += conditions.case_conditions(level, index, stop)
        return index + 1
    if word != "DEFAULT":
        _take_reference(reference, tokens.sql, contents)
    return _index_after(level, index, reference.span.end, stop)


def _take_call(level: Level, index: int, stop: int, found: tuple[FunctionCall, int], contents: Contents) -> int:
    call, _ = found
    if call.schema == "sqlc" and call.name in ("arg", "narg", "slice"):
        contents.parameters.append(call.span)
        return _index_after(level, index, call.span.end, stop)
    contents.functions.append(call)
    return _index_after(level, index, call.name_span.end, stop)


def _take_reference(reference: ColumnReference, sql: str, contents: Contents) -> None:
    if is_template(reference.column_span.of(sql)):
        contents.parameters.append(reference.span)
    else:
        contents.columns.append(reference)


def _index_after(level: Level, index: int, offset: int, stop: int) -> int:
    while index < stop and level.tokens.starts[index] < offset:
        index += 1
    return index


@dataclass(frozen=True, slots=True)
class _Shape:
    kind: ValueKind
    column: ColumnReference | None = None
    function: FunctionCall | None = None
    cast: str | None = None
    operators: tuple[str, ...] = ()
    items: tuple[Value, ...] = ()
    predicate: Predicate | None = None


def _shape(level: Level, first: int, stop: int) -> _Shape:
    for attempt in _ATTEMPTS:
        shape = attempt(level, first, stop)
        if shape is not None:
            return shape
    return _Shape("other")


def _query(level: Level, first: int, stop: int) -> _Shape | None:
    return _Shape("subquery") if first > 0 and level.is_subquery(first - 1) else None


def _token(level: Level, first: int, stop: int) -> _Shape | None:
    word = level.words[first]
    sign = word in ("-", "+") and stop - first == 2
    if sign:
        word = level.words[first + 1]
    if stop - first != 1 and not sign:
        return None
    if word[:1].isdigit() or (word[:1] == "." and len(word) > 1):
        return _Shape("number")
    if sign:
        return None
    if word in _LITERALS:
        return _Shape(_LITERALS[word])
    if (word[-1:] == "'" and word[:1] != ":") or (word[:1] == "$" and word[-1:] == "$"):
        return _Shape("string")
    if word[:1] == '"' and level.tokens.engine.family == "mysql":
        return _Shape("string")
    return _Shape("parameter") if is_parameter(word, level.words[first - 1]) else None


def _column(level: Level, first: int, stop: int) -> _Shape | None:
    reference = level.columns.get(level.tokens.starts[first])
    if stop <= first or reference is None or reference.span.end != level.tokens.ends[stop - 1]:
        is_star = stop - first > 2 and level.words[stop - 2 : stop] == [".", "*"]
        return _Shape("star") if is_star else None
    if calls.read_call(level, first, stop) is not None:
        return None
    if is_template(reference.column_span.of(level.tokens.sql)):
        return _Shape("parameter")
    return _Shape("column", column=reference)


def _row(level: Level, first: int, stop: int) -> _Shape | None:
    words = level.words
    if words[first] in ("ROW", "ARRAY") and words[first + 1] in ("(", "[") and level.close(first + 1, stop) == stop - 1:
        kind: ValueKind = "row" if words[first] == "ROW" else "array"
        return _Shape(kind, items=() if level.is_subquery(first + 1) else read_values(level, first + 2, stop - 1))
    if any(words[index] == "," for index in level.outside(first, stop)):
        return _Shape("row", items=read_values(level, first, stop))
    return None


def _condition(level: Level, first: int, stop: int) -> _Shape | None:
    predicate = conditions.read_shape(level, first, stop)
    return _Shape("condition", predicate=predicate) if predicate else None


def _operation(level: Level, first: int, stop: int) -> _Shape | None:
    words = level.words
    if words[first] in ("-", "+", "~", "@", "|/") and stop - first > 1:
        operand = first + 1
    else:
        operand = first
    operators: list[str] = []
    items: list[Value] = []
    begin = operand
    for index, end, operator in _operators(level, operand, stop):
        items.append(read_value(level, first if begin == operand and not operators else begin, index))
        operators.append(operator)
        begin = end
    if operators:
        return _Shape("operation", operators=tuple(operators), items=(*items, read_value(level, begin, stop)))
    if operand > first:
        return _Shape("operation", operators=(words[first],), items=(read_value(level, operand, stop),))
    return None


def _operators(level: Level, first: int, stop: int) -> Iterator[tuple[int, int, str]]:
    words = level.words
    after_operator = True
    divisions = ("DIV", "MOD") if level.tokens.engine.family == "mysql" else ()
    for index in level.outside(first, stop):
        word = words[index]
        if word == "AT" and words[index + 1] == "TIME":
            yield index, index + 3, "AT TIME ZONE"
        elif index > first and (word == "COLLATE" or (word in divisions and words[index + 1] != "(")):
            yield index, index + 1, word
        is_operator = word != "" and _OPERATOR_CHARACTERS.issuperset(word) and not is_parameter(word, words[index - 1])
        if is_operator and not after_operator and words[index - 1] != ".":
            yield index, index + 1, word
        after_operator = is_operator


def _cast(level: Level, first: int, stop: int) -> _Shape | None:
    words = level.words
    if words[first] == "CAST" and words[first + 1] == "(" and level.close(first + 1, stop) == stop - 1:
        marks = [index for index in level.outside(first + 2, stop - 1) if words[index] == "AS"]
        if not marks:
            return None
        value = read_value(level, first + 2, marks[-1])
        return _Shape("cast", cast=_type(level, marks[-1] + 1, stop - 1), items=(value,))
    marks = [index for index in level.outside(first, stop) if words[index] == "::"]
    if not marks:
        return None
    return _Shape("cast", cast=_type(level, marks[-1] + 1, stop), items=(read_value(level, first, marks[-1]),))


def _type(level: Level, first: int, stop: int) -> str:
    return " ".join(level.span(first, stop).of(level.tokens.sql).lower().split())


def _typed_literal(level: Level, first: int, stop: int) -> _Shape | None:
    words = level.words
    if words[first] not in _TYPED_LITERALS or words[first + 1] == ".":
        return None
    for index in range(first + 1, stop):
        if words[index][-1:] == "'":
            return _Shape("cast", cast=_type(level, first, index), items=(read_value(level, index, index + 1),))
    return None


def _call(level: Level, first: int, stop: int) -> _Shape | None:
    found = calls.read_call(level, first, stop)
    if found is None or found[1] != stop:
        return None
    call = found[0]
    if call.schema == "sqlc" and call.name in ("arg", "narg", "slice"):
        return _Shape("parameter")
    return _Shape("function", function=call)


def _case(level: Level, first: int, stop: int) -> _Shape | None:
    words = level.words
    return _Shape("case") if words[first] == "CASE" and words[stop - 1] == "END" else None


_ATTEMPTS: tuple[Callable[[Level, int, int], _Shape | None], ...] = (
    _query,
    _token,
    _column,
    _row,
    _condition,
    _operation,
    _cast,
    _typed_literal,
    _call,
    _case,
)
