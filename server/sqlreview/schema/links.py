"""References between relations, kept on both sides: foreign keys, partitions, inheritance, views, owned sequences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from sqlreview.operations import PartitionBound
from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.origins import Key
from sqlreview.schema.records import Column, Constraint, Index, IndexName, Record, Routine, Sequence, Table, Type, View
from sqlreview.text import Span

_Named = TypeVar("_Named", Column, Constraint, Index)


def with_key(keys: tuple[Key, ...], key: Key) -> tuple[Key, ...]:
    """The keys with one more, which stands there once."""
    return keys if key in keys else (*keys, key)


def without_key(keys: tuple[Key, ...], key: Key) -> tuple[Key, ...]:
    """The keys without one of them."""
    return tuple(other for other in keys if other != key)


def with_partition(parent: Table, key: Key, bound: PartitionBound | None) -> Table:
    """The table with one more partition, or another bound of one it has."""
    bound = replace(bound, span=Span(0, 0)) if bound else None
    if key not in parent.partitions:
        return replace(parent, partitions=(*parent.partitions, key), bounds=(*parent.bounds, bound))
    bounds = (bound if other == key else old for other, old in zip(parent.partitions, parent.bounds, strict=True))
    return replace(parent, bounds=tuple(bounds))


def without_partition(parent: Table, key: Key) -> Table:
    """The table without one of its partitions."""
    if key not in parent.partitions:
        return parent
    at = parent.partitions.index(key)
    partitions = parent.partitions[:at] + parent.partitions[at + 1 :]
    return replace(parent, partitions=partitions, bounds=parent.bounds[:at] + parent.bounds[at + 1 :])


def change_table(editor: CatalogEditor, key: Key, change: Callable[[Table], Table]) -> None:
    """Puts the changed record of a table back; does nothing when there is no such table or no change."""
    table = editor.table_at(key)
    if table is None:
        return
    changed = change(table)
    if changed is not table:
        editor.put(key, changed)


def children_of(editor: CatalogEditor, table: Table) -> Iterator[Table]:
    """The partitions of a table and the tables that inherit from it."""
    for key in (*table.partitions, *table.inherited_by):
        child = editor.table_at(key)
        if child is not None:
            yield child


def without_named(items: tuple[_Named, ...], name: str) -> tuple[_Named, ...]:
    """The columns, constraints or indexes without the one of that name; a table may have thousands."""
    return tuple([item for item in items if item.name != name]) if name in [item.name for item in items] else items


def with_index(editor: CatalogEditor, owner: Table, index: Index) -> Table:
    """The table with an index, whose name is entered among the relations; one of the same name is replaced."""
    enter_index(editor, owner, index)
    return replace(owner, indexes=(*without_named(owner.indexes, index.name), index))


def enter_index(editor: CatalogEditor, owner: Table | View, index: Index) -> None:
    """Enters the name of an index among the relations; an index that had the name elsewhere must be gone."""
    key = ("relation", owner.schema, index.name)
    existing = editor.get(key)
    if existing is not None and not isinstance(existing, IndexName):
        return  # PostgreSQL refuses this; a table or view tells more than an index
    if existing is not None and existing.table != owner.key:
        _lose_index(editor, existing)
    editor.put(key, IndexName(schema=owner.schema, name=index.name, table=owner.key, origin=index.origin))


def _lose_index(editor: CatalogEditor, entry: IndexName) -> None:
    owner = editor.get(entry.table)
    if not isinstance(owner, Table | View):
        return
    indexes = tuple(index for index in owner.indexes if index.name != entry.name)
    if isinstance(owner, View):
        editor.put(owner.key, replace(owner, indexes=indexes))
        return
    constraints = tuple(item for item in owner.constraints if item.index != entry.name)
    editor.put(owner.key, replace(owner, indexes=indexes, constraints=constraints))


def forget_index(editor: CatalogEditor, owner: Table | View, name: str) -> None:
    """Takes the name of an index out of the relations."""
    key = ("relation", owner.schema, name)
    entry = editor.get(key)
    if isinstance(entry, IndexName) and entry.table == owner.key:
        editor.remove(key)


def link_foreign_key(editor: CatalogEditor, owner: Key, referenced: Key) -> None:
    """Notes at the referenced table that `owner` points to it."""
    change_table(
        editor,
        referenced,
        lambda table: (
            table if owner in table.referenced_by else replace(table, referenced_by=(*table.referenced_by, owner))
        ),
    )


def unlink_foreign_keys(editor: CatalogEditor, table: Table, dropped: tuple[Constraint, ...]) -> None:
    """Takes the note away at tables to which `table`, which no longer has the dropped constraints, does not point."""
    kept = {constraint.referenced for constraint in table.constraints if constraint.referenced}
    for constraint in dropped:
        referenced = constraint.referenced
        if referenced and referenced not in kept and referenced != table.key:
            change_table(
                editor,
                referenced,
                lambda other: replace(other, referenced_by=without_key(other.referenced_by, table.key)),
            )


def neighbours(record: Record) -> Iterator[Key]:
    """The keys of all objects that hold this object's key, and of those it owns."""
    match record:
        case Table():
            yield from (*record.referenced_by, *record.partitions, *record.inherits, *record.inherited_by)
            yield from (*record.used_by, *record.sequences, *record.copied_to)
            if record.rows_from:
                yield record.rows_from.key
            yield from (constraint.referenced for constraint in record.constraints if constraint.referenced)
            yield from (("relation", record.schema, index.name) for index in record.indexes)
            if record.partition_of:
                yield record.partition_of
        case View():
            yield from (*record.uses, *record.used_by)
            yield from (("relation", record.schema, index.name) for index in record.indexes)
        case Sequence(owned_by=(owner, _)):
            yield owner
        case IndexName():
            yield record.table
        case _:
            pass


