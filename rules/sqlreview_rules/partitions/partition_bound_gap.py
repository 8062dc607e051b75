"""partitions/partition-bound-gap."""

from collections.abc import Iterator
from itertools import pairwise

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Related, Rule
from sqlreview.schema import Table
from sqlreview.schema.partition_bounds import RangeBound, comparable, default_partition, partitions_of, range_bound


class PartitionBoundGap(Rule[Table]):
    """There is a gap between the bounds of neighbouring range partitions.

    Why: a row in the gap is refused. TO is exclusive: a partition for January that ends with `TO ('2024-01-31')` has
    no room for the last day.

    Instead: let every partition begin where the one before ends, or add a DEFAULT partition.
    """

    id = "partitions/partition-bound-gap"
    sources = ("https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARTITION",)
    examples = (
        Bad(
            """
            CREATE TABLE events (id bigint, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
            CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-01-31');
                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
            """,
            fixed="""
            CREATE TABLE events (id bigint, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
            CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
            CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
            """,
        ),
        Good(
            """
            CREATE TABLE events (id bigint, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
            CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
            CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2024-02-01') TO (MAXVALUE);
            """
        ),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports the partition before a gap."""
        by = subject.partition_by
        if by is None or by.strategy != "range" or len(by.keys) != 1 or default_partition(context.catalog, subject):
            return
        for (one, first), (other, second) in pairwise(_in_order(subject, context)):
            if comparable(first, second) and first.upper < second.lower and one.attached and one.bound and other.bound:
                until, since = one.bound.upper[0], other.bound.lower[0]
                message = f"Rows between {until} and {since} fit into no partition of `{subject.name}`."
                related = (Related("The next partition.", other.attached or other.origin),)
                at = one.attached.within(one.bound.span)
                yield self.finding(at, message, *_fixes(one, since), related=related)


def _in_order(table: Table, context: Context) -> list[tuple[Table, RangeBound]]:
    """The partitions by their lower bounds; none when not all of them are known."""
    found = [
        (item, bound)
        for item in partitions_of(context.catalog, table)
        if item.bound and (bound := range_bound(item.bound, table))
    ]
    is_known = len(found) == len(table.partitions) and all(comparable(found[0][1], bound) for _, bound in found)
    return sorted(found, key=lambda pair: pair[1].lower) if is_known else []


def _fixes(table: Table, since: str) -> Iterator[Fix]:
    if table.attached == table.origin and table.bound:
        text = f"FOR VALUES FROM ({table.bound.lower[0]}) TO ({since})"
        yield Fix("End where the next one begins", (Edit.replace(table.bound.span, text),), FixKind.UNSAFE)
