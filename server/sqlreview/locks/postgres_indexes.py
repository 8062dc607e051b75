"""What statements on indexes lock, and which tables they read."""

from __future__ import annotations

from sqlreview.locks.impact import Impact, combined, locking
from sqlreview.locks.postgres_partitions import same_index
from sqlreview.locks.situation import (
    Situation,
    has_rows,
    index_of,
    index_owner,
    label,
    partition_family,
    partitions_below,
    record_of,
    relation_of,
    spoken,
    stored,
)
from sqlreview.operations import (
    AlterIndex,
    AttachIndexPartition,
    Cluster,
    CreateIndex,
    CreateStatistics,
    DropIndex,
    DropStatistics,
    Name,
    Reindex,
    RenameIndex,
)
from sqlreview.schema import Index, Table, View

_WAITS = Impact(waits_for_transactions=True)
_REFUSED_IN_TRANSACTION = Impact(transaction_allowed=False)


def create_index(operation: CreateIndex, situation: Situation) -> Impact:
    """CREATE INDEX: reads the table while writes wait; CONCURRENTLY lets them go on and waits for their end."""
    name = operation.table
    table = situation.catalog.table(name)
    relation = relation_of(name, situation)
    mode = "SHARE UPDATE EXCLUSIVE" if operation.concurrently else "SHARE"
    alone = Impact(transaction_allowed=not operation.concurrently)
    if operation.if_not_exists and operation.name is not None and _exists(operation.name, name, situation):
        return combined(locking(mode, relation), alone)
    if operation.concurrently:
        alone = combined(alone, _WAITS)
    if operation.only and table is not None and table.partition_by is not None:
        return combined(locking(mode, relation), alone)
    rows = (relation,) if table is None else _rows_to_index(operation, table, situation)
    taken = locking(mode, *(partition_family(name, situation) if not operation.only else (relation,)))
    return combined(taken, alone, Impact(scans=rows, index_builds=rows))


def _exists(index: Name, table: Name, situation: Situation) -> bool:
    owner = record_of(table, situation)
    schema = owner.schema if isinstance(owner, Table | View) else None
    return record_of(Name(index.schema or schema, index.text, index.span), situation) is not None


def _rows_to_index(operation: CreateIndex, table: Table, situation: Situation) -> tuple[str, ...]:
    """The tables that are read; a partition that has the index already only gets it attached."""
    if table.partition_by is None:
        return (label(table.key),)
    wanted = Index(
        name="",
        method=operation.method,
        keys=operation.keys,
        predicate=operation.predicate,
        unique=operation.unique,
        origin=table.origin,
    )
    partitions = partitions_below(table, situation)
    return stored(item for item in partitions if not any(same_index(wanted, own) for own in item.indexes))


def drop_index(operation: DropIndex, situation: Situation) -> Impact:
    """DROP INDEX: stops everybody on the table, quickly; CONCURRENTLY waits for all who use the table instead."""
    alone = Impact(transaction_allowed=not operation.concurrently)
    owner = index_owner(operation.index, situation)
    index = relation_of(operation.index, situation)
    if owner is None and operation.if_exists:
        return alone
    if owner is None:
        doubt = Impact(unknown=(f"the table of index {spoken(index)}",))
        return combined(alone, doubt, locking("ACCESS EXCLUSIVE", index) if not operation.concurrently else _WAITS)
    if operation.concurrently:
        return combined(alone, _WAITS, locking("SHARE UPDATE EXCLUSIVE", label(owner.key)))
    tables = [label(owner.key)]
    if isinstance(owner, Table):
        tables += [label(item.key) for item in partitions_below(owner, situation)]
    return locking("ACCESS EXCLUSIVE", *tables, index)


def rename_index(operation: RenameIndex, situation: Situation) -> Impact:
    """ALTER INDEX RENAME: nobody waits, since PostgreSQL 12."""
    return locking("SHARE UPDATE EXCLUSIVE", relation_of(operation.index, situation))


def attach_index(operation: AttachIndexPartition, situation: Situation) -> Impact:
    """ALTER INDEX ATTACH PARTITION: the lock on the attached index stops readers and writers of its partition."""
    impacts = [
        locking("ACCESS EXCLUSIVE", relation_of(operation.partition, situation)),
        locking("SHARE UPDATE EXCLUSIVE", relation_of(operation.index, situation)),
    ]
    for name in (operation.index, operation.partition):
        owner = index_owner(name, situation)
        if owner is not None:
            impacts.append(locking("ACCESS SHARE", label(owner.key)))
    return combined(*impacts)


def alter_index(operation: AlterIndex, situation: Situation) -> Impact:
    """ALTER INDEX DEPENDS ON EXTENSION stops users of the table, ALTER COLUMN SET STATISTICS nobody."""
    mode = "ACCESS EXCLUSIVE" if operation.action == "depends" else "SHARE UPDATE EXCLUSIVE"
    return locking(mode, relation_of(operation.index, situation))


