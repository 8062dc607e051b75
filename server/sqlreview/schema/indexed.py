"""Which conditions the indexes of a table serve."""

from __future__ import annotations

from sqlreview.operations import ColumnType, IndexKey
from sqlreview.schema.records import Index, Table

_TEXT_SEARCH_METHODS = ("pgroonga", "bm25", "zombodb")


def has_text_search_index(table: Table, column: str) -> bool:
    """Whether an index finds text inside the column's values: trigrams, bigrams, or an extension's method."""
    return any(_finds_inside(index, key) and _reads(key, column) for index in table.indexes for key in index.keys)


def _finds_inside(index: Index, key: IndexKey) -> bool:
    operators = key.operator_class or ""
    return index.method in _TEXT_SEARCH_METHODS or "trgm" in operators or "bigm" in operators


def _reads(key: IndexKey, column: str) -> bool:
    if key.column:
        return key.column.text == column
    return key.expression is not None and column in key.expression.columns


_ORDERED_METHODS = ("btree", "brin", "hash")


def index_beginning_with(table: Table, column: str) -> Index | None:
    """An index that finds rows by the bare column, its first key."""
    found = (index for index in table.indexes if index.method in _ORDERED_METHODS and index.columns[:1] == (column,))
    return next(found, None)


def has_computed_key(table: Table, column: str, functions: frozenset[str]) -> bool:
    """Whether an index or generated column holds an expression of that column with the same functions."""
    expressions = [key.expression for index in table.indexes for key in index.keys if key.expression]
    expressions += [other.generated.expression for other in table.columns if other.generated]
    return any(
        column in expression.columns and functions == frozenset(expression.functions) for expression in expressions
    )


_FAMILIES = {
    **dict.fromkeys(("text", "varchar", "character varying", "bpchar", "char", "character", "citext", "name"), "text"),
    **dict.fromkeys(("smallint", "integer", "int", "bigint", "int2", "int4", "int8"), "integer"),
}


def keeps_type_family(kind: ColumnType, cast: str | None) -> bool:
    """Whether a cast of the column leads to a type of the same kind: varchar to text, int to bigint."""
    if cast is None or kind.dimensions:
        return False
    wanted = cast.partition("(")[0].strip()
    return wanted == kind.name or _FAMILIES.get(wanted, wanted) == _FAMILIES.get(kind.name, "")
