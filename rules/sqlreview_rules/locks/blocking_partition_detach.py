"""locks/blocking-partition-detach."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, later_migration
from sqlreview.operations import DetachPartition

_EVENTS = """
CREATE TABLE events (id bigint, at timestamptz NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01 00:00+00') TO ('2024-01-01 00:00+00');
"""


class BlockingPartitionDetach(Rule[DetachPartition]):
    """Detaching the partition blocks reads and writes of the whole partitioned table.

    Why: DETACH PARTITION takes ACCESS EXCLUSIVE on the partitioned table, the partition and the default partition. It
    is quick, but it first waits for every transaction that uses the table, and all later ones queue behind it. When
    other tables reference the partitioned one they are locked and read as well.

    Instead: `DETACH PARTITION ... CONCURRENTLY`, outside of a transaction; it leaves a CHECK with the old bounds on
    the former partition. The server refuses it while there is a default partition.
    """

    id = "locks/blocking-partition-detach"
    versions = "postgres >= 14"
    sources = ("https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DETACH-PARTITION",)
    examples = (
        Bad(
            """
            ALTER TABLE events DETACH PARTITION events_2023;
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            ALTER TABLE events DETACH PARTITION events_2023 CONCURRENTLY;
            """,
            given=_EVENTS,
        ),
        Good("ALTER TABLE events DETACH PARTITION events_2023 CONCURRENTLY;", given=_EVENTS),
    )

    def check(self, subject: DetachPartition, context: Context) -> Iterator[Finding]:
        """Reports a partition that is detached from a table in use while everybody waits."""
        # before PostgreSQL 14 there is no other way
        if subject.concurrently or subject.finalize or context.version < 14 or not context.is_live(subject.table):
            return
        yield self.finding(subject.span, context.impact.explain(), *_fixes(subject, context))


def _fixes(subject: DetachPartition, context: Context) -> Iterator[Fix]:
    table = context.catalog.table(subject.table)
    partitions = [context.catalog.table_at(key) for key in table.partitions] if table else []
    has_default = any(item and item.bound and item.bound.strategy == "default" for item in partitions)
    if has_default:
        return
    # unsafe, as the former partition keeps a CHECK with its old bounds
    concurrent = (Edit.insert(subject.span.end, " CONCURRENTLY"),)
    if context.in_transaction:
        yield from later_migration(context, subject, concurrent)
    else:
        yield Fix("Detach it CONCURRENTLY", concurrent, FixKind.UNSAFE)
