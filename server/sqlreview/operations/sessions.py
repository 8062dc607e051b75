"""Transaction control, settings and locks."""

from __future__ import annotations

from sqlreview.frozen import frozen
from sqlreview.operations.parts import Operation
from sqlreview.sql.cursor import Identifier, Name


@frozen
class Begin(Operation):
    """BEGIN or START TRANSACTION."""


@frozen
class Commit(Operation):
    """COMMIT, END or PREPARE TRANSACTION; `chain` starts the next transaction at once."""

    chain: bool = False


@frozen
class Rollback(Operation):
    """ROLLBACK or ABORT of the whole transaction."""

    chain: bool = False


@frozen
class Savepoint(Operation):
    """SAVEPOINT, RELEASE SAVEPOINT or ROLLBACK TO SAVEPOINT."""

    name: Identifier
    action: str
    """save, release or rollback."""


@frozen
class SetSetting(Operation):
    """SET [LOCAL|SESSION] name = value; RESET and SET ... TO DEFAULT have value None."""

    name: str
    """Folded; "timezone" for SET TIME ZONE, "transaction" for SET TRANSACTION."""
    value: str | None
    """As written, without quotes; several values are joined by ", "."""
    local: bool = False


@frozen
class LockTable(Operation):
    """One table of LOCK TABLE a, b IN mode MODE."""

    table: Name
    mode: str = "ACCESS EXCLUSIVE"
    nowait: bool = False


@frozen
class Vacuum(Operation):
    """VACUUM of one table, or of all (table is None)."""

    table: Name | None
    full: bool = False
    analyze: bool = False


@frozen
class Analyze(Operation):
    """ANALYZE of one table, or of all (table is None)."""

    table: Name | None


@frozen
class WriteRows(Operation):
    """INSERT, UPDATE, DELETE, MERGE or COPY ... FROM: rows of a table are written."""

    table: Name
    kind: str
    """insert, update, delete, merge or copy."""
    filtered: bool = False
    """Whether an UPDATE or DELETE has a WHERE clause."""
