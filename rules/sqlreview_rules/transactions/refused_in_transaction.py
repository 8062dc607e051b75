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
    Vacuum,
)

_KINDS = Vacuum | CreateDatabase | DropDatabase | Cluster | Reindex | Other


class RefusedInTransaction(Rule[_KINDS]):
    """The server refuses this statement inside a transaction.

    Why: the migration stops with error 25001 at this place, always; VACUUM, CREATE DATABASE and the like cannot be
    rolled back.

    Instead: a migration of its own that the tool runs without a transaction.
    """

    id = "transactions/refused-in-transaction"
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
        if not context.impact.transaction_allowed:
            words = " ".join(context.text(subject.span).split()[:2]).upper()
            yield self.finding(subject.span, f"PostgreSQL refuses {words} inside a transaction.")


def _is_concurrent(operation: Operation) -> bool:
    return isinstance(operation, CreateIndex | DropIndex | DetachPartition | Reindex) and operation.concurrently
