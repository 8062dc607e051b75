"""Folds what changes a property of an object: comments, logging, and that rows were written."""

from __future__ import annotations

from dataclasses import replace

from sqlreview.operations import (
    Cluster,
    Comment,
    CreateStatistics,
    DropStatistics,
    SetClusterIndex,
    SetLogged,
    Truncate,
    WriteRows,
)
from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.copies import note_copy
from sqlreview.schema.fold_indexes import owner_of_index
from sqlreview.schema.mentions import table_or_mention
from sqlreview.schema.origins import Origin
from sqlreview.schema.records import Schema, Table, View


def write_rows(editor: CatalogEditor, operation: WriteRows, origin: Origin) -> None:
    """INSERT, UPDATE, DELETE, MERGE and COPY."""
    table = table_or_mention(editor, operation.table, origin)
    if table is None:
        return
    if operation.kind == "delete" and not operation.filtered:
        editor.put(table.key, replace(table, written=None, emptied=origin))
        return
    if operation.copied is not None:
        note_copy(editor, table.key, operation.copied, origin)
        table = editor.table_at(table.key) or table
        if table.rebuilt == origin:
            return  # it has the rows of the table whose place it has taken
    written = table.written
    # further rows of one transaction tell nothing new, and bulk loads have many
    if written is None or (written.path, written.transaction) != (origin.path, origin.transaction):
        editor.put(table.key, replace(table, written=origin, emptied=None))


def truncate(editor: CatalogEditor, operation: Truncate, origin: Origin) -> None:
    """TRUNCATE, of the table it names."""
    table = table_or_mention(editor, operation.table, origin)
    if table is not None:
        editor.put(table.key, replace(table, written=None, emptied=origin))


def create_statistics(editor: CatalogEditor, operation: CreateStatistics, origin: Origin) -> None:
    """CREATE STATISTICS with a name."""
    table = table_or_mention(editor, operation.table, origin)
    if table is not None and operation.name is not None:
        editor.put(table.key, replace(table, statistics=(*table.statistics, operation.name.text)))


def drop_statistics(editor: CatalogEditor, operation: DropStatistics, origin: Origin) -> None:
    """DROP STATISTICS."""
    name = operation.name.text
    for table in [item for item in editor.all(Table) if name in item.statistics]:
        editor.put(table.key, replace(table, statistics=tuple(item for item in table.statistics if item != name)))


def set_clustered(editor: CatalogEditor, operation: Cluster | SetClusterIndex, origin: Origin) -> None:
    """CLUSTER table USING index, CLUSTER ON index and SET WITHOUT CLUSTER, which a plain CLUSTER remembers."""
    table = table_or_mention(editor, operation.table, origin) if operation.table is not None else None
    is_clustered = isinstance(operation, Cluster) or operation.index is not None
    if table is not None and table.clustered is not is_clustered:
        editor.put(table.key, replace(table, clustered=is_clustered))


def set_logged(editor: CatalogEditor, operation: SetLogged, origin: Origin) -> None:
    """SET LOGGED and SET UNLOGGED."""
    table = table_or_mention(editor, operation.table, origin)
    if table is not None:
        editor.put(table.key, replace(table, unlogged=not operation.logged))


def comment(editor: CatalogEditor, operation: Comment, origin: Origin) -> None:
    """COMMENT ON a relation, column, index, type or schema."""
    match operation.kind:
        case "table" | "view" | "materialized view" | "foreign table":
            key = editor.resolve("relation", operation.name)
            record = editor.get(key) if key else None
            if isinstance(record, Table | View):
                editor.put(record.key, replace(record, comment=operation.text))
        case "column":
            _comment_column(editor, operation)
        case "index":
            _comment_index(editor, operation)
        case "type" | "domain":
            found = editor.user_type(operation.name)
            if found is not None:
                editor.put(("type", found.schema, found.name), replace(found, comment=operation.text))
        case "schema":
            schema = editor.get(("schema", "", operation.name.text))
            if isinstance(schema, Schema):
                editor.put(("schema", "", schema.name), replace(schema, comment=operation.text))
        case _:
            pass


def _comment_column(editor: CatalogEditor, operation: Comment) -> None:
    table = editor.table(operation.name)
    if table is None or operation.column is None:
        return
    name = operation.column.text
    columns = tuple(
        replace(column, comment=operation.text) if column.name == name else column for column in table.columns
    )
    editor.put(table.key, replace(table, columns=columns))


def _comment_index(editor: CatalogEditor, operation: Comment) -> None:
    found = owner_of_index(editor, operation.name)
    if found is None:
        return
    owner, name = found
    indexes = tuple(replace(index, comment=operation.text) if index.name == name else index for index in owner.indexes)
    editor.put(owner.key, replace(owner, indexes=indexes))
