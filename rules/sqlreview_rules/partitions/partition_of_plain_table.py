"""partitions/partition-of-plain-table."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Related, Rule, Severity, partitioned_in_steps
from sqlreview.operations import AttachPartition, CreateTable, DetachPartition, Name


class PartitionOfPlainTable(Rule[CreateTable | AttachPartition | DetachPartition]):
    """A partition is added to a table that is not partitioned, which the server refuses.

    Why: only a table created with PARTITION BY has partitions, and a plain table can never be turned into one.

    Instead: create a partitioned table with the same columns and a key that contains the partition column, rename the
    two, attach the old table as a partition with a validated CHECK, and let new partitions take the new rows.
    """

    id = "partitions/partition-of-plain-table"
    severity = Severity.ERROR
    sources = (
        "https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-LIMITATIONS",
    )
    examples = (
        Bad(
            """
            CREATE TABLE users_2025 PARTITION OF users FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
                                                 ^^^^^
            """,
            given=SHOP,
            sqlstate="42P17",
        ),
        Good(
            """
            CREATE TABLE visits (id bigint, seen_on date, PRIMARY KEY (id, seen_on)) PARTITION BY RANGE (seen_on);
            CREATE TABLE visits_2025 PARTITION OF visits FOR VALUES FROM ('2025-01-01') TO (MAXVALUE);
            """
        ),
    )

    def check(self, subject: CreateTable | AttachPartition | DetachPartition, context: Context) -> Iterator[Finding]:
        """Reports partitions of tables that are known to have been created without PARTITION BY."""
        parent = _parent(subject)
        table = context.catalog.table(parent) if parent else None
        if parent is None or table is None or not table.created or table.partition_by:
            return
        message = f"`{parent.text}` is not partitioned, so it cannot have partitions; the server refuses this."
        related = (Related("It is created here, without PARTITION BY.", table.origin),)
        fixes = partitioned_in_steps(context, subject, table) if isinstance(subject, CreateTable) else ()
        yield self.finding(parent.span, message, *fixes, related=related)


def _parent(subject: CreateTable | AttachPartition | DetachPartition) -> Name | None:
    if isinstance(subject, CreateTable):
        return subject.partition_of
    return subject.table
