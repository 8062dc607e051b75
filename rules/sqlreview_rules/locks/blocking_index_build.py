"""locks/blocking-index-build."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, index_of_partitions, later_migration
from sqlreview.operations import CreateIndex
from sqlreview.schema.naming import addition_of, free_relation_name, index_column_names, quoted


class BlockingIndexBuild(Rule[CreateIndex]):
    """The index is built while writes to an existing table wait.

    Why: CREATE INDEX holds a SHARE lock until the index is complete; inserts, updates and deletes wait as long.

    Instead: `CREATE INDEX CONCURRENTLY`, outside of a transaction. It takes longer and lets writes go on; when it
    fails it leaves an invalid index that has to be dropped. On a partitioned table build the index of every partition
    concurrently and attach them to an index created with `ON ONLY`.
    """

    id = "locks/blocking-index-build"
    sources = ("https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY",)
    examples = (
        Bad(
            """
            CREATE INDEX orders_status_idx ON orders (status);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);
            """,
            given=SHOP,
        ),
        Bad(
            """
            ALTER TABLE orders ADD COLUMN country text;
            CREATE INDEX orders_status_idx ON orders (status);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            ALTER TABLE orders ADD COLUMN country text;
            -- file: 0002_create_orders_status_idx.sql
            -- no-transaction
            CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);
            """,
            given=SHOP,
            in_transaction=True,
        ),
        Good("CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);", given=SHOP),
        Good(
            """
            CREATE TABLE carts (id bigint PRIMARY KEY, note text);
            CREATE INDEX carts_note_idx ON carts (note);
            """
        ),
    )

    small_tables: frozenset[str] = frozenset()
    """Tables with so few rows that nobody notices the wait."""

    def check(self, subject: CreateIndex, context: Context) -> Iterator[Finding]:
        """Reports an index that is built under a lock on a table in use."""
        if subject.concurrently or subject.table.text in self.small_tables or not context.is_live(subject.table):
            return
        if context.impact.index_builds:
            yield self.finding(subject.span, context.impact.explain(), *_fixes(subject, context))


def _fixes(subject: CreateIndex, context: Context) -> tuple[Fix, ...]:
    table = context.catalog.table(subject.table) or context.catalog.view(subject.table)
    if context.catalog.is_partitioned(subject.table):
        return index_of_partitions(context, subject)
    if subject.name is None and table is None:
        return ()
    name, word = subject.name.text if subject.name else "", " CONCURRENTLY"
    if table and not name:
        names = index_column_names(subject.keys, (column.text for column in subject.include))
        name = free_relation_name(context.catalog, table, addition_of(names), "idx")
        word += f" {quoted(name)}"
    # a failed concurrent build leaves an invalid index, which IF NOT EXISTS would then take for the finished one
    guidance = FixKind.GUIDANCE if subject.if_not_exists else None
    concurrent = (Edit.insert(subject.index_word.end, word),)
    if context.in_transaction:
        return later_migration(context, subject, concurrent, guidance or FixKind.UNSAFE, name)
    return (Fix("Build it CONCURRENTLY", concurrent, guidance or FixKind.SAFE),)
