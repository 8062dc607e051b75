"""What ALTER TABLE does to constraints of a table."""

from __future__ import annotations

from typing import Literal

from sqlreview.frozen import frozen
from sqlreview.operations.parts import Check, Exclusion, ForeignKey, NotNull, Operation, PrimaryKey, Unique
from sqlreview.sql.cursor import Identifier, Name


@frozen
class AddPrimaryKey(Operation):
    """ADD [CONSTRAINT n] PRIMARY KEY."""

    table: Name
    constraint: PrimaryKey


@frozen
class AddUnique(Operation):
    """ADD [CONSTRAINT n] UNIQUE."""

    table: Name
    constraint: Unique


@frozen
class AddForeignKey(Operation):
    """ADD [CONSTRAINT n] FOREIGN KEY."""

    table: Name
    constraint: ForeignKey


@frozen
class AddCheck(Operation):
    """ADD [CONSTRAINT n] CHECK."""

    table: Name
    constraint: Check


@frozen
class AddExclusion(Operation):
    """ADD [CONSTRAINT n] EXCLUDE."""

    table: Name
    constraint: Exclusion


@frozen
class AddNotNull(Operation):
    """ADD [CONSTRAINT n] NOT NULL c, PostgreSQL 18."""

    table: Name
    constraint: NotNull


@frozen
class DropConstraint(Operation):
    """DROP CONSTRAINT n; MySQL also says DROP PRIMARY KEY, FOREIGN KEY n and CHECK n."""

    table: Name
    name: Identifier
    """For DROP PRIMARY KEY the name PRIMARY, at the place of that word."""
    if_exists: bool = False
    cascade: bool = False
    kind: Literal["", "primary key", "foreign key", "check"] = ""
    """What the statement calls it; empty for DROP CONSTRAINT."""


@frozen
class RenameConstraint(Operation):
    """RENAME CONSTRAINT a TO b."""

    table: Name
    name: Identifier
    new_name: Identifier


@frozen
class ValidateConstraint(Operation):
    """VALIDATE CONSTRAINT n."""

    table: Name
    name: Identifier


@frozen
class AlterConstraint(Operation):
    """ALTER CONSTRAINT n [DEFERRABLE ...] [[NOT] ENFORCED] [[NO] INHERIT]."""

    table: Name
    name: Identifier
    deferrable: bool | None = None
    initially_deferred: bool | None = None
    enforced: bool | None = None
    inherit: bool | None = None
