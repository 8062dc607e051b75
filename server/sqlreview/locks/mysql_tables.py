"""What MySQL and MariaDB do to tables as a whole, to partitions and to rows.

MariaDB as 10.11 was measured, MySQL as its manual says ("Online DDL Operations").
"""

from __future__ import annotations

from dataclasses import replace

from sqlreview import operations as o
from sqlreview.locks.impact import EXCLUSIVE_METADATA, NOTHING, SHARED_ROWS, Impact, OnlineImpact, combined, locking
from sqlreview.locks.mysql_columns import rebuild_of
from sqlreview.locks.mysql_work import (
    CATALOG,
    COPY,
    IN_PLACE,
    OFFLINE_COPY,
    Work,
    dearest,
    impact_on,
    is_innodb,
    is_mariadb,
    option_of,
)
from sqlreview.locks.situation import Situation, relation_of
from sqlreview.operations import Name
from sqlreview.schema import Table

_REBUILDING = frozenset(("row_format", "key_block_size", "encrypted", "page_compressed", "page_compression_level"))
_MOVING = frozenset(("encryption", "tablespace", "data_directory", "data directory"))
_MOVED_PARTITIONS = ("partition by", "reorganize", "coalesce", "rebuild", "remove", "optimize", "repair")
_REMADE_IN_PLACE = ("optimize", "repair")
_LOOKED_AT = ("analyze", "check")


def set_options(operation: o.SetTableOptions, situation: Situation) -> Work:
    """ENGINE=, ROW_FORMAT=, COMMENT= and the like."""
    return dearest(*(_option(name, value.lower(), operation, situation) for name, value in operation.options), CATALOG)


def _option(name: str, value: str, operation: o.SetTableOptions, situation: Situation) -> Work:
    table = situation.catalog.table(operation.table)
    match name:
        case "engine":
            same = value == (option_of(table, "engine") or "innodb")
            return rebuild_of(table) if same and is_innodb(table) else OFFLINE_COPY
        case "system_versioning":
            return OFFLINE_COPY if value == "on" else Work(kind="rebuild", lock="SHARED")
        case "charset" | "collate" if not is_mariadb(situation):
            return IN_PLACE if value == option_of(table, name) else rebuild_of(table)
        case name if name in _REBUILDING:
            return rebuild_of(table)
        case name if name in _MOVING:
            return COPY
    return CATALOG if is_mariadb(situation) else IN_PLACE


def rebuild_table(operation: o.RebuildTable, situation: Situation) -> Work:
    """FORCE and OPTIMIZE TABLE."""
    return rebuild_of(situation.catalog.table(operation.table))


def rename_table(operation: o.RenameTable, situation: Situation) -> Work:
    """RENAME, alone or beside other actions."""
    alone = len(situation.together) < 2
    return Work(kind="catalog", lock="EXCLUSIVE") if alone and is_mariadb(situation) else CATALOG


def change_partitions(operation: o.ChangePartitions, situation: Situation) -> Impact:
    """What is done to partitions: those that are moved are copied while writes wait."""
    if operation.action in _LOOKED_AT or _drops_nothing(operation, situation):
        return NOTHING
    whole = exclusively(operation.table, situation)
    other = exclusively(operation.other, situation) if operation.other else NOTHING
    hashed = operation.action == "add" and not operation.partitions
    if operation.action not in _MOVED_PARTITIONS and not hashed:
        return combined(whole, other)
    relation = relation_of(operation.table, situation)
    if operation.action in _REMADE_IN_PLACE:
        return replace(whole, rewrites=(relation,), online=OnlineImpact(algorithm="INPLACE", lock="SHARED"))
    dear = operation.action in ("partition by", "remove") or is_mariadb(situation)
    algorithm = "COPY" if dear else "INPLACE"
    return replace(whole, rewrites=(relation,), online=OnlineImpact(algorithm=algorithm, lock="SHARED", copies=True))


def _drops_nothing(operation: o.ChangePartitions, situation: Situation) -> bool:
    """Whether DROP PARTITION IF EXISTS names no partition there is."""
    table = situation.catalog.table(operation.table)
    if not operation.if_exists or operation.action != "drop" or table is None or not table.partition_definitions:
        return False
    known = {item.name.text for item in table.partition_definitions}
    return known.isdisjoint(name.text for name in operation.names)


def exchange_partition(operation: o.ExchangePartition, situation: Situation) -> Impact:
    """EXCHANGE PARTITION, which with validation reads all rows of the table that comes in."""
    both = combined(exclusively(operation.table, situation), exclusively(operation.other, situation))
    return replace(both, scans=(relation_of(operation.other, situation),)) if operation.validation else both


def exclusively(table: Name, situation: Situation) -> Impact:
    """The impact of what locks a table for everybody for a moment."""
    return replace(locking(EXCLUSIVE_METADATA, relation_of(table, situation)), commits=True)


def lock_exclusively(operation: o.Truncate | o.DropTable | o.CreateTrigger, situation: Situation) -> Impact:
    """TRUNCATE, DROP TABLE and CREATE TRIGGER."""
    return exclusively(operation.table, situation)


def drop_trigger(operation: o.DropTrigger, situation: Situation) -> Impact:
    """DROP TRIGGER, which names no table."""
    name = operation.name.text
    for table in situation.catalog.all(Table):
        if any(trigger.name == name for trigger in table.triggers):
            relation = f"{table.schema}.{table.name}"
            return replace(locking(EXCLUSIVE_METADATA, relation), commits=True)
    return Impact(unknown=(f"the table of trigger {name}",), commits=True)


def create_table(operation: o.CreateTable, situation: Situation) -> Impact:
    """CREATE TABLE, which reads rows for AS SELECT; MySQL 8 also locks the parents of foreign keys."""
    if operation.temporary:
        return NOTHING
    new = exclusively(operation.table, situation) if operation.or_replace else Impact(commits=True)
    if operation.copied is not None:
        new = combined(new, locking(SHARED_ROWS, relation_of(operation.copied.source, situation)))
    if not is_mariadb(situation) and situation.engine.version >= 8:
        inline = [key for column in operation.columns for key in column.foreign_keys]
        keys = [*inline, *(item for item in operation.constraints if isinstance(item, o.ForeignKey))]
        return combined(new, *(exclusively(key.referenced, situation) for key in keys))
    return new


def write_rows(operation: o.WriteRows, situation: Situation) -> Impact:
    """UPDATE, DELETE and the like lock the rows they change, INSERT ... SELECT those it copies."""
    is_new = operation.kind in ("insert", "copy")
    written = NOTHING if is_new else locking("EXCLUSIVE ROWS", relation_of(operation.table, situation))
    if operation.copied is None:
        return written
    return combined(written, locking(SHARED_ROWS, relation_of(operation.copied.source, situation)))


def lock_table(operation: o.LockTable, situation: Situation) -> Impact:
    """LOCK TABLES, which holds until UNLOCK TABLES."""
    mode = "TABLE READ" if operation.mode.upper().startswith("READ") else "TABLE WRITE"
    return replace(locking(mode, relation_of(operation.table, situation)), commits=True)


def other(operation: o.Other, situation: Situation) -> Impact:
    """ALTER TABLE ... ORDER BY copies the table, whatever ALGORITHM= says; DISABLE KEYS does nothing in InnoDB."""
    match operation.kind:
        case "alter table order by":
            work = OFFLINE_COPY
        case "alter table disable keys" | "alter table enable keys":
            work = Work(kind="catalog", lock="EXCLUSIVE")
        case _:
            return NOTHING
    return combined(*(impact_on(table, work, situation) for table in operation.tables))
