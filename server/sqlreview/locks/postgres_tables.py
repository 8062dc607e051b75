"""What statements on tables as a whole lock, rewrite and scan."""

from __future__ import annotations

from sqlreview.locks.impact import Impact, combined, locking
from sqlreview.locks.postgres_foreign_keys import foreign_key_locks, other_end
from sqlreview.locks.postgres_partitions import create_partition, parents_locked_with
from sqlreview.locks.postgres_views import views_above
from sqlreview.locks.situation import (
    Situation,
    children_below,
    family,
    has_rows,
    index_owner,
    is_missing,
    label,
    partition_family,
    partitions_below,
    record_of,
    relation_of,
    spoken,
    tables_at,
)
from sqlreview.operations import (
    CreateTable,
    DropTable,
    ForeignKey,
    RenameTable,
    SetAccessMethod,
    SetClusterIndex,
    SetInheritance,
    SetLogged,
    SetReplicaIdentity,
    SetRowSecurity,
    SetStorageParameters,
    SetTableSchema,
    SetTablespace,
    SetTriggerState,
    Truncate,
)
from sqlreview.schema import IndexName, Sequence, Table

_HEAVY_PARAMETERS = frozenset(
    (
        *("user_catalog_table", "security_barrier", "security_invoker", "check_option"),
        *("fastupdate", "gin_pending_list_limit", "autosummarize", "pages_per_range", "buffering"),
    )
)
"""Storage parameters whose change takes ACCESS EXCLUSIVE; all others take SHARE UPDATE EXCLUSIVE."""


def create_table(operation: CreateTable, situation: Situation) -> Impact:
    """CREATE TABLE: locks what it refers to, never the new table, which nobody can see yet."""
    name = operation.table
    if operation.if_not_exists and record_of(name, situation) is not None:
        return Impact()
    referenced = [item.referenced for item in operation.constraints if isinstance(item, ForeignKey)]
    referenced += [item.referenced for column in operation.columns for item in column.foreign_keys]
    locks = [foreign_key_locks(other, situation) for other in referenced if other != name]
    locks += [locking("ACCESS SHARE", relation_of(like.source, situation)) for like in operation.likes]
    locks += [locking("SHARE UPDATE EXCLUSIVE", relation_of(parent, situation)) for parent in operation.inherits]
    if operation.partition_of is not None:
        locks.append(create_partition(operation.partition_of, operation.bound, situation))
    return combined(*locks)


def drop_table(operation: DropTable, situation: Situation) -> Impact:
    """DROP TABLE: the table, partitions, parent, both ends of foreign keys, its views and what CASCADE takes along."""
    table = situation.catalog.table(operation.table)
    if table is None:
        absent = is_missing(operation.table, operation.if_exists, situation)
        return absent or locking("ACCESS EXCLUSIVE", relation_of(operation.table, situation))
    below = children_below(table, situation) if operation.cascade else partitions_below(table, situation)
    dropped = (table, *below)
    # without CASCADE children make it fail, but not before it has locked them
    relations = [label(item.key) for item in (table, *children_below(table, situation))]
    relations += parents_locked_with(table, situation)
    for item in dropped:
        for constraint in item.foreign_keys:
            if constraint.referenced is not None and not constraint.inherited:
                relations += other_end(constraint.referenced, situation)
        # without CASCADE it fails, but not before it has locked the views
        relations += [label(key) for key in views_above(item.used_by, situation)]
        if operation.cascade:
            relations += [label(key) for key in item.referenced_by]
    return combined(locking("ACCESS EXCLUSIVE", *relations))


def truncate(operation: Truncate, situation: Situation) -> Impact:
    """TRUNCATE: throws the files away, so it is quick, but under ACCESS EXCLUSIVE on everything it empties."""
    table = situation.catalog.table(operation.table)
    if table is None:
        return locking("ACCESS EXCLUSIVE", relation_of(operation.table, situation))
    emptied: dict[str, Table] = {}
    waiting = [table]
    while waiting:
        current = waiting.pop(0)
        if label(current.key) in emptied:
            continue
        emptied[label(current.key)] = current
        if not operation.only:
            waiting += children_below(current, situation)
        if operation.cascade:
            waiting += tables_at(current.referenced_by, situation)
    taken = locking("ACCESS EXCLUSIVE", *emptied)
    return combined(taken, partition_check(table, situation))


def partition_check(table: Table, situation: Situation) -> Impact:
    """Up to PostgreSQL 13 work on the rows of a partition looks up the partition key in its parent."""
    if table.partition_of is None or situation.version >= 14:
        return Impact()
    return locking("ACCESS SHARE", label(table.partition_of))


def lock_exclusively(operation: RenameTable | SetTableSchema | SetRowSecurity, situation: Situation) -> Impact:
    """RENAME TO, SET SCHEMA, row security: the catalog only, of the relation alone (an index named so included)."""
    return locking("ACCESS EXCLUSIVE", relation_of(operation.table, situation))


