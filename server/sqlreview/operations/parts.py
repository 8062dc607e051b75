"""The parts operations are made of: types, expressions, columns and constraints as a statement writes them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sqlreview.frozen import frozen
from sqlreview.sql.cursor import Identifier, Name
from sqlreview.text import Span


@frozen
class OnlineDdl:
    """How MySQL is asked to carry out a statement: ALGORITHM=, LOCK=, WAIT and NOWAIT, as far as they are written."""

    algorithm: str | None = None
    """Lower-case: default, copy, inplace, nocopy or instant."""
    lock: str | None = None
    """Lower-case: default, none, shared or exclusive; ALTER ONLINE TABLE means none."""
    wait: int | None = None
    """Seconds to wait for the metadata lock; 0 for NOWAIT."""
    lock_span: Span | None = None
    """The clause LOCK=..., where it is written so."""


@frozen
class Operation:
    """One thing a statement does to the database; `span` is the smallest text that says so.

    For a statement that does one thing the span is the whole statement; an ALTER TABLE action has the span of the
    action, one of several objects of a DROP the span of its name. Spans count from the beginning of the statement.
    """

    span: Span
    online: OnlineDdl | None = None
    """What the statement asks for that holds for all its actions; None where it asks for nothing."""
    only: bool = False
    """Whether ONLY stands before its table, so that the tables below it are left out."""
    if_relation_exists: bool = False
    """Whether IF EXISTS stands before the relation it alters, so that nothing happens where there is none."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A value or condition inside DDL, with the facts rules and the lock model need of it."""

    span: Span
    text: str
    functions: tuple[str, ...] = ()
    """Names of the functions it calls, folded, without schema; CURRENT_TIMESTAMP and its kin count as functions."""
    columns: tuple[str, ...] = ()
    """Folded bare identifiers that may be columns."""
    is_null: bool = False
    """Whether it is the literal NULL (or a cast of it)."""

    @property
    def is_constant(self) -> bool:
        """Whether it calls nothing and reads nothing."""
        return not self.functions and not self.columns


@dataclass(frozen=True, slots=True)
class ColumnType:
    """A data type under its one canonical name ("bigint" for int8, "varchar" for character varying)."""

    name: str
    span: Span = field(compare=False)
    arguments: tuple[str, ...] = ()
    """Modifiers as written: ("10", "2") of numeric(10, 2)."""
    dimensions: int = 0
    """Number of array dimensions."""
    schema: str | None = None
    fields: str | None = field(default=None)
    """The fields of an interval type, "day to second"."""
    in_capitals: bool = field(default=False, compare=False)
    """Whether it is written in capitals, as its replacement should be."""
    unsigned: bool = False
    """Of MySQL's numbers; ZEROFILL implies it."""
    zerofill: bool = False
    charset: str | None = None
    """Of MySQL's character types, folded, where it is written."""

    def __str__(self) -> str:
        modifiers = f"({','.join(self.arguments)})" if self.arguments else ""
        prefix = f"{self.schema}." if self.schema and self.schema != "pg_catalog" else ""
        signs = f"{' unsigned' if self.unsigned else ''}{' zerofill' if self.zerofill else ''}"
        return f"{prefix}{self.name}{modifiers}{'[]' * self.dimensions}{signs}"


@dataclass(frozen=True, slots=True)
class Timing:
    """When a constraint is checked and whether it counts."""

    deferrable: bool = False
    initially_deferred: bool = False
    not_valid: bool = False
    enforced: bool = True
    no_inherit: bool = False


@frozen
class PrimaryKey:
    """PRIMARY KEY, of a column (columns then holds that column) or of the table."""

    span: Span
    name: Identifier | None = None
    columns: tuple[Identifier, ...] = ()
    include: tuple[Identifier, ...] = ()
    using_index: Name | None = None
    timing: Timing = Timing()
    without_overlaps: bool = False
    keys: tuple[IndexKey, ...] = ()
    """The columns with collation, order and the like, where the engine lets a key say more than names."""
    on_conflict: str | None = None
    """What SQLite does with a row that breaks it: REPLACE, IGNORE, ABORT, FAIL or ROLLBACK."""


@frozen
class Unique:
    """UNIQUE, of a column or of the table."""

    span: Span
    name: Identifier | None = None
    columns: tuple[Identifier, ...] = ()
    include: tuple[Identifier, ...] = ()
    using_index: Name | None = None
    nulls_not_distinct: bool = False
    timing: Timing = Timing()
    without_overlaps: bool = False
    keys: tuple[IndexKey, ...] = ()
    """The columns with collation, order and the like, where the engine lets a key say more than names."""
    on_conflict: str | None = None
    """What SQLite does with a row that breaks it: REPLACE, IGNORE, ABORT, FAIL or ROLLBACK."""


@frozen
class ForeignKey:
    """REFERENCES of a column or FOREIGN KEY of the table."""

    span: Span
    name: Identifier | None = None
    columns: tuple[Identifier, ...] = ()
    referenced: Name
    referenced_columns: tuple[Identifier, ...] = ()
    """Empty when the statement leaves them out: the primary key of the referenced table."""
    on_delete: str | None = None
    """NO ACTION, RESTRICT, CASCADE, SET NULL or SET DEFAULT; None when not written."""
    on_delete_columns: tuple[Identifier, ...] = ()
    """The columns ON DELETE SET NULL (columns) or SET DEFAULT (columns) changes; empty for all, as without a list."""
    on_update: str | None = None
    match_full: bool = False
    period: bool = False
    """Whether its last column is a PERIOD, so that an index finds what it points to."""
    timing: Timing = Timing()
    index_name: Identifier | None = None
    """How MySQL is asked to call the index behind it, FOREIGN KEY name (columns)."""


