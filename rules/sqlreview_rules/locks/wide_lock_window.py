"""locks/wide-lock-window."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Related, Rule, Severity, Step, Transaction
from sqlreview.operations import DropTable
from sqlreview.schema import Catalog, Key, Origin


class WideLockWindow(Rule[Transaction]):
    """One transaction locks several busy tables against everyone, so all of them wait for the slowest.

    Why: each lock is kept until COMMIT. While the transaction waits for the lock of its second table, nobody can read
    the first one; two such transactions, or one and a query over both tables, may wait for each other for ever.

    Instead: a migration, or a transaction, for each table.
    """

    id = "locks/wide-lock-window"
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-DEADLOCKS",)
    examples = (
        Bad(
            """
            BEGIN;
            ALTER TABLE orders ADD COLUMN region text;
            ALTER TABLE users ADD COLUMN region text;
                              ^^^^^^^^^^^^^^^^^^^^^^
            COMMIT;
            """,
            given=SHOP,
        ),
        Good(
            """
            BEGIN;
            ALTER TABLE orders ADD COLUMN region text;
            ALTER TABLE orders ADD COLUMN zone text;
            COMMIT;
            """,
            given=SHOP,
        ),
        Good(
            """
            ALTER TABLE orders ADD COLUMN region text;
            ALTER TABLE users ADD COLUMN region text;
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: Transaction, context: Context) -> Iterator[Finding]:
        """Reports the statement that locks a second table against everyone, once a transaction."""
        dropped = {_dropped(step) for step in subject.steps}
        together: set[str] = set()
        first: tuple[str, Origin] | None = None
        for step in subject.steps if subject.has_company else ():
            sealed = [name for name in step.sealed if name not in dropped]
            if not sealed:
                continue
            first = first or (sealed[0].removeprefix("public."), step.at)
            names = {_root(name, context.catalog) for name in sealed}
            if together.isdisjoint(names) and step.at.statement != first[1].statement:
                other = sealed[0].removeprefix("public.")
                message = f"`{first[0]}` stays locked for everybody while this waits for its lock on `{other}`."
                related = (Related(f"`{first[0]}` is locked here.", first[1]),)
                yield self.finding(step.at, message, related=related)
                return
            together |= names


def _dropped(step: Step) -> str | None:
    """The table that goes, which nobody should be using any more."""
    is_known = isinstance(step.operation, DropTable) and step.table is not None
    return f"{step.table.schema}.{step.table.name}" if is_known and step.table else None


def _root(relation: str, catalog: Catalog) -> str:
    """The partitioned table that a partition belongs to, or the relation itself."""
    schema, _, name = relation.partition(".")
    key: Key = ("relation", schema, name)
    seen: set[Key] = set()
    while key not in seen:
        seen.add(key)
        table = catalog.table_at(key)
        if table is None or table.partition_of is None:
            break
        key = table.partition_of
    return f"{key[1]}.{key[2]}"
