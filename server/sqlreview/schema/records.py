"""What the catalog knows of every object: frozen records, each with the place that created it.

Spans inside parts of a record (a default set later, the keys of an index a partition got from its parent) count from
the beginning of the statement that wrote that part, which need not be the statement of the record's origin.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from sqlreview.frozen import frozen
from sqlreview.operations import (
    ColumnType,
    Expression,
    Generated,
    Identity,
    IndexKey,
    PartitionBound,
    PartitionBy,
)
from sqlreview.operations.written import normal_text
from sqlreview.schema.origins import Key, Origin
from sqlreview.schema.session import RollbackPoints, Session


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
    inherited: bool = False
    """Whether it is there only because a parent (or partitioned) table has it."""
    copied: bool = False
    """Whether LIKE or OF copied its definition from elsewhere, so that spans inside it count there."""


ConstraintKind = Literal["primary key", "unique", "foreign key", "check", "exclusion", "not null"]


@frozen
class Constraint:
    """A constraint of a table."""

    name: str
    """As written, or the name PostgreSQL gives."""
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
    origin: Origin

    @cached_property
    def columns(self) -> tuple[str | None, ...]:
        """Key columns in order; None stands for an expression."""
        return tuple(key.column.text if key.column else None for key in self.keys)

    @cached_property
    def contents(self) -> tuple[tuple[str | None, ...], ...]:
        """Column or expression, collation and operator class of each key."""
        return tuple(
            (
                key.column.text if key.column else None,
                normal_text(key.expression),
                key.collation,
                key.operator_class,
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


@frozen
class Table:
    """A table, with everything that belongs to it."""

    schema: str
    name: str
    columns: tuple[Column, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    indexes: tuple[Index, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    policies: tuple[Policy, ...] = ()
    complete: bool = True
    """False when the history mentions the table without creating it (or creates it from a query): columns, indexes
    and constraints that are not listed may exist all the same."""
    temporary: bool = False
    unlogged: bool = False
    foreign: bool = False
    row_security: bool = False
    force_row_security: bool = False
    partition_by: PartitionBy | None = None
    partition_of: Key | None = None
    bound: PartitionBound | None = None
    attached: Origin | None = None
    """Where it became a partition; the spans of `bound` count from that statement."""
    partitions: tuple[Key, ...] = ()
    bounds: tuple[PartitionBound | None, ...] = ()
    """The bound of each of its partitions, without places."""
    inherits: tuple[Key, ...] = ()
    sequences: tuple[Key, ...] = ()
    """Sequences owned by its columns."""
    inherited_by: tuple[Key, ...] = ()
    """Tables that INHERITS or INHERIT made children of this one; partitions are listed apart."""
    referenced_by: tuple[Key, ...] = ()
    """Tables with a foreign key to this one."""
    used_by: tuple[Key, ...] = ()
    """Views that read this table."""
    comment: str | None = None
    emptied: Origin | None = None
    """Where TRUNCATE, or DELETE without WHERE, last removed all rows; None when rows have been written since."""
    written: Origin | None = None
    """Where rows were last written by the history (INSERT, UPDATE, COPY, CREATE TABLE AS); None when never."""
    origin: Origin
    created: bool = True
    """Whether the history creates it; False for a table known only by mention."""

    @property
    def key(self) -> Key:
        """Its place in the catalog."""
        return ("relation", self.schema, self.name)

    def column(self, name: str) -> Column | None:
        """The column of that (folded) name."""
        return next((column for column in self.columns if column.name == name), None)

    def constraint(self, name: str) -> Constraint | None:
        """The constraint of that name."""
        return next((constraint for constraint in self.constraints if constraint.name == name), None)

    def index(self, name: str) -> Index | None:
        """The index of that name."""
        return next((index for index in self.indexes if index.name == name), None)

    @property
    def primary_key(self) -> Constraint | None:
        """Its primary key."""
        return next((constraint for constraint in self.constraints if constraint.kind == "primary key"), None)

    @property
    def foreign_keys(self) -> tuple[Constraint, ...]:
        """Its foreign keys."""
        return tuple(constraint for constraint in self.constraints if constraint.kind == "foreign key")


@frozen
class View:
    """A view or materialized view; only the latter has indexes."""

    schema: str
    name: str
    materialized: bool = False
    columns: tuple[str, ...] = ()
    """Empty when the statement does not list them."""
    uses: tuple[Key, ...] = ()
    reads: frozenset[tuple[Key, str]] = frozenset()
    """Columns of tables its query reads, as far as they could be told; renames are not followed."""
    used_by: tuple[Key, ...] = ()
    indexes: tuple[Index, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    populated: bool = True
    options: tuple[tuple[str, str], ...] = ()
    comment: str | None = None
    temporary: bool = False
    origin: Origin
    replaced: Origin | None = None
    """Where CREATE OR REPLACE last gave it its present query."""

    @property
    def key(self) -> Key:
        """Its place in the catalog."""
        return ("relation", self.schema, self.name)


@frozen
class IndexName:
    """The entry an index has in the namespace of relations; the index itself stands in its table."""

    schema: str
    name: str
    table: Key
    origin: Origin


@frozen
class Sequence:
    """A sequence; `owned_by` names the table and column it belongs to."""

    schema: str
    name: str
    type: str = "bigint"
    owned_by: tuple[Key, str] | None = None
    temporary: bool = False
    origin: Origin


@frozen
class Type:
    """An enum, composite, range, base type or domain."""

    schema: str
    name: str
    kind: Literal["enum", "composite", "range", "domain", "other"]
    labels: tuple[str, ...] = ()
    """Of an enum, in order."""
    added_labels: tuple[tuple[str, Origin], ...] = ()
    """Labels that ALTER TYPE ... ADD VALUE brought, with the place."""
    base: ColumnType | None = None
    """Of a domain."""
    default: Expression | None = None
    """Of a domain."""
    not_null: bool = False
    checks: tuple[Constraint, ...] = ()
    """Constraints of a domain."""
    columns: tuple[Column, ...] = ()
    """Attributes of a composite type."""
    comment: str | None = None
    origin: Origin

    @property
    def is_constrained_domain(self) -> bool:
        """Whether it is a domain that rejects some values of its base type."""
        return self.kind == "domain" and (self.not_null or bool(self.checks))


@frozen
class Routine:
    """A function or procedure; overloads of one name share a record and keep the weakest promise."""

    schema: str
    name: str
    kind: Literal["function", "procedure"]
    language: str = "sql"
    volatility: Literal["immutable", "stable", "volatile"] = "volatile"
    security_definer: bool = False
    search_path: bool = False
    """Whether SET search_path is part of it, of every overload with the rights of its owner."""
    returns: str | None = None
    overloads: int = 1
    signatures: tuple[tuple[str, ...], ...] = ()
    """Types of the input arguments of the overloads that are known."""
    origin: Origin


@frozen
class Extension:
    """An installed extension."""

    name: str
    schema: str | None = None
    origin: Origin


@frozen
class Schema:
    """A schema the history creates."""

    name: str
    comment: str | None = None
    origin: Origin


Record = Table | View | IndexName | Sequence | Type | Routine | Extension | Schema | Session | RollbackPoints
"""Anything the catalog holds."""
