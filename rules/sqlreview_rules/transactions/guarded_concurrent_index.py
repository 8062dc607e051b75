"""transactions/guarded-concurrent-index."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Migration, Rule, Severity
from sqlreview.operations import CreateIndex, DropIndex
from sqlreview.schema.naming import quoted


class GuardedConcurrentIndex(Rule[Migration]):
    """IF NOT EXISTS takes the broken index of a failed concurrent build for the finished one.

    Why: a build that fails leaves an INVALID index with the name behind. The next run finds the name, says so in a
    notice and goes on: writes keep the index up to date, and no query ever uses it. A unique one promises nothing.

    Instead: `DROP INDEX CONCURRENTLY IF EXISTS` with the same name before it.
    """

    id = "transactions/guarded-concurrent-index"
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY",)
    examples = (
        Bad(
            """
            CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_note_idx ON orders (note);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            DROP INDEX CONCURRENTLY IF EXISTS orders_note_idx;
            CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_note_idx ON orders (note);
            """,
            given=SHOP,
        ),
        Good(
            """
            DROP INDEX CONCURRENTLY IF EXISTS orders_note_idx;
            CREATE INDEX CONCURRENTLY orders_note_idx ON orders (note);
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports guarded concurrent builds without a DROP of the same index before them."""
        dropped = {drop.index.text: position for position, drop in reversed(subject.operations(DropIndex))}
        for position, index in subject.operations(CreateIndex):
            name = index.name.text if index.name else ""
            is_guarded = index.concurrently and index.if_not_exists and bool(name)
            if not is_guarded or dropped.get(name, position) < position or not _is_old(index, subject, context):
                continue
            origin = subject.origins[position]
            message = f"A broken `{name}` that a failed build left behind is taken for the finished index."
            schema = f"{quoted(index.table.schema)}." if index.table.schema else ""
            drop = Edit.insert(0, f"DROP INDEX CONCURRENTLY IF EXISTS {schema}{quoted(name)};\n")
            is_alone = origin.transaction == origin.statement
            fix = Fix("Drop a broken one first", (drop,), FixKind.UNSAFE, apart=True)
            yield self.finding(origin.within(index.span), message, *([fix] if is_alone else []))


def _is_old(index: CreateIndex, migration: Migration, context: Context) -> bool:
    table = context.catalog.table(index.table)
    return table is None or not table.created or table.origin.path != migration.path