@frozen
class Check:
    """CHECK, of a column or of the table."""

    span: Span
    name: Identifier | None = None
    expression: Expression
    timing: Timing = Timing()


@frozen
class Exclusion:
    """EXCLUDE USING method (key WITH operator, ...)."""

    span: Span
    name: Identifier | None = None
    method: str = "gist"
    keys: tuple[IndexKey, ...] = ()
    operators: tuple[str, ...] = ()
    predicate: Expression | None = None
    timing: Timing = Timing()


@frozen
class NotNull:
    """NOT NULL of a column; since PostgreSQL 18 also a table constraint that may be NOT VALID."""

    span: Span
    name: Identifier | None = None
    columns: tuple[Identifier, ...] = ()
    timing: Timing = Timing()
    on_conflict: str | None = None
    """What SQLite does with a row that breaks it: REPLACE, IGNORE, ABORT, FAIL or ROLLBACK."""


Constraint = PrimaryKey | Unique | ForeignKey | Check | Exclusion | NotNull
"""Any constraint as a statement writes it."""


@frozen
class IndexKey:
    """One key of an index: a column or an expression."""

    span: Span
    column: Identifier | None
    expression: Expression | None = None
    """Set exactly when `column` is None."""
    collation: str | None = None
    operator_class: str | None = None
    descending: bool = False
    nulls_first: bool | None = None
    """None when not written: last for ascending, first for descending keys."""
    length: int | None = None
    """How many characters of the column MySQL indexes, name(20); None for all."""


@frozen
class IndexDefinition:
    """KEY, INDEX, FULLTEXT or SPATIAL inside CREATE TABLE."""

    span: Span
    name: Identifier | None = None
    method: str = "btree"
    """btree, hash, rtree, fulltext or spatial."""
    keys: tuple[IndexKey, ...] = ()
    visible: bool = True
    """False for INVISIBLE of MySQL and IGNORED of MariaDB."""
    comment: str | None = None
    if_not_exists: bool = False


@frozen
class Position:
    """FIRST, or AFTER a column, of ADD, MODIFY and CHANGE."""

    span: Span
    after: Identifier | None = None
    """None for FIRST."""


@frozen
class Partition:
    """One partition of MySQL, which is no table of its own."""

    span: Span
    name: Identifier
    bound: PartitionBound | None = None
    """Of RANGE its `upper` values, of LIST its `values`; None for HASH and KEY."""
    options: tuple[tuple[str, str], ...] = ()


@frozen
class Identity:
    """GENERATED ALWAYS|BY DEFAULT AS IDENTITY; AUTO_INCREMENT of MySQL counts as BY DEFAULT."""

    span: Span
    always: bool
    sequence: Name | None = None
    """The SEQUENCE NAME among its options."""
    has_options: bool = False
    """Whether it says more of its sequence than a name."""


@frozen
class Generated:
    """GENERATED ALWAYS AS (expression) STORED or VIRTUAL."""

    span: Span
    expression: Expression
    stored: bool
    """False for VIRTUAL, which PostgreSQL 18 also assumes when neither word is written."""


@frozen
class ColumnDefinition:
    """A column of CREATE TABLE or ADD COLUMN."""

    span: Span
    name: Identifier
    type: ColumnType | None
    """None in CREATE TABLE ... OF type and PARTITION OF, where the type stands elsewhere."""
    default: Expression | None = None
    default_span: Span | None = None
    """From the word DEFAULT to the end of the value."""
    not_null: NotNull | None = None
    null_span: Span | None = None
    """The word NULL where it stands as an explicit constraint."""
    identity: Identity | None = None
    generated: Generated | None = None
    collation: str | None = None
    auto_increment: Span | None = None
    """The word AUTO_INCREMENT of MySQL or AUTOINCREMENT of SQLite."""
    constraints: tuple[Constraint, ...] = ()
    """PRIMARY KEY, UNIQUE, REFERENCES and CHECK written at the column, with the column filled in."""
    comment: str | None = None
    """Of MySQL's COMMENT clause."""
    on_update: Expression | None = None
    """What MySQL's ON UPDATE sets it to."""
    visible: bool = True
    ignored_references: ForeignKey | None = None
    """REFERENCES that the engine reads and forgets, as MySQL before 9 does at columns."""

    @property
    def foreign_keys(self) -> tuple[ForeignKey, ...]:
        """The REFERENCES written at the column."""
        return tuple(item for item in self.constraints if isinstance(item, ForeignKey))

    @property
    def is_nullable(self) -> bool:
        """Whether the definition alone allows NULL: no NOT NULL, primary key, identity or serial type."""
        if self.not_null or self.identity or (self.type and self.type.name in SERIAL_TYPES):
            return False
        return not any(isinstance(item, PrimaryKey) for item in self.constraints)


SERIAL_TYPES = {"smallserial": "smallint", "serial": "integer", "bigserial": "bigint"}
"""Serial types and the type the column really gets."""


@frozen
class PartitionBy:
    """PARTITION BY RANGE|LIST|HASH (keys); of MySQL also KEY and SYSTEM_TIME, whose keys may be left out."""

    span: Span
    strategy: Literal["range", "list", "hash", "key", "system_time"]
    keys: tuple[IndexKey, ...]
    count: int | None = None
    """PARTITIONS n."""


@frozen
class PartitionBound:
    """FOR VALUES ... or DEFAULT of a partition; values are kept as written."""

    span: Span
    strategy: Literal["range", "list", "hash", "default"]
    lower: tuple[str, ...] = ()
    upper: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    modulus: int | None = None
    remainder: int | None = None
