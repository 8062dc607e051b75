"""locks/attach-partition-scan."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity, attached_when_proven
from sqlreview.operations import AttachPartition
from sqlreview.schema.partition_bounds import default_partition

_EVENTS = """
CREATE TABLE events (id bigint NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE past (id bigint NOT NULL, at date NOT NULL);
"""
_CHECK = (
    "ALTER TABLE past ADD CONSTRAINT past_at_check "
    "CHECK (at IS NOT NULL AND at >= '2024-01-01' AND at < '2024-02-01');\n"
)


class AttachPartitionScan(Rule[AttachPartition]):
    """Attaching the partition reads all of its rows while nobody can use it.

    Why: the server looks at every row of the new partition under ACCESS EXCLUSIVE to see that it belongs there, and at
    every row of a default partition to see that none of them does. It believes a validated CHECK instead.

    Instead: add a CHECK that says the bounds (and for a range that the key is not NULL) as NOT VALID, validate it, then
    attach; drop the CHECK afterwards. The default partition needs a CHECK that rules the bounds out.
    """

    id = "locks/attach-partition-scan"
    severity = Severity.INFO
    sources = (
        "https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE",
        "measured on PostgreSQL 12 to 18",
    )
    examples = (
        Bad(
            """
            ALTER TABLE events ATTACH PARTITION past FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            ALTER TABLE past ADD CONSTRAINT past_bounds CHECK (at >= '2024-01-01' AND at < '2024-02-01') NOT VALID;
            ALTER TABLE past VALIDATE CONSTRAINT past_bounds;
            ALTER TABLE events ATTACH PARTITION past FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
            ALTER TABLE past DROP CONSTRAINT past_bounds;
            """,
            given=_EVENTS,
        ),
        Good(
            "ALTER TABLE events ATTACH PARTITION past FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');",
            given=_EVENTS + _CHECK,
        ),
    )

    small_tables: frozenset[str] = frozenset()
    """Partitions with so few rows that nobody notices the wait."""

    def check(self, subject: AttachPartition, context: Context) -> Iterator[Finding]:
        """Reports a partition in use, or a default partition beside it, that is read to attach it."""
        parent, partition = context.catalog.table(subject.table), context.catalog.table(subject.partition)
        if parent is None or partition is None or subject.bound.strategy not in ("range", "list"):
            return
        default = default_partition(context.catalog, parent)
        candidates = [(partition, "new"), (default, "default")] if default is not None else [(partition, "new")]
        read = [
            (table.name, kind)
            for table, kind in candidates
            if f"{table.schema}.{table.name}" in context.impact.scans
            and table.name not in self.small_tables
            and not table.temporary
            and not context.created_in_run(table)
        ]
        if read:
            names = " and ".join(f"the {kind} partition `{name}`" for name, kind in read)
            fixes = attached_when_proven(context, subject)
            yield self.finding(subject.span, f"Reads all rows of {names} while nobody can use them.", *fixes)
