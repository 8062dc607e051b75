"""What belongs to a table: columns, constraints, indexes, triggers and policies, as `records` explains them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from sqlreview.frozen import frozen
from sqlreview.operations import ColumnType, Expression, Generated, Identity, IndexKey
from sqlreview.operations.written import normal_text
from sqlreview.schema.origins import Key, Origin


@frozen
class Column:
    """A column as the history left it."""

    name: str
    type: ColumnType | None
    not_null: bool = False
    default: Expression | None = None
    identity: Identity | None = None
    generated: Generated | None = None
    collation: str | None = None
    comment: str | None = None
    origin: Origin
    not_null_origin: Origin | None = None
    """Where the column became NOT NULL, when that was later than its creation."""
    type_origin: Origin | None = None
    """Where the column got its present type, when that was later than its creation."""
    redefined: Origin | None = None
    """Where MODIFY or CHANGE of MySQL last said all of it again, so that its first definition does not count."""
    inherited: bool = False
    """Whether it is there only because a parent (or partitioned) table has it."""
    on_update: Expression | None = None
    """What ON UPDATE of MySQL sets it to."""
    filled: Origin | None = None
    """Where an UPDATE first gave it values in rows that existed."""
    visible: bool = True
    """False for INVISIBLE of MySQL, which SELECT * leaves out."""
    copied: bool = False
    """Whether LIKE or OF copied its definition from elsewhere, so that spans inside it count there."""
    null_stated: bool = False
    """Whether a statement says that it may be NULL: by that word, by DEFAULT NULL, or by DROP NOT NULL."""


ConstraintKind = Literal["primary key", "unique", "foreign key", "check", "exclusion", "not null"]


@frozen
class Constraint:
    """A constraint of a table."""

    name: str
    """As written, or the name the engine gives; SQLite gives none, so there it is one that PostgreSQL might give."""
    unnamed: bool = False
    """Whether no statement names it."""
    kind: ConstraintKind
    columns: tuple[str, ...] = ()
    """Columns of a key; for a check the columns its expression mentions."""
    expression: Expression | None = None
    referenced: Key | None = None
    """The table a foreign key points to."""
    referenced_columns: tuple[str, ...] = ()
    """Resolved to the referenced primary key when the statement left them out and it is known."""
    on_delete: str | None = None
    on_delete_columns: tuple[str, ...] = ()
    """The columns ON DELETE SET NULL or SET DEFAULT changes; empty for all."""
    on_update: str | None = None
    valid: bool = True
    enforced: bool = True
    deferrable: bool = False
    initially_deferred: bool = False
    no_inherit: bool = False
    match_full: bool = False
    index: str | None = None
    """Name of the index behind a primary key, unique or exclusion constraint."""
    inherited: bool = False
    """Whether it is there only because a parent (or partitioned) table has it."""
    at_column: str | None = None
    """The column a check of MariaDB is part of: it goes with the definition of that column."""
    origin: Origin


@dataclass(frozen=True, kw_only=True)  # without slots: a table with many indexes compares each with all others
class Index:
    """An index of a table or materialized view; those behind constraints too."""

    name: str
    method: str = "btree"
    keys: tuple[IndexKey, ...] = ()
    include: tuple[str, ...] = ()
    predicate: Expression | None = None
    unique: bool = False
    valid: bool = True
    """False after CREATE INDEX ON ONLY of a partitioned table until every partition is attached."""
    nulls_not_distinct: bool = False
    constraint: str | None = None
    """Name of the constraint it belongs to."""
    parent: str | None = None
    """Name of the partitioned index it is attached to."""
    comment: str | None = None
    visible: bool = True
    """False for INVISIBLE of MySQL and IGNORED of MariaDB: kept up to date, but not used."""
    generated: bool = False
    """Whether MySQL made it for a foreign key; it goes by itself when another index begins with its columns."""
    origin: Origin

    @cached_property
    def columns(self) -> tuple[str | None, ...]:
        """Key columns in order; None stands for an expression."""
        return tuple(key.column.text if key.column else None for key in self.keys)

    @cached_property
    def contents(self) -> tuple[tuple[str | None, ...], ...]:
        """Column or expression, collation, operator class and length of each key."""
        return tuple(
            (
                key.column.text if key.column else None,
                normal_text(key.expression),
                key.collation,
                key.operator_class,
                str(key.length) if key.length else None,
            )
            for key in self.keys
        )

    @cached_property
    def condition(self) -> str:
        """What its rows fulfil, in one notation; empty when it has all."""
        return normal_text(self.predicate)


@frozen
class Trigger:
    """A trigger of a table or view."""

    name: str
    timing: str
    events: tuple[str, ...]
    function: str | None
    for_each_row: bool = False
    inherited: bool = False
    """Whether a partition has it from its partitioned table."""
    origin: Origin


@frozen
class Policy:
    """A row security policy of a table."""

    name: str
    permissive: bool
    command: str
    roles: tuple[str, ...]
    using: Expression | None
    check: Expression | None
    origin: Origin
