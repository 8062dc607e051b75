"""locks/missing-lock-timeout."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, Good, Migration, Rule, Severity, Step
from sqlreview import unlimited_steps as unlimited
from sqlreview.operations import CreateTable, DropIndex
from sqlreview.schema.durations import milliseconds_of

_LIMITS = {
    "postgres": frozenset(("lock_timeout", "statement_timeout", "transaction_timeout")),
    "mysql": frozenset(("lock_wait_timeout",)),
    "mariadb": frozenset(("lock_wait_timeout", "max_statement_time")),
}


class MissingLockTimeout(Rule[Migration]):
    """The migration waits for its lock without a limit, and every later query queues behind it.

    Why: a lock request waits for the longest running transaction that holds the table, and all requests after it wait
    for the request. One forgotten session is enough to stop the application.

    Instead: `SET lock_timeout` (of MySQL and MariaDB `lock_wait_timeout`) at the top of the file, and run it again when
    it gives up. It is known where an earlier migration stores it with `ALTER ROLE` or `ALTER DATABASE`, and where
    Rails, Django, Flyway, Alembic's env.py or PGOPTIONS of a Makefile near the migrations set it.
    """

    id = "locks/missing-lock-timeout"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.INFO
    sources = (
        "https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT",
        "https://dev.mysql.com/doc/refman/8.0/en/server-system-variables.html#sysvar_lock_wait_timeout",
    )
    examples = (
        Bad(
            """
            ALTER TABLE orders ADD COLUMN channel text;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="SET lock_timeout = '5s';\nALTER TABLE orders ADD COLUMN channel text;",
            given=SHOP,
        ),
        Good("SET lock_timeout = '5s';\nALTER TABLE orders ADD COLUMN channel text;", given=SHOP),
        Good("CREATE TABLE notes (id bigint PRIMARY KEY);"),
        Good("CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);", given=SHOP),
    )

    timeout: str = "5s"
    """The limit the fix sets."""
    assume_lock_timeout: bool = False
    """Whether the role or the runner of the migrations sets a limit."""
    mysql: bool = False
    """Whether migrations of MySQL and MariaDB should set a limit too."""

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports the first strong lock on a table in use, once a file."""
        if self.assume_lock_timeout or (context.engine.family == "mysql" and not self.mysql):
            return
        steps = list(unlimited(subject, _LIMITS[context.engine.name]))
        strong = next((step for step in steps if not isinstance(step.operation, CreateTable)), None)
        if strong is not None:
            yield self._unlimited(strong, subject, context)
        elif steps:
            yield self.finding(steps[0].at, _message(steps[0]), severity=Severity.HINT)

    def _unlimited(self, step: Step, migration: Migration, context: Context) -> Finding:
        groups = (group for group in migration.transactions if context.engine.family == "postgres")
        inside = any(item.at.transaction == step.at.transaction for group in groups for item in group.steps)
        at = migration.whole(step)
        if (
            not inside
            and not step.impact.online
            and (step.impact.index_builds or isinstance(step.operation, DropIndex))
        ):
            return self.finding(at, _message(step))  # CONCURRENTLY is the answer, and no limit should interrupt that
        setting = f"SET {'LOCAL ' if inside else ''}lock_timeout = '{self.timeout}';\n"
        if context.engine.family == "mysql":
            setting = f"SET lock_wait_timeout = {int((milliseconds_of(self.timeout) or 5000) // 1000) or 1};\n"
        return self.finding(at, _message(step), Fix("Set a lock_timeout", (Edit.insert(0, setting),)))


def _message(step: Step) -> str:
    relation = step.blocked[0] if step.blocked else step.live[0]
    return f"Nothing limits how long this waits for its lock on `{relation.removeprefix('public.')}`."
