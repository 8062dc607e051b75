"""The types of values in queries, as far as the schema and the query tell them."""

from __future__ import annotations

from sqlreview.operations import ColumnType
from sqlreview.operations.readers.data_types import read_type
from sqlreview.queries import FunctionCall, Query, Value
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.resolution import column_of
from sqlreview.schema.type_comparison import base_type
from sqlreview.sql.cursor import Cursor, Unreadable
from sqlreview.sql.engines import engine_of
from sqlreview.sql.tokens import Tokens

_POSTGRES = engine_of("postgres")
_FLOATS = ("double precision", "real")
_FLOAT_RESULTS = frozenset(
    ("sum", "avg", "min", "max", "stddev", "stddev_pop", "stddev_samp", "variance", "var_pop", "var_samp", "abs")
)
_ALWAYS_FLOAT = frozenset(("percentile_cont", "random", "corr", "regr_slope", "degrees", "radians", "sin", "cos"))
_ARITHMETIC = frozenset(("+", "-", "*", "/"))


def type_of(value: Value, query: Query, catalog: Catalog) -> str | None:
    """The canonical name of the type of a value in a query of PostgreSQL, without domains; None when it is not known.

    An array is known by its brackets: "text[]".
    """
    match value.kind:
        case "column" if value.column:
            found = column_of(value.column, query, catalog)
            return _name(found[1].type, catalog) if found else None
        case "cast" if value.cast:
            return _written(value.cast, catalog)
        case "function" if value.function:
            return _returned(value.function, query, catalog)
        case "operation" if _ARITHMETIC.issuperset(value.operators):
            found_types = {type_of(item, query, catalog) for item in value.items if item.kind != "number"}
            return "double precision" if found_types and found_types.issubset(_FLOATS) else None
        case "condition" | "boolean":
            return "boolean"
    return None


def _name(kind: ColumnType | None, catalog: Catalog) -> str | None:
    if kind is None:
        return None
    real = base_type(kind, catalog)
    return real.name + "[]" * real.dimensions if real.schema in (None, "pg_catalog") else None


def _written(text: str, catalog: Catalog) -> str | None:
    try:
        return _name(read_type(Cursor(Tokens(text, _POSTGRES))), catalog)
    except Unreadable:
        return None


def _returned(call: FunctionCall, query: Query, catalog: Catalog) -> str | None:
    if call.name in _ALWAYS_FLOAT:
        return "double precision"
    if call.name in _FLOAT_RESULTS and len(call.arguments) == 1:
        return "double precision" if type_of(call.arguments[0], query, catalog) in _FLOATS else None
    return None
