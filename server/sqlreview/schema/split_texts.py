"""Columns that queries take apart as lists."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.queries import ColumnReference, FunctionCall, Query, Value, functions_of, predicates_of
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.resolution import column_of, likely_source_of, table_of

_SPLITTERS = {"find_in_set": 1, "string_to_array": 0, "string_to_table": 0, "substring_index": 0}
_LISTS = (",", ";", "|", ", ")


def split_columns(query: Query, catalog: Catalog) -> Iterator[tuple[str, ColumnReference]]:
    """The text columns of tables that a query splits, or searches between separators, each once with its name.

    Of tables that the history does not know only those whose use leaves no doubt.
    """
    seen: set[str] = set()
    for reference, is_certain in (*_split(query), *((column, True) for column in _searched(query))):
        found = column_of(reference, query, catalog)
        kind = found[1].type if found else None
        is_text = kind is not None and not kind.dimensions and kind.name != "json"
        is_certain = is_certain and query.role == "statement" and found is None
        if (is_text or (is_certain and _is_of_unknown(reference, query, catalog))) and reference.column not in seen:
            seen.add(reference.column)
            yield f"{found[0].name}.{found[1].name}" if found else reference.column, reference


def _is_of_unknown(reference: ColumnReference, query: Query, catalog: Catalog) -> bool:
    source = likely_source_of(reference, query, catalog)
    return source is not None and source.kind == "table" and table_of(source, catalog) is None


def _split(query: Query) -> Iterator[tuple[ColumnReference, bool]]:
    for call in functions_of(query):
        position = _SPLITTERS.get(call.name)
        if position is None or len(call.arguments) <= position:
            continue
        column = call.arguments[position].column
        if column is not None and (call.name == "find_in_set" or _separator(call) in _LISTS):
            yield column, call.name == "find_in_set"


def _separator(call: FunctionCall) -> str | None:
    return call.arguments[1].string if len(call.arguments) > 1 else None


def _searched(query: Query) -> Iterator[ColumnReference]:
    """The column of `',' || c || ',' LIKE ...` and of `c LIKE '%,7,%'`."""
    for predicate in predicates_of(query):
        left, right = predicate.left, predicate.right
        if predicate.kind != "pattern" or left is None or right is None:
            continue
        column = left.column or _between_separators(left)
        pattern = right.string or _text_of(right)
        is_item = pattern.strip("%")[:1] in (",", ";") and pattern.strip("%")[-1:] in (",", ";")
        if column is not None and len(pattern.strip("%")) > 1 and is_item:
            yield column


def _between_separators(value: Value) -> ColumnReference | None:
    items = _joined(value)
    columns = [item.column for item in items if item.column]
    separators = [item for item in items if item.string in _LISTS]
    return columns[0] if len(columns) == 1 and len(separators) > 1 else None


def _joined(value: Value) -> tuple[Value, ...]:
    """The parts of `a || b` or concat(a, b)."""
    if value.function is not None and value.function.name == "concat":
        return value.function.arguments
    return value.items if value.kind == "operation" else ()


def _text_of(value: Value) -> str:
    """The literal parts of a concatenation, with a letter in the place of the others."""
    items = _joined(value)
    return "".join(item.string if item.string is not None else "x" for item in items)
