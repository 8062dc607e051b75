"""What the catalog knows of every object: frozen records, each with the place that created it.

Spans inside parts of a record (a default set later, the keys of an index a partition got from its parent) count from
the beginning of the statement that wrote that part, which need not be the statement of the record's origin.
"""

from __future__ import annotations

from typing import Literal

from sqlreview.frozen import frozen
from sqlreview.operations import (
    ColumnType,
    Expression,
    Operation,
    Partition,
    PartitionBound,
    PartitionBy,
)
from sqlreview.schema.cql_tables import CqlTable
from sqlreview.schema.origins import Key, Origin
from sqlreview.schema.session import RollbackPoints, Session
from sqlreview.schema.table_parts import Column, Constraint, ConstraintKind, Index, Policy, Trigger

__all__ = [
    "Column",
    "Constraint",
    "ConstraintKind",
    "Extension",
    "Index",
    "IndexName",
    "Policy",
    "Record",
    "Routine",
    "RowSource",
    "Schema",
    "Sequence",
    "Table",
    "Trigger",
    "Type",
    "View",
]


@frozen
class RowSource:
    """The table whose rows INSERT ... SELECT or CREATE TABLE AS copied into a new one."""

    key: Key
    """Where that table stands now."""
    home: Key
    """Where it stood before this run renamed it."""
    table: Table
    """As the copying found it."""
    columns: tuple[tuple[str, str], ...] = ()
    """New and old name of the columns that were taken over as they are."""
    lost: tuple[str, ...] = ()
    """Columns that are gone: their values were not copied, and the new table has none of that name."""
    renewed: tuple[str, ...] = ()
    """Columns whose values were not copied although the new table has a column of that name, such as a counter."""
    complete: bool = True
    """Whether all rows were copied."""
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
    of_type: Key | None = None
    """The composite type it was made OF."""
    statistics: tuple[str, ...] = ()
    """Names of the extended statistics on it."""
    clustered: bool = False
    """Whether a plain CLUSTER rewrites it."""
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
    options: tuple[tuple[str, str], ...] = ()
    """Options of a MySQL table, as `CreateTable.options` has them; the comment stands in `comment`."""
    partition_definitions: tuple[Partition, ...] = ()
    """The partitions of a MySQL table, which are no tables; their spans count from where they were written."""
    strict: bool = False
    """Whether SQLite checks the types of its values."""
    without_rowid: bool = False
    """Whether SQLite keeps its rows in the order of the primary key."""
    module: str | None = None
    """What implements a virtual table of SQLite."""
    rows_from: RowSource | None = None
    """The table it was filled from, while it may be going to replace that one."""
    copied_to: tuple[Key, ...] = ()
    """New tables that were filled from this one."""
    renamed_from: Key | None = None
    """Where it stood before it was last renamed."""
    renamed: Origin | None = None
    """Where it was last renamed."""
    rebuilt: Origin | None = None
    """Where a filled copy last took its place."""
    retyped: tuple[Column, ...] = ()
    """Columns of a table that is not complete of which nothing but a new type is known."""

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
    created: bool = True
    """False of an enum that the history only changes; nothing else of it is known."""
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
    public: bool = True
    """Whether PUBLIC may run it, as it may unless that is revoked."""
    signatures: tuple[tuple[str, ...], ...] = ()
    """Types of the input arguments of the overloads that are known."""
    definitions: tuple[Operation, ...] = ()
    """What a call does to tables, views and indexes, as far as its text says so."""
    templates: tuple[tuple[str | int, ...], ...] = ()
    """What a call does beyond that, as `CreateRoutine.templates` has it."""
    uses: frozenset[tuple[Key, str]] = frozenset()
    """The columns that the body names, each with its table, and its tables with an empty name; for one overload."""
    row_columns: frozenset[str] = frozenset()
    """The columns of the rows NEW and OLD that the body names."""
    derived: frozenset[str] = frozenset()
    """The columns of the row NEW that the body works out from other columns of the row."""
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


@frozen
class StoredTimeouts:
    """The timeouts that sessions to come find set, by ALTER ROLE, ALTER DATABASE or ALTER SYSTEM."""

    values: tuple[tuple[str, str], ...]
    """Name and value, as ("lock_timeout", "5s")."""
    origin: Origin


@frozen
class AddedLabels:
    """What ALTER TYPE ... ADD VALUE brought to an enum that the history does not create."""

    labels: tuple[tuple[str, Origin], ...]
    """With the places."""
    origin: Origin
    """The place of the last one."""


_Object = Table | View | IndexName | Sequence | Type | Routine | Extension | Schema | CqlTable
Record = _Object | AddedLabels | StoredTimeouts | Session | RollbackPoints
"""Anything the catalog holds."""
