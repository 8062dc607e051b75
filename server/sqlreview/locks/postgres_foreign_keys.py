"""What foreign keys lock and compare: the tables at both ends, and their partitions."""

from __future__ import annotations

from sqlreview.locks.impact import Impact, combined, locking
from sqlreview.locks.situation import (
    Situation,
    family,
    is_empty,
    label,
    partition_family,
    partitions_below,
    relation_of,
    stored_partitions,
    with_partitions,
)
from sqlreview.operations import SERIAL_TYPES, AddForeignKey, Name
from sqlreview.schema import Column, Constraint, Key, Origin, Table


def foreign_key_locks(referenced: Name, situation: Situation) -> Impact:
    """The lock a new foreign key takes on the table it points to, and on its partitions."""
    return locking("SHARE ROW EXCLUSIVE", *partition_family(referenced, situation))


def add_foreign_key(operation: AddForeignKey, situation: Situation) -> Impact:
    """ADD FOREIGN KEY: stops writes to both tables, and compares all rows unless it is NOT VALID or NOT ENFORCED."""
    constraint = operation.constraint
    taken = locking("SHARE ROW EXCLUSIVE", *with_children_since_18(operation.table, situation))
    both = combined(taken, foreign_key_locks(constraint.referenced, situation))
    if constraint.timing.not_valid or not constraint.timing.enforced:
        return both
    if _has_no_rows_yet(operation.table, situation):
        return both
    adopted = _adopted(operation, situation)
    rows = tuple(name for name in stored_named(operation.table, situation) if name not in adopted)
    columns = tuple(column.text for column in constraint.columns)
    looks_up = not constraint.period and not holds_only_null(operation.table, columns, situation)
    looks_up = looks_up and not all(is_empty(name, situation) for name in rows)
    found = stored_named(constraint.referenced, situation) if looks_up else ()
    scans = Impact(scans=(*rows, *found))
    if not adopted:
        return combined(both, scans)
    # the keys of partitions become parts of the new one and lose their triggers on the table they point to
    return combined(both, scans, locking("ACCESS EXCLUSIVE", *partition_family(constraint.referenced, situation)))


def holds_only_null(name: Name, columns: tuple[str, ...], situation: Situation) -> bool:
    """Whether the transaction itself has added one of the columns to rows that were there, and given it no value."""
    table = situation.catalog.table(name)
    if table is None or _is_here(table.origin, situation) or (table.written and _is_here(table.written, situation)):
        return False
    found = (table.column(column) for column in columns)
    return any(column is not None and _is_here(column.origin, situation) and _has_no_value(column) for column in found)


def _has_no_rows_yet(name: Name, situation: Situation) -> bool:
    """Whether the transaction itself has made the table, and nothing has written rows: then no other table is read."""
    table = situation.catalog.table(name)
    if table is None or not table.created or not _is_here(table.origin, situation):
        return False
    return table.written is None and not table.partitions


def _is_here(origin: Origin, situation: Situation) -> bool:
    here = situation.origin
    return here is not None and (origin.path, origin.transaction) == (here.path, here.transaction)


def _has_no_value(column: Column) -> bool:
    is_serial = column.type is not None and column.type.name in SERIAL_TYPES
    return not is_serial and not any((column.default, column.generated, column.identity, column.filled))


def with_children_since_18(name: Name, situation: Situation) -> tuple[str, ...]:
    """A table with what is below it: since PostgreSQL 18 ADD CONSTRAINT locks inheritance children whatever it adds."""
    return family(name, situation) if situation.version >= 18 else partition_family(name, situation)


def _adopted(operation: AddForeignKey, situation: Situation) -> tuple[str, ...]:
    """Partitions that have the foreign key already."""
    table = situation.catalog.table(operation.table)
    referenced = situation.catalog.resolve("relation", operation.constraint.referenced)
    columns = tuple(column.text for column in operation.constraint.columns)
    return tuple(
        label(item.key)
        for item in (partitions_below(table, situation) if table else ())
        if any(own.columns == columns and own.referenced == referenced and own.valid for own in item.foreign_keys)
    )


def stored_named(name: Name, situation: Situation) -> tuple[str, ...]:
    """Those of a table and its partitions that have rows of their own."""
    key = situation.catalog.resolve("relation", name)
    return stored_partitions(key, situation) if key else (relation_of(name, situation),)


def other_end(referenced: Key, situation: Situation) -> tuple[str, ...]:
    """What a foreign key that goes lets go of: up to PostgreSQL 14 only the tables that have rows of their own."""
    found = with_partitions(referenced, situation)
    return stored_partitions(referenced, situation) if situation.version < 15 else found


def referencing(table: Table, constraint: Constraint, situation: Situation) -> tuple[str, ...]:
    """Tables whose foreign keys rely on a primary key or unique constraint."""
    found: dict[str, None] = {}
    for key in table.referenced_by:
        other = situation.catalog.table_at(key)
        for foreign_key in other.foreign_keys if other else ():
            is_primary = constraint.kind == "primary key" and not foreign_key.referenced_columns
            matches = is_primary or set(foreign_key.referenced_columns) == set(constraint.columns)
            if foreign_key.referenced == table.key and matches:
                found.update(dict.fromkeys(with_partitions(key, situation)))
    return tuple(found)
