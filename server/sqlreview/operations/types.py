"""What statements do to types and domains."""

from __future__ import annotations

from sqlreview.frozen import frozen
from sqlreview.operations.parts import Check, ColumnDefinition, ColumnType, Expression, Operation
from sqlreview.sql.cursor import Identifier, Name


@frozen
class CreateEnum(Operation):
    """CREATE TYPE t AS ENUM (labels)."""

    type: Name
    labels: tuple[str, ...]


@frozen
class CreateCompositeType(Operation):
    """CREATE TYPE t AS (attributes)."""

    type: Name
    attributes: tuple[ColumnDefinition, ...]


@frozen
class CreateOtherType(Operation):
    """CREATE TYPE t AS RANGE (...), a base type or a shell type."""

    type: Name
    is_range: bool = False


@frozen
class CreateDomain(Operation):
    """CREATE DOMAIN d AS type."""

    domain: Name
    type: ColumnType
    default: Expression | None = None
    not_null: bool = False
    checks: tuple[Check, ...] = ()


@frozen
class AddEnumValue(Operation):
    """ALTER TYPE t ADD VALUE [IF NOT EXISTS] 'label' [BEFORE|AFTER 'other']."""

    type: Name
    label: str
    if_not_exists: bool = False
    before: str | None = None
    after: str | None = None


@frozen
class RenameEnumValue(Operation):
    """ALTER TYPE t RENAME VALUE 'a' TO 'b'."""

    type: Name
    label: str
    new_label: str


@frozen
class AlterCompositeType(Operation):
    """One ADD, DROP, ALTER or RENAME ATTRIBUTE action of ALTER TYPE."""

    type: Name
    attribute: Identifier
    action: str
    """add, drop, type or rename."""
    new_type: ColumnType | None = None
    """Of add and type."""
    new_name: Identifier | None = None
    """Of rename."""


@frozen
class RenameType(Operation):
    """ALTER TYPE|DOMAIN t RENAME TO u."""

    type: Name
    new_name: Identifier


@frozen
class DropType(Operation):
    """One type of DROP TYPE|DOMAIN a, b."""

    type: Name
    domain: bool = False
    if_exists: bool = False
    cascade: bool = False


@frozen
class AddDomainConstraint(Operation):
    """ALTER DOMAIN d ADD [CONSTRAINT n] CHECK (...) [NOT VALID], or ADD NOT NULL (check is None)."""

    domain: Name
    check: Check | None
    name: Identifier | None = None
    not_valid: bool = False


@frozen
class DropDomainConstraint(Operation):
    """ALTER DOMAIN d DROP CONSTRAINT n."""

    domain: Name
    name: Identifier
    if_exists: bool = False


@frozen
class ValidateDomainConstraint(Operation):
    """ALTER DOMAIN d VALIDATE CONSTRAINT n."""

    domain: Name
    name: Identifier


@frozen
class SetDomainNotNull(Operation):
    """ALTER DOMAIN d SET NOT NULL or DROP NOT NULL."""

    domain: Name
    not_null: bool


@frozen
class SetDomainDefault(Operation):
    """ALTER DOMAIN d SET DEFAULT e or DROP DEFAULT (default is None)."""

    domain: Name
    default: Expression | None
