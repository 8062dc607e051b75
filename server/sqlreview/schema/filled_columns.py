"""Which columns an UPDATE has filled; tables know this from queries, where the history holds them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlreview.queries import Query, Update
from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.origins import Origin


def note_columns_filled(editor: CatalogEditor, queries: Iterable[Query], origin: Origin) -> None:
    """Notes at the columns of known tables that these queries write values into rows that exist."""
    for query in queries:
        name = query.target.name if isinstance(query, Update) else None
        table = editor.table(name) if name is not None else None
        if table is None or not isinstance(query, Update):
            continue
        written = {column.text for assignment in query.assignments for column in assignment.columns}
        if any(column.name in written and column.filled is None for column in table.columns):
            columns = tuple(
                replace(column, filled=origin) if column.name in written and column.filled is None else column
                for column in table.columns
            )
            editor.put(table.key, replace(table, columns=columns))
