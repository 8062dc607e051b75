"""Folds what ALTER TABLE does to columns, in the table and in every table that inherits the column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sqlreview.operations import (
    SERIAL_TYPES,
    AddColumn,
    AddIdentity,
    ColumnDefinition,
    ColumnType,
    DropColumnDefault,
    DropGeneratedExpression,
    DropIdentity,
    DropNotNull,
    Expression,
    Generated,
    Identifier,
    Name,
    SetColumnDefault,
    SetColumnType,
    SetGeneratedExpression,
    SetNotNull,
)
from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.fold_constraints import add_constraint, added_to
from sqlreview.schema.inheritance import inherit_constraints
from sqlreview.schema.links import children_of, without_key, without_named
from sqlreview.schema.mentions import table_or_mention
from sqlreview.schema.naming import free_relation_name, quoted
from sqlreview.schema.origins import Origin
from sqlreview.schema.records import Column, Constraint, Sequence, Table


def column_of(
    editor: CatalogEditor, table: Table, definition: ColumnDefinition, origin: Origin
) -> tuple[Table, Column]:
    """A column as a statement defines it, and the table with the sequence of a serial or identity column.

    The column is not yet in the table, and the constraints written at it are left out.
    """
    place = origin.within(definition.span)
    column = Column(
        name=definition.name.text,
        type=definition.type,
        not_null=definition.not_null is not None or definition.identity is not None,
        default=definition.default,
        identity=definition.identity,
        generated=definition.generated,
        collation=definition.collation,
        origin=place,
        null_stated=definition.null_span is not None or bool(definition.default and definition.default.is_null),
    )
    if definition.not_null and definition.not_null.name:
        table = _with_named_not_null(table, column.name, definition.not_null.name, place)
    is_postgres = editor.session.family == "postgres"
    integer = SERIAL_TYPES.get(definition.type.name) if definition.type and is_postgres else None
    if integer and definition.type:
        table, sequence = with_sequence(editor, table, column.name, integer, place)
        prefix = "" if table.schema in ("public", "pg_temp") else f"{quoted(table.schema)}."
        value = f"nextval('{prefix}{quoted(sequence)}'::regclass)"
        default = Expression(definition.type.span, value, ("nextval",))
        real_type = ColumnType(integer, definition.type.span, in_capitals=definition.type.in_capitals)
        column = replace(column, type=real_type, not_null=True, default=default)
    elif definition.identity:
        kind = definition.type.name if definition.type else "bigint"
        table, _ = with_sequence(editor, table, column.name, kind, place, definition.identity.sequence)
    return table, column


def _with_named_not_null(table: Table, column: str, name: Identifier, origin: Origin) -> Table:
    constraint = Constraint(name=name.text, kind="not null", columns=(column,), origin=origin)
    return replace(table, constraints=(*table.constraints, constraint))


def with_sequence(
    editor: CatalogEditor, table: Table, column: str, kind: str, origin: Origin, written: Name | None = None
) -> tuple[Table, str]:
    """The table with a new sequence for a column, and the name of the sequence, which may be `written` there."""
    name = written.text if written else free_relation_name(editor, table, column, "seq")
    schema = written.schema if written and written.schema else table.schema
    sequence = Sequence(
        schema=schema,
        name=name,
        type=kind,
        owned_by=(table.key, column),
        temporary=table.temporary,
        origin=origin,
    )
    key = ("relation", schema, name)
    editor.put(key, sequence)
    return replace(table, sequences=(*table.sequences, key)), name


def add_column(editor: CatalogEditor, operation: AddColumn, origin: Origin) -> None:
    """ADD COLUMN."""
    table = table_or_mention(editor, operation.table, origin)
    definition = operation.column
    if table is None or (operation.if_not_exists and table.column(definition.name.text)):
        return
    before = table.constraints
    table, column = column_of(editor, table, definition, origin)
    table = replace(table, columns=(*without_named(table.columns, column.name), column))
    for part in definition.constraints:
        table = add_constraint(editor, table, part, origin)
    editor.put(table.key, table)
    added = added_to(before, table.constraints)
    _add_to_children(editor, table, definition.name.text, added, origin)


def _add_to_children(
    editor: CatalogEditor, table: Table, name: str, added: tuple[Constraint, ...], origin: Origin
) -> None:
    column = table.column(name)
    for child in children_of(editor, table):
        if column is not None and child.column(name) is None:
            inherited = replace(column, inherited=True, identity=None if child.inherits else column.identity)
            child = replace(child, columns=(*child.columns, inherited))
        child = inherit_constraints(editor, child, table, added, origin)
        editor.put(child.key, child)
        _add_to_children(editor, child, name, added, origin)


def _change_column(
    editor: CatalogEditor, name: Name, column: Identifier, origin: Origin, change: Callable[[Column], Column]
) -> None:
    table = table_or_mention(editor, name, origin)
    if table is not None:
        change_column(editor, table, column.text, change)


def change_column(editor: CatalogEditor, table: Table, name: str, change: Callable[[Column], Column]) -> None:
    """Changes a column of a table and of every table that has it from there."""
    columns = tuple(change(column) if column.name == name else column for column in table.columns)
    editor.put(table.key, replace(table, columns=columns))
    for child in children_of(editor, table):
        change_column(editor, child, name, change)


def set_column_type(editor: CatalogEditor, operation: SetColumnType, origin: Origin) -> None:
    """ALTER COLUMN ... TYPE."""
    place = origin.within(operation.type.span)
    table = table_or_mention(editor, operation.table, origin)
    if table is not None and not table.complete and table.column(operation.column.text) is None:
        known = Column(name=operation.column.text, type=operation.type, origin=place, type_origin=place)
        editor.put(table.key, replace(table, retyped=(*without_named(table.retyped, known.name), known)))
        return
    _change_column(
        editor,
        operation.table,
        operation.column,
        origin,
        lambda column: replace(
            column,
            type=operation.type,
            collation=operation.collation,
            type_origin=place,
        ),
    )


def set_column_default(editor: CatalogEditor, operation: SetColumnDefault, origin: Origin) -> None:
    """ALTER COLUMN ... SET DEFAULT."""
    _change_column(
        editor, operation.table, operation.column, origin, lambda column: replace(column, default=operation.default)
    )


def drop_column_default(editor: CatalogEditor, operation: DropColumnDefault, origin: Origin) -> None:
    """ALTER COLUMN ... DROP DEFAULT."""
    _change_column(editor, operation.table, operation.column, origin, lambda column: replace(column, default=None))


def set_not_null(editor: CatalogEditor, operation: SetNotNull, origin: Origin) -> None:
    """ALTER COLUMN ... SET NOT NULL, which also validates a NOT NULL constraint that was not valid."""
    table = table_or_mention(editor, operation.table, origin)
    if table is not None:
        set_column_not_null(editor, table, operation.column.text, origin)


def set_column_not_null(editor: CatalogEditor, table: Table, name: str, origin: Origin) -> None:
    """Makes a column NOT NULL in a table and in every table that has it from there."""
    columns = tuple(_not_null(column, origin) if column.name == name else column for column in table.columns)
    constraints = tuple(
        replace(item, valid=True) if item.kind == "not null" and item.columns == (name,) else item
        for item in table.constraints
    )
    editor.put(table.key, replace(table, columns=columns, constraints=constraints))
    for child in children_of(editor, table):
        set_column_not_null(editor, child, name, origin)


def _not_null(column: Column, origin: Origin) -> Column:
    return column if column.not_null else replace(column, not_null=True, not_null_origin=origin)


def drop_not_null(editor: CatalogEditor, operation: DropNotNull, origin: Origin) -> None:
    """ALTER COLUMN ... DROP NOT NULL."""
    table = table_or_mention(editor, operation.table, origin)
    if table is not None:
        _drop_not_null(editor, table, operation.column.text)


def _drop_not_null(editor: CatalogEditor, table: Table, name: str) -> None:
    columns = tuple(
        replace(column, not_null=False, not_null_origin=None, null_stated=True) if column.name == name else column
        for column in table.columns
    )
    constraints = tuple(item for item in table.constraints if not (item.kind == "not null" and item.columns == (name,)))
    editor.put(table.key, replace(table, columns=columns, constraints=constraints))
    for child in children_of(editor, table):
        _drop_not_null(editor, child, name)


def add_identity(editor: CatalogEditor, operation: AddIdentity, origin: Origin) -> None:
    """ALTER COLUMN ... ADD GENERATED AS IDENTITY."""
    table = table_or_mention(editor, operation.table, origin)
    column = table.column(operation.column.text) if table else None
    if table is None or column is None:
        return
    kind = column.type.name if column.type else "bigint"
    table, _ = with_sequence(editor, table, column.name, kind, origin, operation.identity.sequence)
    change_column(editor, table, column.name, lambda item: replace(item, identity=operation.identity, not_null=True))


def drop_identity(editor: CatalogEditor, operation: DropIdentity, origin: Origin) -> None:
    """ALTER COLUMN ... DROP IDENTITY, which drops its sequence."""
    table = table_or_mention(editor, operation.table, origin)
    column = table.column(operation.column.text) if table else None
    if table is None or column is None or column.identity is None:
        return
    table = drop_sequences_of(editor, table, column.name)
    change_column(editor, table, column.name, lambda item: replace(item, identity=None))


def drop_sequences_of(editor: CatalogEditor, table: Table, column: str) -> Table:
    """The table without the sequences its column owns, which leave the catalog."""
    sequences = table.sequences
    for key in table.sequences:
        sequence = editor.get(key)
        if isinstance(sequence, Sequence) and sequence.owned_by == (table.key, column):
            editor.remove(key)
            sequences = without_key(sequences, key)
    return table if sequences == table.sequences else replace(table, sequences=sequences)


def set_generated_expression(editor: CatalogEditor, operation: SetGeneratedExpression, origin: Origin) -> None:
    """ALTER COLUMN ... SET EXPRESSION."""

    def change(column: Column) -> Column:
        stored = column.generated.stored if column.generated else True
        expression = operation.expression
        return replace(column, generated=Generated(span=expression.span, expression=expression, stored=stored))

    _change_column(editor, operation.table, operation.column, origin, change)


def drop_generated_expression(editor: CatalogEditor, operation: DropGeneratedExpression, origin: Origin) -> None:
    """ALTER COLUMN ... DROP EXPRESSION."""
    _change_column(editor, operation.table, operation.column, origin, lambda column: replace(column, generated=None))
