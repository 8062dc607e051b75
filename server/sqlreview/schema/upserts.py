"""Which unique keys of a table an INSERT gives values for."""

from __future__ import annotations

from sqlreview.queries import Assignment, Insert
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.keys import unique_keys
from sqlreview.schema.resolution import table_of


def filled_keys(query: Insert, catalog: Catalog) -> tuple[tuple[str, ...], ...]:
    """The unique keys of a known table all of whose columns the INSERT names; none where it changes nothing."""
    table = table_of(query.target, catalog)
    conflict = query.on_conflict
    if table is None or (conflict and all(_changes_nothing(item) for item in conflict.assignments)):
        return ()
    named = {column.text for column in query.columns} or {column.name for column in table.columns}
    return tuple(key for key in unique_keys(table) if named.issuperset(key))


def _changes_nothing(assignment: Assignment) -> bool:
    column = assignment.value.column
    return column is not None and len(assignment.columns) == 1 and assignment.columns[0].text == column.column
