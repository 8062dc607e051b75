"""locks/partition-created-under-live-parent."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import CreateTable
from sqlreview.schema.partition_bounds import default_partition

_EVENTS = "CREATE TABLE events (id bigint NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);\n"


class PartitionCreatedUnderLiveParent(Rule[CreateTable]):
    """Creating a partition locks its table against everyone, which attaching one does not.

    Why: CREATE TABLE ... PARTITION OF waits for every query on the partitioned table, and later ones wait behind it. A
    default partition is locked as well, and all of its rows are read. ATTACH PARTITION lets others work on the table.

    Instead: `CREATE TABLE ... (LIKE parent INCLUDING DEFAULTS INCLUDING CONSTRAINTS)`, then `ATTACH PARTITION`, for
    which the rows of a default partition are still read unless a CHECK rules them out.
    """

    id = "locks/partition-created-under-live-parent"
    severity = Severity.HINT
    versions = "postgres >= 12"
    sources = (
        "https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE",
        "measured on PostgreSQL 12 to 18",
    )
    examples = (
        Bad(
            """
            CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=_EVENTS,
        ),
        Good(
            """
            CREATE TABLE events_2026 (LIKE events INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
            ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
            """,
            given=_EVENTS,
        ),
    )

    def check(self, subject: CreateTable, context: Context) -> Iterator[Finding]:
        """Reports partitions of a table in use; where a default partition is read for them as information."""
        parent = subject.partition_of
        if parent is None or not context.is_live(parent):
            return
        table = context.catalog.table(parent)
        default = default_partition(context.catalog, table) if table else None
        message = f"Reads and writes of `{parent}` wait until the partition has been created"
        if default is not None and context.impact.scans:
            message = f"{message} and all rows of its default partition `{default.name}` have been read."
            yield self.finding(subject.span, message, severity=Severity.INFO)
        else:
            yield self.finding(subject.span, f"{message}; attaching one lets them go on.")
