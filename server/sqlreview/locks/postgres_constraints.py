"""What ALTER TABLE locks and scans when it adds, validates, changes or drops a constraint."""

from __future__ import annotations

from sqlreview.locks.impact import Impact, combined, locking
from sqlreview.locks.postgres_foreign_keys import (
    holds_only_null,
    other_end,
    referencing,
    stored_named,
    with_children_since_18,
)
from sqlreview.locks.proofs import proves_not_null
from sqlreview.locks.situation import (
    Situation,
    children_below,
    family,
    label,
    partition_family,
    partitions_below,
    relation_of,
    spoken,
    stored,
    stored_family,
    stored_partitions,
    with_partitions,
)
from sqlreview.operations import (
    AddCheck,
    AddExclusion,
    AddNotNull,
    AddPrimaryKey,
    AddUnique,
    AlterConstraint,
    DropConstraint,
    Name,
    PrimaryKey,
    RenameConstraint,
    Unique,
    ValidateConstraint,
)
from sqlreview.schema import Constraint, Index, Table


def build_index(rows: tuple[str, ...]) -> Impact:
    """The work of building an index over some relations."""
    return Impact(scans=rows, index_builds=rows)


def set_not_null_impact(name: Name, column: str, situation: Situation) -> Impact:
    """SET NOT NULL: goes down to partitions and children unless the column is NOT NULL already, and reads their rows.

    Up to PostgreSQL 17 inheritance children are visited even then.
    """
    table = situation.catalog.table(name)
    definition = table.column(column) if table else None
    already = definition is not None and definition.not_null
    visits_all = situation.version < 18 and table is not None and table.partition_by is None
    names = family(name, situation) if not already or visits_all else (relation_of(name, situation),)
    return combined(locking("ACCESS EXCLUSIVE", *names), not_null_scan(name, column, situation))


def not_null_scan(name: Name, column: str, situation: Situation) -> Impact:
    """The relations that are read to see that a column holds no NULL."""
    table = situation.catalog.table(name)
    if table is None:
        relation = relation_of(name, situation)
        return Impact(scans=(relation,), unknown=(f"whether {spoken(relation)}.{column} is NOT NULL already",))
    tables = (table, *children_below(table, situation))
    ignored = frozenset(
        item.name.text for item in situation.together if isinstance(item, DropConstraint) and item.table == name
    )
    doubtful = [item for item in tables if not _is_not_null(item, column, situation, ignored)]
    doubts: tuple[str, ...] = ()
    if doubtful and table.column(column) is None and not table.complete:
        doubts = (f"whether {spoken(label(table.key))}.{column} is NOT NULL already",)
    return Impact(scans=stored(doubtful), unknown=doubts)


def _is_not_null(table: Table, column: str, situation: Situation, ignored: frozenset[str]) -> bool:
    """Whether the server takes it as given: a valid NOT NULL or key, or a CHECK of the table or one it inherits."""
    pending = any(item.kind == "not null" and not item.valid and column in item.columns for item in table.constraints)
    definition = table.column(column)
    if definition is not None and definition.not_null and not pending:
        return True
    if table.primary_key is not None and column in table.primary_key.columns:
        return True
    ancestors = [table]
    for current in ancestors:
        parents = (*((current.partition_of,) if current.partition_of else ()), *current.inherits)
        ancestors += [found for key in parents if (found := situation.catalog.table_at(key)) and found not in ancestors]
    return any(proves_not_null(item, column, situation.engine, ignored) for item in ancestors)


def add_check(operation: AddCheck, situation: Situation) -> Impact:
    """ADD CHECK: reads all rows unless it is NOT VALID or NOT ENFORCED, or a table below has that CHECK already."""
    timing = operation.constraint.timing
    alone = (relation_of(operation.table, situation),)
    adopted = _with_check(operation, situation)
    below = {label(child.key) for item in adopted for child in children_below(item, situation)}
    stays_above = timing.no_inherit and situation.version < 18
    locked = (name for name in family(operation.table, situation) if situation.version >= 18 or name not in below)
    taken = locking("ACCESS EXCLUSIVE", *(alone if stays_above else locked))
    if timing.not_valid or not timing.enforced:
        return taken
    own = {label(item.key) for item in adopted}
    rows = _stored_alone(operation.table, situation) if timing.no_inherit else stored_family(operation.table, situation)
    return combined(taken, Impact(scans=tuple(name for name in rows if name not in own)))


