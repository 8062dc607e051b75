"""Folds constraints of tables into the catalog, with the indexes behind them."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from sqlreview.operations import (
    AddCheck,
    AddExclusion,
    AddForeignKey,
    AddNotNull,
    AddPrimaryKey,
    AddUnique,
    Check,
    Exclusion,
    ForeignKey,
    Identifier,
    IndexKey,
    NotNull,
    PrimaryKey,
    Timing,
    Unique,
)
from sqlreview.operations import Constraint as WrittenConstraint
from sqlreview.schema import sqlite_keys
from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.fold_indexes import rename_index_of
from sqlreview.schema.inheritance import inherit_constraints
from sqlreview.schema.links import children_of, forget_index, link_foreign_key, with_index, with_key, without_named
from sqlreview.schema.mentions import mention, relation_key, table_or_mention
from sqlreview.schema.naming import addition_of, free_constraint_name, free_relation_name, index_column_names
from sqlreview.schema.origins import Key, Origin
from sqlreview.schema.records import Column, Constraint, Index, Table

_PLAIN = Timing()
AddConstraint = AddPrimaryKey | AddUnique | AddForeignKey | AddCheck | AddExclusion | AddNotNull


def add(editor: CatalogEditor, operation: AddConstraint, origin: Origin) -> None:
    """ALTER TABLE ... ADD CONSTRAINT."""
    table = table_or_mention(editor, operation.table, origin)
    if table is None:
        return
    before = table.constraints
    table = add_constraint(editor, table, operation.constraint, origin)
    editor.put(table.key, table)
    add_to_children(editor, table, added_to(before, table.constraints), origin)


def added_to(before: tuple[Constraint, ...], after: tuple[Constraint, ...]) -> tuple[Constraint, ...]:
    """The constraints of a table that have a name none had before."""
    if after[: len(before)] == before:  # most often, and thousands of names need not be compared
        after = after[len(before) :]
    known = {constraint.name for constraint in before} if len(after) > 1 else [item.name for item in before]
    return tuple(constraint for constraint in after if constraint.name not in known)


def add_to_children(editor: CatalogEditor, table: Table, added: tuple[Constraint, ...], origin: Origin) -> None:
    """Gives constraints a table has got to its partitions and inheriting tables."""
    for child in children_of(editor, table):
        grown = inherit_constraints(editor, child, table, added, origin)
        if grown is not child:
            editor.put(child.key, grown)
            checks = tuple(item for item in added if item.kind in ("check", "not null", "foreign key"))
            add_to_children(editor, grown, checks, origin)


def add_constraint(editor: CatalogEditor, table: Table, part: WrittenConstraint, origin: Origin) -> Table:
    """The table with a constraint as a statement writes it; the caller puts the table into the catalog."""
    place = origin.within(part.span)
    match part:
        case PrimaryKey(using_index=index) | Unique(using_index=index) if index is not None:
            return _adopt_index(editor, table, part, index.text, place)
        case PrimaryKey() | Unique():
            return _add_key(editor, table, part, place)
        case ForeignKey():
            return _add_foreign_key(editor, table, part, place)
        case Check():
            return _add_check(table, part, place)
        case Exclusion():
            return _add_exclusion(editor, table, part, place)
        case NotNull():
            return _add_not_null(table, part, place)


def _with_constraint(table: Table, part: WrittenConstraint, constraint: Constraint) -> Table:
    timing = part.timing
    if timing != _PLAIN:
        constraint = replace(
            constraint,
            deferrable=timing.deferrable or timing.initially_deferred,
            initially_deferred=timing.initially_deferred,
            valid=timing.enforced and not timing.not_valid,
            enforced=timing.enforced,
            no_inherit=timing.no_inherit,
        )
    return replace(table, constraints=(*without_named(table.constraints, constraint.name), constraint))


def _names(columns: tuple[Identifier, ...]) -> tuple[str, ...]:
    return tuple(column.text for column in columns)


def _taken(table: Table) -> set[str]:
    return {constraint.name for constraint in table.constraints}


def _add_key(editor: CatalogEditor, table: Table, part: PrimaryKey | Unique, origin: Origin) -> Table:
    if editor.session.family == "sqlite":
        return sqlite_keys.with_key(editor, table, part, origin)
    columns = _names(part.columns)
    primary = isinstance(part, PrimaryKey)
    table = _without_inherited_key(editor, table, columns, primary)
    if part.name:
        name = part.name.text
    elif primary:
        name = free_relation_name(editor, table, None, "pkey", _taken(table))
    else:
        addition = addition_of((*columns, *_names(part.include)))
        name = free_relation_name(editor, table, addition, "key", _taken(table))
    index = Index(
        name=name,
        method="gist" if part.without_overlaps else "btree",
        keys=tuple(IndexKey(span=column.span, column=column) for column in part.columns),
        include=_names(part.include),
        unique=True,
        nulls_not_distinct=isinstance(part, Unique) and part.nulls_not_distinct,
        constraint=name,
        origin=origin,
    )
    return _with_key(with_index(editor, table, index), part, name, columns, origin)


def _with_key(table: Table, part: PrimaryKey | Unique, name: str, columns: tuple[str, ...], origin: Origin) -> Table:
    kind: Literal["primary key", "unique"] = "primary key" if isinstance(part, PrimaryKey) else "unique"
    if kind == "primary key":
        table = replace(table, columns=_made_not_null(table, columns, origin))
    return _with_constraint(table, part, Constraint(name=name, kind=kind, columns=columns, index=name, origin=origin))


def _made_not_null(table: Table, names: tuple[str, ...], origin: Origin) -> tuple[Column, ...]:
    return tuple(
        replace(
            column,
            not_null=True,
            not_null_origin=None if column.origin.statement == origin.statement else origin,
        )
        if column.name in names and not column.not_null
        else column
        for column in table.columns
    )


def _without_inherited_key(editor: CatalogEditor, table: Table, columns: tuple[str, ...], primary: bool) -> Table:
    """Dumps write the key of a partitioned table with ONLY and then that of each partition, which it already has."""
    for constraint in table.constraints:
        same = constraint.kind == "primary key" if primary else constraint.kind == "unique"
        if same and constraint.inherited and constraint.columns == columns:
            return without_constraint(editor, table, constraint)
    return table


def _adopt_index(
    editor: CatalogEditor, table: Table, part: PrimaryKey | Unique, index_name: str, origin: Origin
) -> Table:
    name = part.name.text if part.name else index_name
    index = table.index(index_name)
    if index is None:
        return _with_key(table, part, name, (), origin)
    table = rename_index_of(editor, table, index_name, name)
    indexes = tuple(replace(item, constraint=name) if item.name == name else item for item in table.indexes)
    columns = tuple(column for column in index.columns if column is not None)
    return _with_key(replace(table, indexes=indexes), part, name, columns, origin)


def _referenced_key(editor: CatalogEditor, table: Table, part: ForeignKey) -> Key:
    """Where the referenced table stands: in SQLite always in the database of the table that references it."""
    if editor.session.family == "sqlite":
        return ("relation", table.schema, part.referenced.text)
    return relation_key(editor, part.referenced)


def _add_foreign_key(editor: CatalogEditor, table: Table, part: ForeignKey, origin: Origin) -> Table:
    columns = _names(part.columns)
    referenced = _referenced_key(editor, table, part)
    target: Table | None
    if referenced == table.key:
        target = table
        table = replace(table, referenced_by=with_key(table.referenced_by, table.key))
    else:
        # a temporary table that is not there must not hide one that is
        if editor.get(referenced) is None and referenced[1] != "pg_temp":
            missing = mention(editor, part.referenced, origin)
            editor.put(referenced, replace(missing, schema=referenced[1]))
        target = editor.table_at(referenced)
        if target is None and editor.session.family != "sqlite":
            return table  # a view, which other engines refuse
        link_foreign_key(editor, table.key, referenced)
    referenced_columns = _names(part.referenced_columns)
    if not referenced_columns and target is not None and target.primary_key:
        referenced_columns = target.primary_key.columns
    constraint = Constraint(
        name=part.name.text
        if part.name
        else free_constraint_name(table.name, addition_of(columns), "fkey", _taken(table)),
        kind="foreign key",
        columns=columns,
        referenced=referenced,
        referenced_columns=referenced_columns,
        on_delete=part.on_delete,
        on_delete_columns=_names(part.on_delete_columns),
        on_update=part.on_update,
        match_full=part.match_full,
        unnamed=part.name is None,
        origin=origin,
    )
    return _with_constraint(table, part, constraint)


def _add_check(table: Table, part: Check, origin: Origin) -> Table:
    columns = part.expression.columns
    if table.complete:
        known = {column.name for column in table.columns}
        columns = tuple(column for column in columns if column in known)
    addition = columns[0] if len(columns) == 1 else None
    name = part.name.text if part.name else free_constraint_name(table.name, addition, "check", _taken(table))
    constraint = Constraint(
        name=name,
        kind="check",
        columns=columns,
        expression=part.expression,
        unnamed=part.name is None,
        origin=origin,
    )
    return _with_constraint(table, part, constraint)


def _add_exclusion(editor: CatalogEditor, table: Table, part: Exclusion, origin: Origin) -> Table:
    addition = addition_of(index_column_names(part.keys))
    name = part.name.text if part.name else free_relation_name(editor, table, addition, "excl", _taken(table))
    index = Index(
        name=name, method=part.method, keys=part.keys, predicate=part.predicate, constraint=name, origin=origin
    )
    columns = tuple(key.column.text for key in part.keys if key.column)
    constraint = Constraint(
        name=name, kind="exclusion", columns=columns, expression=part.predicate, index=name, origin=origin
    )
    return _with_constraint(with_index(editor, table, index), part, constraint)


def _add_not_null(table: Table, part: NotNull, origin: Origin) -> Table:
    columns = _names(part.columns)
    if not part.timing.not_valid:
        table = replace(table, columns=_made_not_null(table, columns, origin))
    addition = columns[0] if columns else None
    name = part.name.text if part.name else free_constraint_name(table.name, addition, "not_null", _taken(table))
    return _with_constraint(table, part, Constraint(name=name, kind="not null", columns=columns, origin=origin))


def without_constraint(editor: CatalogEditor, table: Table, constraint: Constraint) -> Table:
    """The table without a constraint and without the index behind it."""
    constraints = tuple(item for item in table.constraints if item is not constraint)
    indexes = table.indexes
    if constraint.index and constraint.kind != "foreign key":
        forget_index(editor, table, constraint.index)
        indexes = tuple(index for index in indexes if index.name != constraint.index)
    return replace(table, constraints=constraints, indexes=indexes)
