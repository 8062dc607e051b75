"""What statements do to indexes and extended statistics."""

from __future__ import annotations

from typing import Literal

from sqlreview.frozen import frozen
from sqlreview.operations.parts import Expression, IndexKey, Operation
from sqlreview.sql.cursor import Identifier, Name
from sqlreview.text import Span


@frozen
class CreateIndex(Operation):
    """CREATE [UNIQUE] INDEX [CONCURRENTLY] [name] ON [ONLY] table."""

    name: Name | None
    """Never schema-qualified in the statement: the index lands in the schema of its table."""
    table: Name
    method: str = "btree"
    keys: tuple[IndexKey, ...] = ()
    include: tuple[Identifier, ...] = ()
    predicate: Expression | None = None
    unique: bool = False
    concurrently: bool = False
    if_not_exists: bool = False
    nulls_not_distinct: bool = False
    parameters: tuple[tuple[str, str], ...] = ()
    visible: bool = True
    """False for INVISIBLE of MySQL and IGNORED of MariaDB."""
    comment: str | None = None
    """Of MySQL's COMMENT option."""
    index_word: Span
    """The word INDEX; CONCURRENTLY belongs after it."""


@frozen
class DropIndex(Operation):
    """One index of DROP INDEX [CONCURRENTLY] a, b; DROP INDEX a ON t and ALTER TABLE t DROP KEY a of MySQL."""

    index: Name
    table: Name | None = None
    """MySQL's, where an index belongs to the namespace of its table."""
    concurrently: bool = False
    if_exists: bool = False
    cascade: bool = False
    index_word: Span
    """The word INDEX; CONCURRENTLY belongs after it."""


@frozen
class RenameIndex(Operation):
    """ALTER INDEX a RENAME TO b; ALTER TABLE t RENAME KEY a TO b of MySQL."""

    index: Name
    new_name: Identifier
    table: Name | None = None
    """MySQL's, where an index belongs to the namespace of its table."""


@frozen
class SetIndexVisibility(Operation):
    """ALTER TABLE t ALTER INDEX i VISIBLE|INVISIBLE, which MariaDB calls NOT IGNORED and IGNORED."""

    table: Name
    index: Identifier
    visible: bool


@frozen
class AttachIndexPartition(Operation):
    """ALTER INDEX parent ATTACH PARTITION i."""

    index: Name
    partition: Name


@frozen
class AlterIndex(Operation):
    """ALTER INDEX with another action: DEPENDS ON EXTENSION, ALTER COLUMN n SET STATISTICS."""

    index: Name
    action: Literal["depends", "statistics"]


@frozen
class Reindex(Operation):
    """REINDEX INDEX|TABLE|SCHEMA|DATABASE|SYSTEM."""

    kind: Literal["index", "table", "schema", "database", "system"]
    name: Name | None
    concurrently: bool = False
    kind_word: Span
    """The word INDEX, TABLE, ...; CONCURRENTLY belongs after it."""


@frozen
class Cluster(Operation):
    """CLUSTER [table [USING index]]."""

    table: Name | None
    index: Identifier | None = None


@frozen
class CreateStatistics(Operation):
    """CREATE STATISTICS [name] ON columns FROM table."""

    name: Name | None
    table: Name
    if_not_exists: bool = False


@frozen
class DropStatistics(Operation):
    """One object of DROP STATISTICS a, b."""

    name: Name
    if_exists: bool = False
