"""transactions/concurrently-in-transaction."""

from collections.abc import Iterator
from typing import get_args

from sqlreview import SHOP, Bad, Context, Finding, Good, Migration, Rule, Severity, Statement, Step, later_migration
from sqlreview import operations as o

Concurrent = o.CreateIndex | o.DropIndex | o.Reindex | o.DetachPartition
_TOTALS = "CREATE MATERIALIZED VIEW totals AS SELECT 1 AS id;\nCREATE UNIQUE INDEX totals_id_idx ON totals (id);"
_NAMES: dict[type, str] = {o.CreateIndex: "CREATE INDEX", o.DropIndex: "DROP INDEX", o.Reindex: "REINDEX"}
_KEYS = (o.AddUnique, o.AddPrimaryKey, o.ValidateConstraint, o.RenameIndex, o.AttachIndexPartition)
_COMPANIONS = (*_KEYS, o.SetSetting, o.Analyze, o.Vacuum, o.Comment)


class ConcurrentlyInTransaction(Rule[Concurrent | o.CreateRoutine | Migration]):
    """A CONCURRENTLY statement inside a transaction is refused by the server.

    Why: it commits several times on its way, so PostgreSQL answers with an error (25001) between BEGIN and COMMIT, in
    DO blocks and functions, and in a file that the tool runs as one transaction or sends as one string.

    Instead: a file of its own, with the tool's marker for "no transaction" (or `assume-in-transaction = false`).
    """

    id = "transactions/concurrently-in-transaction"
    severity = Severity.ERROR
    versions = "DETACH PARTITION ... CONCURRENTLY: postgres >= 14"
    sources = ("https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY",)
    examples = (
        Bad(
            """
            BEGIN;
            CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            COMMIT;
            """,
            given=SHOP,
            sqlstate="25001",
        ),
        Bad(
            """
            DROP INDEX CONCURRENTLY orders_user_id_idx;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="-- no-transaction\nDROP INDEX CONCURRENTLY orders_user_id_idx;",
            given=SHOP,
            in_transaction=True,
            sqlstate="25001",
        ),
        Good("REFRESH MATERIALIZED VIEW CONCURRENTLY totals;", given=_TOTALS, in_transaction=True),
    )

    def check(self, subject: Concurrent | o.CreateRoutine | Migration, context: Context) -> Iterator[Finding]:
        """Reports CONCURRENTLY in a transaction, and once a file where the tool may put one around it."""
        if isinstance(subject, Migration):
            yield from self._in_company(subject, context)
        elif isinstance(subject, o.CreateRoutine):
            inner = (item for item in context.statement.routine_operations if isinstance(item, Concurrent))
            for item in (item for item in inner if item.concurrently):
                yield self.finding(item.span, f"The server refuses {_kind(item)} inside a function (25001).")
        elif subject.concurrently and context.in_transaction:
            message = f"The server refuses {_kind(subject)} inside a transaction (25001)."
            yield self.finding(subject.span, message, *later_migration(context, subject))

    def _in_company(self, migration: Migration, context: Context) -> Iterator[Finding]:
        if context.session.separate or any(item.explicit or item.wrapped for item in migration.transactions):
            return
        step = next((item for item in migration.steps_of(*get_args(Concurrent)) if _is_concurrent(item)), None)
        if step is None or all(_is_companion(item) for item in migration.statements):
            return
        message = f"A tool that runs this file as one transaction is refused {_kind(step.operation)} (25001)."
        yield self.finding(step.at, message, severity=Severity.WARNING)


def _is_concurrent(step: Step) -> bool:
    return isinstance(step.operation, Concurrent) and step.operation.concurrently and not step.in_body


def _is_companion(statement: Statement) -> bool:
    """Whether it is usual company: whoever runs it beside CONCURRENTLY knows that there is no transaction."""
    usual = (
        isinstance(item, _COMPANIONS) or getattr(item, "concurrently", False) or getattr(item, "only", False)
        for item in statement.operations
    )
    return bool(statement.operations) and all(usual)


def _kind(operation: o.Operation) -> str:
    return f"{_NAMES.get(type(operation), 'DETACH PARTITION')} CONCURRENTLY"
