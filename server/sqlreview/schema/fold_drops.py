"""Takes relations out of the catalog, with everything that goes with them."""

from __future__ import annotations

from dataclasses import replace

from sqlreview.operations import DropColumn, DropSequence, DropTable, DropView, Name
from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.fold_columns import drop_sequences_of
from sqlreview.schema.fold_constraint_changes import drop_references_to
from sqlreview.schema.fold_indexes import drop_index_of
from sqlreview.schema.keys import uses_column
from sqlreview.schema.links import (
    change_table,
    children_of,
    forget_index,
    unlink_foreign_keys,
    without_key,
    without_partition,
)
from sqlreview.schema.mentions import table_or_mention
from sqlreview.schema.origins import Key, Origin
from sqlreview.schema.records import Constraint, Index, IndexName, Sequence, Table, View


def drop_table(editor: CatalogEditor, operation: DropTable, origin: Origin) -> None:
    """DROP TABLE."""
    _drop_named(editor, operation.table, Table, operation.cascade)


def drop_view(editor: CatalogEditor, operation: DropView, origin: Origin) -> None:
    """DROP [MATERIALIZED] VIEW."""
    _drop_named(editor, operation.view, View, operation.cascade)


def drop_sequence(editor: CatalogEditor, operation: DropSequence, origin: Origin) -> None:
    """DROP SEQUENCE."""
    _drop_named(editor, operation.sequence, Sequence, operation.cascade)


def _drop_named(editor: CatalogEditor, name: Name, kind: type[Table | View | Sequence], cascade: bool) -> None:
    key = editor.resolve("relation", name)
    if key is not None and isinstance(editor.get(key), kind):
        drop_relation(editor, key, cascade)


def drop_relation(editor: CatalogEditor, key: Key, cascade: bool) -> None:
    """Removes a table, view, sequence or index; CASCADE takes views and inheriting tables along.

    Foreign keys to a dropped table go in any case, because without CASCADE PostgreSQL would have refused.
    """
    match editor.get(key):
        case Table() as table:
            _drop_table(editor, table, cascade)
        case View() as view:
            _drop_view(editor, view, cascade)
        case Sequence() as sequence:
            _drop_sequence(editor, sequence, key, cascade)
        case IndexName(table=owner_key, name=name):
            owner = editor.get(owner_key)
            if isinstance(owner, Table | View):
                drop_index_of(editor, owner, name)
        case _:
            pass


def _drop_table(editor: CatalogEditor, table: Table, cascade: bool) -> None:
    editor.remove(table.key)
    clear_table(editor, table)
    if editor.session.family != "postgres" and not cascade:
        keep_references(editor, table)
        return
    drop_references_to(editor, table, lambda constraint: True)
    for key in table.partitions:
        drop_relation(editor, key, cascade)
    for key in table.inherited_by:
        if cascade:
            drop_relation(editor, key, cascade)
        else:
            change_table(editor, key, lambda child: replace(child, inherits=without_key(child.inherits, table.key)))
    _drop_users(editor, table, cascade)


def keep_references(editor: CatalogEditor, table: Table) -> None:
    """Remembers who names a dropped table: other engines leave their foreign keys and views in place."""
    referenced_by = without_key(table.referenced_by, table.key)
    if (referenced_by or table.used_by) and table.schema != "pg_temp":
        missing = Table(schema=table.schema, name=table.name, complete=False, created=False, origin=table.origin)
        editor.put(table.key, replace(missing, referenced_by=referenced_by, used_by=table.used_by))


def _drop_users(editor: CatalogEditor, used: Table | View, cascade: bool) -> None:
    """Drops the views that read a relation, or makes them forget it."""
    for key in used.used_by:
        view = editor.get(key)
        if cascade:
            drop_relation(editor, key, cascade)
        elif isinstance(view, View):
            editor.put(key, replace(view, uses=without_key(view.uses, used.key)))


def clear_table(editor: CatalogEditor, table: Table) -> None:
    """Removes what a table owns and what it is noted in, but not the table and what points to it."""
    for index in table.indexes:
        forget_index(editor, table, index.name)
    for key in table.sequences:
        editor.remove(key)
    unlink_foreign_keys(editor, replace(table, constraints=()), table.constraints)
    if table.partition_of:
        change_table(
            editor,
            table.partition_of,
            lambda parent: without_partition(parent, table.key),
        )
    for key in table.inherits:
        change_table(
            editor, key, lambda parent: replace(parent, inherited_by=without_key(parent.inherited_by, table.key))
        )


def _drop_view(editor: CatalogEditor, view: View, cascade: bool) -> None:
    editor.remove(view.key)
    for index in view.indexes:
        forget_index(editor, view, index.name)
    unlink_view(editor, view)
    _drop_users(editor, view, cascade)


def unlink_view(editor: CatalogEditor, view: View) -> None:
    """Takes the note of a view away at the relations it reads."""
    for key in view.uses:
        used = editor.get(key)
        if isinstance(used, Table | View):
            editor.put(key, replace(used, used_by=without_key(used.used_by, view.key)))


def _drop_sequence(editor: CatalogEditor, sequence: Sequence, key: Key, cascade: bool) -> None:
    editor.remove(key)
    if sequence.owned_by is None:
        return
    owner, name = sequence.owned_by

    def change(table: Table) -> Table:
        columns = table.columns
        if cascade:
            columns = tuple(
                replace(column, default=None)
                if column.name == name and column.default and "nextval" in column.default.functions
                else column
                for column in columns
            )
        return replace(table, columns=columns, sequences=without_key(table.sequences, key))

    change_table(editor, owner, change)


def drop_column(editor: CatalogEditor, operation: DropColumn, origin: Origin) -> None:
    """DROP COLUMN, with the indexes, constraints and sequences of the column."""
    table = table_or_mention(editor, operation.table, origin)
    if table is None:
        return
    if table.column(operation.column.text) is None and not (operation.if_exists and not table.created):
        editor.put(table.key, table)
        return
    drop_column_of(editor, table, operation.column.text, operation.cascade)


def drop_column_of(editor: CatalogEditor, table: Table, name: str, cascade: bool) -> None:
    """Drops a column of a table and of every table that has it only from there."""
    if editor.session.family != "sqlite":  # which leaves them without the column
        drop_references_to(editor, table, lambda constraint: name in constraint.referenced_columns)
    table = drop_sequences_of(editor, editor.table_at(table.key) or table, name)
    dropped = tuple(constraint for constraint in table.constraints if name in constraint.columns)
    lost = tuple(index for index in table.indexes if _uses(index, name, dropped))
    lost_names = {index.name for index in lost}
    for index in lost:
        forget_index(editor, table, index.name)
    reduced = replace(
        table,
        columns=tuple(column for column in table.columns if column.name != name),
        constraints=tuple(item for item in table.constraints if item not in dropped and item.index not in lost_names),
        indexes=tuple(index for index in table.indexes if index not in lost),
    )
    editor.put(table.key, reduced)
    unlink_foreign_keys(editor, reduced, dropped)
    for child in children_of(editor, reduced):
        column = child.column(name)
        if column is not None and column.inherited:
            drop_column_of(editor, child, name, cascade)
    if cascade:
        for column in reduced.columns:
            if column.generated and name in column.generated.expression.columns:
                drop_column_of(editor, editor.table_at(table.key) or reduced, column.name, cascade)


def _uses(index: Index, column: str, dropped: tuple[Constraint, ...]) -> bool:
    return uses_column(index, column) or any(item.index == index.name for item in dropped if item.index)