def _stored_alone(name: Name, situation: Situation) -> tuple[str, ...]:
    table = situation.catalog.table(name)
    return (relation_of(name, situation),) if table is None else stored((table,))


def _with_check(operation: AddCheck, situation: Situation) -> list[Table]:
    """The partitions and children that have a valid CHECK of that name."""
    table, name = situation.catalog.table(operation.table), operation.constraint.name
    if table is None or name is None:
        return []
    below = children_below(table, situation)
    return [item for item in below if (own := item.constraint(name.text)) is not None and own.valid]


def add_not_null(operation: AddNotNull, situation: Situation) -> Impact:
    """ADD NOT NULL column (PostgreSQL 18): as SET NOT NULL, unless it is NOT VALID."""
    constraint = operation.constraint
    taken = locking("ACCESS EXCLUSIVE", *family(operation.table, situation))
    if constraint.timing.not_valid:
        return taken
    scans = (not_null_scan(operation.table, column.text, situation) for column in constraint.columns)
    return combined(taken, *scans)


def add_key(operation: AddPrimaryKey | AddUnique, situation: Situation) -> Impact:
    """ADD PRIMARY KEY or UNIQUE: builds the index under ACCESS EXCLUSIVE; USING INDEX adopts a finished one."""
    constraint = operation.constraint
    taken = _locked_for_key(operation.table, situation)
    is_primary = isinstance(constraint, PrimaryKey)
    columns, doubts = _key_columns(operation.table, constraint, situation)
    nulls = Impact()
    if is_primary:
        table = situation.catalog.table(operation.table)
        if table is not None and table.partition_by is None:
            taken = locking("ACCESS EXCLUSIVE", *family(operation.table, situation))
        nulls = combined(*(set_not_null_impact(operation.table, column, situation) for column in columns))
    if constraint.using_index is not None:
        partitions = partition_family(operation.table, situation) if situation.version >= 18 else ()
        return combined(taken, nulls, locking("ACCESS EXCLUSIVE", *partitions), Impact(unknown=doubts))
    return combined(taken, nulls, _build_on_partitions(operation.table, columns, situation))


def _locked_for_key(name: Name, situation: Situation) -> Impact:
    """The lock for a key on a table itself and, since PostgreSQL 18, on its inheritance children."""
    table = situation.catalog.table(name)
    if table is None or table.partition_by is not None:
        return locking("ACCESS EXCLUSIVE", relation_of(name, situation))
    return locking("ACCESS EXCLUSIVE", *with_children_since_18(name, situation))


