"""What creating, attaching and detaching partitions locks and scans."""

from __future__ import annotations

from sqlreview.locks.impact import Impact, combined, locking
from sqlreview.locks.postgres_constraints import not_null_scan
from sqlreview.locks.proofs import excludes_bound, proves_bound
from sqlreview.locks.situation import (
    Situation,
    label,
    partition_family,
    partitions_below,
    relation_of,
    spoken,
    stored,
    stored_partitions,
    tables_at,
    with_partitions,
)
from sqlreview.operations import AttachPartition, DetachPartition, Expression, Name, PartitionBound
from sqlreview.schema import Constraint, Index, Table
from sqlreview.schema.partition_bounds import default_partition

REFERENCING_STOPS_SINCE = 15
"""The version since which a new partition stops writes to the tables with foreign keys to its parent."""


_DEEPEST = 50


def create_partition(parent: Name, bound: PartitionBound | None, situation: Situation) -> Impact:
    """CREATE TABLE ... PARTITION OF: stops everybody on the parent, and reads its default partition."""
    taken = locking("ACCESS EXCLUSIVE", relation_of(parent, situation))
    table = situation.catalog.table(parent)
    if table is None:
        return combined(taken, Impact(unknown=(f"the default partition of {spoken(relation_of(parent, situation))}",)))
    keys = [item.referenced for item in table.foreign_keys if item.referenced is not None]
    others = [locking("SHARE ROW EXCLUSIVE", *with_partitions(key, situation)) for key in keys]
    return combined(taken, _default_partition(table, bound, situation), _referenced(table, situation), *others)


def default_partition_of(table: Table, situation: Situation) -> Table | None:
    """The default partition of a partitioned table."""
    return default_partition(situation.catalog, table)


def parents_locked_with(table: Table, situation: Situation) -> tuple[str, ...]:
    """What dropping a partition locks above and beside it: its parent and the parent's default partition."""
    parent = situation.catalog.table_at(table.partition_of)
    if parent is None:
        return (label(table.partition_of),) if table.partition_of else ()
    default = default_partition_of(parent, situation)
    beside = (label(default.key),) if default is not None and default.key != table.key else ()
    return (label(parent.key), *beside)


def _default_partition(parent: Table, bound: PartitionBound | None, situation: Situation) -> Impact:
    """A new bound is taken away from the default partition, whose rows are read unless a CHECK rules them out."""
    default = default_partition_of(parent, situation)
    if default is None or bound is None:
        return Impact()
    if bound.strategy == "default":  # there can be only one, but it is locked before that is found out
        return locking("ACCESS EXCLUSIVE", label(default.key))
    tables = (default, *partitions_below(default, situation))
    taken = locking("ACCESS EXCLUSIVE", *(label(item.key) for item in tables))
    column = _key_column(parent)
    if column is not None and excludes_bound(default, column, bound, situation.engine):
        return taken
    return combined(taken, Impact(scans=stored(tables)))


def _key_column(parent: Table) -> str | None:
    keys = parent.partition_by.keys if parent.partition_by else ()
    return keys[0].column.text if len(keys) == 1 and keys[0].column else None


def attach_partition(operation: AttachPartition, situation: Situation) -> Impact:
    """ATTACH PARTITION: lets work on the parent go on, but reads the new partition unless a CHECK proves its bound."""
    relation = relation_of(operation.table, situation)
    parent = situation.catalog.table(operation.table)
    partition = situation.catalog.table(operation.partition)
    taken = locking("SHARE UPDATE EXCLUSIVE", relation)
    if partition is None or parent is None:
        name = relation_of(operation.partition, situation)
        doubt = f"what is known of the rows of {spoken(name)}"
        work = Impact(scans=(name,), unknown=(doubt,))
        default = _default_partition(parent, operation.bound, situation) if parent else Impact()
        return combined(taken, locking("ACCESS EXCLUSIVE", name), default, work)
    tables = (partition, *partitions_below(partition, situation))
    locks = locking("ACCESS EXCLUSIVE", *(label(item.key) for item in tables))
    return combined(
        taken,
        locks,
        _default_partition(parent, operation.bound, situation),
        Impact(scans=() if _is_proven(parent, partition, operation.bound, situation) else stored(tables)),
        _missing_indexes(parent, partition, tables),
        _missing_not_nulls(parent, operation.partition, situation),
        _missing_foreign_keys(parent, partition, tables, situation),
        _bounds_above(parent, situation),
    )


def _bounds_above(table: Table | None, situation: Situation) -> Impact:
    """A partition of a partition has the bounds of all tables above it, which are looked up there."""
    above: list[str] = []
    while table is not None and table.partition_of is not None and len(above) < _DEEPEST:
        above.append(label(table.partition_of))
        table = situation.catalog.table_at(table.partition_of)
    return locking("ACCESS SHARE", *above)


def _is_proven(parent: Table, partition: Table, bound: PartitionBound, situation: Situation) -> bool:
    if bound.strategy == "default":
        return not parent.partitions
    column = _key_column(parent)
    return column is not None and proves_bound(partition, column, bound, situation.engine)


def _missing_indexes(parent: Table, partition: Table, tables: tuple[Table, ...]) -> Impact:
    if all(any(same_index(index, own) for own in partition.indexes) for index in parent.indexes):
        return Impact()
    rows = stored(tables)
    return Impact(scans=rows, index_builds=rows)


