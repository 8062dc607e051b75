"""What statements do to tables as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlreview.frozen import frozen
from sqlreview.operations.parts import (
    ColumnDefinition,
    Constraint,
    IndexDefinition,
    Operation,
    Partition,
    PartitionBound,
    PartitionBy,
)
from sqlreview.operations.sessions import CopiedRows
from sqlreview.sql.cursor import Identifier, Name
from sqlreview.text import Span


@frozen
class CreateTable(Operation):
    """CREATE TABLE in all its forms; CREATE FOREIGN TABLE too."""

    table: Name
    columns: tuple[ColumnDefinition, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    """Constraints written as table elements; those written at columns stand in the columns."""
    likes: tuple[Like, ...] = ()
    inherits: tuple[Name, ...] = ()
    partition_of: Name | None = None
    bound: PartitionBound | None = None
    partition_by: PartitionBy | None = None
    of_type: Name | None = None
    temporary: bool = False
    unlogged: bool = False
    foreign: bool = False
    if_not_exists: bool = False
    as_query: Span | None = None
    """The query of CREATE TABLE AS and SELECT INTO."""
    with_data: bool = True
    parameters: tuple[tuple[str, str], ...] = ()
    """Storage parameters of WITH (...), names folded."""
    elements: Span | None = None
    """What stands between the parentheses of the column list."""
    indexes: tuple[IndexDefinition, ...] = ()
    """MySQL's KEY, INDEX, FULLTEXT and SPATIAL elements; UNIQUE stands among the constraints."""
    partitions: tuple[Partition, ...] = ()
    """MySQL's partitions, written after PARTITION BY."""
    options: tuple[tuple[str, str], ...] = ()
    """MySQL's table options, names in lower case, values without quotes: ("engine", "InnoDB"), ("charset", "utf8")."""
    or_replace: bool = False
    """MariaDB's CREATE OR REPLACE TABLE, which drops the table first."""
    strict: bool = False
    """Whether SQLite checks the types of its values."""
    without_rowid: bool = False
    """Whether SQLite keeps its rows in the order of the primary key."""
    module: str | None = None
    """What implements a virtual table of SQLite, folded: "fts5", "rtree"."""
    copied: CopiedRows | None = None
    """Where the rows of CREATE TABLE AS come from, when it copies those of one table."""


@dataclass(frozen=True, slots=True)
class Like:
    """LIKE source INCLUDING ... inside CREATE TABLE."""

    source: Name
    including: frozenset[str]
    """Lower-case words: "all", "defaults", "indexes", "constraints", ..."""
    span: Span


@frozen
class DropTable(Operation):
    """One table of DROP TABLE a, b."""

    table: Name
    if_exists: bool = False
    cascade: bool = False


@frozen
class RenameTable(Operation):
    """ALTER TABLE t RENAME TO new; one table of RENAME TABLE a TO b, c TO d of MySQL."""

    table: Name
    new_name: Identifier
    if_exists: bool = False
    new_schema: str | None = None
    """The database MySQL moves the table to, where it is written."""


@frozen
class SetTableSchema(Operation):
    """ALTER TABLE t SET SCHEMA s."""

    table: Name
    schema: Identifier


@frozen
class SetLogged(Operation):
    """ALTER TABLE t SET LOGGED or SET UNLOGGED."""

    table: Name
    logged: bool


@frozen
class SetTablespace(Operation):
    """ALTER TABLE|INDEX|MATERIALIZED VIEW x SET TABLESPACE s."""

    kind: Literal["table", "index", "materialized view"]
    name: Name
    tablespace: Identifier


@frozen
class SetStorageParameters(Operation):
    """SET (name = value, ...) or RESET (name, ...) of a table, index or materialized view."""

    kind: Literal["table", "index", "materialized view", "view"]
    name: Name
    parameters: tuple[tuple[str, str], ...]
    reset: bool = False


@frozen
class SetAccessMethod(Operation):
    """ALTER TABLE t SET ACCESS METHOD m."""

    table: Name
    method: str