def reindex(operation: Reindex, situation: Situation) -> Impact:
    """REINDEX: writes wait, and so do reads, as each index is locked ACCESS EXCLUSIVE; CONCURRENTLY lets all go on."""
    match operation.kind:
        case "index":
            impact = _reindex_index(operation, situation)
        case "table":
            impact = _reindex_table(operation, situation)
        case "system":
            return _REFUSED_IN_TRANSACTION
        case kind:
            schema = operation.name.text if operation.name and kind == "schema" else None
            tables = [item for item in situation.catalog.all(Table) if schema in (None, item.schema) and has_rows(item)]
            impact = combined(_REFUSED_IN_TRANSACTION, *(_rebuild(item, item.indexes, operation) for item in tables))
    if not operation.concurrently:
        return impact
    return combined(impact, _REFUSED_IN_TRANSACTION, _WAITS if impact.index_builds else Impact())


def _reindex_index(operation: Reindex, situation: Situation) -> Impact:
    if operation.name is None:
        return Impact()
    owner = index_owner(operation.name, situation)
    index = relation_of(operation.name, situation)
    if owner is None:
        doubt = Impact(unknown=(f"the table of index {spoken(index)}",))
        return combined(doubt, locking("ACCESS EXCLUSIVE", index) if not operation.concurrently else Impact())
    if isinstance(owner, Table) and owner.partition_by is not None:
        parts = (item for item in partitions_below(owner, situation) if has_rows(item))
        built = [(item, tuple(own for own in item.indexes if own.parent is not None)) for item in parts]
        return _reindex_partitions(owner, built, operation, situation)
    found = index_of(owner, operation.name.text)
    return _rebuild(owner, (found,) if found else (), operation)


def _reindex_table(operation: Reindex, situation: Situation) -> Impact:
    if operation.name is None:
        return Impact()
    record = record_of(operation.name, situation)
    if not isinstance(record, Table | View):
        relation = relation_of(operation.name, situation)
        mode = "SHARE UPDATE EXCLUSIVE" if operation.concurrently else "SHARE"
        return combined(
            locking(mode, relation),
            Impact(scans=(relation,), index_builds=(relation,), unknown=(f"the indexes of {spoken(relation)}",)),
        )
    if isinstance(record, Table) and record.partition_by is not None:
        built = [(item, item.indexes) for item in partitions_below(record, situation)]
        impact = _reindex_partitions(record, built, operation, situation)
        if operation.concurrently and situation.version >= 14:
            # it looks for the partitions under SHARE before it begins, and so queues behind writers
            return combined(impact, locking("SHARE", *(label(item.key) for item, _ in built)))
        return impact
    return _rebuild(record, record.indexes, operation)


def _reindex_partitions(
    table: Table, built: list[tuple[Table, tuple[Index, ...]]], operation: Reindex, situation: Situation
) -> Impact:
    """Since PostgreSQL 14 each partition in a transaction of its own; before, nothing beyond the lock on the parent."""
    mode = "SHARE UPDATE EXCLUSIVE" if operation.concurrently else "SHARE"
    taken = locking(mode, label(table.key))
    if situation.version < 14:
        return taken
    between = (label(item.key) for item, _ in built if not has_rows(item))
    work = (_rebuild(item, indexes, operation) for item, indexes in built if has_rows(item))
    return combined(taken, locking(mode, *between), _REFUSED_IN_TRANSACTION, *work)


def _rebuild(owner: Table | View, indexes: tuple[Index, ...], operation: Reindex) -> Impact:
    table = label(owner.key)
    rows = (table,) if indexes else ()
    work = Impact(scans=rows, index_builds=rows)
    if operation.concurrently:
        return combined(locking("SHARE UPDATE EXCLUSIVE", table), work)
    names = (f"{owner.schema}.{index.name}" for index in indexes)
    return combined(locking("SHARE", table), locking("ACCESS EXCLUSIVE", *names), work)


def cluster(operation: Cluster, situation: Situation) -> Impact:
    """CLUSTER: rewrites the table in index order while everybody waits."""
    if operation.table is None:
        known = tuple(label(item.key) for item in situation.catalog.all(Table) if item.clustered)
        taken = combined(locking("ACCESS EXCLUSIVE", *known), Impact(rewrites=known))
        doubt = () if known else ("which tables have been clustered before",)
        return combined(_REFUSED_IN_TRANSACTION, taken, Impact(unknown=doubt))
    table = situation.catalog.table(operation.table)
    if table is not None and table.partition_by is not None:
        parts = partitions_below(table, situation)
        # since 15 the leaves are found by their indexes, and the partitioned tables between are left out
        between = situation.version < 15
        names = partition_family(operation.table, situation) if between else (label(table.key), *stored(parts))
        alone = Impact(transaction_allowed=situation.version < 15)
        return combined(locking("ACCESS EXCLUSIVE", *names), alone, Impact(rewrites=stored(parts)))
    relation = relation_of(operation.table, situation)
    return combined(locking("ACCESS EXCLUSIVE", relation), Impact(rewrites=(relation,)))


def create_statistics(operation: CreateStatistics, situation: Situation) -> Impact:
    """CREATE STATISTICS: the catalog only, while reads and writes go on."""
    return locking("SHARE UPDATE EXCLUSIVE", relation_of(operation.table, situation))


def drop_statistics(operation: DropStatistics, situation: Situation) -> Impact:
    """DROP STATISTICS: the catalog only, while reads and writes of the table go on."""
    name = operation.name.text
    owners = tuple(label(item.key) for item in situation.catalog.all(Table) if name in item.statistics)
    if owners:
        return locking("SHARE UPDATE EXCLUSIVE", *owners)
    return Impact(unknown=("the table the statistics belong to",))
