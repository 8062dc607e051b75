"""locks/late-lock-timeout."""

from collections.abc import Iterator

from sqlreview import (
    SHOP,
    Bad,
    Context,
    Edit,
    Finding,
    Fix,
    Good,
    Migration,
    Related,
    Rule,
    Span,
    limits_set,
    unlimited_steps,
)
from sqlreview.operations import CreateTable, SetSetting

_LIMITS = frozenset(("lock_timeout", "statement_timeout", "transaction_timeout"))


class LateLockTimeout(Rule[Migration]):
    """The lock_timeout is set only after a statement that already needed it.

    Why: the statements above it wait for their locks without a limit, and all other queries on these tables queue
    behind them.

    Instead: make it the first statement of the file.
    """

    id = "locks/late-lock-timeout"
    subsumes = ("locks/missing-lock-timeout",)
    sources = ("https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT",)
    examples = (
        Bad(
            """
            ALTER TABLE orders ADD COLUMN channel text;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            SET lock_timeout = '5s';
            ALTER TABLE orders ADD COLUMN region text;
            """,
            fixed="""
            SET lock_timeout = '5s';
            ALTER TABLE orders ADD COLUMN channel text;
            ALTER TABLE orders ADD COLUMN region text;
            """,
            given=SHOP,
        ),
        Good("SET lock_timeout = '5s';\nALTER TABLE orders ADD COLUMN channel text;", given=SHOP),
    )

    assume_lock_timeout: bool = False
    """Whether the role or the runner of the migrations sets a limit."""

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports the first strong lock on a table in use before the file sets its limit, once a file."""
        if self.assume_lock_timeout or (SetSetting not in subject.kinds and "set_config" not in subject.text):
            return
        strong = (item for item in unlimited_steps(subject, _LIMITS) if not isinstance(item.operation, CreateTable))
        step = next(strong, None)
        if step is None:
            return
        first = subject.positions[step.at.statement]
        for position in range(first + 1, len(subject.statements)):
            if "lock_timeout" in limits_set(subject.statements[position]):
                table = step.blocked[0].removeprefix("public.")
                message = f"Waits for its lock on `{table}` before the file sets its lock_timeout."
                related = (Related("It is set here.", subject.origins[position]),)
                yield self.finding(subject.whole(step), message, *_moved(subject, first, position), related=related)
                return


def _moved(migration: Migration, first: int, position: int) -> Iterator[Fix]:
    """Moves the setting up; SET LOCAL only inside its own transaction."""
    setting, text = migration.statements[position], migration.text
    (operation,) = setting.operations[:1] or (None,)
    same = migration.origins[first].transaction == migration.origins[position].transaction
    if not isinstance(operation, SetSetting) or (operation.local and not same):
        return
    start, end = migration.starts[position], migration.starts[position] + len(setting.text)
    if text[end : end + 1] != ";":
        return
    end += 1 + (text[end + 1 : end + 2] == "\n")
    offset = migration.starts[first]
    yield Fix("Set it first", (Edit.insert(0, f"{setting.text};\n"), Edit.delete(Span(start - offset, end - offset))))
