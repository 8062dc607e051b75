"""What ALTER TABLE locks, rewrites and scans when it changes a column."""

from __future__ import annotations

from sqlreview.locks.functions import volatility_of
from sqlreview.locks.impact import Impact, combined, locking
from sqlreview.locks.postgres_constraints import build_index, set_not_null_impact
from sqlreview.locks.postgres_foreign_keys import foreign_key_locks
from sqlreview.locks.postgres_views import views_above, views_reading
from sqlreview.locks.situation import (
    Situation,
    children_below,
    family,
    label,
    partition_family,
    relation_of,
    spoken,
    stored_family,
    stored_partitions,
    with_partitions,
)
from sqlreview.locks.type_changes import is_constrained
from sqlreview.operations import (
    SERIAL_TYPES,
    AddColumn,
    AddIdentity,
    AlterIdentity,
    Check,
    ColumnDefinition,
    DropColumn,
    DropColumnDefault,
    DropGeneratedExpression,
    DropIdentity,
    DropNotNull,
    Expression,
    ForeignKey,
    Name,
    PrimaryKey,
    RenameColumn,
    SetColumnDefault,
    SetColumnProperty,
    SetGeneratedExpression,
    SetNotNull,
    Unique,
)
from sqlreview.schema import Constraint, Table


def add_column(operation: AddColumn, situation: Situation) -> Impact:
    """ADD COLUMN: free unless existing rows need values of their own, or a constraint makes the server look at them."""
    column = operation.column
    table = situation.catalog.table(operation.table)
    if operation.if_not_exists and table is not None and table.column(column.name.text) is not None:
        return locking("ACCESS EXCLUSIVE", relation_of(operation.table, situation))
    merged, unreached = _with_column(table, column, situation)
    names = (name for name in family(operation.table, situation) if name not in unreached)
    taken = locking("ACCESS EXCLUSIVE", *names)
    rows = tuple(name for name in stored_family(operation.table, situation) if name not in merged | unreached)
    filled = _filling(column, rows, situation)
    checks = [_column_constraint(item, operation.table, column, rows, situation) for item in column.constraints]
    if column.generated is not None and not column.generated.stored and column.not_null is not None:
        checks.append(Impact(scans=rows))
    return combined(taken, filled, *checks)


def _with_column(
    table: Table | None, column: ColumnDefinition, situation: Situation
) -> tuple[frozenset[str], frozenset[str]]:
    """The children that have the column already and are left as they are, and those below, which are not looked at."""
    children = children_below(table, situation) if table is not None else ()
    merged = [child for child in children if child.column(column.name.text) is not None]
    below = (label(item.key) for child in merged for item in children_below(child, situation))
    return frozenset(label(child.key) for child in merged), frozenset(below)


def _filling(column: ColumnDefinition, rows: tuple[str, ...], situation: Situation) -> Impact:
    """Whether existing rows can share one stored default; otherwise every row is written again."""
    generated = column.generated
    if generated is not None:
        return Impact(rewrites=rows) if generated.stored else Impact()
    if column.identity is not None or (column.type and column.type.name in SERIAL_TYPES):
        return Impact(rewrites=rows)
    if is_constrained(column.type, situation):
        return Impact(rewrites=rows)
    return _of_default(column.default, rows, situation) if column.default else Impact()


def _of_default(default: Expression, rows: tuple[str, ...], situation: Situation) -> Impact:
    doubts: list[str] = []
    rewrites = False
    for function in default.functions:
        volatility = volatility_of(function, situation.catalog)
        rewrites = rewrites or volatility != "immutable or stable"
        routine = situation.catalog.routine(Name(None, function, default.span))
        if volatility == "unknown":
            doubts.append(f"whether {function}() is volatile")
        elif volatility == "volatile" and routine is not None and routine.language == "sql":
            # a plain SQL function is inlined before its volatility is looked at, and then its body decides
            doubts.append(f"whether the body of {function}() is volatile")
    return Impact(rewrites=rows if rewrites else (), unknown=tuple(doubts))


def _column_constraint(
    constraint: object, table: Name, column: ColumnDefinition, rows: tuple[str, ...], situation: Situation
) -> Impact:
    match constraint:
        case Check(timing=timing):
            return Impact(scans=() if timing.not_valid or not timing.enforced else rows)
        case PrimaryKey() | Unique():
            partitions = partition_family(table, situation)
            return combined(locking("ACCESS EXCLUSIVE", *partitions), build_index(_own_rows(table, situation)))
        case ForeignKey():
            referenced = situation.catalog.resolve("relation", constraint.referenced)
            locks = foreign_key_locks(constraint.referenced, situation)
            # without DEFAULT all rows hold NULL, which satisfies the key; the server does not see that for DEFAULT NULL
            checked = column.default is not None or (column.generated is not None and column.generated.stored)
            checked = checked or bool(column.type and column.type.name in SERIAL_TYPES)
            if not checked or not constraint.timing.enforced:
                return locks
            own = _own_rows(table, situation)
            if column.default is not None and column.default.is_null:
                return combined(locks, Impact(scans=own))
            target = stored_partitions(referenced, situation) if referenced else (locks.locks[0][0],)
            return combined(locks, Impact(scans=(*own, *target)))
    return Impact()


def _own_rows(name: Name, situation: Situation) -> tuple[str, ...]:
    """Those of a table and its partitions that have rows; children do not inherit keys."""
    table = situation.catalog.table(name)
    return stored_partitions(table.key, situation) if table else (relation_of(name, situation),)


