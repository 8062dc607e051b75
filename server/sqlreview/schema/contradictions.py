"""Where a statement says something else of a table than the history before it: a column that is not there, or is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlreview.frozen import frozen
from sqlreview.operations import (
    AddColumn,
    AddForeignKey,
    AddPrimaryKey,
    AddUnique,
    CreateIndex,
    CreateTable,
    DropColumn,
    DropColumnDefault,
    DropNotNull,
    Identifier,
    RenameColumn,
    SetColumnDefault,
    SetColumnType,
    SetNotNull,
)
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.origins import Origin
from sqlreview.schema.records import Table
from sqlreview.text import Span

Naming = (
    AddColumn
    | AddForeignKey
    | AddPrimaryKey
    | AddUnique
    | CreateIndex
    | CreateTable
    | DropColumn
    | DropColumnDefault
    | DropNotNull
    | RenameColumn
    | SetColumnDefault
    | SetColumnType
    | SetNotNull
)
"""The operations that are compared with the history."""


@frozen
class Contradiction:
    """One name that the history contradicts."""

    span: Span
    name: str
    table: Table
    """The table whose column it is, or that is there already."""
    made: Origin | None = None
    """Where the object was made that is there already; None for one that is missing."""


def contradictions(operation: Naming, catalog: Catalog) -> Iterator[Contradiction]:
    """The names of an operation that cannot be right, as far as the history knows its tables in full."""
    if isinstance(operation, CreateTable):
        yield from _created_twice(operation, catalog)
        return
    table = catalog.table(operation.table)
    if table is None or not table.created:
        return
    if isinstance(operation, AddColumn):
        column = table.column(operation.column.name.text)
        if column is not None and not operation.if_not_exists:
            span = operation.column.name.span
            yield Contradiction(span=span, name=column.name, table=table, made=column.origin)
        return
    yield from _missing(_columns(operation), table)
    if isinstance(operation, AddForeignKey):
        referenced = catalog.table(operation.constraint.referenced)
        if referenced is not None:
            yield from _missing(operation.constraint.referenced_columns, referenced)


def _created_twice(operation: CreateTable, catalog: Catalog) -> Iterator[Contradiction]:
    key = catalog.key_for_new("relation", operation.table, operation.temporary)
    table = catalog.table_at(key)
    if table is None or not table.created or operation.if_not_exists or operation.or_replace:
        return
    if not operation.temporary and not table.temporary:
        yield Contradiction(span=operation.table.span, name=table.name, table=table, made=table.origin)


def _columns(operation: Naming) -> tuple[Identifier, ...]:
    """The columns that have to be there."""
    match operation:
        case DropColumn(column=column, if_exists=False):
            return (column,)
        case RenameColumn(column=column) | SetColumnType(column=column):
            return (column,)
        case SetNotNull(column=column) | DropNotNull(column=column):
            return (column,)
        case SetColumnDefault(column=column) | DropColumnDefault(column=column):
            return (column,)
        case CreateIndex(keys=keys, include=include):
            return (*(key.column for key in keys if key.column is not None), *include)
        case AddForeignKey(constraint=foreign):
            return foreign.columns
        case AddUnique(constraint=unique) if unique.using_index is None:
            return unique.columns
        case AddPrimaryKey(constraint=primary) if primary.using_index is None:
            return primary.columns
    return ()


def _missing(names: Iterable[Identifier], table: Table) -> Iterator[Contradiction]:
    if table.complete and table.created and table.module is None:
        for name in names:
            if table.column(name.text) is None:
                yield Contradiction(span=name.span, name=name.text, table=table)
