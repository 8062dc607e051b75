"""locks/statement-after-exclusive-lock."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Migration, Related, Rule, Step, Transaction, reads_under_lock
from sqlreview.operations import DropIndex, DropTable, WriteRows
from sqlreview.schema import Origin
from sqlreview.schema.row_selection import picks_by_key


class StatementAfterExclusiveLock(Rule[Transaction | Migration]):
    """Slow work runs in the transaction after a table was locked against everyone.

    Why: ACCESS EXCLUSIVE is kept until COMMIT. A backfill, an index build or a scan after it makes every reader and
    writer of the locked table wait as long as that work takes.

    Instead: commit in between, or put the statement with the exclusive lock last.
    """

    id = "locks/statement-after-exclusive-lock"
    grows = True
    subsumes = ("locks/wide-lock-window",)
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
    )

    def check(self, subject: Transaction | Migration, context: Context) -> Iterator[Finding]:
        """Reports the first slow statement that an earlier lock makes the users of another table wait for."""
        if isinstance(subject, Migration):
            for lock, at in reads_under_lock(subject, context):
                yield self._finding(lock.sealed[0].removeprefix("public."), lock.at, at)
            return
        dropped = {_dropped(step) for step in subject.steps}
        locked: dict[str, Step] = {}
        for step in subject.steps:
            waiting = _waiting(step, locked) if locked and _takes_long(step, context) else None
            if waiting is not None:
                yield self._finding(waiting.removeprefix("public."), locked[waiting].at, step.at)
                return
            for name in step.sealed:
                if name.rpartition(".")[2] not in dropped:
                    locked.setdefault(name, step)

    def _finding(self, name: str, lock: Origin, at: Origin) -> Finding:
        message = f"Reads and writes of `{name}` wait for this too, because an earlier statement locked it."
        return self.finding(at, message, related=(Related(f"`{name}` is locked here.", lock),))


def _dropped(step: Step) -> str | None:
    """The index or table that goes, which nobody should be using any more."""
    index = step.operation.index if isinstance(step.operation, DropIndex) else None
    name = step.operation.table if isinstance(step.operation, DropTable) else index
    return name.text if name is not None else None


def _waiting(step: Step, locked: dict[str, Step]) -> str | None:
    """The first table that another statement has locked; of the tables it works on itself other rules tell."""
    own = {name for name, mode in step.impact.locks if mode != "ACCESS SHARE"}
    apart = (name for name, other in locked.items() if step.in_body or step.at.statement != other.at.statement)
    return next((name for name in apart if name not in own), None)


def _takes_long(step: Step, context: Context) -> bool:
    """Whether it works through a table that holds rows: one that others use, or one its own transaction fills."""
    operation, table = step.operation, step.table
    if table is not None and table.written is None and not step.names_live:
        return False  # a new table without rows, whose foreign keys are checked at once
    if step.write is not None or (isinstance(operation, WriteRows) and operation.kind == "copy"):
        return step.names_live and (step.write is None or not picks_by_key(step.write, context.catalog))
    busy = {*step.impact.rewrites, *step.impact.scans, *step.impact.index_builds}
    return not busy.isdisjoint(step.live)
