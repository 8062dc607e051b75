"""Folds what ALTER TABLE does to constraints that exist: drop, rename, validate, alter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from sqlreview.operations import AlterConstraint, DropConstraint, RenameConstraint, ValidateConstraint
from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.fold_constraints import without_constraint
from sqlreview.schema.fold_indexes import rename_index_of
from sqlreview.schema.inheritance import same_foreign_key
from sqlreview.schema.links import children_of, unlink_foreign_keys, without_key
from sqlreview.schema.mentions import table_or_mention
from sqlreview.schema.naming import object_name
from sqlreview.schema.origins import Origin
from sqlreview.schema.records import Constraint, Table


def drop_constraint(editor: CatalogEditor, operation: DropConstraint, origin: Origin) -> None:
    """DROP CONSTRAINT."""
    table = table_or_mention(editor, operation.table, origin)
    if table is None:
        return
    constraint = table.constraint(operation.name.text) or _implied_not_null(table, operation.name.text, origin)
    if constraint is not None:
        _drop(editor, table, constraint, operation.cascade)
    elif not table.created:
        editor.put(table.key, table)


def _implied_not_null(table: Table, name: str, origin: Origin) -> Constraint | None:
    """The NOT NULL constraint PostgreSQL 18 names `t_c_not_null`, which is no record of its own here."""
    for column in table.columns:
        if column.not_null and name == object_name(table.name, column.name, "not_null"):
            return Constraint(name=name, kind="not null", columns=(column.name,), origin=origin)
    return None


def _drop(editor: CatalogEditor, table: Table, constraint: Constraint, cascade: bool) -> None:
    for child, inherited in _inherited(editor, table, constraint):
        _drop(editor, child, inherited, cascade)
    table = editor.table_at(table.key) or table
    if constraint.kind in ("primary key", "unique") and cascade:
        drop_references_to(editor, table, lambda other: set(other.referenced_columns) == set(constraint.columns))
        table = editor.table_at(table.key) or table
    reduced = without_constraint(editor, table, constraint)
    if constraint.kind == "not null":
        columns = tuple(
            replace(column, not_null=False, not_null_origin=None) if column.name in constraint.columns else column
            for column in reduced.columns
        )
        reduced = replace(reduced, columns=columns)
    if constraint.referenced == table.key and not any(item.referenced == table.key for item in reduced.constraints):
        reduced = replace(reduced, referenced_by=without_key(reduced.referenced_by, table.key))
    editor.put(table.key, reduced)
    unlink_foreign_keys(editor, reduced, (constraint,))


def _inherited(editor: CatalogEditor, table: Table, constraint: Constraint) -> Iterator[tuple[Table, Constraint]]:
    """Partitions and inheriting tables with the constraint they have because of this one."""
    for child in children_of(editor, table):
        for own in child.constraints:
            if own.inherited and _comes_from(child, own, constraint):
                yield child, own
                break


def _comes_from(child: Table, own: Constraint, parent: Constraint) -> bool:
    if parent.kind == "foreign key":
        return same_foreign_key(own, parent)
    if parent.kind in ("check", "not null"):
        return own.kind == parent.kind and own.name == parent.name
    index = child.index(own.index) if own.index else None
    return index is not None and index.parent == parent.index


def drop_references_to(editor: CatalogEditor, table: Table, doomed: Callable[[Constraint], bool]) -> None:
    """Drops the foreign keys of other tables (and its own) that point to a table and meet a condition."""
    for key in table.referenced_by:
        other = editor.table_at(key)
        if other is None:
            continue
        dropped = tuple(item for item in other.constraints if item.referenced == table.key and doomed(item))
        if dropped:
            reduced = replace(other, constraints=tuple(item for item in other.constraints if item not in dropped))
            if key == table.key:
                rest = any(item.referenced == key for item in reduced.constraints)
                kept = reduced.referenced_by if rest else without_key(reduced.referenced_by, key)
                reduced = replace(reduced, referenced_by=kept)
            editor.put(key, reduced)
            unlink_foreign_keys(editor, reduced, dropped)


def rename_constraint(editor: CatalogEditor, operation: RenameConstraint, origin: Origin) -> None:
    """RENAME CONSTRAINT, which renames the index behind it too."""
    table = table_or_mention(editor, operation.table, origin)
    if table is not None:
        _rename(editor, table, operation.name.text, operation.new_name.text)


def _rename(editor: CatalogEditor, table: Table, old: str, new: str) -> None:
    constraint = table.constraint(old)
    if constraint is None:
        return
    if constraint.index and table.index(constraint.index):
        editor.put(table.key, rename_index_of(editor, table, constraint.index, new))
        return
    renamed = replace(constraint, name=new)
    constraints = tuple(renamed if item is constraint else item for item in table.constraints)
    editor.put(table.key, replace(table, constraints=constraints))
    if constraint.kind in ("check", "not null"):
        for child, own in _inherited(editor, table, constraint):
            _rename(editor, child, own.name, new)


def validate_constraint(editor: CatalogEditor, operation: ValidateConstraint, origin: Origin) -> None:
    """VALIDATE CONSTRAINT."""
    table = table_or_mention(editor, operation.table, origin)
    constraint = table.constraint(operation.name.text) if table else None
    if table is not None and constraint is not None:
        _change(editor, table, constraint, lambda item: replace(item, valid=item.enforced), origin)


def alter_constraint(editor: CatalogEditor, operation: AlterConstraint, origin: Origin) -> None:
    """ALTER CONSTRAINT; making it enforced validates it as well."""
    table = table_or_mention(editor, operation.table, origin)
    constraint = table.constraint(operation.name.text) if table else None
    if table is None or constraint is None:
        return

    def change(item: Constraint) -> Constraint:
        deferrable = item.deferrable if operation.deferrable is None else operation.deferrable
        deferred = item.initially_deferred if operation.initially_deferred is None else operation.initially_deferred
        enforced = item.enforced if operation.enforced is None else operation.enforced
        return replace(
            item,
            deferrable=deferrable or (deferred and operation.deferrable is None),
            initially_deferred=deferred and operation.deferrable is not False,
            enforced=enforced,
            valid=item.valid if enforced == item.enforced else enforced,
            no_inherit=item.no_inherit if operation.inherit is None else not operation.inherit,
        )

    _change(editor, table, constraint, change, origin)


def _change(
    editor: CatalogEditor,
    table: Table,
    constraint: Constraint,
    change: Callable[[Constraint], Constraint],
    origin: Origin,
) -> None:
    changed = change(constraint)
    constraints = tuple(changed if item is constraint else item for item in table.constraints)
    columns = table.columns
    if changed.kind == "not null" and changed.valid:
        columns = tuple(
            replace(column, not_null=True, not_null_origin=origin)
            if column.name in changed.columns and not column.not_null
            else column
            for column in columns
        )
    editor.put(table.key, replace(table, constraints=constraints, columns=columns))
    for child, own in _inherited(editor, table, constraint):
        _change(editor, child, own, change, origin)
