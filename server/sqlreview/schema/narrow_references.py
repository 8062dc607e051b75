"""Foreign keys whose columns hold fewer numbers than the key they point to."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.operations import ColumnType
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.origins import Origin
from sqlreview.schema.records import Table
from sqlreview.schema.type_comparison import base_type

_NARROW = frozenset(("tinyint", "smallint", "mediumint", "integer"))


def narrow_references(table: Table, catalog: Catalog) -> Iterator[tuple[str, ColumnType, Origin]]:
    """Column, type and foreign key, where the key it points to has 64 bits; where it is unknown, the column's place."""
    for constraint in () if table.partition_of or table.temporary else table.foreign_keys:
        column = table.column(constraint.columns[0]) if len(constraint.columns) == 1 else None
        kind = base_type(column.type, catalog) if column and column.type else None
        if column is None or kind is None or kind.name not in _NARROW or kind.dimensions or constraint.inherited:
            continue
        parent = catalog.table_at(constraint.referenced)
        target = parent.column(constraint.referenced_columns[0]) if parent and constraint.referenced_columns else None
        if target is not None and target.type is not None:
            if base_type(target.type, catalog).name == "bigint":
                yield column.name, kind, constraint.origin
        elif parent is None or not parent.complete:
            written = column.type or kind
            yield column.name, kind, column.type_origin or column.origin.within(written.span)
