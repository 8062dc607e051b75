"""locks/blocking-index-drop."""

from collections.abc import Iterator
from itertools import pairwise

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, Good, Rule, Severity, Span, later_migration
from sqlreview.operations import DropIndex
from sqlreview.schema import Table


class BlockingIndexDrop(Rule[DropIndex]):
    """Dropping the index blocks reads and writes of the table.

    Why: DROP INDEX takes ACCESS EXCLUSIVE on the table. It is quick, but it first waits for every transaction that
    uses the table, and all later reads and writes queue behind it; in a longer transaction they wait until its end.

    Instead: `DROP INDEX CONCURRENTLY`, outside of a transaction and one index a statement. The server refuses it for
    an index of a partitioned table.
    """

    id = "locks/blocking-index-drop"
    sources = ("https://www.postgresql.org/docs/current/sql-dropindex.html",)
    examples = (
        Bad(
            """
            DROP INDEX orders_user_id_idx;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            DROP INDEX CONCURRENTLY orders_user_id_idx;
            """,
            given=SHOP,
        ),
        Bad(
            """
            DROP INDEX IF EXISTS orders_user_id_idx, orders_created_at_idx;
                                 ^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            DROP INDEX CONCURRENTLY IF EXISTS orders_user_id_idx;
            DROP INDEX CONCURRENTLY IF EXISTS orders_created_at_idx;
            """,
            given=SHOP + "CREATE INDEX orders_created_at_idx ON orders (created_at);\n",
        ),
        Good("DROP INDEX CONCURRENTLY IF EXISTS orders_user_id_idx;", given=SHOP),
        Good(
            """
            CREATE TABLE carts (id bigint PRIMARY KEY, note text);
            CREATE INDEX carts_note_idx ON carts (note);
            DROP INDEX carts_note_idx;
            """
        ),
    )

    def check(self, subject: DropIndex, context: Context) -> Iterator[Finding]:
        """Reports an index of a table in use that is dropped under a lock."""
        if subject.concurrently or not context.is_live(subject.index):
            return
        found = context.catalog.index(subject.index)
        record = context.catalog.get(("relation", found[0].schema, found[1].name)) if found else None
        if found and (context.created_in_run(record) or found[1].constraint):
            return
        table = f"`{found[0].name}`" if found else f"the table of `{subject.index}`"
        message = (
            f"Takes ACCESS EXCLUSIVE on {table}, so reads and writes wait from its request to the transaction's end."
        )
        # an index that IF EXISTS asks for and no migration creates is rarely there
        severity = Severity.INFO if found is None and subject.if_exists else None
        yield self.finding(subject.span, message, *_fixes(subject, context), severity=severity)


def _fixes(subject: DropIndex, context: Context) -> tuple[Fix, ...]:
    """One concurrent statement for every index, unless the server refuses one of them."""
    drops = [drop for drop in context.statement.operations if isinstance(drop, DropIndex)]
    owners = [found[0] for drop in drops if (found := context.catalog.index(drop.index))]
    partitioned = any(isinstance(owner, Table) and owner.partition_by for owner in owners)
    if subject.cascade or partitioned or not drops:
        return ()
    first = context.text(Span(0, drops[0].index.span.start))
    start = f"{first[: subject.index_word.end]} CONCURRENTLY{first[subject.index_word.end :]}"
    others = (
        Edit.replace(Span(before.index.span.end, drop.index.span.start), f";\n{start}")
        for before, drop in pairwise(drops)
    )
    edits = (Edit.insert(subject.index_word.end, " CONCURRENTLY"), *others)
    if context.in_transaction:
        return later_migration(context, subject, edits)
    return (Fix("Drop it CONCURRENTLY", edits),)
