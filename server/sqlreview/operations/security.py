"""What statements do to privileges, policies and roles."""

from __future__ import annotations

from sqlreview.frozen import frozen
from sqlreview.operations.parts import Expression, Operation
from sqlreview.sql.cursor import Identifier, Name


@frozen
class CreatePolicy(Operation):
    """CREATE POLICY n ON t."""

    name: Identifier
    table: Name
    permissive: bool = True
    command: str = "all"
    """Lower-case: all, select, insert, update or delete."""
    roles: tuple[str, ...] = ()
    using: Expression | None = None
    check: Expression | None = None


@frozen
class AlterPolicy(Operation):
    """ALTER POLICY n ON t."""

    name: Identifier
    table: Name
    new_name: Identifier | None = None
    using: Expression | None = None
    check: Expression | None = None


@frozen
class DropPolicy(Operation):
    """DROP POLICY n ON t."""

    name: Identifier
    table: Name
    if_exists: bool = False


@frozen
class Grant(Operation):
    """GRANT privileges or roles; REVOKE is `revoke`."""

    privileges: tuple[str, ...]
    """Upper-case words, columns left out; role names for GRANT role TO role."""
    kind: str
    """Lower-case: table, sequence, function, schema, database, role, all tables in schema, ..."""
    objects: tuple[Name, ...] = ()
    grantees: tuple[Identifier, ...] = ()
    """Role names; "public" for PUBLIC."""
    revoke: bool = False
    with_grant_option: bool = False


@frozen
class AlterDefaultPrivileges(Operation):
    """ALTER DEFAULT PRIVILEGES."""

    privileges: tuple[str, ...] = ()
    """Upper-case words."""
    kind: str = ""
    """Lower-case: tables, sequences, functions, routines, types, schemas or large objects."""
    revoke: bool = False
    grantees: tuple[Identifier, ...] = ()
    with_grant_option: bool = False


@frozen
class CreateRole(Operation):
    """CREATE or ALTER ROLE|USER|GROUP."""

    role: Identifier
    options: tuple[str, ...] = ()
    """Upper-case option words."""
    password: Expression | None = None
    alter: bool = False
    setting: tuple[str, str | None] | None = None
    """What ALTER ROLE sets for the sessions of the role; the value is None for RESET and DEFAULT."""


@frozen
class DropRole(Operation):
    """One role of DROP ROLE|USER|GROUP a, b."""

    role: Identifier
    if_exists: bool = False


@frozen
class ChangeOwner(Operation):
    """ALTER kind name OWNER TO role."""

    kind: str
    name: Name
    owner: str
