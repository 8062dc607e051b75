"""What statements on rows lock, and maintenance that reads them: INSERT, UPDATE, LOCK, VACUUM, ANALYZE."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from sqlreview.locks.impact import NOTHING, Impact, combined, locking
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
    tables_at,
    with_partitions,
)
from sqlreview.operations import Analyze, LockTable, Vacuum, WriteRows
from sqlreview.schema import Constraint, Key, Table, View

_CASCADING = ("CASCADE", "SET NULL", "SET DEFAULT")


def write_rows(operation: WriteRows, situation: Situation) -> Impact:
    """INSERT, UPDATE, DELETE, MERGE, COPY: ROW EXCLUSIVE, which nobody who reads or writes waits for."""
    relation = relation_of(operation.table, situation)
    table = situation.catalog.table(operation.table)
    if table is None:
        record = record_of(operation.table, situation)
        # rows can be written through a view of one table; other views have a trigger that may do anything
        is_open = _is_plain_view(record) and len(base_tables(record.uses, situation)) == 1
        behind = _read_through(record, situation) if is_open and isinstance(record, View) else ()
        return locking("ROW EXCLUSIVE", relation, *(label(key) for key in behind))
    impacts = [locking("ROW EXCLUSIVE", relation), partition_check(table, situation)]
    if operation.kind in ("insert", "copy"):
        referenced = (
            item.referenced for item in table.foreign_keys if item.referenced and item.referenced != table.key
        )
        impacts += [locking("ROW SHARE", label(key)) for key in referenced]
        return combined(*impacts)
    impacts.append(locking("ROW EXCLUSIVE", *family(operation.table, situation)))
    if operation.kind == "delete" or operation.deletes:
        impacts += _referencing(table, situation)
    if operation.kind in ("update", "delete"):
        if operation.filtered:
            impacts.append(Impact(unknown=(f"how many rows of {spoken(relation)} are read",)))
        else:
            impacts.append(Impact(scans=stored_family(operation.table, situation)))
    return combined(*impacts)


def _referencing(table: Table, situation: Situation) -> list[Impact]:
    """Deleting a row looks for rows that point to it, one table after the other; without an index that is a scan.

    Rows that go with it are looked for in the same way.
    """
    impacts = []
    deleted = {table.key: table}
    waiting = [table]
    while waiting:
        current = waiting.pop(0)
        for other, constraint in _pointing_at(current, situation):
            impacts.append(_looked_up(other, constraint, situation))
            if constraint.on_delete == "CASCADE" and other.key not in deleted:
                deleted[other.key] = other
                waiting.append(other)
    return impacts


def _pointing_at(table: Table, situation: Situation) -> Iterator[tuple[Table, Constraint]]:
    for other in tables_at(table.referenced_by, situation):
        for constraint in other.foreign_keys:
            if constraint.referenced == table.key and other.key != table.key:
                yield other, constraint


def _looked_up(other: Table, constraint: Constraint, situation: Situation) -> Impact:
    mode = "ROW EXCLUSIVE" if constraint.on_delete in _CASCADING else "ROW SHARE"
    scans = () if not other.complete or _has_index(other, constraint) else stored((other,))
    return combined(locking(mode, *with_partitions(other.key, situation)), Impact(scans=scans))


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
        below = [name for key in _read_through(record, situation) for name in with_partitions(key, situation)]
        return locking(operation.mode, label(record.key), *below)
    return locking(operation.mode, *family(operation.table, situation))


def _read_through(view: View, situation: Situation) -> tuple[Key, ...]:
    """All that a view reads: other views, what they read in turn, tables."""
    found: dict[Key, None] = {}
    waiting = list(view.uses)
    while waiting:
        key = waiting.pop(0)
        if key in found:
            continue
        found[key] = None
        record = situation.catalog.get(key)
        if isinstance(record, View) and not record.materialized:
            waiting.extend(record.uses)
    return tuple(found)


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
    sampled = _sampled_below(operation, situation) if operation.analyze else ()
    return combined(locking(mode, *names), locking("ACCESS SHARE", *sampled), alone, Impact(rewrites=rows))


def _sampled_below(operation: Vacuum, situation: Situation) -> tuple[str, ...]:
    """The inheritance children that ANALYZE reads for the statistics of their parent."""
    table = situation.catalog.table(operation.table) if operation.table is not None else None
    return tuple(label(item.key) for item in children_below(table, situation)) if table else ()


def _is_plain_view(record: object) -> TypeGuard[View]:
    return isinstance(record, View) and not record.materialized


def analyze(operation: Analyze, situation: Situation) -> Impact:
    """ANALYZE: samples the table while reads and writes go on; since PostgreSQL 18 its inheritance children as well."""
    if operation.table is None:
        names = stored(situation.catalog.all(Table))
        return locking("SHARE UPDATE EXCLUSIVE", *names)
    table = situation.catalog.table(operation.table)
    taken = locking("SHARE UPDATE EXCLUSIVE", *partition_family(operation.table, situation))
    if table is None:
        return NOTHING if _is_plain_view(record_of(operation.table, situation)) else taken
    below = tuple(label(item.key) for item in children_below(table, situation))
    if operation.only:
        return combined(locking("SHARE UPDATE EXCLUSIVE", label(table.key)), locking("ACCESS SHARE", *below))
    return combined(taken, locking("SHARE UPDATE EXCLUSIVE" if situation.version >= 18 else "ACCESS SHARE", *below))
