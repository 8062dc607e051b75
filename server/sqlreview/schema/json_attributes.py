"""Values that queries and indexes take out of JSON columns by a key."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.frozen import frozen
from sqlreview.operations import Expression
from sqlreview.queries import ColumnReference, Query, Value
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.origins import Origin
from sqlreview.schema.records import Column, Index, Table
from sqlreview.schema.resolution import column_of
from sqlreview.sql.cursor import folded, unquoted
from sqlreview.sql.engines import engine_of
from sqlreview.sql.tokens import Tokens

_POSTGRES = engine_of("postgres")
_READERS = ("json_extract", "json_value", "json_unquote")


@frozen
class JsonAttribute:
    """One key of a JSON column."""

    table: Table
    column: Column
    key: str
    is_text: bool
    """Whether the value is taken out as text, by ->>."""


def attribute_of(value: Value, query: Query, catalog: Catalog) -> JsonAttribute | None:
    """The attribute a value consists of: `profile->>'status'`, also behind casts; None for deeper paths."""
    while value.kind == "cast" and len(value.items) == 1:
        value = value.items[0]
    found = _written(value)
    if found is None:
        return None
    reference, key, is_text = found
    place = column_of(reference, query, catalog)
    if place is None or place[1].type is None or place[1].type.name not in ("json", "jsonb"):
        return None
    return JsonAttribute(table=place[0], column=place[1], key=key, is_text=is_text)


def _written(value: Value) -> tuple[ColumnReference, str, bool] | None:
    call = value.function if value.kind == "function" else None
    if call is not None and call.name in _READERS:
        if call.name == "json_unquote" and len(call.arguments) == 1:
            return _written(call.arguments[0])
        items = call.arguments
    elif value.kind == "operation" and value.operators in (("->>",), ("->",)):
        items = value.items
    else:
        return None
    if len(items) != 2 or items[0].column is None or items[1].string is None:
        return None
    key = items[1].string.removeprefix("$.").strip('"')
    is_plain = key and not set(key) & set(".[]$*")
    return (items[0].column, key, value.operators == ("->>",)) if is_plain else None


def attributes_in(expression: Expression) -> tuple[tuple[str, str], ...]:
    """Column and key of each `column->>'key'` in an expression of an index."""
    tokens = Tokens(expression.text, _POSTGRES)
    return tuple(
        (folded(tokens.text(at - 1)), unquoted(tokens.text(at + 1)))
        for at in range(1, len(tokens) - 1)
        if tokens.words[at] in ("->>", "->") and tokens.words[at + 1][-1:] == "'"
    )


def filtered_attributes(table: Table) -> Iterator[tuple[Origin, Index, str, str]]:
    """Place, index, column and key of each attribute that chooses rows of an index, or points to another table."""
    for index in table.indexes:
        expressions = [key.expression for key in index.keys] if index.parent is None else []
        for expression in (index.predicate, *expressions):
            for name, attribute in attributes_in(expression) if expression else ():
                column = table.column(name)
                is_json = column is not None and column.type is not None and column.type.name in ("json", "jsonb")
                if is_json and (expression is index.predicate or attribute.endswith("_id")):
                    yield (
                        index.origin.within(expression.span if expression else index.origin.span),
                        index,
                        name,
                        attribute,
                    )


def is_indexed(attribute: JsonAttribute) -> bool:
    """Whether an index holds the attribute as an expression."""
    expressions = (key.expression for index in attribute.table.indexes for key in index.keys if key.expression)
    wanted = (attribute.column.name, attribute.key)
    return any(wanted in attributes_in(expression) for expression in expressions)
