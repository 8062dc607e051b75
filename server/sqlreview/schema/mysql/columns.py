"""Columns of MySQL tables: what a definition makes, and ADD, MODIFY, CHANGE and DROP."""

from __future__ import annotations

from dataclasses import replace

from sqlreview.operations import (
    AddColumn,
    ColumnDefinition,
    DropColumn,
    DropColumnDefault,
    Expression,
    Identifier,
    ModifyColumn,
    Name,
    Position,
    RenameColumn,
    SetColumnDefault,
    SetColumnProperty,
)
from sqlreview.schema import fold_columns, fold_renames
from sqlreview.schema.catalog import Catalog, CatalogEditor
from sqlreview.schema.links import unlink_foreign_keys
from sqlreview.schema.mentions import table_or_mention
from sqlreview.schema.mysql.keys import with_element, with_whole_keys
from sqlreview.schema.mysql.names import is_mariadb
from sqlreview.schema.origins import Origin
from sqlreview.schema.records import Column, Constraint, Index, Table

_NOW = "CURRENT_TIMESTAMP"
_SETTING = "explicit_defaults_for_timestamp"


def column_of(catalog: Catalog, table: Table, definition: ColumnDefinition, origin: Origin) -> Column:
    """A column as a statement defines it, without the constraints written at it."""
    column = Column(
        name=definition.name.text,
        type=definition.type,
        not_null=definition.not_null is not None or definition.identity is not None,
        default=None if definition.default and definition.default.is_null else definition.default,
        identity=definition.identity,
        generated=definition.generated,
        collation=definition.collation,
        comment=definition.comment or None,
        on_update=definition.on_update,
        visible=definition.visible,
        origin=origin.within(definition.span),
        null_stated=definition.null_span is not None or bool(definition.default and definition.default.is_null),
    )
    if definition.type and definition.type.name == "timestamp" and not _timestamps_are_plain(catalog):
        return _with_timestamp_defaults(table, column, definition)
    return column


def _timestamps_are_plain(catalog: Catalog) -> bool:
    """Whether TIMESTAMP columns are nullable as others are, since MySQL 8.0 and MariaDB 10.10."""
    value = catalog.session.setting(_SETTING)
    if value is not None:
        return value.lower() in ("1", "on", "true")
    engine = catalog.session.engine
    if engine is None:
        return True
    return engine.release >= ((10, 10) if is_mariadb(catalog) else (8, 0))


def _with_timestamp_defaults(table: Table, column: Column, definition: ColumnDefinition) -> Column:
    """NOT NULL where NULL is not written; the first such column of a table holds the time of the last change."""
    if definition.null_span or definition.generated:
        return column
    column = replace(column, not_null=True)
    if definition.default or definition.on_update:
        return column
    place = definition.name.span
    others = (item for item in table.columns if item.type and item.type.name == "timestamp")
    if any(item.on_update or (item.default and item.default.functions) for item in others):
        return replace(column, default=Expression(place, "'0000-00-00 00:00:00'"))
    now = Expression(place, _NOW, (_NOW.lower(),))
    return replace(column, default=now, on_update=now)


def add_column(editor: CatalogEditor, operation: AddColumn, origin: Origin) -> None:
    """ADD COLUMN, at the end or in its position."""
    table = table_or_mention(editor, operation.table, origin)
    definition = operation.column
    if table is None or (operation.if_not_exists and table.column(definition.name.text)):
        return
    column = column_of(editor, table, definition, origin)
    others = tuple(item for item in table.columns if item.name != column.name)
    table = replace(table, columns=_placed(others, column, operation.position))
    editor.put(table.key, with_constraints_of(editor, table, definition, origin))


def with_constraints_of(editor: CatalogEditor, table: Table, definition: ColumnDefinition, origin: Origin) -> Table:
    """The table with the constraints written at one of its columns; the caller puts it into the catalog."""
    for part in definition.constraints:
        table = with_element(editor, table, part, origin, definition.name.text)
    return table


def _placed(others: tuple[Column, ...], column: Column, position: Position | None) -> tuple[Column, ...]:
    if position is None:
        return (*others, column)
    if position.after is None:
        return (column, *others)
    at = next((at for at, item in enumerate(others) if item.name == position.after.text), len(others) - 1)
    return (*others[: at + 1], column, *others[at + 1 :])


def modify_column(editor: CatalogEditor, operation: ModifyColumn, origin: Origin) -> None:
    """MODIFY and CHANGE: the column is what the definition says, and nothing of the old one stays but its keys."""
    table = table_or_mention(editor, operation.table, origin)
    if table is None:
        return
    name = operation.column.text
    table = _respelt(editor, table, name, origin)
    old = table.column(name)
    if old is None:
        if not table.complete and not operation.if_exists:
            _add_unknown(editor, table, operation, origin)
        return
    table = _without_check_of(table, name)
    column = _modified(table, old, column_of(editor, table, operation.definition, origin), origin)
    table = replace(table, columns=_with_modified(table.columns, column, operation.position))
    table = replace(table, indexes=tuple(with_whole_keys(table, index) for index in table.indexes))
    editor.put(table.key, with_constraints_of(editor, table, operation.definition, origin))


