"""Folds indexes into the catalog."""

from __future__ import annotations

from dataclasses import replace

from sqlreview.operations import AttachIndexPartition, CreateIndex, DropIndex, Name, RenameIndex
from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.inheritance import inherit_index
from sqlreview.schema.links import enter_index, forget_index, with_index
from sqlreview.schema.mentions import table_or_mention
from sqlreview.schema.naming import addition_of, free_relation_name, index_column_names
from sqlreview.schema.origins import Origin
from sqlreview.schema.records import Index, IndexName, Table, View


def create_index(editor: CatalogEditor, operation: CreateIndex, origin: Origin) -> None:
    """CREATE INDEX on a table or materialized view, and on every partition of a partitioned table."""
    view = editor.view(operation.table)
    owner = view or table_or_mention(editor, operation.table, origin)
    if owner is None:
        return
    name = operation.name.text if operation.name else None
    if name and operation.if_not_exists and editor.get(("relation", owner.schema, name)) is not None:
        return
    index = _index_of(editor, owner, operation, name, origin)
    if isinstance(owner, View):
        enter_index(editor, owner, index)
        others = tuple(other for other in owner.indexes if other.name != index.name)
        editor.put(owner.key, replace(owner, indexes=(*others, index)))
        return
    editor.put(owner.key, with_index(editor, owner, index))
    if not operation.only:
        for key in owner.partitions:
            partition = editor.table_at(key)
            if partition is not None:
                editor.put(key, inherit_index(editor, partition, index, None, origin))


def _index_of(
    editor: CatalogEditor, owner: Table | View, operation: CreateIndex, name: str | None, origin: Origin
) -> Index:
    include = tuple(column.text for column in operation.include)
    if name is None:
        addition = addition_of(index_column_names(operation.keys, include))
        name = free_relation_name(editor, owner, addition, "idx")
    waits_for_partitions = operation.only and isinstance(owner, Table) and bool(owner.partitions)
    return Index(
        name=name,
        method=operation.method,
        keys=operation.keys,
        include=include,
        predicate=operation.predicate,
        unique=operation.unique,
        valid=not waits_for_partitions,
        nulls_not_distinct=operation.nulls_not_distinct,
        origin=origin,
    )


def owner_of_index(editor: CatalogEditor, name: Name) -> tuple[Table | View, str] | None:
    """The table or materialized view of an index, with the name of the index."""
    key = editor.resolve("relation", name)
    entry = editor.get(key) if key else None
    if not isinstance(entry, IndexName):
        return None
    owner = editor.get(entry.table)
    return (owner, entry.name) if isinstance(owner, Table | View) else None


def drop_index(editor: CatalogEditor, operation: DropIndex, origin: Origin) -> None:
    """DROP INDEX, with the indexes of partitions that belong to it."""
    found = owner_of_index(editor, operation.index)
    if found is not None:
        drop_index_of(editor, *found)


def drop_index_of(editor: CatalogEditor, owner: Table | View, name: str) -> None:
    """Drops an index of a table or materialized view, its constraint, and the indexes of partitions attached to it."""
    index = next((index for index in owner.indexes if index.name == name), None)
    if index is None:
        return
    forget_index(editor, owner, name)
    indexes = tuple(other for other in owner.indexes if other is not index)
    if isinstance(owner, View):
        editor.put(owner.key, replace(owner, indexes=indexes))
        return
    constraints = owner.constraints
    if index.constraint:
        constraints = tuple(item for item in constraints if item.index != name)
    editor.put(owner.key, replace(owner, indexes=indexes, constraints=constraints))
    for key in owner.partitions:
        partition = editor.table_at(key)
        attached = _attached(partition, name) if partition else None
        if partition and attached:
            drop_index_of(editor, partition, attached.name)


def _attached(partition: Table, parent: str) -> Index | None:
    return next((index for index in partition.indexes if index.parent == parent), None)


