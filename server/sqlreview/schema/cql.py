"""Tables of Cassandra: what is known of their keys and indexes."""

from __future__ import annotations

from dataclasses import replace

from sqlreview.operations.cql import AddCqlColumns, CreateCqlIndex, CreateCqlTable, DropCqlTable
from sqlreview.operations.parts import Operation
from sqlreview.schema.catalog import Catalog, CatalogEditor
from sqlreview.schema.cql_tables import CqlTable
from sqlreview.schema.origins import Key, Origin
from sqlreview.sql.cursor import Name


def cql_table(catalog: Catalog, name: Name) -> CqlTable | None:
    """A table or view of Cassandra; keyspaces are not told apart."""
    found = catalog.get(_key(name))
    return found if isinstance(found, CqlTable) else None


def _key(name: Name) -> Key:
    return ("cql", "", name.text)


def apply_cql(editor: CatalogEditor, operation: Operation, origin: Origin) -> None:
    """Makes the change of one statement."""
    match operation:
        case CreateCqlTable():
            _create_table(editor, operation, origin)
        case DropCqlTable(table=name):
            editor.remove(_key(name))
        case CreateCqlIndex(table=name, column=column):
            table = cql_table(editor, name)
            if table is not None:
                editor.put(_key(name), replace(table, indexed=(*table.indexed, column)))
        case AddCqlColumns(table=name, columns=columns):
            table = cql_table(editor, name)
            if table is not None:
                static = tuple(column.name for column in columns if column.is_static)
                editor.put(_key(name), replace(table, static=(*table.static, *static)))


def _create_table(editor: CatalogEditor, operation: CreateCqlTable, origin: Origin) -> None:
    table = CqlTable(
        name=operation.table.text,
        partition=tuple(column.text for column in operation.partition),
        clustering=tuple(column.text for column in operation.clustering),
        descending=operation.descending,
        static=tuple(column.name for column in operation.columns if column.is_static),
        origin=origin,
    )
    editor.put(_key(operation.table), table)
