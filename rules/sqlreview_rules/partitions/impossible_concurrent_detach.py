"""partitions/impossible-concurrent-detach."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Related, Rule, Severity
from sqlreview.operations import DetachPartition
from sqlreview.schema.partition_bounds import default_partition

_EVENTS = """
CREATE TABLE events (id bigint, happened_on date, PRIMARY KEY (id, happened_on)) PARTITION BY RANGE (happened_on);
CREATE TABLE events_2020 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
"""


class ImpossibleConcurrentDetach(Rule[DetachPartition]):
    """The server refuses DETACH PARTITION CONCURRENTLY here.

    Why: it does not work while the table has a default partition, and not at all before PostgreSQL 14; the migration
    fails.

    Instead: DETACH PARTITION without CONCURRENTLY and with a lock_timeout, or detach the default partition first.
    """

    id = "partitions/impossible-concurrent-detach"
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DETACH-PARTITION",)
    examples = (
        Bad(
            """
            ALTER TABLE events DETACH PARTITION events_2020 CONCURRENTLY;
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=_EVENTS + "CREATE TABLE events_rest PARTITION OF events DEFAULT;",
            sqlstate="55000",
        ),
        Good("ALTER TABLE events DETACH PARTITION events_2020 CONCURRENTLY;", given=_EVENTS),
    )

    def check(self, subject: DetachPartition, context: Context) -> Iterator[Finding]:
        """Reports concurrent detaches beside a default partition or on an old server."""
        # transactions/concurrently-in-transaction reports those that fail anyway
        if not subject.concurrently or context.in_transaction:
            return
        if context.version < 14:
            message = f"PostgreSQL {context.version} has no DETACH PARTITION CONCURRENTLY; this is a syntax error."
            yield self.finding(subject.span, message)
            return
        table = context.catalog.table(subject.table)
        default = default_partition(context.catalog, table) if table else None
        if table and default:
            message = (
                f"`{table.name}` has the default partition `{default.name}`, beside which CONCURRENTLY is refused."
            )
            related = (Related("The default partition.", default.attached or default.origin),)
            yield self.finding(subject.span, message, related=related)
