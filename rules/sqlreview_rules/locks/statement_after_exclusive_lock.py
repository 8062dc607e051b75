"""locks/statement-after-exclusive-lock."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Related, Rule, Step, Transaction
from sqlreview.operations import DropIndex
from sqlreview.schema.row_selection import picks_by_key


class StatementAfterExclusiveLock(Rule[Transaction]):
    """Slow work runs in the transaction after a table was locked against everyone.

    Why: ACCESS EXCLUSIVE is kept until COMMIT. A backfill, an index build or a scan after it makes every reader and
    writer of the locked table wait as long as that work takes.

    Instead: commit in between, or put the statement with the exclusive lock last.
    """

    id = "locks/statement-after-exclusive-lock"
    grows = True
    sources = ("https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES",)
    examples = (
        Bad(
            """
            BEGIN;
            ALTER TABLE orders ADD COLUMN channel text;
            UPDATE products SET name = trim(name);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            COMMIT;
            """,
            given=SHOP,
        ),
        Good(
            """
            BEGIN;
            ALTER TABLE orders ADD COLUMN channel text;
            UPDATE products SET name = trim(name) WHERE id = 7;
            COMMIT;
            """,
            given=SHOP,
        ),
        Good(
            """
            BEGIN;
            ALTER TABLE orders ADD COLUMN channel text;
            COMMENT ON COLUMN orders.channel IS 'Where the order came from.';
            INSERT INTO users (email, status) VALUES ('robot@example.org', 'active');
            COMMIT;
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: Transaction, context: Context) -> Iterator[Finding]:
        """Reports the first slow statement that an earlier lock makes the users of another table wait for."""
        locked: dict[str, Step] = {}
        for step in subject.steps:
            waiting = _waiting(step, locked) if locked and _takes_long(step, context) else None
            if waiting is not None:
                table = waiting.removeprefix("public.")
                message = f"Reads and writes of `{table}` wait for this too, because an earlier statement locked it."
                related = (Related(f"`{table}` is locked here.", locked[waiting].at),)
                yield self.finding(step.at, message, related=related)
                return
            for name in step.sealed:
                if not _is_dropped_index(name, step):
                    locked.setdefault(name, step)


def _is_dropped_index(name: str, step: Step) -> bool:
    return isinstance(step.operation, DropIndex) and name.rpartition(".")[2] == step.operation.index.text


def _waiting(step: Step, locked: dict[str, Step]) -> str | None:
    """The first table that another statement has locked; of the tables it works on itself other rules tell."""
    own = {name for name, mode in step.impact.locks if mode != "ACCESS SHARE"}
    return next((name for name in locked if name not in own and _is_apart(step, locked[name])), None)


def _is_apart(step: Step, locking: Step) -> bool:
    return step.at.statement != locking.at.statement or step.in_body


def _takes_long(step: Step, context: Context) -> bool:
    """Whether it works through a table that holds rows: one that others use, or one its own transaction fills."""
    if step.write is not None:
        return step.names_live and not picks_by_key(step.write, context.catalog)
    busy = {*step.impact.rewrites, *step.impact.scans, *step.impact.index_builds}
    return not busy.isdisjoint(step.live)
