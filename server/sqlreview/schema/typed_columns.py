"""The columns of a table together with the places that gave them their types."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.frozen import frozen
from sqlreview.operations import ColumnType
from sqlreview.operations.written import words_of
from sqlreview.schema.origins import Origin
from sqlreview.schema.records import Column, Table


@frozen
class TypedColumn:
    """A column with its type, and where that type is written."""

    column: Column
    type: ColumnType
    at: Origin
    is_definition: bool
    """Whether the column has had the type since its creation, so that another type can be written there."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words the name of the column consists of."""
        return words_of(self.column.name)

    def replacement(self, name: str) -> str:
        """Another type in the letter case of this one, with the same array brackets."""
        return (name.upper() if self.type.in_capitals else name) + "[]" * self.type.dimensions


_last: tuple[Table | None, tuple[TypedColumn, ...]] = (None, ())


def typed_columns(table: Table) -> tuple[TypedColumn, ...]:
    """The columns whose types are the table's own decision; temporary, foreign tables and partitions decide none."""
    global _last
    if _last[0] is not table:  # dozens of rules ask for the same table one after the other
        _last = (table, tuple(_typed(table)))
    return _last[1]


def _typed(table: Table) -> Iterator[TypedColumn]:
    if table.temporary or table.foreign or table.partition_of:
        return
    for column in (*table.columns, *table.retyped):
        is_own = not column.inherited and (column.type_origin is not None or not column.copied)
        if column.type is not None and is_own:
            at = column.type_origin or column.origin.within(column.type.span)
            is_definition = column.type_origin is None and column.redefined is None
            yield TypedColumn(column=column, type=column.type, at=at, is_definition=is_definition)
