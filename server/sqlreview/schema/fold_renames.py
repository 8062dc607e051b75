"""Folds new names and schemas of tables and columns."""

from __future__ import annotations

from dataclasses import replace

from sqlreview.operations import Expression, Identifier, IndexKey, RenameColumn, RenameTable, SetTableSchema
from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.fold_drops import drop_relation
from sqlreview.schema.fold_indexes import rename_index_called
from sqlreview.schema.fold_table_moves import move_table
from sqlreview.schema.links import change_table, children_of, move
from sqlreview.schema.mentions import mention
from sqlreview.schema.naming import with_renamed_column
from sqlreview.schema.origins import Key, Origin
from sqlreview.schema.records import Column, Constraint, Index, IndexName, Policy, Sequence, Table, View


def rename_table(editor: CatalogEditor, operation: RenameTable, origin: Origin) -> None:
    """ALTER TABLE ... RENAME TO, which PostgreSQL allows for views, sequences and indexes too."""
    key = editor.resolve("relation", operation.table)
    if key is None:
        if not operation.if_exists:
            table = mention(editor, operation.table, origin)
            _put_if_new(editor, replace(table, name=operation.new_name.text))
    elif isinstance(editor.get(key), IndexName):
        rename_index_called(editor, operation.table, operation.new_name.text)
    else:
        _rename(editor, key, operation, origin)


def _rename(editor: CatalogEditor, key: Key, operation: RenameTable, origin: Origin) -> None:
    table = editor.table_at(key)
    if table is None or editor.session.family == "postgres":
        rename_relation(editor, key, operation.new_name.text)
    else:
        move_table(editor, table, (key[0], operation.new_schema or key[1], operation.new_name.text), origin)


def _put_if_new(editor: CatalogEditor, table: Table) -> None:
    if editor.get(table.key) is None:
        editor.put(table.key, table)


def rename_relation(editor: CatalogEditor, key: Key, new_name: str) -> None:
    """Renames a table, view or sequence, here and wherever it is used."""
    new = (key[0], key[1], new_name)
    if key != new:
        drop_relation(editor, new, cascade=False)  # where PostgreSQL finds the name free, what had it is gone
        move(editor, {key: new})


def set_table_schema(editor: CatalogEditor, operation: SetTableSchema, origin: Origin) -> None:
    """ALTER TABLE ... SET SCHEMA, which takes indexes and owned sequences along."""
    key = editor.resolve("relation", operation.table)
    schema = operation.schema.text
    if key is None:
        _put_if_new(editor, replace(mention(editor, operation.table, origin), schema=schema))
    else:
        move_to_schema(editor, key, schema)


def move_to_schema(editor: CatalogEditor, key: Key, schema: str) -> None:
    """Moves a relation and what it owns to another schema."""
    record = editor.get(key)
    keys = [key]
    if isinstance(record, Table):
        keys += record.sequences
    if isinstance(record, Table | View):
        keys += (("relation", record.schema, index.name) for index in record.indexes)
    if key[1] != schema:
        for old in keys:
            drop_relation(editor, (old[0], schema, old[2]), cascade=False)
        move(editor, {old: (old[0], schema, old[2]) for old in keys})


def rename_column(editor: CatalogEditor, operation: RenameColumn, origin: Origin) -> None:
    """RENAME COLUMN, in the table, in every table that has it from there, and in foreign keys to it."""
    key = editor.resolve("relation", operation.table)
    old, new = operation.column.text, operation.new_name.text
    match editor.get(key) if key else None:
        case Table() as table:
            _rename_column(editor, table, old, new)
        case View() as view:
            columns = tuple(new if column == old else column for column in view.columns)
            editor.put(view.key, replace(view, columns=columns))
        case None:
            table = mention(editor, operation.table, origin)
            editor.put(table.key, table)
        case _:
            pass


def _rename_column(editor: CatalogEditor, table: Table, old: str, new: str) -> None:
    renamed = replace(
        table,
        columns=tuple(_column(column, old, new) for column in table.columns),
        constraints=tuple(_constraint(constraint, old, new) for constraint in table.constraints),
        indexes=tuple(_index(index, old, new) for index in table.indexes),
        policies=tuple(_policy(policy, old, new) for policy in table.policies),
    )
    if table.rows_from:
        pairs = tuple((new if name == old else name, origin) for name, origin in table.rows_from.columns)
        renamed = replace(renamed, rows_from=replace(table.rows_from, columns=pairs))
    if table.partition_by:
        keys = tuple(_key(key, old, new) for key in table.partition_by.keys)
        renamed = replace(renamed, partition_by=replace(table.partition_by, keys=keys))
    editor.put(table.key, renamed)
    for key in table.sequences:
        sequence = editor.get(key)
        if isinstance(sequence, Sequence) and sequence.owned_by == (table.key, old):
            editor.put(key, replace(sequence, owned_by=(table.key, new)))
    for key in table.referenced_by:
        change_table(editor, key, lambda other: _with_renamed_reference(other, table.key, old, new))
    for child in children_of(editor, table):
        _rename_column(editor, child, old, new)


def _with_renamed_reference(table: Table, referenced: Key, old: str, new: str) -> Table:
    constraints = tuple(
        replace(item, referenced_columns=tuple(new if name == old else name for name in item.referenced_columns))
        if item.referenced == referenced and old in item.referenced_columns
        else item
        for item in table.constraints
    )
    return replace(table, constraints=constraints)


def _column(column: Column, old: str, new: str) -> Column:
    if column.name == old:
        return replace(column, name=new)
    if column.generated and old in column.generated.expression.columns:
        expression = _expression(column.generated.expression, old, new)
        return replace(column, generated=replace(column.generated, expression=expression))
    return column


def _constraint(constraint: Constraint, old: str, new: str) -> Constraint:
    if old not in constraint.columns and not (constraint.expression and old in constraint.expression.columns):
        return constraint
    columns = tuple(new if name == old else name for name in constraint.columns)
    expression = _expression(constraint.expression, old, new) if constraint.expression else None
    changed = tuple(new if name == old else name for name in constraint.on_delete_columns)
    return replace(constraint, columns=columns, expression=expression, on_delete_columns=changed)


def _index(index: Index, old: str, new: str) -> Index:
    return replace(
        index,
        keys=tuple(_key(key, old, new) for key in index.keys),
        include=tuple(new if name == old else name for name in index.include),
        predicate=_expression(index.predicate, old, new) if index.predicate else None,
    )


def _key(key: IndexKey, old: str, new: str) -> IndexKey:
    if key.column is not None:
        return replace(key, column=Identifier(new, key.column.span)) if key.column.text == old else key
    return replace(key, expression=_expression(key.expression, old, new)) if key.expression else key


def _policy(policy: Policy, old: str, new: str) -> Policy:
    using = _expression(policy.using, old, new) if policy.using else None
    check = _expression(policy.check, old, new) if policy.check else None
    return replace(policy, using=using, check=check)


def _expression(expression: Expression, old: str, new: str) -> Expression:
    """The expression as PostgreSQL would print it from now on; its span is still where it was written."""
    if old not in expression.columns:
        return expression
    columns = tuple(new if name == old else name for name in expression.columns)
    return replace(expression, columns=columns, text=with_renamed_column(expression.text, old, new))
