"""Folds CREATE TABLE into the catalog."""

from __future__ import annotations

from dataclasses import replace

from sqlreview.operations import (
    Check,
    ColumnDefinition,
    CreateTable,
    Exclusion,
    ForeignKey,
    Like,
    Name,
    NotNull,
    PrimaryKey,
    Unique,
)
from sqlreview.operations import Constraint as WrittenConstraint
from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.copies import note_copy
from sqlreview.schema.fold_columns import column_of
from sqlreview.schema.fold_constraints import add_constraint
from sqlreview.schema.fold_drops import clear_table, drop_relation
from sqlreview.schema.fold_like import with_copied_columns, with_copied_indexes
from sqlreview.schema.inheritance import inherit_columns, inherit_constraints, inherit_from_partitioned
from sqlreview.schema.links import change_table, with_key, with_partition
from sqlreview.schema.mentions import mention, relation_key
from sqlreview.schema.origins import Key, Origin
from sqlreview.schema.records import Table, Type
from sqlreview.schema.sqlite_keys import comes_last


def create_table(editor: CatalogEditor, operation: CreateTable, origin: Origin) -> None:
    """CREATE TABLE, CREATE TABLE AS and SELECT INTO."""
    key = editor.key_for_new("relation", operation.table, operation.temporary)
    existing = editor.get(key)
    if operation.if_not_exists and existing is not None and not (isinstance(existing, Table) and not existing.created):
        return
    table = _blank(key, operation, origin)
    if isinstance(existing, Table):
        # what others know of the table outlives a second definition: either the first was only a mention, or the
        # history dropped the table where it cannot be seen
        clear_table(editor, existing)
        table = replace(
            table,
            referenced_by=tuple(other for other in existing.referenced_by if other != key),
            used_by=existing.used_by,
            partitions=existing.partitions,
            bounds=existing.bounds,
            inherited_by=existing.inherited_by,
        )
    elif existing is not None:
        drop_relation(editor, key, cascade=False)
    table = _with_columns(editor, table, operation, origin)
    table = _with_constraints(editor, table, operation, origin)
    editor.put(key, _with_parents(editor, table, operation, origin))
    note_copy(editor, key, operation.copied, origin)


def _blank(key: Key, operation: CreateTable, origin: Origin) -> Table:
    return Table(
        schema=key[1],
        name=key[2],
        complete=operation.as_query is None and (operation.module is None or bool(operation.columns)),
        temporary=key[1] == "pg_temp",
        unlogged=operation.unlogged,
        foreign=operation.foreign,
        partition_by=operation.partition_by,
        bound=operation.bound,
        attached=origin if operation.bound else None,
        written=origin if operation.as_query is not None and operation.with_data else None,
        strict=operation.strict,
        without_rowid=operation.without_rowid,
        module=operation.module,
        origin=origin,
    )


def _with_columns(editor: CatalogEditor, table: Table, operation: CreateTable, origin: Origin) -> Table:
    if operation.of_type:
        table = _with_columns_of_type(editor, table, operation.of_type, origin)
    columns = {column.name: column for column in table.columns}
    elements: tuple[ColumnDefinition | Like, ...] = (*operation.columns, *operation.likes)
    for item in sorted(elements, key=lambda item: item.span.start) if operation.likes else elements:
        if isinstance(item, Like):
            table = with_copied_columns(editor, replace(table, columns=tuple(columns.values())), item, origin)
            columns = {column.name: column for column in table.columns}
        else:
            table, column = column_of(editor, table, item, origin)
            known = columns.get(column.name)  # what OF type has brought keeps its type
            columns[column.name] = replace(column, type=column.type or known.type) if known else column
    table = replace(table, columns=tuple(columns.values()))
    for name in reversed((operation.partition_of,) if operation.partition_of else operation.inherits):
        table = _with_parent(editor, table, name, operation.partition_of is not None, origin)
    return table


def _with_columns_of_type(editor: CatalogEditor, table: Table, name: Name, origin: Origin) -> Table:
    found = editor.user_type(name)
    if not isinstance(found, Type):
        return replace(table, complete=False)
    columns = tuple(replace(column, origin=origin, copied=True) for column in found.columns)
    return replace(table, columns=columns, of_type=("type", found.schema, found.name))


def _with_parent(editor: CatalogEditor, table: Table, name: Name, is_partition: bool, origin: Origin) -> Table:
    key = relation_key(editor, name)
    parent = editor.table_at(key)
    if parent is None:
        parent = mention(editor, name, origin)
        editor.put(key, parent)
    if is_partition:
        table = replace(table, partition_of=key)
    else:
        table = replace(table, inherits=(key, *table.inherits))
    return inherit_columns(table, parent, origin)


_RANKS: dict[type, int] = {Check: 0, NotNull: 0, PrimaryKey: 1, Unique: 2, Exclusion: 2, ForeignKey: 4}
_AFTER_LIKES = 3


def _with_constraints(editor: CatalogEditor, table: Table, operation: CreateTable, origin: Origin) -> Table:
    """Adds constraints in PostgreSQL's order, on which the names of unnamed ones depend."""
    parts: list[WrittenConstraint] = [part for column in operation.columns for part in column.constraints]
    parts += operation.constraints
    in_order = editor.session.family == "sqlite"
    before = table
    parts.sort(key=lambda part: (comes_last(before, part) if in_order else _RANKS[type(part)], part.span.start))
    likes = operation.likes
    for part in parts:
        if _RANKS[type(part)] > _AFTER_LIKES and likes:
            table = _with_copied_indexes(editor, table, operation, origin)
            likes = ()
        if part.timing.not_valid:  # nothing needs validation in a new table
            part = replace(part, timing=replace(part.timing, not_valid=False))
        if in_order or not (isinstance(part, Unique) and _repeats_key(table, part)):
            table = add_constraint(editor, table, part, origin)
    return _with_copied_indexes(editor, table, operation, origin) if likes else table


def _with_copied_indexes(editor: CatalogEditor, table: Table, operation: CreateTable, origin: Origin) -> Table:
    for like in operation.likes:
        table = with_copied_indexes(editor, table, like, origin)
    return table


def _repeats_key(table: Table, part: Unique) -> bool:
    """PostgreSQL makes one index of a primary key and a UNIQUE on the same columns of one CREATE TABLE."""
    columns = tuple(column.text for column in part.columns)
    include = tuple(column.text for column in part.include)
    for index in table.indexes:
        constraint = table.constraint(index.constraint) if index.constraint else None
        same = index.columns == columns and index.include == include and index.method == "btree"
        if constraint is None or not same or index.nulls_not_distinct != part.nulls_not_distinct:
            continue
        if constraint.kind == "exclusion" or part.name is not None:
            continue
        return constraint.deferrable == part.timing.deferrable and not part.without_overlaps
    return False


def _with_parents(editor: CatalogEditor, table: Table, operation: CreateTable, origin: Origin) -> Table:
    own = table.key
    if table.partition_of:
        parent = editor.table_at(table.partition_of)
        if parent is not None:
            table = inherit_from_partitioned(editor, table, parent, origin)
            change_table(editor, parent.key, lambda it: with_partition(it, own, table.bound))
    for key in table.inherits:
        parent = editor.table_at(key)
        if parent is not None:
            table = inherit_constraints(editor, table, parent, parent.constraints, origin)
            change_table(editor, key, lambda it: replace(it, inherited_by=with_key(it.inherited_by, own)))
    return table
