"""What MySQL locks of a table whose rows it copies into another one."""

from __future__ import annotations

from sqlreview.queries import Select, Source
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.resolution import is_system_relation, table_of
from sqlreview.schema.row_counts import is_pinned
from sqlreview.schema.row_selection import key_columns

_WEAK = ("read committed", "read uncommitted", "read-committed", "read-uncommitted")
_SETTINGS = ("transaction", "transaction_isolation", "tx_isolation")


def locked_source(query: Select, catalog: Catalog) -> Source | None:
    """The first table of which the query of an INSERT, or of CREATE TABLE, locks more than single rows.

    None where a key or LIMIT keeps it to a few rows, or the transaction does not lock what it reads.
    """
    levels = (catalog.session.setting(name) or "" for name in _SETTINGS)
    if query.limit or any(word in level.lower() for level in levels for word in _WEAK):
        return None
    for source in query.sources:
        table = table_of(source, catalog)
        is_shared = source.kind == "table" and not is_system_relation(source.name) and not (table and table.temporary)
        if is_shared and not is_pinned(source, query, catalog) and not _takes_a_range(source, query, catalog):
            return source
    return None


def _takes_a_range(source: Source, query: Select, catalog: Catalog) -> bool:
    """Whether the query copies a part that begins and ends at a key."""
    keys = key_columns(table_of(source, catalog), source.name.text if source.name else "")
    parts = [part for part in (query.where.conjuncts if query.where else ()) if part.left and part.left.column]
    on_key = [part for part in parts if part.left and part.left.column and part.left.column.column in keys]
    operators = {part.operator[:1] for part in on_key if part.kind == "range"}
    return any(part.kind in ("between", "in-list") for part in on_key) or operators == {"<", ">"}
