"""locks/missing-lock-timeout."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, Good, Migration, Rule, Severity, Span, Statement, Step
from sqlreview.operations import CreateTable, DropIndex, LockTable, SetSetting
from sqlreview.queries import functions_of
from sqlreview.schema.durations import milliseconds_of

_TIMEOUTS = ("lock_timeout", "statement_timeout", "transaction_timeout")


class MissingLockTimeout(Rule[Migration]):
    """The migration waits for its lock without a limit, and every later query queues behind it.

    Why: a lock request waits for the longest running transaction that holds the table, and all requests after it wait
    for the request. One forgotten session is enough to stop the application.

    Instead: `SET lock_timeout` at the top of the file and run it again when it gives up.
    """

    id = "locks/missing-lock-timeout"
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT",)
    examples = (
        Bad(
            """
            ALTER TABLE orders ADD COLUMN channel text;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            SET lock_timeout = '5s';
            ALTER TABLE orders ADD COLUMN channel text;
            """,
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

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports the first strong lock on a table in use, once a file."""
        steps: dict[int, list[Step]] = {}
        for step in subject.blocking:
            if not (isinstance(step.operation, LockTable) and step.operation.nowait):
                steps.setdefault(step.at.statement, []).append(step)
        if self.assume_lock_timeout or not steps:
            return
        weak: Step | None = None
        for statement, origin in zip(subject.statements, subject.origins, strict=True):
            if _limits(statement):
                break
            found = steps.get(origin.statement, [])
            strong = next((step for step in found if not isinstance(step.operation, CreateTable)), None)
            if strong is not None:
                yield self._unlimited(strong, statement, subject)
                return
            weak = weak or next(iter(found), None)
        if weak is not None:
            yield self.finding(weak.at, _message(weak), severity=Severity.HINT)

    def _unlimited(self, step: Step, statement: Statement, migration: Migration) -> Finding:
        inside = any(
            item.at.transaction == step.at.transaction for group in migration.transactions for item in group.steps
        )
        at = step.at if step.in_body else step.at.within(Span(0, len(statement.text)))
        if not inside and (step.impact.index_builds or isinstance(step.operation, DropIndex)):
            return self.finding(at, _message(step))  # CONCURRENTLY is the answer, and no limit should interrupt that
        words = "SET LOCAL" if inside else "SET"
        fix = Fix("Set a lock_timeout", (Edit.insert(0, f"{words} lock_timeout = '{self.timeout}';\n"),))
        return self.finding(at, _message(step), fix)


def _limits(statement: Statement) -> bool:
    for operation in statement.operations:
        if isinstance(operation, SetSetting) and operation.name in _TIMEOUTS:
            return operation.value is not None and milliseconds_of(operation.value) != 0
    calls = (call for query in statement.queries for call in functions_of(query) if call.name == "set_config")
    return any(call.arguments and call.arguments[0].string in _TIMEOUTS for call in calls)


def _message(step: Step) -> str:
    return f"Nothing limits how long this waits for its lock on `{step.blocked[0].removeprefix('public.')}`."
