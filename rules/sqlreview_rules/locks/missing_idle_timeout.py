"""locks/missing-idle-timeout."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, Good, Migration, Rule, Severity, Step, limits_set

_LIMITS = frozenset(("idle_in_transaction_session_timeout", "transaction_timeout"))


class MissingIdleTimeout(Rule[Migration]):
    """If whoever runs the migration stalls inside the transaction, its locks stay without a limit.

    Why: between two statements no statement_timeout counts. A lost connection or a debugger keeps the transaction
    open, and the table locked for everybody.

    Instead: `SET idle_in_transaction_session_timeout` at the top of the file, or `transaction_timeout` from
    PostgreSQL 17 on; better still for the role.
    """

    id = "locks/missing-idle-timeout"
    enabled = False
    severity = Severity.HINT
    versions = "transaction_timeout: postgres >= 17"
    sources = (
        "https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-IDLE-IN-TRANSACTION-SESSION-TIMEOUT",
    )
    examples = (
        Bad(
            """
            BEGIN;
            ALTER TABLE orders ADD COLUMN channel text;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            COMMIT;
            """,
            fixed="""
            BEGIN;
            SET idle_in_transaction_session_timeout = '10s';
            ALTER TABLE orders ADD COLUMN channel text;
            COMMIT;
            """,
            given=SHOP,
        ),
        Good(
            """
            SET idle_in_transaction_session_timeout = '10s';
            BEGIN;
            ALTER TABLE orders ADD COLUMN channel text;
            COMMIT;
            """,
            given=SHOP,
        ),
        Good("ALTER TABLE orders ADD COLUMN channel text;", given=SHOP),
    )

    timeout: str = "10s"
    """The limit the fix sets."""
    assume_idle_timeout: bool = False
    """Whether the role or the runner of the migrations sets a limit."""

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports the first exclusive lock on a table in use inside a BEGIN of the file, once a file."""
        explicit = (group for group in subject.transactions if group.explicit)
        step = next((step for group in explicit for step in group.steps if step.sealed), None)
        if self.assume_idle_timeout or step is None or self._is_limited(step, subject):
            return
        table = step.sealed[0].removeprefix("public.")
        message = f"`{table}` stays locked for as long as the transaction is left open."
        setting = f"SET idle_in_transaction_session_timeout = '{self.timeout}';\n"
        fix = Fix("Limit how long it may idle", (Edit.insert(0, setting),))
        yield self.finding(subject.whole(step), message, fix)

    @staticmethod
    def _is_limited(step: Step, migration: Migration) -> bool:
        around = {*dict(step.timeouts), *dict(migration.before.session.settings)}
        return not _LIMITS.isdisjoint(around) or any(
            not _LIMITS.isdisjoint(limits_set(statement)) for statement in migration.statements
        )