def rename_index(editor: CatalogEditor, operation: RenameIndex, origin: Origin) -> None:
    """ALTER INDEX ... RENAME TO, which renames the constraint it belongs to as well."""
    rename_index_called(editor, operation.index, operation.new_name.text)


def rename_index_called(editor: CatalogEditor, name: Name, new: str) -> None:
    """Renames an index if it is known."""
    found = owner_of_index(editor, name)
    if found is None:
        return
    owner, old = found
    if isinstance(owner, Table):
        editor.put(owner.key, rename_index_of(editor, owner, old, new))
        return
    indexes = tuple(replace(index, name=new) if index.name == old else index for index in owner.indexes)
    forget_index(editor, owner, old)
    renamed = replace(owner, indexes=indexes)
    editor.put(owner.key, renamed)
    for index in indexes:
        if index.name == new:
            enter_index(editor, renamed, index)


def rename_index_of(editor: CatalogEditor, table: Table, old: str, new: str) -> Table:
    """The table with an index under another name, and its constraint too; the caller puts it into the catalog."""
    index = table.index(old)
    if index is None or old == new:
        return table
    forget_index(editor, table, old)
    renamed = replace(index, name=new, constraint=new if index.constraint else None)
    enter_index(editor, table, renamed)
    for key in table.partitions:
        partition = editor.table_at(key)
        attached = _attached(partition, old) if partition else None
        if partition and attached:
            editor.put(key, _with_replaced(partition, attached, replace(attached, parent=new)))
    constraints = table.constraints
    if index.constraint:
        constraints = tuple(replace(item, name=new, index=new) if item.index == old else item for item in constraints)
    return replace(_with_replaced(table, index, renamed), constraints=constraints)


def _with_replaced(table: Table, old: Index, new: Index) -> Table:
    return replace(table, indexes=tuple(new if index is old else index for index in table.indexes))


def attach_index_partition(editor: CatalogEditor, operation: AttachIndexPartition, origin: Origin) -> None:
    """ALTER INDEX ... ATTACH PARTITION; the last partition makes the partitioned index valid."""
    found = owner_of_index(editor, operation.partition)
    parent = owner_of_index(editor, operation.index)
    if found is None or parent is None:
        return
    (owner, name), (partitioned, parent_name) = found, parent
    if not isinstance(owner, Table) or not isinstance(partitioned, Table):
        return
    index = owner.index(name)
    if index is None:
        return
    owner = _without_made_index(editor, owner, parent_name, name)
    attached = _with_replaced(owner, index, replace(index, parent=parent_name))
    if index.constraint:
        constraints = tuple(
            replace(item, inherited=True) if item.name == index.constraint else item for item in attached.constraints
        )
        attached = replace(attached, constraints=constraints)
    editor.put(owner.key, attached)
    _validate(editor, partitioned, parent_name)


def _without_made_index(editor: CatalogEditor, owner: Table, parent: str, attached: str) -> Table:
    """Dumps write ADD CONSTRAINT with ONLY, which is not read, so the partition may seem to have an index already."""
    made = _attached(owner, parent)
    if made is None or made.name == attached:
        return owner
    forget_index(editor, owner, made.name)
    return replace(
        owner,
        indexes=tuple(index for index in owner.indexes if index is not made),
        constraints=tuple(item for item in owner.constraints if item.index != made.name),
    )


def _validate(editor: CatalogEditor, table: Table, name: str) -> None:
    index = table.index(name)
    if index is None or index.valid:
        return
    partitions = [editor.table_at(key) for key in table.partitions]
    attached = [_attached(partition, name) for partition in partitions if partition]
    if not all(item is not None and item.valid for item in attached):
        return
    table = _with_replaced(table, index, replace(index, valid=True))
    editor.put(table.key, table)
    grandparent = editor.table_at(table.partition_of)
    if grandparent is not None and index.parent:
        _validate(editor, grandparent, index.parent)
