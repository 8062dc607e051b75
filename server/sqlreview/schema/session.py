"""What statements leave behind in the session: settings, the open transaction and where it can be rolled back to."""

from __future__ import annotations

from dataclasses import field
from typing import Any

from sqlreview.frozen import frozen
from sqlreview.operations import Operation
from sqlreview.schema.audit_grants import AuditRight
from sqlreview.schema.origins import Origin
from sqlreview.sql.engines import Engine, Family


@frozen
class Session:
    """What the statements so far left set in the session; settings are folded names."""

    family: Family = "postgres"
    """Whose rules names, keys and transactions follow."""
    engine: Engine | None = None
    """The engine, where products and versions of its family differ in what they make of a statement."""
    search_path: tuple[str, ...] = ("public",)
    settings: tuple[tuple[str, str], ...] = ()
    """SET without LOCAL, still in force."""
    local_settings: tuple[tuple[str, str], ...] = ()
    """SET LOCAL of the open transaction."""
    transaction: int | None = None
    """Serial number of the statement that opened the transaction; None outside explicit transactions."""
    wrapped: bool = False
    """Whether the migration tool (or the caller) wraps the file in a transaction."""
    separate: bool = False
    """Whether the tool is known to run the statements of the file one by one."""
    scripts: tuple[tuple[str, tuple[Operation, ...], Origin], ...] = ()
    """What the texts do that are kept in variables and prepared statements of MySQL, and where they were set."""
    texts: tuple[tuple[str, str], ...] = ()
    """Variables of MySQL that hold a string."""
    loader: str = ""
    """What loads the file's statements by name into an application: "sqlc", "library", or "" for a migration."""
    private_functions: bool = False
    """Whether default privileges keep PUBLIC from running the functions that are created here."""
    web_roles: bool = False
    """Whether tables have been granted to the roles of an API for browsers, anon and authenticated."""
    audit_rights: tuple[AuditRight, ...] = ()
    """What roles may do to rows of audit tables."""
    search_path_before: tuple[str, ...] | None = field(default=None)
    """What SET LOCAL search_path replaced."""

    def setting(self, name: str) -> str | None:
        """The value of a setting that is in force here."""
        return dict(self.local_settings).get(name) or dict(self.settings).get(name)

    @property
    def in_transaction(self) -> bool:
        """Whether a statement here runs inside a transaction together with others."""
        return self.wrapped or self.transaction is not None


@frozen
class RollbackPoint:
    """The catalog as a BEGIN (name is None) or a SAVEPOINT found it."""

    name: str | None
    objects: Any = field(repr=False)
    """The map of all objects; whoever stores or restores one depends on everything."""
    began: bool = False
    """Whether it opened the transaction, as a SAVEPOINT outside of one does in SQLite."""


@frozen
class RollbackPoints:
    """What the open transaction can be rolled back to, oldest first.

    It stands apart from `Session` because only transaction control reads and writes it.
    """

    points: tuple[RollbackPoint, ...]
    origin: Origin
    """Its `transaction` says which transaction the points belong to."""
