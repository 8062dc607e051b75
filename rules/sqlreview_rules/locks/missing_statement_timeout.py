"""locks/missing-statement-timeout."""

from collections.abc import Iterator

from sqlreview import (
    SHOP,
    SHOP_MYSQL,
    Bad,
    Context,
    Edit,
    Finding,
    Fix,
    Good,
    Migration,
    Rule,
    Severity,
    Step,
    unlimited_steps,
)
from sqlreview.operations import CreateIndex, DropIndex, Reindex, ValidateConstraint
from sqlreview.schema.durations import milliseconds_of

_LIMITS = {
    "postgres": frozenset(("statement_timeout", "transaction_timeout")),
    "mariadb": frozenset(("max_statement_time",)),
}


class MissingStatementTimeout(Rule[Migration]):
    """The migration may run without any time limit while it holds its locks.

    Why: a statement that takes longer than anybody thought keeps its lock until it is done, and the application waits
    for it. With a limit the statement fails instead, and the locks are gone.

    Instead: `SET statement_timeout` (of MariaDB `max_statement_time`) at the top of the file. What is long by design,
    as CONCURRENTLY and VALIDATE, goes into files of its own.
    """

    id = "locks/missing-statement-timeout"
    engines = ("postgres", "mariadb")
    enabled = False
    severity = Severity.INFO
    sources = (
        "https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-STATEMENT-TIMEOUT",
        "https://mariadb.com/kb/en/server-system-variables/#max_statement_time",
    )
    examples = (
        Bad(
            """
            SET lock_timeout = '5s';
            ALTER TABLE orders ADD channel text;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="SET lock_timeout = '5s';\nSET statement_timeout = '60s';\nALTER TABLE orders ADD channel text;",
            given=SHOP,
        ),
        Good(
            "SET lock_timeout = '5s';\nSET statement_timeout = '60s';\nALTER TABLE orders ADD channel text;",
            given=SHOP,
        ),
        Good("SET max_statement_time = 60;\nALTER TABLE orders ADD channel text;", given=SHOP_MYSQL, engine="mariadb"),
    )

    timeout: str = "60s"
    """The limit the fix sets."""
    assume_statement_timeout: bool = False
    """Whether the role or the runner of the migrations sets a limit."""

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports the first strong lock on a table in use, once a file."""
        step = next(unlimited_steps(subject, _LIMITS[context.engine.name]), None)
        if self.assume_statement_timeout or step is None or any(_is_long_by_design(item) for item in subject.steps):
            return
        relation = (step.blocked or step.live)[0].removeprefix("public.")
        setting = f"SET statement_timeout = '{self.timeout}';\n"
        if context.engine.name == "mariadb":
            setting = f"SET max_statement_time = {(milliseconds_of(self.timeout) or 60_000) / 1000:g};\n"
        fix = Fix("Set a limit", (Edit.insert(0, setting),))
        message = f"Nothing limits how long this holds its lock on `{relation}`."
        yield self.finding(subject.whole(step), message, fix)


def _is_long_by_design(step: Step) -> bool:
    built = isinstance(step.operation, CreateIndex | DropIndex | Reindex) and step.operation.concurrently
    return built or isinstance(step.operation, ValidateConstraint)
