"""Tables that are filled from another one, and the moment a filled copy takes the place of its original.

Other engines than PostgreSQL change tables by writing them anew: SQLite's ALTER TABLE can do little else
(https://www.sqlite.org/lang_altertable.html#otheralter), and for MySQL some tools do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlreview.operations.sessions import CopiedRows
from sqlreview.operations.written import normal_text
from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.links import change_table, with_key
from sqlreview.schema.mentions import mention, relation_key
from sqlreview.schema.origins import Key, Origin
from sqlreview.schema.records import Column, Constraint, RowSource, Table


def note_copy(editor: CatalogEditor, target: Key, copied: CopiedRows | None, origin: Origin) -> None:
    """Notes that an empty table of this run gets the rows of another one, and whether it takes its place at once."""
    table = editor.table_at(target)
    if copied is None or table is None or editor.session.family == "postgres" or not _is_new(table, origin):
        return
    key = relation_key(editor, copied.source)
    if key == target:
        return
    if editor.get(key) is None:
        editor.put(key, mention(editor, copied.source, origin))
    source = editor.table_at(key)
    if source is None:
        return
    rows_from = _row_source(table, source, copied, origin)
    table = replace(table, rows_from=rows_from)
    change_table(editor, key, lambda it: replace(it, copied_to=with_key(it.copied_to, target)))
    editor.put(target, replaced(table, origin) if rows_from.home == target else table)


def _is_new(table: Table, origin: Origin) -> bool:
    return table.created and table.rows_from is None and table.rebuilt is None and table.origin.run == origin.run


def _row_source(table: Table, source: Table, copied: CopiedRows, origin: Origin) -> RowSource:
    pairs = tuple(_pairs(table, source, copied))
    kept = {old for _, old in pairs} | set(copied.used)
    left_out = tuple(column.name for column in source.columns if column.name not in kept)
    lost = tuple(name for name in left_out if table.complete and table.column(name) is None)
    renewed = tuple(name for name in left_out if name not in lost)
    before = source.rows_from
    if before is not None and before.origin.run == origin.run:  # a copy of a copy: what counts is the first table
        return _composed(before, source, pairs, (lost, renewed), copied.complete, origin)
    home = source.key
    if source.renamed_from is not None and source.renamed is not None and source.renamed.run == origin.run:
        home = source.renamed_from
    return RowSource(
        key=source.key,
        home=home,
        table=replace(source, rows_from=None),
        columns=pairs,
        lost=lost,
        renewed=renewed,
        complete=copied.complete,
        origin=origin,
    )


def _composed(
    before: RowSource,
    source: Table,
    pairs: tuple[tuple[str, str], ...],
    left_out: tuple[tuple[str, ...], tuple[str, ...]],
    complete: bool,
    origin: Origin,
) -> RowSource:
    """What a copy of a copy has of the first table."""
    first = dict(before.columns)
    lost, renewed = (tuple(first[name] for name in names if name in first) for names in left_out)
    return replace(
        before,
        key=source.key,
        columns=tuple((new, first[old]) for new, old in pairs if old in first),
        lost=(*before.lost, *lost),
        renewed=(*before.renewed, *renewed),
        complete=before.complete and complete,
        origin=origin,
    )


def _pairs(table: Table, source: Table, copied: CopiedRows) -> Iterator[tuple[str, str]]:
    """New and old name of every column that is taken over as it is."""
    targets = copied.targets or tuple(column.name for column in table.columns if column.generated is None)
    outputs: list[str | None] = []
    for output in copied.outputs:
        if output == "*":
            outputs += (column.name for column in source.columns if column.generated is None)
        else:
            outputs.append(output)
    if not targets:  # CREATE TABLE AS, whose columns are called as those of the query
        targets = tuple(output or "" for output in outputs)
    for new, old in zip(targets, outputs, strict=False):
        if old is not None:
            yield new, old


def replaced(table: Table, origin: Origin) -> Table:
    """A filled copy with the history of the table whose place it takes."""
    if table.rows_from is None:
        return table
    original = table.rows_from.table
    old_names = dict(table.rows_from.columns)
    columns = tuple(
        _with_history(column, original.column(old_names.get(column.name, column.name)), column.name in old_names)
        for column in table.columns
    )
    return replace(
        table,
        columns=columns,
        constraints=tuple(_constraint_with_history(item, original) for item in table.constraints),
        comment=table.comment or original.comment,
        written=original.written,
        origin=original.origin,
        created=original.created,
        rebuilt=origin,
    )


def _with_history(column: Column, old: Column | None, is_copied: bool) -> Column:
    if old is None or not is_copied:
        return column
    if _same(column, old):
        return replace(old, name=column.name)
    same_type = str(column.type) == str(old.type)
    return replace(
        column,
        origin=old.origin,
        type=old.type if same_type else column.type,
        type_origin=old.type_origin if same_type else column.origin,
        not_null_origin=(old.not_null_origin if old.not_null else column.origin) if column.not_null else None,
    )


def _same(column: Column, old: Column) -> bool:
    return (
        str(column.type) == str(old.type)
        and column.not_null == old.not_null
        and normal_text(column.default) == normal_text(old.default)
        and column.collation == old.collation
        and (column.generated is None) == (old.generated is None)
    )


def _constraint_with_history(constraint: Constraint, original: Table) -> Constraint:
    same = (item for item in original.constraints if _means(item, original) == _means(constraint, original))
    old = next(same, None)
    return replace(constraint, origin=old.origin) if old is not None else constraint


def _means(constraint: Constraint, original: Table) -> tuple[object, ...]:
    referenced = constraint.referenced if constraint.referenced != original.key else None
    condition = normal_text(constraint.expression)
    return constraint.kind, constraint.columns, condition, referenced, constraint.referenced_columns
