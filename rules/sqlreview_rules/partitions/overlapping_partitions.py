"""partitions/overlapping-partitions."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Related, Rule, Severity
from sqlreview.operations import AttachPartition, ChangePartitions, CreateTable, PartitionBound
from sqlreview.schema import Table
from sqlreview.schema.mentions import relation_key
from sqlreview.schema.mysql.partition_conflicts import partition_conflict
from sqlreview.schema.partition_bounds import bound_conflict, range_bound, value_spans

_EVENTS = """
CREATE TABLE events (id bigint, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-03-01');
"""


class OverlappingPartitions(Rule[CreateTable | AttachPartition | ChangePartitions]):
    """A partition is empty or overlaps another one, which the server refuses.

    Why: every row belongs to one partition at most; the migration fails.

    Instead: let FROM be the TO of the partition before, which is exclusive, and give every value of a list to one
    partition. The bounds of MySQL rise from one partition to the next.
    """

    id = "partitions/overlapping-partitions"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARTITION",)
    examples = (
        Bad(
            """
            CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2024-02-01') TO ('2024-04-01');
                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2024-03-01') TO ('2024-04-01');
            """,
            given=_EVENTS,
            sqlstate="42P17",
        ),
        Good(f"{_EVENTS}CREATE TABLE b PARTITION OF events FOR VALUES FROM ('2024-03-01') TO (MAXVALUE);"),
    )

    def check(self, subject: CreateTable | AttachPartition | ChangePartitions, context: Context) -> Iterator[Finding]:
        """Reports bounds that do not go together with those of the partitions before."""
        if not isinstance(subject, AttachPartition) and subject.partitions:
            yield from self._of_mysql(subject, context)
            return
        if isinstance(subject, ChangePartitions):
            return
        if isinstance(subject, CreateTable):
            name, own, bound = subject.partition_of, subject.table, subject.bound
        else:
            name, own, bound = subject.table, subject.partition, subject.bound
        if name is None or bound is None:
            return
        unknown = Table(schema=name.schema or "", name=name.text, complete=False, origin=context.origin)
        parent = context.catalog.table(name) or unknown
        if "hash" in (bound.strategy, parent.partition_by.strategy if parent.partition_by else ""):
            return  # incomplete-hash-partitions looks at all remainders together
        conflict = bound_conflict(context.catalog, parent, relation_key(context.catalog, own), bound)
        if conflict is not None:
            reason, other = conflict
            related = (Related("The other partition.", other.attached or other.origin),) if other else ()
            message = f"The server refuses `{own.text}` as a partition of `{parent.name}`: {reason}."
            yield self.finding(bound.span, message, *_fixes(parent, bound, other, context), related=related)

    def _of_mysql(self, subject: CreateTable | ChangePartitions, context: Context) -> Iterator[Finding]:
        is_addition = isinstance(subject, ChangePartitions) and subject.action == "add"
        if isinstance(subject, ChangePartitions) and subject.action not in ("add", "partition by"):
            return
        table = context.catalog.table(subject.table) if is_addition else None
        conflict = partition_conflict(table.partition_definitions if table else (), subject.partitions)
        if conflict is not None:
            partition, reason = conflict
            message = f"{context.product} refuses `{partition.name}` as a partition of `{subject.table}`: {reason}."
            yield self.finding(partition.bound.span if partition.bound else partition.span, message)


def _fixes(parent: Table, bound: PartitionBound, other: Table | None, context: Context) -> Iterator[Fix]:
    before = range_bound(other.bound, parent) if other and other.bound else None
    own = range_bound(bound, parent)
    if other is None or other.bound is None or before is None or own is None:
        return
    spans = value_spans(context.statement.text, bound)
    if before.lower < own.lower and before.upper < own.upper and len(own.lower) == 1 == len(spans[0]):
        edit = Edit.replace(spans[0][0], other.bound.upper[0])
        yield Fix("Begin where the other one ends", (edit,), FixKind.UNSAFE)