def drop_column(operation: DropColumn, situation: Situation) -> Impact:
    """DROP COLUMN: no scan, but tables on the other side of foreign keys over the column are locked too."""
    taken = locking("ACCESS EXCLUSIVE", *family(operation.table, situation))
    table = situation.catalog.table(operation.table)
    if table is None:
        return taken
    name = operation.column.text
    if operation.if_exists and table.complete and table.column(name) is None:
        return locking("ACCESS EXCLUSIVE", label(table.key))
    doubts: tuple[str, ...] = ()
    others = list(foreign_key_neighbours(table, name, situation, incoming=operation.cascade))
    if table.used_by:
        reading, unread = views_reading(table, name, situation)
        if operation.cascade:
            reading += unread
        others += [label(key) for key in views_above(reading, situation)]
        doubts = (f"which views use {spoken(label(table.key))}.{name}",) if unread else ()
    return combined(taken, locking("ACCESS EXCLUSIVE", *others), Impact(unknown=doubts))


def foreign_key_neighbours(table: Table, column: str, situation: Situation, *, incoming: bool) -> tuple[str, ...]:
    """Tables a foreign key over the column points to; with `incoming` also those whose foreign keys point at it."""
    found: dict[str, None] = {}
    for constraint in table.foreign_keys:
        if column in constraint.columns and constraint.referenced is not None:
            found.update(dict.fromkeys(with_partitions(constraint.referenced, situation)))
    for key in table.referenced_by if incoming else ():
        referencing = situation.catalog.table_at(key)
        for constraint in referencing.foreign_keys if referencing else ():
            if constraint.referenced == table.key and column in referenced_columns(constraint, table):
                found.update(dict.fromkeys(with_partitions(key, situation)))
    found.pop(label(table.key), None)
    return tuple(found)


def referenced_columns(constraint: Constraint, referenced: Table) -> tuple[str, ...]:
    """The columns a foreign key points to; the primary key where it names none."""
    return constraint.referenced_columns or (referenced.primary_key.columns if referenced.primary_key else ())


def set_not_null(operation: SetNotNull, situation: Situation) -> Impact:
    """SET NOT NULL: reads all rows unless the column, or a valid CHECK, already says so."""
    return set_not_null_impact(operation.table, operation.column.text, situation)


def set_generated_expression(operation: SetGeneratedExpression, situation: Situation) -> Impact:
    """SET EXPRESSION: stored values are computed again for every row; virtual ones are only checked."""
    taken = locking("ACCESS EXCLUSIVE", *family(operation.table, situation))
    rows = stored_family(operation.table, situation)
    table = situation.catalog.table(operation.table)
    column = table.column(operation.column.text) if table else None
    if table is None or column is None or column.generated is None:
        doubt = f"whether {spoken(relation_of(operation.table, situation))}.{operation.column} is stored"
        return combined(taken, Impact(rewrites=rows, unknown=(doubt,)))
    if column.generated.stored:
        return combined(taken, Impact(rewrites=rows))
    checked = column.not_null or any(
        item.kind == "check" and item.valid and column.name in item.columns for item in table.constraints
    )
    return combined(taken, Impact(scans=rows if checked else ()))


def set_column_property(operation: SetColumnProperty, situation: Situation) -> Impact:
    """SET STATISTICS and attribute options let reads and writes go on; SET STORAGE and SET COMPRESSION do not."""
    alone = relation_of(operation.table, situation)
    match operation.property:
        case "statistics":
            return locking("SHARE UPDATE EXCLUSIVE", *family(operation.table, situation))
        case "options":
            return locking("ACCESS EXCLUSIVE" if _is_of_wrapper(operation) else "SHARE UPDATE EXCLUSIVE", alone)
        case "compression":
            return locking("ACCESS EXCLUSIVE", alone)
        case "storage" | "visibility":
            return locking("ACCESS EXCLUSIVE", *family(operation.table, situation))


def _is_of_wrapper(operation: SetColumnProperty) -> bool:
    """Whether options are those of a foreign table, OPTIONS (ADD a 'b'), and not SET (a = b) or RESET (a)."""
    value = operation.value or ""
    return value[:5].upper() == "DROP " or ("'" in value and "=" not in value)


def set_identity(operation: AddIdentity | AlterIdentity | DropIdentity, situation: Situation) -> Impact:
    """Identity of a column: the catalog only; since PostgreSQL 17 partitions share it and are locked with the table."""
    if situation.version >= 17 and not _has_no_identity(operation, situation):
        return locking("ACCESS EXCLUSIVE", *partition_family(operation.table, situation))
    return locking("ACCESS EXCLUSIVE", relation_of(operation.table, situation))


def _has_no_identity(operation: AddIdentity | AlterIdentity | DropIdentity, situation: Situation) -> bool:
    """Whether DROP IDENTITY IF EXISTS finds nothing to drop."""
    table = situation.catalog.table(operation.table)
    column = table.column(operation.column.text) if table else None
    return isinstance(operation, DropIdentity) and operation.if_exists and bool(column and column.identity is None)


def alter_whole_family(
    operation: SetColumnDefault | DropColumnDefault | DropNotNull | DropGeneratedExpression | RenameColumn,
    situation: Situation,
) -> Impact:
    """Changes of a column that only touch the catalog, of the table and of everything below it."""
    table = situation.catalog.table(operation.table)
    if table is None:
        return locking("ACCESS EXCLUSIVE", relation_of(operation.table, situation))
    taken = locking("ACCESS EXCLUSIVE", *family(operation.table, situation))
    if isinstance(operation, DropNotNull) and table.partition_of is not None:
        return combined(taken, locking("ACCESS SHARE", label(table.partition_of)))
    return taken
