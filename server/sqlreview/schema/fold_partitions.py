"""Folds ATTACH and DETACH PARTITION, INHERIT and NO INHERIT."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from sqlreview.operations import AttachPartition, DetachPartition, SetInheritance
from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.inheritance import inherit_constraints, inherit_from_partitioned
from sqlreview.schema.links import change_table, with_key, with_partition, without_key, without_partition
from sqlreview.schema.mentions import table_or_mention
from sqlreview.schema.origins import Key, Origin
from sqlreview.schema.records import Column, Table


def attach_partition(editor: CatalogEditor, operation: AttachPartition, origin: Origin) -> None:
    """ATTACH PARTITION: the table gets the indexes, foreign keys and row triggers it lacks."""
    parent = table_or_mention(editor, operation.table, origin)
    child = table_or_mention(editor, operation.partition, origin)
    if parent is None or child is None or parent.key == child.key or child.partition_of not in (None, parent.key):
        return
    columns = tuple(_inherited(column, parent) for column in child.columns)
    child = replace(child, partition_of=parent.key, bound=operation.bound, attached=origin, columns=columns)
    parent = with_partition(parent, child.key, child.bound)
    editor.put(parent.key, parent)
    editor.put(child.key, child)
    editor.put(child.key, inherit_from_partitioned(editor, child, parent, origin))


def _inherited(column: Column, parent: Table) -> Column:
    given = parent.column(column.name)
    return column if given is None else replace(column, inherited=True, identity=given.identity)


def detach_partition(editor: CatalogEditor, operation: DetachPartition, origin: Origin) -> None:
    """DETACH PARTITION: a table of its own, which keeps columns, indexes and constraints."""
    child = table_or_mention(editor, operation.partition, origin)
    parent = table_or_mention(editor, operation.table, origin)
    if child is None or parent is None or child.partition_of not in (None, parent.key):
        return
    editor.put(parent.key, without_partition(parent, child.key))
    detached = replace(_independent(child, parent, ()), partition_of=None, bound=None, attached=None)
    columns = tuple(replace(column, identity=None) if column.identity else column for column in detached.columns)
    detached = replace(detached, columns=columns)
    editor.put(child.key, detached)


def _independent(child: Table, parent: Table, others: Collection[Table | None]) -> Table:
    """The child with what only this parent gave it as its own."""
    parents = {index.name for index in parent.indexes}
    kept_columns = {column.name for other in others if other for column in other.columns}
    kept_constraints = {item.name for other in others if other for item in other.constraints}
    return replace(
        child,
        columns=tuple(
            replace(column, inherited=column.inherited and column.name in kept_columns) for column in child.columns
        ),
        constraints=tuple(
            replace(item, inherited=item.inherited and item.name in kept_constraints) for item in child.constraints
        ),
        indexes=tuple(replace(index, parent=None) if index.parent in parents else index for index in child.indexes),
        triggers=tuple(trigger for trigger in child.triggers if not trigger.inherited),
    )


def set_inheritance(editor: CatalogEditor, operation: SetInheritance, origin: Origin) -> None:
    """INHERIT and NO INHERIT; OF and NOT OF change nothing here."""
    if operation.parent is None:
        return
    child = table_or_mention(editor, operation.table, origin)
    parent = table_or_mention(editor, operation.parent, origin)
    if child is None or parent is None or child.key == parent.key:
        return
    if operation.inherits:
        child = replace(child, inherits=with_key(child.inherits, parent.key))
        child = inherit_constraints(editor, child, parent, parent.constraints, origin)
        editor.put(parent.key, replace(parent, inherited_by=with_key(parent.inherited_by, child.key)))
    else:
        child = replace(child, inherits=without_key(child.inherits, parent.key))
        child = _independent(child, parent, [editor.table_at(key) for key in child.inherits])
        _forget_child(editor, parent.key, child.key)
    editor.put(child.key, child)


def _forget_child(editor: CatalogEditor, parent: Key, child: Key) -> None:
    change_table(editor, parent, lambda table: replace(table, inherited_by=without_key(table.inherited_by, child)))
