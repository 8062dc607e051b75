"""What makes the order of a page unique."""

from __future__ import annotations

from sqlreview.queries import Select
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.keys import is_unique_on, primary_key_columns
from sqlreview.schema.naming import quoted
from sqlreview.schema.records import Table
from sqlreview.schema.resolution import table_of

_SERIALS = ("serial", "bigserial", "smallserial")
_KEY_NAMES = ("id", "uuid", "guid", "ulid")


def tie_breaker(query: Select, catalog: Catalog) -> str | None:
    """The column to sort by after the keys of ORDER BY so that no two rows are equal, empty when they never are.

    None when that cannot be told: more than one relation, expressions as keys, a primary key of several columns. Of a
    table that the history does not know, `id` is taken for the primary key.
    """
    keys = query.order_by.keys if query.order_by else ()
    columns = [key.column.column for key in keys if key.column]
    if len(query.sources) != 1 or query.sources[0].kind != "table" or len(columns) != len(keys) or query.group_by:
        return None
    if is_unique_sort(query, columns, catalog):
        return ""
    table = table_of(query.sources[0], catalog)
    key = primary_key_columns(table) if table else ("id",)
    return quoted(key[0]) if len(key) == 1 else None


def is_unique_sort(query: Select, columns: list[str], catalog: Catalog) -> bool:
    """Whether no two rows of the query's table agree in these columns, by its keys or, unknown, by their names."""
    source = query.sources[0]
    table = table_of(source, catalog)
    if table is not None and (is_unique_on(table, columns) or any(_counts_up(table, name) for name in columns)):
        return True
    if table is not None and table.complete:
        return False
    name = source.name.text if source.name else ""
    own_keys = (*_KEY_NAMES, f"{name}_id", f"{name.removesuffix('s')}_id")
    return any(column in own_keys for column in columns)


def _counts_up(table: Table, name: str) -> bool:
    """Whether a sequence gives every row its own value, as in a partitioned table, whose key has more columns."""
    column = table.column(name)
    return column is not None and (
        column.identity is not None or (column.type is not None and column.type.name in _SERIALS)
    )


def key_columns(query: Select, catalog: Catalog) -> tuple[str, ...] | None:
    """The primary key of the query's only table, as ORDER BY names it; None when there is none or it is not known."""
    source = query.sources[0] if len(query.sources) == 1 else None
    table = table_of(source, catalog) if source else None
    if table is None or query.group_by or not primary_key_columns(table):
        return None
    return tuple(quoted(column) for column in primary_key_columns(table))