def _respelt(editor: CatalogEditor, table: Table, name: str, origin: Origin) -> Table:
    """The table with a column in the letter case of its new definition, in its indexes and keys as well."""
    column = table.column(name)
    if column is None or str(column.name) == str(name):
        return table
    span = origin.span
    old, new = Identifier(column.name, span), Identifier(name, span)
    owner = Name(table.schema, table.name, span)
    rename_column(editor, RenameColumn(span=span, table=owner, column=old, new_name=new), origin)
    return editor.table_at(table.key) or table


def rename_column(editor: CatalogEditor, operation: RenameColumn, origin: Origin) -> None:
    """RENAME COLUMN and the first half of CHANGE; the check at a column stays with it and keeps its name."""
    fold_renames.rename_column(editor, operation, origin)
    table = editor.table(operation.table)
    old, new = operation.column.text, operation.new_name.text
    if table is None or not any(item.at_column == old for item in table.constraints):
        return
    constraints = tuple(replace(item, at_column=new) if item.at_column == old else item for item in table.constraints)
    editor.put(table.key, replace(table, constraints=constraints))


def _add_unknown(editor: CatalogEditor, table: Table, operation: ModifyColumn, origin: Origin) -> None:
    """A column nobody knew of is known from here on."""
    column = column_of(editor, table, operation.definition, origin)
    table = replace(table, columns=_placed(table.columns, column, operation.position))
    editor.put(table.key, with_constraints_of(editor, table, operation.definition, origin))


def _modified(table: Table, old: Column, new: Column, origin: Origin) -> Column:
    key = table.primary_key
    not_null = new.not_null or (key is not None and new.name in key.columns)
    return replace(
        new,
        not_null=not_null,
        not_null_origin=_not_null_origin(old, new) if not_null else None,
        type_origin=old.type_origin if old.type == new.type else new.origin,
        redefined=origin,
        origin=old.origin,
    )


def _not_null_origin(old: Column, new: Column) -> Origin | None:
    return old.not_null_origin if old.not_null else new.origin


def _with_modified(columns: tuple[Column, ...], column: Column, position: Position | None) -> tuple[Column, ...]:
    if position is None:
        return tuple(column if item.name == column.name else item for item in columns)
    return _placed(tuple(item for item in columns if item.name != column.name), column, position)


def _without_check_of(table: Table, column: str) -> Table:
    """In MariaDB a check at a column is part of its definition."""
    kept = tuple(item for item in table.constraints if item.at_column != column)
    return table if len(kept) == len(table.constraints) else replace(table, constraints=kept)


def drop_column(editor: CatalogEditor, operation: DropColumn, origin: Origin) -> None:
    """DROP COLUMN, which takes the column out of indexes and drops those it leaves empty."""
    table = table_or_mention(editor, operation.table, origin)
    if table is None:
        return
    name = operation.column.text
    table = _without_check_of(table, name)
    indexes = tuple(index for item in table.indexes if (index := _index_without(item, name)) is not None)
    left = {index.name for index in indexes}
    dropped = tuple(item for item in table.constraints if item.kind == "foreign key" and name in item.columns)
    constraints = tuple(
        kept
        for item in table.constraints
        if item not in dropped and (kept := _constraint_without(item, name, left)) is not None
    )
    reduced = replace(
        table,
        columns=tuple(column for column in table.columns if column.name != name),
        constraints=constraints,
        indexes=indexes,
    )
    editor.put(table.key, reduced)
    unlink_foreign_keys(editor, reduced, dropped)


def _index_without(index: Index, column: str) -> Index | None:
    if column not in index.columns:
        return index
    keys = tuple(key for key in index.keys if key.column is None or key.column.text != column)
    return replace(index, keys=keys) if keys else None


def _constraint_without(constraint: Constraint, column: str, indexes: set[str]) -> Constraint | None:
    if column not in constraint.columns:
        return constraint
    if constraint.kind == "check":
        return None if constraint.columns == (column,) else constraint
    if constraint.index not in indexes:
        return None
    return replace(constraint, columns=tuple(name for name in constraint.columns if name != column))


def set_column_property(editor: CatalogEditor, operation: SetColumnProperty, origin: Origin) -> None:
    """ALTER COLUMN ... SET VISIBLE and SET INVISIBLE."""
    table = table_or_mention(editor, operation.table, origin)
    if table is None or operation.property != "visibility":
        return
    visible = operation.value == "visible"
    columns = tuple(
        replace(column, visible=visible) if column.name == operation.column.text else column for column in table.columns
    )
    editor.put(table.key, replace(table, columns=columns))


def drop_column_default(editor: CatalogEditor, operation: DropColumnDefault, origin: Origin) -> None:
    """ALTER COLUMN ... DROP DEFAULT, which in MariaDB takes ON UPDATE along."""
    fold_columns.drop_column_default(editor, operation, origin)
    table = editor.table(operation.table)
    if table is None or not is_mariadb(editor):
        return
    columns = tuple(
        replace(column, on_update=None) if column.name == operation.column.text else column for column in table.columns
    )
    editor.put(table.key, replace(table, columns=columns))


def set_column_default(editor: CatalogEditor, operation: SetColumnDefault, origin: Origin) -> None:
    """ALTER COLUMN ... SET DEFAULT, where NULL is none."""
    if operation.default.is_null:
        dropped = DropColumnDefault(span=operation.span, table=operation.table, column=operation.column)
        drop_column_default(editor, dropped, origin)
    else:
        fold_columns.set_column_default(editor, operation, origin)
