"""What statements do to functions, procedures, triggers and rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlreview.frozen import frozen
from sqlreview.operations.parts import ColumnType, Operation
from sqlreview.sql.cursor import Identifier, Name
from sqlreview.text import Span


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a function: mode in, out, inout or variadic."""

    mode: str
    name: str | None
    type: ColumnType | None
    has_default: bool = False


@frozen
class CreateRoutine(Operation):
    """CREATE [OR REPLACE] FUNCTION|PROCEDURE."""

    kind: Literal["function", "procedure"]
    name: Name
    arguments: tuple[Argument, ...] = ()
    returns: str | None = None
    """As written after RETURNS."""
    language: str = "sql"
    volatility: Literal["immutable", "stable", "volatile"] = "volatile"
    security_definer: Span | None = None
    """The words SECURITY DEFINER."""
    settings: tuple[tuple[str, str], ...] = ()
    """SET name = value clauses, names folded."""
    body: Span | None = None
    """The characters between the quotes of the body, or the whole RETURN / BEGIN ATOMIC body."""
    or_replace: bool = False
    definitions: tuple[Operation, ...] = ()
    """What statements in the body of a MySQL procedure do to tables, views and indexes whenever it is called."""
    templates: tuple[tuple[str | int, ...], ...] = ()
    """Definitions that the body puts together with CONCAT: pieces of text, and numbers of its arguments from 0 on."""


@frozen
class AlterRoutine(Operation):
    """ALTER FUNCTION|PROCEDURE|ROUTINE|AGGREGATE."""

    kind: str
    name: Name
    action: Literal["rename", "owner", "schema", "options"]
    new_name: Identifier | None = None
    options: str = ""
    """The action as written, in upper case words."""


@frozen
class DropRoutine(Operation):
    """One object of DROP FUNCTION|PROCEDURE|ROUTINE|AGGREGATE."""

    kind: str
    name: Name
    if_exists: bool = False
    cascade: bool = False


@frozen
class CreateTrigger(Operation):
    """CREATE [OR REPLACE] [CONSTRAINT] TRIGGER."""

    name: Identifier
    table: Name
    timing: Literal["before", "after", "instead of"]
    events: tuple[str, ...]
    """Lower-case: insert, update, delete, truncate."""
    for_each_row: bool = False
    function: Name | None = None
    or_replace: bool = False
    constraint: bool = False
    referenced: Name | None = None
    body: Span | None = None
    """What it does, where the statement itself says so, as in MySQL and SQLite."""
    temporary: bool = False
    if_not_exists: bool = False
    statements: tuple[Span, ...] = ()
    """The statements of a body between BEGIN and END, as SQLite and MySQL write it."""


@frozen
class DropTrigger(Operation):
    """DROP TRIGGER n ON t; MySQL and SQLite name no table."""

    name: Identifier
    table: Name | None
    schema: str | None = None
    """Where the trigger stands, when its name says so."""
    if_exists: bool = False


@frozen
class RenameTrigger(Operation):
    """ALTER TRIGGER a ON t RENAME TO b; other ALTER TRIGGER actions have no new name."""

    name: Identifier
    table: Name
    new_name: Identifier | None


@frozen
class CreateRule(Operation):
    """CREATE [OR REPLACE] RULE n AS ON event TO table DO ..."""

    name: Identifier
    table: Name
    event: str
    writes: tuple[Name, ...] = ()
    """The tables that its commands write."""


@frozen
class DropRule(Operation):
    """DROP RULE n ON t."""

    name: Identifier
    table: Name
    if_exists: bool = False


@frozen
class Do(Operation):
    """DO block; what its body does follows as operations of their own."""

    language: str = "plpgsql"
    body: Span


@frozen
class Call(Operation):
    """CALL procedure(...)."""

    procedure: Name
    arguments: tuple[str | None, ...] = ()
    """Of MySQL the strings it is called with; None for any other argument."""
