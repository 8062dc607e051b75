"""What ALTER TABLE does to one column."""

from __future__ import annotations

from typing import Literal

from sqlreview.frozen import frozen
from sqlreview.operations.parts import ColumnDefinition, ColumnType, Expression, Identity, Operation, Position
from sqlreview.sql.cursor import Identifier, Name


@frozen
class AddColumn(Operation):
    """ADD [COLUMN] definition."""

    table: Name
    column: ColumnDefinition
    if_not_exists: bool = False
    position: Position | None = None
    """None for the end of the table."""


@frozen
class DropColumn(Operation):
    """DROP [COLUMN] c."""

    table: Name
    column: Identifier
    if_exists: bool = False
    cascade: bool = False


@frozen
class RenameColumn(Operation):
    """RENAME [COLUMN] c TO d, of a table or a view."""

    table: Name
    column: Identifier
    new_name: Identifier


@frozen
class ModifyColumn(Operation):
    """MODIFY [COLUMN] definition, and what CHANGE does besides renaming: the column gets this definition and no other.

    What the old definition says and this one does not, such as NOT NULL, the default or the comment, is gone.
    """

    table: Name
    column: Identifier
    """Its name, after CHANGE the new one; the definition may write it in another case."""
    definition: ColumnDefinition
    if_exists: bool = False
    position: Position | None = None
    """None where it stays in its place."""


@frozen
class SetColumnType(Operation):
    """ALTER [COLUMN] c [SET DATA] TYPE t [COLLATE x] [USING e]."""

    table: Name
    column: Identifier
    type: ColumnType
    using: Expression | None = None
    collation: str | None = None


@frozen
class SetColumnDefault(Operation):
    """ALTER [COLUMN] c SET DEFAULT e."""

    table: Name
    column: Identifier
    default: Expression


@frozen
class DropColumnDefault(Operation):
    """ALTER [COLUMN] c DROP DEFAULT."""

    table: Name
    column: Identifier


@frozen
class SetNotNull(Operation):
    """ALTER [COLUMN] c SET NOT NULL."""

    table: Name
    column: Identifier


@frozen
class DropNotNull(Operation):
    """ALTER [COLUMN] c DROP NOT NULL."""

    table: Name
    column: Identifier


@frozen
class AddIdentity(Operation):
    """ALTER [COLUMN] c ADD GENERATED ... AS IDENTITY."""

    table: Name
    column: Identifier
    identity: Identity


@frozen
class AlterIdentity(Operation):
    """ALTER [COLUMN] c SET GENERATED ... / RESTART / SET sequence option."""

    table: Name
    column: Identifier


@frozen
class DropIdentity(Operation):
    """ALTER [COLUMN] c DROP IDENTITY [IF EXISTS]."""

    table: Name
    column: Identifier
    if_exists: bool = False


@frozen
class SetGeneratedExpression(Operation):
    """ALTER [COLUMN] c SET EXPRESSION AS (e), PostgreSQL 17."""

    table: Name
    column: Identifier
    expression: Expression


@frozen
class DropGeneratedExpression(Operation):
    """ALTER [COLUMN] c DROP EXPRESSION [IF EXISTS]."""

    table: Name
    column: Identifier


@frozen
class SetColumnProperty(Operation):
    """ALTER [COLUMN] c SET STATISTICS n | STORAGE s | COMPRESSION m | (option = value), or RESET (option).

    MySQL: SET VISIBLE and SET INVISIBLE, which is the value of the property "visibility".
    """

    table: Name
    column: Identifier
    property: Literal["statistics", "storage", "compression", "options", "visibility"]
    value: str
