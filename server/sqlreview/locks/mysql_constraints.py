"""What InnoDB does to add and drop constraints and indexes.

MariaDB as 10.11 was measured, MySQL as its manual says ("Online DDL Operations").
"""

from __future__ import annotations

from sqlreview import operations as o
from sqlreview.locks.mysql_columns import checks_foreign_keys, clustered_by, has_index_for, rebuild_of
from sqlreview.locks.mysql_work import CATALOG, COPY, IN_PLACE, INDEX, Work, is_mariadb
from sqlreview.locks.situation import Situation, relation_of
from sqlreview.operations import PrimaryKey
from sqlreview.schema import Table


def add_check(operation: o.AddCheck, situation: Situation) -> Work:
    """ADD CHECK, for which every row is copied and tested; MySQL before 8.0.16 reads it and forgets it."""
    if is_mariadb(situation):
        return COPY
    return COPY if operation.constraint.timing.enforced and situation.engine.version >= 8 else CATALOG


def alter_constraint(operation: o.AlterConstraint, situation: Situation) -> Work:
    """ALTER CHECK ... ENFORCED tests every row, NOT ENFORCED none."""
    return COPY if operation.enforced else CATALOG


def add_foreign_key(operation: o.AddForeignKey, situation: Situation) -> Work:
    """ADD FOREIGN KEY, which with foreign_key_checks copies the table and looks up every row in the parent."""
    if checks_foreign_keys(situation):
        return Work(kind="copy", parents=(relation_of(operation.constraint.referenced, situation),))
    table = situation.catalog.table(operation.table)
    if has_index_for(operation, table):
        return CATALOG if is_mariadb(situation) else IN_PLACE
    return INDEX


def add_unique(operation: o.AddUnique, situation: Situation) -> Work:
    """ADD UNIQUE, the build of an index; beside DROP PRIMARY KEY it may be what remains of the key."""
    drops_key = any(isinstance(item, o.DropConstraint) and item.kind == "primary key" for item in situation.together)
    return CATALOG if drops_key and is_mariadb(situation) else INDEX


def _becomes_unique(table: Table | None, situation: Situation) -> bool:
    """Whether the statement makes the primary key a UNIQUE index of the same columns, by which rows are stored too."""
    key = table.primary_key if table is not None else None
    return key is not None and any(
        isinstance(item, o.AddUnique) and tuple(column.text for column in item.constraint.columns) == key.columns
        for item in situation.together
    )


def add_primary_key(operation: o.AddPrimaryKey, situation: Situation) -> Work:
    """ADD PRIMARY KEY, by which the rows are stored anew."""
    table = situation.catalog.table(operation.table)
    columns = tuple(column.text for column in operation.constraint.columns)
    stored_so = table is not None and table.primary_key is None and clustered_by(table) == columns
    return INDEX if stored_so and is_mariadb(situation) else rebuild_of(table)


def _has_new_key(situation: Situation) -> bool:
    for item in situation.together:
        parts = item.column.constraints if isinstance(item, o.AddColumn) else ()
        if isinstance(item, o.AddPrimaryKey) or any(isinstance(part, PrimaryKey) for part in parts):
            return True
    return False


def drop_constraint(operation: o.DropConstraint, situation: Situation) -> Work:
    """DROP PRIMARY KEY, FOREIGN KEY, CHECK and CONSTRAINT."""
    table = situation.catalog.table(operation.table)
    known = table.constraint(operation.name.text) if table and not operation.kind else None
    match operation.kind or (known.kind if known else ""):
        case "primary key":
            if is_mariadb(situation) and _becomes_unique(table, situation):
                return CATALOG
            taken_over = is_mariadb(situation) and table is not None and clustered_by(table)
            return rebuild_of(table) if taken_over or _has_new_key(situation) else COPY
        case "foreign key":
            return CATALOG if is_mariadb(situation) else IN_PLACE
        case "unique":
            return IN_PLACE
    return CATALOG


def drop_index(operation: o.DropIndex, situation: Situation) -> Work:
    """DROP INDEX."""
    table = situation.catalog.table(operation.table) if operation.table else None
    is_gone = operation.if_exists and table is not None and table.index(operation.index.text) is None
    return CATALOG if is_gone else IN_PLACE


def change_index(operation: o.RenameIndex | o.SetIndexVisibility, situation: Situation) -> Work:
    """RENAME INDEX, and ALTER INDEX ... INVISIBLE or IGNORED."""
    return CATALOG if is_mariadb(situation) else IN_PLACE
