"""What changing the type of a column locks, rewrites and scans."""

from __future__ import annotations

from sqlreview.locks.impact import Impact, combined, locking
from sqlreview.locks.postgres_columns import foreign_key_neighbours, referenced_columns
from sqlreview.locks.situation import (
    Situation,
    children_below,
    family,
    has_rows,
    is_empty,
    label,
    relation_of,
    spoken,
    stored,
)
from sqlreview.locks.type_changes import TypeChange, type_change
from sqlreview.operations import SetColumnType
from sqlreview.schema import Index, Table


def set_column_type(operation: SetColumnType, situation: Situation) -> Impact:
    """ALTER COLUMN TYPE: a rewrite, unless the bytes of the old type are valid in the new one."""
    taken = locking("ACCESS EXCLUSIVE", *family(operation.table, situation))
    table = situation.catalog.table(operation.table)
    column = operation.column.text
    change = type_change(operation, table.column(column) if table else None, situation)
    relation = relation_of(operation.table, situation)
    doubts = (f"{change.unknown} of {spoken(relation)}.{column}",) if change.unknown else ()
    if table is None:
        return combined(taken, Impact(rewrites=(relation,), unknown=doubts))
    tables = (table, *children_below(table, situation))
    definition = table.column(column)
    if definition is not None and definition.generated is not None and not definition.generated.stored:
        return taken
    if change.rewrites:
        work = Impact(rewrites=stored(tables), unknown=doubts)
    else:
        work = combined(*(_kept_rows(item, column, change) for item in tables))
    return combined(taken, work, _foreign_keys(table, tables, column, change, situation))


def _kept_rows(table: Table, column: str, change: TypeChange) -> Impact:
    """The work left when no row is rewritten: CHECKs are verified again, and some indexes are built again."""
    if not has_rows(table):
        return Impact()
    name = label(table.key)
    verified = any(
        item.kind == "check" and item.valid and item.enforced and column in item.columns for item in table.constraints
    )
    rebuilt = any(_is_rebuilt(index, column, change) for index in table.indexes)
    return Impact(scans=(name,) if verified or rebuilt else (), index_builds=(name,) if rebuilt else ())


def _is_rebuilt(index: Index, column: str, change: TypeChange) -> bool:
    """Expression and partial indexes that use the column always are; plain ones when its operators change."""
    in_predicate = bool(index.predicate and column in index.predicate.columns)
    in_expression = any(key.expression and column in key.expression.columns for key in index.keys)
    is_plain_key = column in index.columns
    if in_predicate or in_expression:
        return True
    has_expressions = index.predicate is not None or None in index.columns
    uses = is_plain_key or column in index.include
    # indexes of partitions are made again with that of the partitioned table, which has no file to take over
    return uses and (has_expressions or index.parent is not None or (is_plain_key and not change.same_operators))


def _foreign_keys(
    table: Table, tables: tuple[Table, ...], column: str, change: TypeChange, situation: Situation
) -> Impact:
    """Foreign keys over the column are made anew: the other table is locked, and read unless nothing changes for it."""
    others = foreign_key_neighbours(table, column, situation, incoming=True)
    own = any(
        column in (*item.columns, *item.referenced_columns) and item.referenced == table.key
        for item in table.foreign_keys
    )
    if not others and not own:
        return Impact()
    locks = locking("ACCESS EXCLUSIVE", *others)
    if change.same_operators and not change.rewrites:
        return locks
    holders = (item for item in _relations_over(table, others, situation) if not is_empty(label(item.key), situation))
    if not any(_is_checked_again(item, table, column) for item in holders):
        return locks
    found = (situation.catalog.table_at(_key(other)) for other in others)
    return combined(locks, Impact(scans=(*stored(tables), *stored(item for item in found if item is not None))))


def _relations_over(table: Table, others: tuple[str, ...], situation: Situation) -> tuple[Table, ...]:
    found = (situation.catalog.table_at(_key(other)) for other in others)
    return (table, *(item for item in found if item is not None))


def _is_checked_again(holder: Table, table: Table, column: str) -> bool:
    """Whether a table has a valid foreign key over the column, from its own side or from the other."""
    for item in holder.foreign_keys:
        outgoing = holder.key == table.key and column in item.columns
        incoming = item.referenced == table.key and column in referenced_columns(item, table)
        if item.valid and item.enforced and (outgoing or incoming):
            return True
    return False


def _key(relation: str) -> tuple[str, str, str]:
    schema, _, name = relation.partition(".")
    return ("relation", schema, name)
