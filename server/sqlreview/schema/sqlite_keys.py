"""Primary keys and UNIQUE of SQLite, and the indexes it makes for them."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import Literal

from sqlreview.operations import Constraint as WrittenConstraint
from sqlreview.operations import IndexKey, PrimaryKey, Unique
from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.links import forget_index, with_index, without_named
from sqlreview.schema.naming import free_constraint_name
from sqlreview.schema.origins import Origin
from sqlreview.schema.records import Column, Constraint, Index, Table
from sqlreview.schema.sqlite_affinity import is_integer

_AUTOMATIC = "sqlite_autoindex_"


def rowid_column(table: Table) -> str | None:
    """The column that is another name of the rowid; None without an INTEGER PRIMARY KEY."""
    key = table.primary_key
    return key.columns[0] if key is not None and key.index is None and not table.without_rowid else None


def with_key(editor: CatalogEditor, table: Table, part: PrimaryKey | Unique, origin: Origin) -> Table:
    """The table with a key, and with an index for it unless the rowid or an index of another key serves."""
    kind: Literal["primary key", "unique"] = "primary key" if isinstance(part, PrimaryKey) else "unique"
    columns = tuple(column.text for column in part.columns)
    is_rowid = isinstance(part, PrimaryKey) and _is_rowid(table, part)
    index_name = None
    if not is_rowid:
        table, index_name = _with_automatic_index(editor, table, part, origin)
    if kind == "primary key" and (is_rowid or table.without_rowid or table.strict):
        table = replace(table, columns=tuple(_required(column, columns) for column in table.columns))
    taken = {constraint.name for constraint in table.constraints}
    label = "pkey" if kind == "primary key" else "key"
    name = part.name.text if part.name else None
    if name is None:
        free = index_name if index_name not in taken else None
        name = free or free_constraint_name(table.name, "_".join(columns), label, taken)
    constraint = Constraint(
        name=name, kind=kind, columns=columns, index=index_name, unnamed=part.name is None, origin=origin
    )
    return replace(table, constraints=(*without_named(table.constraints, name), constraint))


def comes_last(table: Table, part: WrittenConstraint) -> bool:
    """Whether SQLite makes the index of a constraint after those of all others, which numbers them."""
    if not isinstance(part, PrimaryKey) or not table.without_rowid or len(part.columns) != 1:
        return False
    return _is_integer_key(table, part)


def _is_rowid(table: Table, part: PrimaryKey) -> bool:
    """INTEGER PRIMARY KEY, but by a quirk not INTEGER PRIMARY KEY DESC at the column itself."""
    return not table.without_rowid and _is_integer_key(table, part)


def _is_integer_key(table: Table, part: PrimaryKey) -> bool:
    column = table.column(part.columns[0].text) if len(part.columns) == 1 else None
    at_column = any(key.descending and key.column and key.span == key.column.span for key in part.keys)
    return column is not None and is_integer(column.type) and not at_column


def _required(column: Column, names: tuple[str, ...]) -> Column:
    return replace(column, not_null=True) if column.name in names and not column.not_null else column


def _with_automatic_index(
    editor: CatalogEditor, table: Table, part: PrimaryKey | Unique, origin: Origin
) -> tuple[Table, str]:
    keys = part.keys or tuple(IndexKey(span=column.span, column=column) for column in part.columns)
    if isinstance(part, PrimaryKey) and comes_last(table, part):
        keys = tuple(replace(key, collation=None) for key in keys)  # SQLite forgets the collation of such a key
    wanted = _compared(table, keys)
    for index in table.indexes:
        if index.constraint is not None and _compared(table, index.keys) == wanted:
            return table, index.name
    taken = {index.name for index in table.indexes}
    named = type(table.name)  # of names that differ by case only, one is taken
    names = (named(f"{_AUTOMATIC}{table.name}_{number}") for number in count(1))
    name = next(name for name in names if name not in taken)
    index = Index(name=name, keys=keys, unique=True, constraint=part.name.text if part.name else name, origin=origin)
    return with_index(editor, table, index), name


def _compared(table: Table, keys: tuple[IndexKey, ...]) -> list[tuple[str, str]]:
    found = []
    for key in keys:
        name = key.column.text if key.column else ""
        column = table.column(name)
        collation = key.collation or (column.collation if column else None) or "binary"
        found.append((name.lower(), collation.lower()))
    return found


def with_names_after_table(editor: CatalogEditor, table: Table, old_name: str) -> Table:
    """The table, which has got a new name, with its automatic indexes and nameless constraints called after it."""
    constraints = tuple(_called_after(item, old_name, table.name) for item in table.constraints)
    return _with_renamed_automatic_indexes(editor, replace(table, constraints=constraints), old_name)


def _called_after(constraint: Constraint, old_name: str, new_name: str) -> Constraint:
    prefix = f"{old_name}_".lower()
    if not constraint.unnamed or not constraint.name.lower().startswith(prefix):
        return constraint
    return replace(constraint, name=f"{new_name}_{constraint.name[len(prefix) :]}")


def _with_renamed_automatic_indexes(editor: CatalogEditor, table: Table, old_name: str) -> Table:
    prefix = f"{_AUTOMATIC}{old_name}_"
    changed: dict[str, str] = {}
    for index in table.indexes:
        if index.name.lower().startswith(prefix.lower()):
            changed[index.name] = type(table.name)(f"{_AUTOMATIC}{table.name}_{index.name[len(prefix) :]}")
    if not changed:
        return table
    for name in changed:
        forget_index(editor, table, name)
    indexes = tuple(_renamed_index(index, changed) for index in table.indexes)
    constraints = tuple(_renamed_constraint(constraint, changed) for constraint in table.constraints)
    table = replace(table, indexes=(), constraints=constraints)
    for index in indexes:
        table = with_index(editor, table, index)
    return table


def _renamed_index(index: Index, changed: dict[str, str]) -> Index:
    name = changed.get(index.name)
    if name is None:
        return index
    return replace(index, name=name, constraint=changed.get(index.constraint or "", index.constraint))


def _renamed_constraint(constraint: Constraint, changed: dict[str, str]) -> Constraint:
    if constraint.index not in changed:
        return constraint
    name = changed.get(constraint.name, constraint.name)
    return replace(constraint, name=name, index=changed[constraint.index])
