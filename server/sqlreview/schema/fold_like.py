"""Folds LIKE source INCLUDING ... of CREATE TABLE."""

from __future__ import annotations

from dataclasses import replace

from sqlreview.operations import Like
from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.fold_columns import with_sequence
from sqlreview.schema.links import with_index
from sqlreview.schema.naming import addition_of, free_relation_name, index_column_names
from sqlreview.schema.origins import Origin
from sqlreview.schema.records import Column, Constraint, Index, Table

_LABELS = {"primary key": "pkey", "unique": "key", "exclusion": "excl"}


def _includes(like: Like, what: str) -> bool:
    return "all" in like.including or what in like.including


def with_copied_columns(editor: CatalogEditor, table: Table, like: Like, origin: Origin) -> Table:
    """The table with the columns of the source, and with its checks where they are included."""
    source = editor.table(like.source)
    if source is None:
        return replace(table, complete=False)
    place = origin.within(like.span)
    for column in source.columns:
        table = _with_copied_column(editor, table, column, like, place)
    if not source.complete:
        table = replace(table, complete=False)
    if not _includes(like, "constraints"):
        return table
    checks = tuple(
        replace(constraint, origin=place, inherited=False, valid=constraint.enforced)
        for constraint in source.constraints
        if constraint.kind == "check"
    )
    return replace(table, constraints=(*table.constraints, *checks))


def _with_copied_column(editor: CatalogEditor, table: Table, column: Column, like: Like, origin: Origin) -> Table:
    identity = column.identity if _includes(like, "identity") else None
    copy = Column(
        name=column.name,
        type=column.type,
        not_null=column.not_null,
        default=column.default if _includes(like, "defaults") else None,
        identity=identity,
        generated=column.generated if _includes(like, "generated") else None,
        collation=column.collation,
        comment=column.comment if _includes(like, "comments") else None,
        origin=origin,
        copied=True,
    )
    if identity:
        # PostgreSQL copies the options of the sequence but not its type
        table, _ = with_sequence(editor, table, column.name, "bigint", origin)
    return replace(table, columns=(*table.columns, copy))


def with_copied_indexes(editor: CatalogEditor, table: Table, like: Like, origin: Origin) -> Table:
    """The table with the indexes of the source, and the constraints they stand behind, where they are included."""
    source = editor.table(like.source)
    if source is None or not _includes(like, "indexes"):
        return table
    place = origin.within(like.span)
    for index in source.indexes:
        constraint = source.constraint(index.constraint) if index.constraint else None
        table = _with_copied_index(editor, table, index, constraint, place)
    return table


def _with_copied_index(
    editor: CatalogEditor, table: Table, index: Index, constraint: Constraint | None, origin: Origin
) -> Table:
    if constraint is None:
        name = free_relation_name(editor, table, addition_of(index_column_names(index.keys, index.include)), "idx")
        copy = replace(index, name=name, parent=None, comment=None, valid=True, origin=origin)
        return with_index(editor, table, copy)
    addition = addition_of(index_column_names(index.keys, index.include)) if constraint.kind != "primary key" else None
    taken = {item.name for item in table.constraints}
    name = free_relation_name(editor, table, addition, _LABELS[constraint.kind], taken)
    table = with_index(
        editor, table, replace(index, name=name, constraint=name, parent=None, comment=None, origin=origin)
    )
    own = replace(constraint, name=name, index=name, inherited=False, origin=origin)
    return replace(table, constraints=(*table.constraints, own))
