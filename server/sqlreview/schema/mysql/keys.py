"""Indexes and constraints of MySQL tables, with the index every foreign key has."""

from __future__ import annotations

from dataclasses import replace

from sqlreview.operations import (
    Check,
    ForeignKey,
    Identifier,
    IndexDefinition,
    IndexKey,
    PrimaryKey,
    Unique,
)
from sqlreview.operations import Constraint as WrittenConstraint
from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.links import link_foreign_key, with_key, without_named
from sqlreview.schema.mentions import mention, relation_key
from sqlreview.schema.mysql.names import (
    PRIMARY,
    are_checks_ignored,
    free_check_name,
    free_foreign_key_name,
    free_index_name,
    is_mariadb,
)
from sqlreview.schema.origins import Key, Origin
from sqlreview.schema.records import Column, Constraint, Index, Table

_BTREES = ("btree", "hash")
"""What InnoDB makes a B-tree of, whatever USING says."""


def with_element(
    editor: CatalogEditor,
    table: Table,
    part: WrittenConstraint | IndexDefinition,
    origin: Origin,
    column: str | None = None,
) -> Table:
    """The table with a constraint or index as a statement writes it; the caller puts it into the catalog.

    `column` is the column at which it is written, None for an element of its own.
    """
    place = origin.within(part.span)
    match part:
        case PrimaryKey():
            return _with_primary_key(table, part, place)
        case Unique():
            return _with_unique(table, part, place)
        case ForeignKey():
            return _with_foreign_key(editor, table, part, place)
        case Check():
            return _with_check(editor, table, part, place, column)
        case IndexDefinition():
            return _with_index_definition(table, part, place)
    return table


def _keys_of(part: PrimaryKey | Unique) -> tuple[IndexKey, ...]:
    return part.keys or tuple(IndexKey(span=column.span, column=column) for column in part.columns)


def _with_primary_key(table: Table, part: PrimaryKey, origin: Origin) -> Table:
    columns = _names(part.columns)
    index = Index(name=PRIMARY, keys=_keys_of(part), unique=True, constraint=PRIMARY, origin=origin)
    constraint = Constraint(name=PRIMARY, kind="primary key", columns=columns, index=PRIMARY, origin=origin)
    table = replace(table, columns=_made_not_null(table, columns, origin))
    return _with_constraint(with_index(table, index), constraint)


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


def _with_unique(table: Table, part: Unique, origin: Origin) -> Table:
    keys = _keys_of(part)
    name = part.name.text if part.name else free_name_for(table, keys)
    index = Index(name=name, keys=keys, unique=True, constraint=name, origin=origin)
    constraint = Constraint(name=name, kind="unique", columns=_names(part.columns), index=name, origin=origin)
    return _with_constraint(with_index(table, index), constraint)


def _with_index_definition(table: Table, part: IndexDefinition, origin: Origin) -> Table:
    index = Index(
        name=part.name.text if part.name else free_name_for(table, part.keys),
        method=part.method,
        keys=part.keys,
        comment=part.comment,
        visible=part.visible,
        origin=origin,
    )
    return with_index(table, index)


def with_index(table: Table, index: Index) -> Table:
    """The table with an index; indexes made for foreign keys that begin with the same columns go."""
    index = with_whole_keys(table, replace(index, keys=tuple(_as_spelt(table, key) for key in index.keys)))
    table = _without_served(table, index.keys) if index.method in _BTREES else table
    return replace(table, indexes=(*without_named(table.indexes, index.name), index))


def free_name_for(table: Table, keys: tuple[IndexKey, ...]) -> str:
    """The name of an index with these keys that is given none."""
    return free_index_name(_without_served(table, keys), keys)


def _without_served(table: Table, keys: tuple[IndexKey, ...]) -> Table:
    """The table without the indexes that foreign keys no longer need beside one with these keys."""
    index = Index(name=PRIMARY, keys=keys, origin=table.origin)
    kept = tuple(other for other in table.indexes if not (other.generated and _serves(index, other.columns)))
    return table if len(kept) == len(table.indexes) else replace(table, indexes=kept)


def _as_spelt(table: Table, key: IndexKey) -> IndexKey:
    """The key with the column in the letter case of its definition."""
    column = table.column(key.column.text) if key.column else None
    if column is None or key.column is None or str(column.name) == str(key.column.text):
        return key
    return replace(key, column=Identifier(column.name, key.column.span))


def with_whole_keys(table: Table, index: Index) -> Index:
    """The index without lengths that leave nothing of their column out."""
    if not any(key.length for key in index.keys):
        return index
    keys = tuple(replace(key, length=None) if _is_whole(table, key) else key for key in index.keys)
    return index if keys == index.keys else replace(index, keys=keys)


def _is_whole(table: Table, key: IndexKey) -> bool:
    column = table.column(key.column.text) if key.column and key.length else None
    if column is None or column.type is None or key.length is None:
        return False
    if column.type.name not in _WITH_LENGTHS:
        return column.type.name not in _WITHOUT_LENGTHS
    longest = column.type.arguments[0] if column.type.arguments else "1"
    return longest.isdecimal() and int(longest) <= key.length


