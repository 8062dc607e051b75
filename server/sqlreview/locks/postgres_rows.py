"""What statements on rows lock, and maintenance that reads them: INSERT, UPDATE, LOCK, VACUUM, ANALYZE."""

from __future__ import annotations

from sqlreview.locks.impact import Impact, combined, locking
from sqlreview.locks.postgres_tables import partition_check
from sqlreview.locks.situation import (
    Situation,
    base_tables,
    children_below,
    family,
    has_rows,
    label,
    partition_family,
    partitions_below,
    record_of,
    relation_of,
    spoken,
    stored,
    stored_family,
    with_partitions,
)
from sqlreview.operations import Analyze, LockTable, Vacuum, WriteRows
from sqlreview.schema import Constraint, Table, View

_CASCADING = ("CASCADE", "SET NULL", "SET DEFAULT")


def write_rows(operation: WriteRows, situation: Situation) -> Impact:
    """INSERT, UPDATE, DELETE, MERGE, COPY: ROW EXCLUSIVE, which nobody who reads or writes waits for."""
    relation = relation_of(operation.table, situation)
    table = situation.catalog.table(operation.table)
    if table is None:
        record = record_of(operation.table, situation)
        behind = base_tables(record.uses, situation) if isinstance(record, View) and not record.materialized else ()
        # rows can be written through a view of one table; other views have a trigger that may do anything
        return locking("ROW EXCLUSIVE", relation, *(label(key) for key in behind if len(behind) == 1))
    impacts = [locking("ROW EXCLUSIVE", relation), partition_check(table, situation)]
    if operation.kind in ("insert", "copy"):
        referenced = (
            item.referenced for item in table.foreign_keys if item.referenced and item.referenced != table.key
        )
        impacts += [locking("ROW SHARE", label(key)) for key in referenced]
        return combined(*impacts)
    impacts.append(locking("ROW EXCLUSIVE", *family(operation.table, situation)))
    if operation.kind == "delete":
        impacts += _referencing(table, situation)
    if operation.kind in ("update", "delete"):
        if operation.filtered:
            impacts.append(Impact(unknown=(f"how many rows of {spoken(relation)} are read",)))
        else:
            impacts.append(Impact(scans=stored_family(operation.table, situation)))
    return combined(*impacts)


def _referencing(table: Table, situation: Situation) -> list[Impact]:
    """Deleting a row looks for rows that point to it, one table after the other; without an index that is a scan."""
    impacts = []
    for key in table.referenced_by:
        other = situation.catalog.table_at(key)
        for constraint in other.foreign_keys if other else ():
            if other is None or constraint.referenced != table.key or other.key == table.key:
                continue
            cascades = (constraint.on_delete or "NO ACTION") in _CASCADING
            mode = "ROW EXCLUSIVE" if cascades else "ROW SHARE"
            scans = () if not other.complete or _has_index(other, constraint) else stored((other,))
            impacts.append(combined(locking(mode, *with_partitions(key, situation)), Impact(scans=scans)))
    return impacts


def _has_index(table: Table, constraint: Constraint) -> bool:
    wanted = constraint.columns
    return any(
        set(index.columns[: len(wanted)]) == set(wanted) and index.predicate is None and index.valid
        for index in table.indexes
    )


def lock_table(operation: LockTable, situation: Situation) -> Impact:
    """LOCK TABLE: the mode it names, on everything below the table and, for a view, on what the view reads."""
    record = record_of(operation.table, situation)
    if isinstance(record, View):
        below = [name for key in base_tables(record.uses, situation) for name in with_partitions(key, situation)]
        return locking(operation.mode, label(record.key), *below)
    return locking(operation.mode, *family(operation.table, situation))


def vacuum(operation: Vacuum, situation: Situation) -> Impact:
    """VACUUM: lets reads and writes go on; FULL writes the table anew while everybody waits."""
    mode = "ACCESS EXCLUSIVE" if operation.full else "SHARE UPDATE EXCLUSIVE"
    alone = Impact(transaction_allowed=False)
    if operation.skip_locked and not operation.full:
        return alone
    if operation.table is None:
        tables = [item for item in situation.catalog.all(Table) if has_rows(item)]
        names = stored(tables)
    else:
        table = situation.catalog.table(operation.table)
        if table is not None and table.foreign:
            return alone
        below = children_below if situation.version >= 18 else partitions_below
        tables = [table, *below(table, situation)] if table else []
        names = tuple(label(item.key) for item in tables) or (relation_of(operation.table, situation),)
    rows = (stored(tables) or (names if not tables else ())) if operation.full else ()
    return combined(locking(mode, *names), alone, Impact(rewrites=rows))


def analyze(operation: Analyze, situation: Situation) -> Impact:
    """ANALYZE: samples the table while reads and writes go on; since PostgreSQL 18 its inheritance children as well."""
    if operation.table is None:
        names = stored(situation.catalog.all(Table))
        return locking("SHARE UPDATE EXCLUSIVE", *names)
    table = situation.catalog.table(operation.table)
    taken = locking("SHARE UPDATE EXCLUSIVE", *partition_family(operation.table, situation))
    if table is None:
        return taken
    below = tuple(label(item.key) for item in children_below(table, situation))
    if operation.only:
        return combined(locking("SHARE UPDATE EXCLUSIVE", label(table.key)), locking("ACCESS SHARE", *below))
    return combined(taken, locking("SHARE UPDATE EXCLUSIVE" if situation.version >= 18 else "ACCESS SHARE", *below))
