"""What statements do to schemas, extensions, sequences, databases and comments."""

from __future__ import annotations

from sqlreview.frozen import frozen
from sqlreview.operations.parts import ColumnType, Operation
from sqlreview.sql.cursor import Identifier, Name


@frozen
class CreateSchema(Operation):
    """CREATE SCHEMA; the statements inside it follow as operations of their own."""

    schema: Identifier
    if_not_exists: bool = False


@frozen
class DropSchema(Operation):
    """One schema of DROP SCHEMA a, b."""

    schema: Identifier
    if_exists: bool = False
    cascade: bool = False


@frozen
class RenameSchema(Operation):
    """ALTER SCHEMA a RENAME TO b."""

    schema: Identifier
    new_name: Identifier


@frozen
class CreateExtension(Operation):
    """CREATE EXTENSION."""

    extension: Identifier
    if_not_exists: bool = False
    schema: Identifier | None = None
    cascade: bool = False


@frozen
class AlterExtension(Operation):
    """ALTER EXTENSION e UPDATE|SET SCHEMA|ADD|DROP."""

    extension: Identifier
    action: str
    """Lower-case first word."""
    schema: Identifier | None = None
    """Of SET SCHEMA."""


@frozen
class DropExtension(Operation):
    """One extension of DROP EXTENSION a, b."""

    extension: Identifier
    if_exists: bool = False
    cascade: bool = False


@frozen
class CreateSequence(Operation):
    """CREATE SEQUENCE."""

    sequence: Name
    type: ColumnType | None = None
    if_not_exists: bool = False
    temporary: bool = False
    owned_by: tuple[Name, str] | None = None
    """Table and column of OWNED BY."""


@frozen
class AlterSequence(Operation):
    """ALTER SEQUENCE; `action` is rename, schema, owned, logged or options."""

    sequence: Name
    action: str
    new_name: Identifier | None = None
    owned_by: tuple[Name, str] | None = None


@frozen
class DropSequence(Operation):
    """One sequence of DROP SEQUENCE a, b."""

    sequence: Name
    if_exists: bool = False
    cascade: bool = False


@frozen
class CreateDatabase(Operation):
    """CREATE DATABASE."""

    database: Identifier


@frozen
class DropDatabase(Operation):
    """DROP DATABASE."""

    database: Identifier
    if_exists: bool = False


@frozen
class Comment(Operation):
    """COMMENT ON kind name IS 'text'; text is None for IS NULL."""

    kind: str
    """Lower-case: table, column, index, constraint, function, ..."""
    name: Name
    column: Identifier | None = None
    """Of COMMENT ON COLUMN table.column; `name` is then the table."""
    text: str | None = None
    on: Name | None = None
    """The table (or domain) of COMMENT ON CONSTRAINT|TRIGGER|POLICY|RULE name ON table."""


@frozen
class SetObjectSchema(Operation):
    """ALTER kind name SET SCHEMA s of everything that is neither a table nor a sequence, routine or extension."""

    kind: str
    """Lower-case: view, materialized view, type, domain, statistics, ..."""
    name: Name
    schema: Identifier


@frozen
class Other(Operation):
    """A statement that was recognised but touches nothing the catalog or a rule knows."""

    kind: str
    """Lower-case first words: "create publication", "create server", "notify"."""
    tables: tuple[Name, ...] = ()
    """The tables it locks all the same: those a publication is given or loses by name."""
    setting: tuple[str, str | None] | None = None
    """What ALTER SYSTEM and ALTER DATABASE set for all sessions to come; the value is None for RESET and DEFAULT."""


@frozen
class Unknown(Operation):
    """A statement or action that could not be analysed; `reason` says why."""

    reason: str
