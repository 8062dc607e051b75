"""partitions/concurrent-index-on-parent."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity, index_of_partitions
from sqlreview.operations import CreateIndex, DropIndex
from sqlreview.schema import Table

_EVENTS = """
CREATE TABLE events (id bigint, happened_on date, PRIMARY KEY (id, happened_on)) PARTITION BY RANGE (happened_on);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
"""


class ConcurrentIndexOnParent(Rule[CreateIndex | DropIndex]):
    """CONCURRENTLY is used on an index of a partitioned table, which the server refuses.

    Why: an index of a partitioned table can be neither built nor dropped concurrently, with ONLY or without; the
    migration fails.

    Instead: `CREATE INDEX ... ON ONLY` the partitioned table, build the index of every partition concurrently and
    attach them with `ALTER INDEX ... ATTACH PARTITION`. To drop one, drop it without CONCURRENTLY and with a
    lock_timeout.
    """

    id = "partitions/concurrent-index-on-parent"
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY",)
    examples = (
        Bad(
            """
            CREATE INDEX CONCURRENTLY events_happened_on_idx ON events (happened_on);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE INDEX events_happened_on_idx ON ONLY events (happened_on);
            CREATE INDEX CONCURRENTLY events_rest_happened_on_idx ON events_rest (happened_on);
            ALTER INDEX events_happened_on_idx ATTACH PARTITION events_rest_happened_on_idx;
            """,
            given=_EVENTS,
            sqlstate="0A000",
        ),
        Bad(
            """
            DROP INDEX CONCURRENTLY events_happened_on_idx;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=_EVENTS + "CREATE INDEX events_happened_on_idx ON events (happened_on);",
            sqlstate="0A000",
        ),
        Good("CREATE INDEX CONCURRENTLY events_rest_day_idx ON events_rest (happened_on);", given=_EVENTS),
    )

    def check(self, subject: CreateIndex | DropIndex, context: Context) -> Iterator[Finding]:
        """Reports concurrent builds and drops of partitioned indexes."""
        table = _table(subject, context)
        # transactions/concurrently-in-transaction reports those that fail anyway
        if not subject.concurrently or table is None or table.partition_by is None or context.in_transaction:
            return
        verb = "built" if isinstance(subject, CreateIndex) else "dropped"
        message = f"`{table.name}` is partitioned, and its indexes cannot be {verb} CONCURRENTLY; the server refuses."
        fixes = index_of_partitions(context, subject) if isinstance(subject, CreateIndex) and not subject.only else ()
        yield self.finding(subject.span, message, *fixes)


def _table(subject: CreateIndex | DropIndex, context: Context) -> Table | None:
    if isinstance(subject, CreateIndex):
        return context.catalog.table(subject.table)
    found = context.catalog.index(subject.index)
    return found[0] if found and isinstance(found[0], Table) else None
