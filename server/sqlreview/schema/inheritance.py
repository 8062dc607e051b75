"""What partitions and inheriting tables get from their parents: columns, constraints, indexes and triggers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.links import link_foreign_key, with_index
from sqlreview.schema.naming import addition_of, free_constraint_name, free_relation_name, index_column_names
from sqlreview.schema.origins import Origin
from sqlreview.schema.records import Column, Constraint, Index, Table, Trigger

_LABELS = {"primary key": "pkey", "unique": "key", "exclusion": "excl"}


def inherit_columns(child: Table, parent: Table, origin: Origin) -> Table:
    """The child with the columns of a parent before its own; columns of one name become one."""
    own = {column.name: column for column in child.columns}
    is_partition = child.partition_of == parent.key
    inherited = tuple(_merged(column, own.pop(column.name, None), origin, is_partition) for column in parent.columns)
    return replace(
        child, columns=(*inherited, *own.values()), complete=child.complete and parent.complete and parent.created
    )


def _merged(parent: Column, own: Column | None, origin: Origin, is_partition: bool) -> Column:
    if own is None:
        identity = parent.identity if is_partition else None
        return replace(parent, inherited=True, identity=identity, origin=origin, not_null_origin=None, comment=None)
    return replace(
        own,
        type=own.type or parent.type,
        not_null=own.not_null or parent.not_null,
        default=own.default or parent.default,
        generated=own.generated or parent.generated,
        inherited=own.inherited or is_partition,
    )


def inherit_from_partitioned(editor: CatalogEditor, child: Table, parent: Table, origin: Origin) -> Table:
    """The partition with everything PostgreSQL makes for it when it joins a partitioned table."""
    child = inherit_constraints(editor, child, parent, parent.constraints, origin)
    for index in parent.indexes:
        if index.constraint is None:
            child = inherit_index(editor, child, index, None, origin)
    triggers = tuple(
        replace(trigger, inherited=True, origin=origin)
        for trigger in parent.triggers
        if trigger.for_each_row and not any(own.name == trigger.name for own in child.triggers)
    )
    return replace(child, triggers=(*child.triggers, *triggers)) if triggers else child


def inherit_trigger(child: Table, trigger: Trigger) -> Table:
    """The partition with a row trigger of its partitioned table."""
    others = tuple(own for own in child.triggers if own.name != trigger.name)
    return replace(child, triggers=(*others, replace(trigger, inherited=True)))


def inherit_constraints(
    editor: CatalogEditor, child: Table, parent: Table, constraints: Iterable[Constraint], origin: Origin
) -> Table:
    """The child with those constraints of its parent that it gets."""
    is_partition = child.partition_of == parent.key
    for constraint in constraints:
        place = constraint.origin if constraint.origin.statement == origin.statement else origin
        match constraint.kind:
            case "check" | "not null":
                child = _inherit_check(child, constraint, place)
            case "foreign key" if is_partition:
                child = _inherit_foreign_key(editor, child, constraint, place)
            case "primary key" | "unique" | "exclusion" if is_partition:
                index = parent.index(constraint.index) if constraint.index else None
                if index is not None:
                    child = inherit_index(editor, child, index, constraint, place)
            case _:
                pass
    return child


def _inherit_check(child: Table, constraint: Constraint, origin: Origin) -> Table:
    if constraint.no_inherit:
        return child
    columns = child.columns
    if constraint.kind == "not null" and constraint.valid:
        columns = tuple(
            replace(column, not_null=True) if column.name in constraint.columns else column for column in columns
        )
    own = child.constraint(constraint.name)
    if own is not None:
        constraints = tuple(replace(item, inherited=True) if item is own else item for item in child.constraints)
    else:
        constraints = (*child.constraints, replace(constraint, inherited=True, origin=origin))
    return replace(child, columns=columns, constraints=constraints)


def same_foreign_key(one: Constraint, other: Constraint) -> bool:
    """Whether two foreign keys demand the same thing."""
    return (
        one.kind == other.kind == "foreign key"
        and one.columns == other.columns
        and one.referenced == other.referenced
        and one.referenced_columns == other.referenced_columns
        and (one.on_delete or "NO ACTION") == (other.on_delete or "NO ACTION")
        and (one.on_update or "NO ACTION") == (other.on_update or "NO ACTION")
        and one.deferrable == other.deferrable
    )


def _inherit_foreign_key(editor: CatalogEditor, child: Table, constraint: Constraint, origin: Origin) -> Table:
    own = next((item for item in child.constraints if same_foreign_key(item, constraint)), None)
    if own is not None:
        constraints = tuple(replace(item, inherited=True) if item is own else item for item in child.constraints)
        return replace(child, constraints=constraints)
    name = constraint.name
    if child.constraint(name) is not None:
        taken = {item.name for item in child.constraints}
        name = free_constraint_name(child.name, addition_of(constraint.columns), "fkey", taken)
    if constraint.referenced:
        link_foreign_key(editor, child.key, constraint.referenced)
    copy = replace(constraint, name=name, inherited=True, origin=origin)
    return replace(child, constraints=(*child.constraints, copy))


def inherit_index(
    editor: CatalogEditor, child: Table, parent: Index, constraint: Constraint | None, origin: Origin
) -> Table:
    """The partition with an index of its partitioned table: one that fits is attached, else one is made."""
    if any(index.parent == parent.name for index in child.indexes):
        return child
    place = parent.origin if parent.origin.statement == origin.statement else origin
    found = next((index for index in child.indexes if _can_be_attached(child, index, parent, constraint)), None)
    if found is not None:
        child = with_index(editor, child, replace(found, parent=parent.name))
        name = found.name
        if constraint is None:
            return _inherit_in_children(editor, child, name, None, origin)
        constraints = tuple(replace(item, inherited=True) if item.index == name else item for item in child.constraints)
        return replace(child, constraints=constraints)
    if constraint is None:
        addition: str | None = addition_of(index_column_names(parent.keys, parent.include))
        name = free_relation_name(editor, child, addition, "idx")
        copy = replace(parent, name=name, parent=parent.name, comment=None, valid=True, origin=place)
        return _inherit_in_children(editor, with_index(editor, child, copy), name, None, origin)
    return _copy_key(editor, child, parent, constraint, place, origin)


def _copy_key(
    editor: CatalogEditor, child: Table, parent: Index, constraint: Constraint, place: Origin, origin: Origin
) -> Table:
    names = index_column_names(parent.keys, parent.include)
    addition = None if constraint.kind == "primary key" else addition_of(names)
    taken = {item.name for item in child.constraints}
    name = free_relation_name(editor, child, addition, _LABELS[constraint.kind], taken)
    copy = replace(parent, name=name, constraint=name, parent=parent.name, comment=None, origin=place)
    child = with_index(editor, child, copy)
    own = replace(constraint, name=name, index=name, inherited=True, origin=place)
    columns = child.columns
    if constraint.kind == "primary key":
        columns = tuple(
            replace(column, not_null=True) if column.name in constraint.columns else column for column in columns
        )
    child = replace(child, columns=columns, constraints=(*child.constraints, own))
    return _inherit_in_children(editor, child, name, own, origin)


def _inherit_in_children(
    editor: CatalogEditor, table: Table, name: str, constraint: Constraint | None, origin: Origin
) -> Table:
    """Carries an index of a partition that is itself partitioned to its own partitions."""
    index = table.index(name)
    for key in table.partitions:
        child = editor.table_at(key)
        if child is not None and index is not None:
            editor.put(key, inherit_index(editor, child, index, constraint, origin))
    return table


def _can_be_attached(child: Table, index: Index, parent: Index, constraint: Constraint | None) -> bool:
    if index.parent is not None or not index.valid or (index.constraint is None) != (constraint is None):
        return False
    if constraint is not None:
        own = child.constraint(index.constraint or "")
        if own is None or own.kind != constraint.kind:
            return False
    return same_index_contents(index, parent) and index.unique == parent.unique


def same_index_contents(one: Index, other: Index) -> bool:
    """Whether two indexes hold the same entries, sort directions and names apart."""
    return (
        one.contents == other.contents
        and one.method == other.method
        and one.include == other.include
        and one.nulls_not_distinct == other.nulls_not_distinct
        and one.condition == other.condition
    )
