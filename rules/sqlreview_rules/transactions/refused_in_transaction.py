"""transactions/refused-in-transaction."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import (
    Cluster,
    CreateDatabase,
    CreateIndex,
    DetachPartition,
    DropDatabase,
    DropIndex,
    Operation,
    Other,
    Reindex,
    SetSetting,
    Vacuum,
)

_KINDS = Vacuum | CreateDatabase | DropDatabase | Cluster | Reindex | SetSetting | Other


class RefusedInTransaction(Rule[_KINDS]):
    """The server refuses this statement inside a transaction.

    Why: the migration stops at this place, always (PostgreSQL 25001), because VACUUM, CREATE DATABASE and the like
    cannot be rolled back. SQLite refuses VACUUM and `PRAGMA synchronous`, and does nothing, without an error, at
    `PRAGMA foreign_keys` and `PRAGMA journal_mode`.

    Instead: a migration of its own that the tool runs without a transaction.
    """

    id = "transactions/refused-in-transaction"
    engines = ("postgres", "sqlite")
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/sql-vacuum.html#id-1.9.3.185.8",)
    examples = (
        Bad(
            """
            BEGIN;
            VACUUM orders;
            ^^^^^^^^^^^^^
            COMMIT;
            """,
            given=SHOP,
            sqlstate="25001",
        ),
        Good("VACUUM orders;", given=SHOP, in_transaction=False),
        Good("BEGIN;\nANALYZE orders;\nCOMMIT;", given=SHOP),
    )

    def check(self, subject: _KINDS, context: Context) -> Iterator[Finding]:
        """Reports statements that need to stand alone and do not; CONCURRENTLY has a rule of its own."""
        if not context.in_transaction or context.body == "function" or _is_concurrent(subject):
            return
        if context.engine.family == "sqlite":
            yield from self._in_sqlite(subject, context)
        elif not context.impact.transaction_allowed:
            words = " ".join(context.text(subject.span).split()[:2]).upper()
            yield self.finding(subject.span, f"PostgreSQL refuses {words} inside a transaction.")

    def _in_sqlite(self, subject: _KINDS, context: Context) -> Iterator[Finding]:
        """What SQLite refuses, or passes over (measured with 3.40); that checks are on again needs no word."""
        name, value = (subject.name, subject.value) if isinstance(subject, SetSetting) else ("", None)
        if isinstance(subject, Vacuum) or (isinstance(subject, Other) and subject.kind == "vacuum into"):
            yield self.finding(subject.span, "SQLite refuses this statement inside a transaction.")
        elif value is not None and name == "synchronous":
            yield self.finding(subject.span, "SQLite refuses PRAGMA synchronous inside a transaction.")
        elif value is not None and (name == "journal_mode" or (name, value) == ("foreign_keys", "off")):
            message = f"Inside a transaction SQLite does nothing at PRAGMA {name}."
            yield self.finding(subject.span, message, severity=Severity.WARNING)


def _is_concurrent(operation: Operation) -> bool:
    return isinstance(operation, CreateIndex | DropIndex | DetachPartition | Reindex) and operation.concurrently