def same_index(wanted: Index, existing: Index) -> bool:
    """Whether an index can be attached to a partitioned one instead of building another."""
    return (
        wanted.columns == existing.columns
        and _expressions(wanted) == _expressions(existing)
        and wanted.method == existing.method
        and wanted.unique == existing.unique
        and _text(wanted.predicate) == _text(existing.predicate)
        and existing.valid
        and existing.parent is None
        and (wanted.constraint is None or existing.constraint is not None)
    )


def _expressions(index: Index) -> list[str]:
    return [_text(key.expression) for key in index.keys]


def _text(expression: Expression | None) -> str:
    """An expression without the differences that its writing may have."""
    return "".join(expression.text.split()).lower() if expression is not None else ""


def _missing_not_nulls(parent: Table, partition: Name, situation: Situation) -> Impact:
    """A primary key of the parent makes its columns NOT NULL in the partition."""
    if parent.primary_key is None:
        return Impact()
    return combined(*(not_null_scan(partition, column, situation) for column in parent.primary_key.columns))


def _missing_foreign_keys(parent: Table, partition: Table, tables: tuple[Table, ...], situation: Situation) -> Impact:
    """Foreign keys of the parent are added and validated; one the partition has loses its own triggers instead."""
    impacts = [_referenced(parent, situation)]
    for wanted in parent.foreign_keys:
        if wanted.referenced is None:
            continue
        if any(_same_key(wanted, own) for own in partition.foreign_keys):
            impacts.append(locking("ACCESS EXCLUSIVE", *with_partitions(wanted.referenced, situation)))
            continue
        locks = locking("SHARE ROW EXCLUSIVE", *with_partitions(wanted.referenced, situation))
        rows = (*stored(tables), *stored_partitions(wanted.referenced, situation))
        impacts.append(combined(locks, Impact(scans=rows if wanted.valid else ())))
    return combined(*impacts)


def _referenced(parent: Table, situation: Situation) -> Impact:
    """A new partition takes part in the foreign keys that point to its parent."""
    mode = "ACCESS SHARE" if situation.version < REFERENCING_STOPS_SINCE else "SHARE ROW EXCLUSIVE"
    return locking(mode, *(label(key) for key in parent.referenced_by))


def _same_key(wanted: Constraint, own: Constraint) -> bool:
    return (
        wanted.referenced == own.referenced
        and wanted.columns == own.columns
        and wanted.referenced_columns == own.referenced_columns
        and own.valid
    )


def detach_partition(operation: DetachPartition, situation: Situation) -> Impact:
    """DETACH PARTITION: stops everybody on the parent; CONCURRENTLY waits for them instead."""
    parent, partition = relation_of(operation.table, situation), relation_of(operation.partition, situation)
    table = situation.catalog.table(operation.table)
    if operation.concurrently or operation.finalize:
        taken = combined(locking("SHARE UPDATE EXCLUSIVE", parent), locking("ACCESS EXCLUSIVE", partition))
        wait = Impact(waits_for_transactions=True, transaction_allowed=not operation.concurrently)
        below = locking("ACCESS EXCLUSIVE", *partition_family(operation.partition, situation))
        above = _bounds_above(table, situation) if operation.concurrently else Impact()
        return combined(taken, below, wait, above, _referencing(table, situation), _standing_alone(table, situation))
    references = _referencing(table, situation)
    gentle = situation.version < 14 and not references.locks and not _has_row_triggers(table)
    mode = "SHARE UPDATE EXCLUSIVE" if gentle else "ACCESS EXCLUSIVE"
    impacts = [locking("ACCESS EXCLUSIVE", parent), locking(mode, partition), references]
    impacts.append(_inside(situation.catalog.table(operation.partition), situation))
    default = default_partition_of(table, situation) if table else None
    if default is not None:
        impacts.append(locking("ACCESS EXCLUSIVE", label(default.key)))
    return combined(*impacts, _standing_alone(table, situation))


def _has_row_triggers(table: Table | None) -> bool:
    """Whether partitions have triggers of their parent, which they lose with it."""
    return table is not None and any(trigger.for_each_row for trigger in table.triggers)


def _inside(partition: Table | None, situation: Situation) -> Impact:
    """Partitions of the partition, and its indexes, which are cut loose from those of the parent."""
    if partition is None:
        return Impact()
    below = (label(item.key) for item in partitions_below(partition, situation))
    indexes = (f"{partition.schema}.{index.name}" for index in partition.indexes if index.parent is not None)
    return locking("ACCESS EXCLUSIVE", *below, *(indexes if situation.version < 14 else ()))


def _standing_alone(table: Table | None, situation: Situation) -> Impact:
    """Foreign keys of the parent become the partition's own, which needs triggers on the tables they point to."""
    keys = [item.referenced for item in table.foreign_keys if item.referenced] if table else []
    names = [name for key in keys for name in with_partitions(key, situation)]
    return locking("SHARE ROW EXCLUSIVE", *names)


def _referencing(table: Table | None, situation: Situation) -> Impact:
    """Tables with foreign keys to the parent are read to see that no row points into the partition."""
    if table is None or not table.referenced_by:
        return Impact()
    tables = tuple(tables_at(table.referenced_by, situation))
    locks = [label(key) for key in table.referenced_by]
    return combined(locking("ACCESS EXCLUSIVE", *locks), Impact(scans=stored(tables)))
