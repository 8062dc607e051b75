"""Indexes and constraints of MySQL tables that exist: CREATE and DROP INDEX, ALTER TABLE ... ADD, DROP and RENAME."""

from __future__ import annotations

from dataclasses import replace

from sqlreview.operations import (
    AddCheck,
    AddForeignKey,
    AddPrimaryKey,
    AddUnique,
    AlterConstraint,
    CreateIndex,
    DropConstraint,
    DropIndex,
    RenameIndex,
    SetIndexVisibility,
)
from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.links import unlink_foreign_keys
from sqlreview.schema.mentions import table_or_mention
from sqlreview.schema.mysql.keys import free_name_for, with_element, with_index, without_index
from sqlreview.schema.mysql.names import PRIMARY
from sqlreview.schema.origins import Origin
from sqlreview.schema.records import Constraint, Index, Table

_AddConstraint = AddPrimaryKey | AddUnique | AddForeignKey | AddCheck


def add_constraint(editor: CatalogEditor, operation: _AddConstraint, origin: Origin) -> None:
    """ALTER TABLE ... ADD of a constraint."""
    table = table_or_mention(editor, operation.table, origin)
    if table is not None:
        editor.put(table.key, with_element(editor, table, operation.constraint, origin))


def create_index(editor: CatalogEditor, operation: CreateIndex, origin: Origin) -> None:
    """CREATE INDEX and ADD INDEX; a unique index is a constraint as well."""
    table = table_or_mention(editor, operation.table, origin)
    if table is None:
        return
    name = operation.name.text if operation.name else free_name_for(table, operation.keys)
    if operation.if_not_exists and table.index(name) is not None:
        return
    index = Index(
        name=name,
        method=operation.method,
        keys=operation.keys,
        unique=operation.unique,
        comment=operation.comment,
        visible=operation.visible,
        constraint=name if operation.unique else None,
        origin=origin,
    )
    table = with_index(without_index(table, name), index)
    if operation.unique:
        columns = tuple(column for column in table.indexes[-1].columns if column is not None)
        constraint = Constraint(name=name, kind="unique", columns=columns, index=name, origin=origin)
        table = replace(table, constraints=(*table.constraints, constraint))
    editor.put(table.key, table)


def drop_index(editor: CatalogEditor, operation: DropIndex, origin: Origin) -> None:
    """DROP INDEX and DROP KEY."""
    table = table_or_mention(editor, operation.table, origin) if operation.table else None
    if table is not None:
        editor.put(table.key, without_index(table, operation.index.text))


def rename_index(editor: CatalogEditor, operation: RenameIndex, origin: Origin) -> None:
    """RENAME INDEX."""
    table = table_or_mention(editor, operation.table, origin) if operation.table else None
    if table is None:
        return
    old, new = operation.index.text, operation.new_name.text
    indexes = tuple(_renamed(index, new) if index.name == old else index for index in table.indexes)
    constraints = tuple(replace(item, name=new, index=new) if item.index == old else item for item in table.constraints)
    editor.put(table.key, replace(table, indexes=indexes, constraints=constraints))


def _renamed(index: Index, name: str) -> Index:
    return replace(index, name=name, constraint=name if index.constraint else None, generated=False)


def set_index_visibility(editor: CatalogEditor, operation: SetIndexVisibility, origin: Origin) -> None:
    """ALTER INDEX ... VISIBLE, INVISIBLE and IGNORED."""
    table = table_or_mention(editor, operation.table, origin)
    if table is None:
        return
    name = operation.index.text
    indexes = tuple(
        replace(index, visible=operation.visible) if index.name == name else index for index in table.indexes
    )
    editor.put(table.key, replace(table, indexes=indexes))


def drop_constraint(editor: CatalogEditor, operation: DropConstraint, origin: Origin) -> None:
    """DROP PRIMARY KEY, FOREIGN KEY, CHECK and CONSTRAINT; the index of a foreign key stays."""
    table = table_or_mention(editor, operation.table, origin)
    if table is None:
        return
    dropped = next((item for item in table.constraints if _is_meant(item, operation)), None)
    if dropped is None:
        if not table.created:
            editor.put(table.key, table)
    elif dropped.kind in ("primary key", "unique"):
        editor.put(table.key, without_index(table, dropped.name))
    else:
        _drop(editor, table, dropped)


def _is_meant(constraint: Constraint, operation: DropConstraint) -> bool:
    if operation.kind == "primary key":
        return constraint.kind == "primary key"
    same_kind = operation.kind in ("", constraint.kind)
    return same_kind and constraint.name == operation.name.text and constraint.name != PRIMARY


def _drop(editor: CatalogEditor, table: Table, dropped: Constraint) -> None:
    reduced = replace(table, constraints=tuple(item for item in table.constraints if item is not dropped))
    if dropped.referenced == table.key and not any(item.referenced == table.key for item in reduced.constraints):
        reduced = replace(reduced, referenced_by=tuple(key for key in reduced.referenced_by if key != table.key))
    editor.put(table.key, reduced)
    unlink_foreign_keys(editor, reduced, (dropped,))


def alter_constraint(editor: CatalogEditor, operation: AlterConstraint, origin: Origin) -> None:
    """ALTER CHECK and ALTER CONSTRAINT ... [NOT] ENFORCED."""
    table = table_or_mention(editor, operation.table, origin)
    if table is None or operation.enforced is None:
        return
    enforced = operation.enforced
    constraints = tuple(
        replace(item, enforced=enforced, valid=enforced) if item.name == operation.name.text else item
        for item in table.constraints
    )
    editor.put(table.key, replace(table, constraints=constraints))