@frozen
class SetClusterIndex(Operation):
    """ALTER TABLE t CLUSTER ON i, or SET WITHOUT CLUSTER (index is None)."""

    table: Name
    index: Identifier | None


@frozen
class SetRowSecurity(Operation):
    """ENABLE, DISABLE, FORCE or NO FORCE ROW LEVEL SECURITY."""

    table: Name
    mode: Literal["enable", "disable", "force", "no force"]


@frozen
class SetTriggerState(Operation):
    """ENABLE|DISABLE [ALWAYS|REPLICA] TRIGGER|RULE name|ALL|USER."""

    table: Name
    kind: Literal["trigger", "rule"]
    name: str
    state: Literal["enable", "disable", "enable always", "enable replica"]


@frozen
class SetReplicaIdentity(Operation):
    """REPLICA IDENTITY DEFAULT|FULL|NOTHING|USING INDEX i."""

    table: Name
    identity: Literal["default", "full", "nothing", "index"]
    index: Identifier | None = None


@frozen
class SetInheritance(Operation):
    """INHERIT parent or NO INHERIT parent; OF type and NOT OF have no parent table and use `parent` None."""

    table: Name
    parent: Name | None
    inherits: bool


@frozen
class AttachPartition(Operation):
    """ALTER TABLE parent ATTACH PARTITION p FOR VALUES ..."""

    table: Name
    partition: Name
    bound: PartitionBound


@frozen
class DetachPartition(Operation):
    """ALTER TABLE parent DETACH PARTITION p [CONCURRENTLY | FINALIZE]."""

    table: Name
    partition: Name
    concurrently: bool = False
    finalize: bool = False


@frozen
class Truncate(Operation):
    """One table of TRUNCATE a, b."""

    table: Name
    cascade: bool = False
    restart_identity: bool = False


@frozen
class SetTableOptions(Operation):
    """ENGINE=, ROW_FORMAT=, COMMENT=, DEFAULT CHARSET= and the other options of a MySQL table.

    DEFAULT CHARSET is for columns to come; the columns that exist keep theirs.
    """

    table: Name
    options: tuple[tuple[str, str], ...]
    """Names in lower case, values without quotes: ("engine", "InnoDB"), ("auto_increment", "100")."""


@frozen
class ConvertCharset(Operation):
    """CONVERT TO CHARACTER SET c [COLLATE x], which rewrites every character column."""

    table: Name
    charset: str | None
    """None for DEFAULT, that of the database."""
    collation: str | None = None


@frozen
class RebuildTable(Operation):
    """FORCE of ALTER TABLE, or OPTIMIZE TABLE: the table is copied into a new one without gaps."""

    table: Name


@frozen
class ChangePartitions(Operation):
    """What MySQL's ALTER TABLE does to partitions."""

    table: Name
    action: Literal[
        "partition by",
        "add",
        "drop",
        "truncate",
        "reorganize",
        "coalesce",
        "rebuild",
        "discard",
        "import",
        "analyze",
        "check",
        "optimize",
        "repair",
        "remove",
        "convert in",
        "convert out",
    ]
    """"remove" is REMOVE PARTITIONING; "convert" is MariaDB's CONVERT TABLE TO PARTITION and back."""
    names: tuple[Identifier, ...] = ()
    """The partitions it names; none for ALL, and for "partition by"."""
    partitions: tuple[Partition, ...] = ()
    """What "add" adds and "reorganize" and "partition by" make."""
    partition_by: PartitionBy | None = None
    count: int | None = None
    """Of COALESCE PARTITION n and ADD PARTITION PARTITIONS n."""
    if_exists: bool = False
    other: Name | None = None
    """The table that is converted from or into."""


@frozen
class ExchangePartition(Operation):
    """EXCHANGE PARTITION p WITH TABLE other, which swaps their rows."""

    table: Name
    partition: Identifier
    other: Name
    validation: bool = True
