"""Transaction control, settings and locks."""

from __future__ import annotations

from typing import Literal

from sqlreview.frozen import frozen
from sqlreview.operations.parts import Operation
from sqlreview.sql.cursor import Identifier, Name


@frozen
class Begin(Operation):
    """BEGIN or START TRANSACTION."""

    lock: Literal["", "RESERVED", "EXCLUSIVE DATABASE"] = ""
    """What BEGIN IMMEDIATE and BEGIN EXCLUSIVE of SQLite take at once."""


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
class UseDatabase(Operation):
    """USE database of MySQL."""

    database: Identifier


@frozen
class VariableText:
    """The text a variable of MySQL holds, as a piece of a longer text."""

    name: str
    """With its @, in lower case."""


@frozen
class SetVariable(Operation):
    """SET @name = value of MySQL."""

    name: str
    """With its @, in lower case."""
    definitions: tuple[Operation, ...] = ()
    """What the value does to tables, views and indexes, if it is the text of a statement."""
    text: str | None = None
    """The value, if it is a string."""
    templates: tuple[tuple[str | VariableText, ...], ...] = ()
    """Definitions that the value puts together with CONCAT from texts and other variables."""


@frozen
class Prepare(Operation):
    """PREPARE name FROM @variable or FROM 'text' of MySQL."""

    name: str
    variable: str | None = None
    definitions: tuple[Operation, ...] = ()
    """What the text does to tables, views and indexes."""


@frozen
class Execute(Operation):
    """EXECUTE name of MySQL."""

    name: str


@frozen
class SetSetting(Operation):
    """SET [LOCAL|SESSION] name = value; RESET and SET ... TO DEFAULT have value None."""

    name: str
    """Folded; "timezone" for SET TIME ZONE, "transaction" for SET TRANSACTION."""
    value: str | None
    """As written, without quotes; several values are joined by ", "."""
    local: bool = False
    everywhere: bool = False
    """Whether it is meant for all sessions of the server, as SET GLOBAL and SET PERSIST of MySQL are."""


@frozen
class LockTable(Operation):
    """One table of LOCK TABLE a, b IN mode MODE, or of MySQL's LOCK TABLES a READ, b WRITE."""

    table: Name
    mode: str = "ACCESS EXCLUSIVE"
    """Of MySQL READ or WRITE."""
    nowait: bool = False


@frozen
class Vacuum(Operation):
    """VACUUM of one table, or of all (table is None)."""

    table: Name | None
    full: bool = False
    analyze: bool = False
    skip_locked: bool = False
    """Whether it passes over a table it would have to wait for."""


@frozen
class Analyze(Operation):
    """ANALYZE of one table, or of all (table is None)."""

    table: Name | None


@frozen
class WriteRows(Operation):
    """INSERT, UPDATE, DELETE, MERGE, REPLACE, COPY ... FROM or LOAD DATA: rows of a table are written."""

    table: Name
    kind: str
    """insert, update, delete, merge, replace or copy, which is LOAD DATA too."""
    filtered: bool = False
    """Whether an UPDATE or DELETE has a WHERE clause."""
    copied: CopiedRows | None = None
    """Where the rows of an INSERT come from, when it copies those of one table."""
    deletes: bool = False
    """Whether a MERGE has a THEN DELETE."""


@frozen
class CopiedRows:
    """INSERT INTO a (...) SELECT ... FROM b."""

    source: Name
    targets: tuple[str, ...] = ()
    """The column list of the INSERT; empty for all columns in their order."""
    outputs: tuple[str | None, ...] = ()
    """The column each output takes over as it is; "*" for a star, None for any other expression."""
    used: tuple[str, ...] = ()
    """Columns of the source that the other expressions mention."""
    complete: bool = True
    """Whether every row is copied: no WHERE, GROUP BY, DISTINCT, LIMIT or join can leave some out."""
