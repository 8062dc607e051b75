"""ALTER TABLE: one operation for each action, whatever the others are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sqlreview.operations.columns import AddColumn, DropColumn, RenameColumn
from sqlreview.operations.constraints import (
    AddCheck,
    AddExclusion,
    AddForeignKey,
    AddNotNull,
    AddPrimaryKey,
    AddUnique,
    AlterConstraint,
    DropConstraint,
    RenameConstraint,
    ValidateConstraint,
)
from sqlreview.operations.namespaces import Other
from sqlreview.operations.parts import (
    Check,
    Constraint,
    Exclusion,
    ForeignKey,
    NotNull,
    Operation,
    PrimaryKey,
    Unique,
)
from sqlreview.operations.readers import Reader, place_of, unknown
from sqlreview.operations.readers.alter_column import read_alter_column
from sqlreview.operations.readers.bounds import read_partition_bound
from sqlreview.operations.readers.columns import read_column_definition
from sqlreview.operations.readers.constraints import read_table_constraint, read_timing_flags, starts_table_constraint
from sqlreview.operations.readers.table_settings import SETTING_ACTIONS
from sqlreview.operations.tables import AttachPartition, DetachPartition, RenameTable
from sqlreview.sql.cursor import Cursor, Name, Unreadable
from sqlreview.sql.engines import Engine
from sqlreview.text import Span

_Action = Callable[[Cursor, Name], Operation]


def _read_alter_table(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    whole = cursor.span
    cursor.expect("ALTER")
    cursor.accept("FOREIGN")
    cursor.expect("TABLE")
    if cursor.sees("ALL", "IN", "TABLESPACE"):
        return (Other(span=whole, kind="alter table all in tablespace"),)
    if_exists = cursor.accept("IF", "EXISTS")
    only = cursor.accept("ONLY")
    table = cursor.name()
    cursor.accept("*")
    if cursor.sees("RENAME", "TO"):
        return (_read_rename_table(cursor, table, if_exists),)
    actions = tuple(_read_action(item, table) for item in cursor.items())
    if not actions:
        raise Unreadable(f"ALTER TABLE {table} says nothing to do")
    if only or if_exists:
        return tuple(replace(action, only=only, if_relation_exists=if_exists) for action in actions)
    return actions


def _read_action(cursor: Cursor, table: Name) -> Operation:
    span = place_of(cursor)
    try:
        reader = _ACTIONS.get(cursor.word)
        if reader is None:
            return unknown(span, f"unknown action {cursor.word}" if cursor.word else "an empty action")
        operation = reader(cursor, table)
    except Unreadable as problem:
        return unknown(span, problem)
    if not cursor.done:
        return unknown(span, f"unexpected {cursor.word}")
    return operation


def _read_rename_table(cursor: Cursor, table: Name, if_exists: bool) -> Operation:
    span = cursor.span
    cursor.expect("RENAME", "TO")
    new_name = cursor.identifier()
    if not cursor.done:
        raise Unreadable(f"unexpected {cursor.word}")
    return RenameTable(span=span, table=table, new_name=new_name, if_exists=if_exists, if_relation_exists=if_exists)


def _read_rename(cursor: Cursor, table: Name) -> Operation:
    span = cursor.span
    cursor.expect("RENAME")
    if cursor.accept("CONSTRAINT"):
        name = cursor.identifier()
        cursor.expect("TO")
        return RenameConstraint(span=span, table=table, name=name, new_name=cursor.identifier())
    cursor.accept("COLUMN")
    column = cursor.identifier()
    cursor.expect("TO")
    return RenameColumn(span=span, table=table, column=column, new_name=cursor.identifier())


def _read_add(cursor: Cursor, table: Name) -> Operation:
    span = cursor.span
    cursor.expect("ADD")
    if starts_table_constraint(cursor):
        return _added(read_table_constraint(cursor), span, table)
    cursor.accept("COLUMN")
    if_not_exists = cursor.accept("IF", "NOT", "EXISTS")
    column = read_column_definition(cursor)
    if column.type is None:
        raise Unreadable(f"column {column.name} has no type")
    return AddColumn(span=span, table=table, column=column, if_not_exists=if_not_exists)


def _added(constraint: Constraint, span: Span, table: Name) -> Operation:
    match constraint:
        case PrimaryKey():
            return AddPrimaryKey(span=span, table=table, constraint=constraint)
        case Unique():
            return AddUnique(span=span, table=table, constraint=constraint)
        case ForeignKey():
            return AddForeignKey(span=span, table=table, constraint=constraint)
        case Check():
            return AddCheck(span=span, table=table, constraint=constraint)
        case Exclusion():
            return AddExclusion(span=span, table=table, constraint=constraint)
        case NotNull():
            return AddNotNull(span=span, table=table, constraint=constraint)


def _read_drop(cursor: Cursor, table: Name) -> Operation:
    span = cursor.span
    cursor.expect("DROP")
    if cursor.accept("CONSTRAINT"):
        if_exists = cursor.accept("IF", "EXISTS")
        name = cursor.identifier()
        return DropConstraint(span=span, table=table, name=name, if_exists=if_exists, cascade=_read_cascade(cursor))
    cursor.accept("COLUMN")
    if_exists = cursor.accept("IF", "EXISTS")
    column = cursor.identifier()
    return DropColumn(span=span, table=table, column=column, if_exists=if_exists, cascade=_read_cascade(cursor))


def _read_cascade(cursor: Cursor) -> bool:
    return cursor.accept_any("CASCADE", "RESTRICT") == "CASCADE"


def _read_alter(cursor: Cursor, table: Name) -> Operation:
    if cursor.peek() == "CONSTRAINT":
        return _read_alter_constraint(cursor, table)
    return read_alter_column(cursor, table)


def _read_alter_constraint(cursor: Cursor, table: Name) -> Operation:
    span = cursor.span
    cursor.expect("ALTER", "CONSTRAINT")
    name = cursor.identifier()
    flags = read_timing_flags(cursor)
    inherit = False if flags.get("no_inherit") else None
    if cursor.accept("INHERIT"):
        inherit = True
    return AlterConstraint(
        span=span,
        table=table,
        name=name,
        deferrable=flags.get("deferrable"),
        initially_deferred=flags.get("initially_deferred"),
        enforced=flags.get("enforced"),
        inherit=inherit,
    )


def _read_validate(cursor: Cursor, table: Name) -> Operation:
    span = cursor.span
    cursor.expect("VALIDATE", "CONSTRAINT")
    return ValidateConstraint(span=span, table=table, name=cursor.identifier())


def _read_attach(cursor: Cursor, table: Name) -> Operation:
    span = cursor.span
    cursor.expect("ATTACH", "PARTITION")
    partition = cursor.name()
    return AttachPartition(span=span, table=table, partition=partition, bound=read_partition_bound(cursor))


def _read_detach(cursor: Cursor, table: Name) -> Operation:
    span = cursor.span
    cursor.expect("DETACH", "PARTITION")
    partition = cursor.name()
    way = cursor.accept_any("CONCURRENTLY", "FINALIZE")
    return DetachPartition(
        span=span,
        table=table,
        partition=partition,
        concurrently=way == "CONCURRENTLY",
        finalize=way == "FINALIZE",
    )


_ACTIONS: dict[str, _Action] = {
    "ADD": _read_add,
    "DROP": _read_drop,
    "ALTER": _read_alter,
    "RENAME": _read_rename,
    "VALIDATE": _read_validate,
    "ATTACH": _read_attach,
    "DETACH": _read_detach,
    **SETTING_ACTIONS,
}

READERS: dict[tuple[str, ...], Reader] = {("ALTER", "TABLE"): _read_alter_table}
