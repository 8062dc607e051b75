"""Changes of tables in use as sequences of migrations in which nobody has to wait for long.

Each is loaded when a rule has found something, which most files never make it do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlreview.context import Context
    from sqlreview.findings import Fix
    from sqlreview.operations import (
        AddColumn,
        AttachPartition,
        CreateIndex,
        CreateTable,
        RenameColumn,
        RenameTable,
        SetColumnType,
    )
    from sqlreview.queries import Delete, Update
    from sqlreview.schema.records import Column, Index, Table
    from sqlreview.subjects import Migration, Step


def retyped_in_steps(context: Context, operation: SetColumnType) -> tuple[Fix, ...]:
    """Adds a column of the new type, fills it while the table is in use, and lets it take the place of the old one."""
    from sqlreview.rollouts import types

    return types.retyped_in_steps(context, operation)


def widened_in_steps(context: Context, table: Table, column: Column) -> tuple[Fix, ...]:
    """Makes a key of a table in use, and the columns of other tables that point to it, 64 bits wide."""
    from sqlreview.rollouts import types

    return types.widened_in_steps(context.catalog, table, column) if context.engine.family == "postgres" else ()


def renamed_in_steps(operation: RenameColumn, step: Step, migration: Migration) -> tuple[Fix, ...]:
    """Adds a column of the new name, fills it, and keeps both in step, until the author drops the old one."""
    from sqlreview.rollouts import names

    return names.renamed_in_steps(operation, step, migration)


def index_of_partitions(context: Context, create: CreateIndex) -> tuple[Fix, ...]:
    """Creates the index of a partitioned table alone, then that of every partition CONCURRENTLY, and attaches them."""
    from sqlreview.rollouts import partitions

    return partitions.index_of_partitions(context, create)


def attached_when_proven(context: Context, attach: AttachPartition) -> tuple[Fix, ...]:
    """Proves by a validated CHECK that the rows of a table fit its bounds, so that ATTACH PARTITION need not look."""
    from sqlreview.rollouts import partitions

    return partitions.attached_when_proven(context, attach)


def changed_in_batches(context: Context, query: Update | Delete) -> tuple[Fix, ...]:
    """Makes the change of an UPDATE or DELETE batch by batch in the order of the primary key."""
    from sqlreview.rollouts import rows

    return rows.changed_in_batches(context, query)


def added_in_steps(context: Context, operation: AddColumn) -> tuple[Fix, ...]:
    """Adds a column without its values, which new rows get from then on and the others in a later migration."""
    from sqlreview.rollouts import additions

    return additions.added_in_steps(context, operation)


def unique_among_present(context: Context, table: Table, index: Index, mark: str) -> tuple[Fix, ...]:
    """Builds a unique index of the rows that are not marked as deleted, then drops the one of all rows."""
    from sqlreview.rollouts import keys

    return keys.unique_among_present(context, table, index, mark)


def view_left_behind(operation: RenameTable, step: Step, migration: Migration) -> tuple[Fix, ...]:
    """Leaves a view with the old name behind, through which code reads and writes the table, in one transaction."""
    from sqlreview.rollouts import names

    return names.view_left_behind(operation, step, migration)


def partitioned_in_steps(context: Context, create: CreateTable, table: Table) -> tuple[Fix, ...]:
    """Makes a table of which a partition is created a partitioned one, whose first partition has the rows there are."""
    from sqlreview.rollouts import partitioning

    return partitioning.partitioned_in_steps(context, create, table)
