"""What MySQL and MariaDB do with InnoDB tables: the algorithm, the lock, and who waits.

MariaDB is modelled as 10.11 was measured, with copies that let writers go on from 11.2. MySQL 5.7, 8.0 and 8.4 are
modelled as their manuals say ("Online DDL Operations"), 8.0 as 8.0.29 and newer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sqlreview import operations as o
from sqlreview.locks import mysql_columns as columns
from sqlreview.locks import mysql_constraints as constraints
from sqlreview.locks import mysql_tables as tables
from sqlreview.locks.impact import EXCLUSIVE_METADATA, NOTHING, Impact, OnlineImpact
from sqlreview.locks.mysql_work import LOCKS, Work, impact_on
from sqlreview.locks.situation import Situation, key_of, label
from sqlreview.operations import Name, Operation
from sqlreview.schema import Catalog, Origin
from sqlreview.sql.engines import Engine

_WORKS: dict[type[Operation], Callable[[Any, Situation], Work]] = {
    o.AddCheck: constraints.add_check,
    o.AddColumn: columns.add_column,
    o.AddForeignKey: constraints.add_foreign_key,
    o.AddPrimaryKey: constraints.add_primary_key,
    o.AddUnique: constraints.add_unique,
    o.AlterConstraint: constraints.alter_constraint,
    o.ConvertCharset: columns.convert_charset,
    o.CreateIndex: columns.create_index,
    o.DropColumn: columns.drop_column,
    o.DropColumnDefault: columns.keep_columns,
    o.DropConstraint: constraints.drop_constraint,
    o.DropIndex: constraints.drop_index,
    o.ModifyColumn: columns.modify_column,
    o.RebuildTable: tables.rebuild_table,
    o.RenameColumn: columns.rename_column,
    o.RenameIndex: constraints.change_index,
    o.RenameTable: tables.rename_table,
    o.SetColumnDefault: columns.keep_columns,
    o.SetColumnProperty: columns.keep_columns,
    o.SetIndexVisibility: constraints.change_index,
    o.SetTableOptions: tables.set_options,
}
"""What is done to one table, and shares one pass with the other actions of its statement."""
_IMPACTS: dict[type[Operation], Callable[[Any, Situation], Impact]] = {
    o.ChangePartitions: tables.change_partitions,
    o.CreateTable: tables.create_table,
    o.CreateTrigger: tables.lock_exclusively,
    o.DropTable: tables.lock_exclusively,
    o.DropTrigger: tables.drop_trigger,
    o.ExchangePartition: tables.exchange_partition,
    o.LockTable: tables.lock_table,
    o.Other: tables.other,
    o.Truncate: tables.lock_exclusively,
    o.WriteRows: tables.write_rows,
}
_ORDER = ("INSTANT", "NOCOPY", "INPLACE", "COPY")


def impact_of(
    operation: Operation,
    catalog: Catalog,
    engine: Engine,
    together: tuple[Operation, ...] = (),
    origin: Origin | None = None,
) -> Impact:
    """The impact of one operation on a MySQL or MariaDB of that version, with the catalog as the operation finds it.

    `together` are all operations of the statement: what they need together decides how one of them can be done.
    """
    situation = Situation(catalog, engine, together, origin)
    return _with_referencing(_impact(operation, situation), situation)


def _with_referencing(impact: Impact, situation: Situation) -> Impact:
    """The impact with the tables whose writers have a metadata lock on what it locks: those with foreign keys to it."""
    locked = {relation for relation, mode in impact.locks if mode == EXCLUSIVE_METADATA}
    tables = (situation.catalog.table_at(key_of(relation)) for relation in locked)
    found = (label(key) for table in tables if table is not None for key in table.referenced_by)
    names = tuple(sorted({name for name in found if name not in locked}))
    return replace(impact, held_up_by=names) if names else impact


def _impact(operation: Operation, situation: Situation) -> Impact:
    together = situation.together
    special = _IMPACTS.get(type(operation))
    if special is not None:
        return special(operation, situation)
    working = _WORKS.get(type(operation))
    if working is None:
        return NOTHING
    table = getattr(operation, "table", None)
    if table is None:
        return NOTHING
    found = _as_asked(operation, impact_on(table, working(operation, situation), situation))
    if together and all(_does_nothing(item, situation) for item in together):
        return Impact(online=OnlineImpact(algorithm="INSTANT", lock="NONE"), commits=True)
    return found


def _does_nothing(operation: Operation, situation: Situation) -> bool:
    """Whether MariaDB's IF [NOT] EXISTS leaves an action nothing to do, for which the server does not wait."""
    table = situation.catalog.table(changed) if (changed := getattr(operation, "table", None)) is not None else None
    if table is None or not table.complete:
        return False
    match operation:
        case o.AddColumn(if_not_exists=True):
            return table.column(operation.column.name.text) is not None
        case o.DropColumn(if_exists=True) | o.ModifyColumn(if_exists=True):
            return table.column(operation.column.text) is None
        case o.CreateIndex(if_not_exists=True, name=Name(text=name)):
            return table.index(name) is not None
        case o.DropIndex(if_exists=True):
            return table.index(operation.index.text) is None
        case o.DropConstraint(if_exists=True):
            return table.constraint(operation.name.text) is None
    return False


def _as_asked(operation: Operation, impact: Impact) -> Impact:
    """The impact with the ALGORITHM= and LOCK= that the statement asks for."""
    asked, found = operation.online, impact.online
    if asked is None or found is None:
        return impact
    algorithm, lock = (asked.algorithm or "").upper(), (asked.lock or "").upper()
    if algorithm in _ORDER and _ORDER.index(algorithm) < _ORDER.index(found.algorithm):
        return replace(impact, online=replace(found, refused=f"ALGORITHM={algorithm}"))
    if algorithm == "COPY" and found.algorithm != "COPY":
        rewritten = tuple(relation for relation, _ in impact.locks[:1])
        copied = OnlineImpact(algorithm="COPY", lock=max(found.lock, "SHARED", key=LOCKS.index), copies=True)
        impact, found = replace(impact, rewrites=rewritten, index_builds=(), online=copied), copied
    if lock in LOCKS and LOCKS.index(lock) < LOCKS.index(found.lock):
        return replace(impact, online=replace(found, refused=f"LOCK={lock}"))
    return replace(impact, online=replace(found, lock=lock)) if lock in LOCKS else impact