def _key_columns(
    table: Name, constraint: PrimaryKey | Unique, situation: Situation
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if constraint.using_index is None:
        return tuple(column.text for column in constraint.columns), ()
    index = _index_named(table, constraint.using_index, situation)
    if index is None:
        return (), (f"the columns of index {constraint.using_index}",)
    return tuple(column for column in index.columns if column is not None), ()


def _index_named(table: Name, index: Name, situation: Situation) -> Index | None:
    found = situation.catalog.table(table)
    return found.index(index.text) if found else None


def _build_on_partitions(name: Name, columns: tuple[str, ...], situation: Situation) -> Impact:
    """Up to PostgreSQL 17 the index reaches partitions as CREATE INDEX would, since 18 as ALTER TABLE."""
    table = situation.catalog.table(name)
    if table is None or table.partition_by is None:
        return build_index((relation_of(name, situation),))
    partitions = partitions_below(table, situation)
    mode = "ACCESS EXCLUSIVE" if situation.version >= 18 else "SHARE"
    rows = stored(item for item in partitions if not _has_key(item, columns))
    return combined(locking(mode, *(label(item.key) for item in partitions)), build_index(rows))


def _has_key(partition: Table, columns: tuple[str, ...]) -> bool:
    """Whether a partition has a constraint with the wanted index, which is then attached instead of built."""
    return any(
        index.constraint and index.unique and index.columns == columns and index.parent is None
        for index in partition.indexes
    )


def add_exclusion(operation: AddExclusion, situation: Situation) -> Impact:
    """ADD EXCLUDE: builds its index under ACCESS EXCLUSIVE."""
    taken = _locked_for_key(operation.table, situation)
    return combined(taken, _build_on_partitions(operation.table, (), situation))


def validate_constraint(operation: ValidateConstraint, situation: Situation) -> Impact:
    """VALIDATE CONSTRAINT: reads all rows while reads and writes go on; a constraint that is valid is left alone."""
    constraint = _constraint(operation.table, operation.name.text, situation)
    relation = relation_of(operation.table, situation)
    if constraint is None:
        doubt = f"the definition of {operation.name} of {spoken(relation)}"
        taken = locking("SHARE UPDATE EXCLUSIVE", *family(operation.table, situation))
        return combined(taken, Impact(scans=stored_family(operation.table, situation), unknown=(doubt,)))
    if constraint.valid:
        return locking("SHARE UPDATE EXCLUSIVE", relation)
    if constraint.kind != "foreign key" or constraint.referenced is None:
        taken = locking("SHARE UPDATE EXCLUSIVE", *family(operation.table, situation))
        return combined(taken, Impact(scans=stored_family(operation.table, situation)))
    taken = locking("SHARE UPDATE EXCLUSIVE", *partition_family(operation.table, situation))
    read = locking("ACCESS SHARE", *with_partitions(constraint.referenced, situation))
    other = combined(locking("ROW SHARE", label(constraint.referenced)), read)
    looks_up = not holds_only_null(operation.table, constraint.columns, situation)
    found = stored_partitions(constraint.referenced, situation) if looks_up else ()
    return combined(taken, other, Impact(scans=(*stored_named(operation.table, situation), *found)))


def _constraint(table: Name, name: str, situation: Situation) -> Constraint | None:
    found = situation.catalog.table(table)
    return found.constraint(name) if found else None


def drop_constraint(operation: DropConstraint, situation: Situation) -> Impact:
    """DROP CONSTRAINT: the catalog only, but a foreign key takes its lock on the other table as well."""
    table = situation.catalog.table(operation.table)
    relation = relation_of(operation.table, situation)
    constraint = _constraint(operation.table, operation.name.text, situation)
    if constraint is None or table is None:
        known_missing = table is not None and table.complete
        doubt = f"the definition of {operation.name} of {spoken(relation)}"
        names = partition_family(operation.table, situation)
        return combined(locking("ACCESS EXCLUSIVE", *names), Impact(unknown=() if known_missing else (doubt,)))
    if constraint.kind in ("check", "not null"):
        return locking("ACCESS EXCLUSIVE", *family(operation.table, situation))
    taken = locking("ACCESS EXCLUSIVE", *partition_family(operation.table, situation))
    if constraint.referenced is not None:
        names = (label(constraint.referenced), *other_end(constraint.referenced, situation))
        return combined(taken, locking("ACCESS EXCLUSIVE", *names))
    if operation.cascade:
        return combined(taken, locking("ACCESS EXCLUSIVE", *referencing(table, constraint, situation)))
    return taken


def rename_constraint(operation: RenameConstraint, situation: Situation) -> Impact:
    """RENAME CONSTRAINT: the catalog only; constraints that children inherit are renamed there too."""
    constraint = _constraint(operation.table, operation.name.text, situation)
    if constraint is not None and constraint.kind in ("check", "not null"):
        return locking("ACCESS EXCLUSIVE", *family(operation.table, situation))
    return locking("ACCESS EXCLUSIVE", relation_of(operation.table, situation))


def alter_constraint(operation: AlterConstraint, situation: Situation) -> Impact:
    """ALTER CONSTRAINT: the catalog only, except that ENFORCED (PostgreSQL 18) compares all rows of both tables."""
    taken = locking("ACCESS EXCLUSIVE", *partition_family(operation.table, situation))
    if operation.inherit is not None:
        taken = locking("ACCESS EXCLUSIVE", *family(operation.table, situation))
    constraint = _constraint(operation.table, operation.name.text, situation)
    if operation.enforced is None:
        return taken
    if constraint is None or constraint.referenced is None:
        return combined(taken, Impact(unknown=(f"the table that {operation.name} points to",)))
    referenced = with_partitions(constraint.referenced, situation)
    if not operation.enforced:
        return combined(taken, locking("ACCESS EXCLUSIVE", *referenced))
    rows = (*stored_named(operation.table, situation), *stored_partitions(constraint.referenced, situation))
    return combined(taken, locking("SHARE ROW EXCLUSIVE", *referenced), Impact(scans=rows))