def move(editor: CatalogEditor, moved: Mapping[Key, Key]) -> None:
    """Gives objects new keys, and puts the new keys wherever the old ones stand."""
    records = {key: record for key in moved if (record := editor.get(key)) is not None}
    around = {near: None for record in records.values() for near in neighbours(record) if near not in records}
    for key in records:
        editor.remove(key)
    for key, record in records.items():
        editor.put(moved[key], _rekeyed(record, key, moved))
    for key in around:
        near = editor.get(key)
        if near is not None:
            editor.put(key, _rekeyed(near, key, moved))


def _rekeyed(record: Record, key: Key, moved: Mapping[Key, Key]) -> Record:
    def new(old: Key) -> Key:
        return moved.get(old, old)

    def all_new(old: tuple[Key, ...]) -> tuple[Key, ...]:
        return tuple(moved.get(item, item) for item in old)

    _, schema, name = new(key)
    match record:
        case Table():
            constraints = tuple(
                replace(item, referenced=moved[item.referenced])
                if item.referenced and item.referenced in moved
                else item
                for item in record.constraints
            )
            return replace(
                record,
                schema=schema,
                name=name,
                constraints=constraints,
                partition_of=new(record.partition_of) if record.partition_of else None,
                partitions=all_new(record.partitions),
                inherits=all_new(record.inherits),
                inherited_by=all_new(record.inherited_by),
                referenced_by=all_new(record.referenced_by),
                used_by=all_new(record.used_by),
                sequences=all_new(record.sequences),
                copied_to=all_new(record.copied_to),
                rows_from=replace(record.rows_from, key=new(record.rows_from.key)) if record.rows_from else None,
            )
        case View():
            uses, used_by = all_new(record.uses), all_new(record.used_by)
            return replace(record, schema=schema, name=name, uses=uses, used_by=used_by)
        case IndexName():
            return replace(record, schema=schema, name=name, table=new(record.table))
        case Sequence():
            owner = (new(record.owned_by[0]), record.owned_by[1]) if record.owned_by else None
            return replace(record, schema=schema, name=name, owned_by=owner)
        case Routine() | Type():
            return replace(record, schema=schema, name=name)
        case _:
            return record