def set_logged(operation: SetLogged, situation: Situation) -> Impact:
    """SET LOGGED or UNLOGGED: a rewrite unless the table is so already."""
    relation = relation_of(operation.table, situation)
    taken = locking("ACCESS EXCLUSIVE", relation)
    table = situation.catalog.table(operation.table)
    if table is not None and not operation.logged:  # tables that refer to it must not be permanent
        taken = combined(taken, locking("ACCESS SHARE", *(label(key) for key in table.referenced_by)))
    if table is not None and (table.partition_by is not None or _is_so(table, operation.logged)):
        return taken
    if isinstance(record_of(operation.table, situation), Sequence):
        return taken
    known = table is not None and table.created
    doubts = () if known else (f"whether {spoken(relation)} is logged already",)
    return combined(taken, Impact(rewrites=(relation,), unknown=doubts))


def _is_so(table: Table, logged: bool) -> bool:
    return table.created and logged is not table.unlogged


def set_tablespace(operation: SetTablespace, situation: Situation) -> Impact:
    """SET TABLESPACE: copies the files; on a partitioned table it only changes where new partitions go."""
    relation = relation_of(operation.name, situation)
    taken = locking("ACCESS EXCLUSIVE", relation)
    table = situation.catalog.table(operation.name)
    if table is not None and table.partition_by is not None:
        return taken
    doubts = (f"the present tablespace of {spoken(relation)}",) if operation.tablespace.text == "pg_default" else ()
    if operation.kind == "index" or isinstance(record_of(operation.name, situation), IndexName):
        owner = index_owner(operation.name, situation)
        if isinstance(owner, Table) and not has_rows(owner):
            return taken
        return combined(taken, Impact(index_builds=(label(owner.key) if owner else relation,), unknown=doubts))
    return combined(taken, Impact(rewrites=(relation,), unknown=doubts))


def set_storage_parameters(operation: SetStorageParameters, situation: Situation) -> Impact:
    """SET (...): each parameter has a lock of its own; those of views and a few of indexes stop everybody."""
    heavy = operation.kind == "view" or any(
        name.rpartition(".")[2] in _HEAVY_PARAMETERS for name, _ in operation.parameters
    )
    mode = "ACCESS EXCLUSIVE" if heavy else "SHARE UPDATE EXCLUSIVE"
    return locking(mode, relation_of(operation.name, situation))


def set_access_method(operation: SetAccessMethod, situation: Situation) -> Impact:
    """SET ACCESS METHOD: a rewrite unless it is the method the table has; a partitioned table has no rows itself."""
    relation = relation_of(operation.table, situation)
    taken = locking("ACCESS EXCLUSIVE", relation)
    table = situation.catalog.table(operation.table)
    if table is not None and table.partition_by is not None:
        return taken
    if operation.method.lower() in ("default", "heap"):
        return combined(taken, Impact(unknown=(f"the present access method of {spoken(relation)}",)))
    return combined(taken, Impact(rewrites=(relation,)))


def set_cluster_index(operation: SetClusterIndex, situation: Situation) -> Impact:
    """CLUSTER ON, SET WITHOUT CLUSTER: the catalog only, while reads and writes go on."""
    return locking("SHARE UPDATE EXCLUSIVE", relation_of(operation.table, situation))


def set_replica_identity(operation: SetReplicaIdentity, situation: Situation) -> Impact:
    """REPLICA IDENTITY: the catalog only, under ACCESS EXCLUSIVE."""
    return locking("ACCESS EXCLUSIVE", relation_of(operation.table, situation))


def set_trigger_state(operation: SetTriggerState, situation: Situation) -> Impact:
    """ENABLE and DISABLE: triggers stop writes, rules stop everybody; row triggers reach the partitions."""
    relation = relation_of(operation.table, situation)
    if operation.kind == "rule":
        return locking("ACCESS EXCLUSIVE", relation)
    table = situation.catalog.table(operation.table)
    if table is None or table.partition_by is None:
        return locking("SHARE ROW EXCLUSIVE", relation)
    named = [item for item in table.triggers if operation.name.lower() in (item.name, "all", "user")]
    if (named or table.complete) and not any(item.for_each_row for item in named):
        return locking("SHARE ROW EXCLUSIVE", relation)
    return locking("SHARE ROW EXCLUSIVE", *partition_family(operation.table, situation))


def set_inheritance(operation: SetInheritance, situation: Situation) -> Impact:
    """INHERIT and NO INHERIT: the child stops, the parent goes on; INHERIT looks for the parent below the child."""
    child = locking("ACCESS EXCLUSIVE", relation_of(operation.table, situation))
    if operation.parent is None:
        return child
    if not operation.inherits:
        return combined(child, locking("ACCESS SHARE", relation_of(operation.parent, situation)))
    below = locking("ACCESS SHARE", *family(operation.table, situation))
    return combined(child, below, locking("SHARE UPDATE EXCLUSIVE", relation_of(operation.parent, situation)))