_WITH_LENGTHS = ("char", "varchar", "binary", "varbinary")
_WITHOUT_LENGTHS = frozenset(
    ("tinytext", "text", "mediumtext", "longtext", "tinyblob", "blob", "mediumblob", "longblob", "json", "geometry")
)


def _serves(index: Index, columns: tuple[str | None, ...]) -> bool:
    """Whether an index begins with these columns, whole and in this order, so that a foreign key can use it."""
    first = index.keys[: len(columns)]
    whole = all(key.length is None for key in first)
    return index.method in _BTREES and whole and index.columns[: len(columns)] == columns


def _with_foreign_key(editor: CatalogEditor, table: Table, part: ForeignKey, origin: Origin) -> Table:
    referenced = relation_key(editor, part.referenced)
    if part.referenced.schema is None and table.schema != "pg_temp":
        referenced = _beside(editor, table, part, referenced)
    columns = _names(part.columns)
    target, table = _target(editor, table, part, referenced, origin)
    referenced_columns = _names(part.referenced_columns)
    if not referenced_columns and target is not None and target.primary_key:
        referenced_columns = target.primary_key.columns
    constraint = Constraint(
        name=_foreign_key_name(editor, table, part),
        kind="foreign key",
        columns=columns,
        referenced=referenced,
        referenced_columns=referenced_columns,
        on_delete=part.on_delete,
        on_update=part.on_update,
        match_full=part.match_full,
        origin=origin,
    )
    return _with_constraint(_with_generated_index(table, part, columns, origin), constraint)


def _beside(editor: CatalogEditor, table: Table, part: ForeignKey, found: Key) -> Key:
    """A name without database means a table of the database in which the foreign key's own table is."""
    near: Key = ("relation", table.schema, part.referenced.text)
    return near if near == table.key or editor.get(near) is not None else found


def _target(
    editor: CatalogEditor, table: Table, part: ForeignKey, referenced: Key, origin: Origin
) -> tuple[Table | None, Table]:
    """The table a foreign key points to, and its own table, which may be the same; both note the other."""
    if referenced == table.key:
        return table, replace(table, referenced_by=with_key(table.referenced_by, table.key))
    if editor.get(referenced) is None:  # foreign_key_checks=0 allows keys to tables yet to come
        editor.put(referenced, replace(mention(editor, part.referenced, origin), schema=referenced[1]))
    link_foreign_key(editor, table.key, referenced)
    return editor.table_at(referenced), table


def _foreign_key_name(editor: CatalogEditor, table: Table, part: ForeignKey) -> str:
    if part.name:
        return part.name.text
    if part.index_name and is_mariadb(editor):
        return part.index_name.text
    return free_foreign_key_name(table)


def _with_generated_index(table: Table, part: ForeignKey, columns: tuple[str, ...], origin: Origin) -> Table:
    serving = [index for index in table.indexes if _serves(index, columns)]
    if any(not index.generated or len(index.keys) > len(columns) for index in serving):
        return table  # an index made for another foreign key on the same columns gives way to a new one
    keys = tuple(IndexKey(span=column.span, column=column) for column in part.columns)
    given = part.name or part.index_name
    name = given.text if given else free_name_for(table, keys)
    return with_index(table, Index(name=name, keys=keys, generated=True, origin=origin))


def _with_check(editor: CatalogEditor, table: Table, part: Check, origin: Origin, column: str | None) -> Table:
    if are_checks_ignored(editor):
        return table
    columns = part.expression.columns
    if table.complete:
        known = {item.name for item in table.columns}
        columns = tuple(name for name in columns if name in known)
    constraint = Constraint(
        name=part.name.text if part.name else free_check_name(editor, table, part, column),
        kind="check",
        columns=columns,
        expression=part.expression,
        enforced=part.timing.enforced,
        valid=part.timing.enforced,
        at_column=column if is_mariadb(editor) else None,
        origin=origin,
    )
    return _with_constraint(table, constraint)


def _with_constraint(table: Table, constraint: Constraint) -> Table:
    if constraint.kind != "foreign key":
        known = {column.name: column.name for column in table.columns}
        constraint = replace(constraint, columns=tuple(known.get(name, name) for name in constraint.columns))
    same = constraint.kind == "check"  # foreign keys, checks and indexes have a namespace each in MariaDB
    others = tuple(item for item in table.constraints if item.name != constraint.name or (item.kind == "check") != same)
    return replace(table, constraints=(*others, constraint))


def _names(columns: tuple[Identifier, ...]) -> tuple[str, ...]:
    return tuple(column.text for column in columns)


def without_index(table: Table, name: str) -> Table:
    """The table without an index and without the constraint it is."""
    indexes = tuple(index for index in table.indexes if index.name != name)
    return replace(table, indexes=indexes, constraints=tuple(item for item in table.constraints if item.index != name))
