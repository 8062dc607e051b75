"""Calls of built-in functions with argument types that no variant of them has, as measured on PostgreSQL 15 and 18."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.frozen import frozen
from sqlreview.operations import Name
from sqlreview.queries import FunctionCall, Query, Value, functions_of
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.value_types import type_of
from sqlreview.text import Edit, Span

_INTEGERS = frozenset(("smallint", "integer", "bigint"))
_FLOATS = frozenset(("real", "double precision"))
_STRINGS = frozenset(("text", "varchar", "char"))
_INSTANTS = frozenset(("date", "timestamp", "timestamptz"))
_JSON = frozenset(("json", "jsonb"))
_NUMBERS = _INTEGERS | _FLOATS | {"numeric"}

_REFUSED = {
    **dict.fromkeys(("sum", "avg"), _STRINGS | _INSTANTS | _JSON | {"boolean", "uuid"}),
    **dict.fromkeys(("max", "min"), _JSON | {"boolean", "uuid"}),
    **dict.fromkeys(("length", "char_length", "substr", "substring"), _NUMBERS | _INSTANTS | _JSON | {"boolean"}),
    "string_agg": _NUMBERS | _INSTANTS | _JSON | {"boolean", "uuid"},
    "percentile_cont": _STRINGS | _INSTANTS | _JSON | {"boolean", "uuid"},
    **dict.fromkeys(("round", "trunc"), _FLOATS),
}
"""The types of the first argument, or of what WITHIN GROUP sorts by, for which there is no such function."""
_COUNTS = {"round": 2, "trunc": 2, "string_agg": 2}


@frozen
class RefusedArgument:
    """A value that the function it is given to does not take."""

    call: FunctionCall
    span: Span
    type: str
    """The type of the value; empty where an argument is missing."""
    edits: tuple[Edit, ...] = ()
    """What calls a function that takes it; empty where none is near."""


def refused_arguments(query: Query, catalog: Catalog) -> Iterator[RefusedArgument]:
    """The values of known types for which the function they are given to is not defined."""
    for call in functions_of(query):
        if call.name == "array_length" and len(call.arguments) == 1 and _is_built_in(call, catalog):
            edit = Edit.insert(call.arguments[0].span.end, ", 1")
            yield RefusedArgument(call=call, span=call.span, type="", edits=(edit,))
            continue
        wanted = _REFUSED.get(call.name)
        value = _tested(call) if wanted is not None else None
        kind = type_of(value, query, catalog) if value else None
        if wanted and value and kind in wanted and _is_built_in(call, catalog):
            yield RefusedArgument(call=call, span=value.span, type=kind or "", edits=_edits(call, value, kind or ""))


def _is_built_in(call: FunctionCall, catalog: Catalog) -> bool:
    is_meant = call.schema in (None, "pg_catalog")
    return is_meant and catalog.routine(Name(call.schema, call.name, call.name_span)) is None


def _tested(call: FunctionCall) -> Value | None:
    if call.name == "percentile_cont":
        return call.order_by[0].value if len(call.order_by) == 1 else None
    wanted = _COUNTS.get(call.name)
    if not call.arguments or (wanted is not None and len(call.arguments) != wanted):
        return None
    return call.arguments[0]


def _edits(call: FunctionCall, value: Value, kind: str) -> tuple[Edit, ...]:
    match call.name, kind:
        case "percentile_cont", _ if kind not in _JSON:
            return (Edit.replace(call.name_span, "percentile_disc"),)
        case "round" | "trunc", _:
            return _cast(value, "numeric")
        case "string_agg", _:
            return _cast(value, "text")
        case "max", "boolean":
            return (Edit.replace(call.name_span, "bool_or"),)
        case "min", "boolean":
            return (Edit.replace(call.name_span, "bool_and"),)
        case "sum", "boolean" if not (call.distinct or call.filter or call.order_by):
            start = Span(call.name_span.start, value.span.start)
            return (
                Edit.replace(start, "count(*) FILTER (WHERE "),
                Edit.replace(Span(value.span.end, call.span.end), ")"),
            )
    return ()


def _cast(value: Value, kind: str) -> tuple[Edit, ...]:
    if value.kind == "operation" and not value.parenthesised:
        return Edit.insert(value.span.start, "("), Edit.insert(value.span.end, f")::{kind}")
    return (Edit.insert(value.span.end, f"::{kind}"),)
