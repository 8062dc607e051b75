"""partitions/misleading-partition-name."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import AttachPartition, ChangePartitions, CreateTable, Name, Partition, PartitionBound
from sqlreview.schema.partition_names import day_of, period_of_name


class MisleadingPartitionName(Rule[CreateTable | AttachPartition | ChangePartitions]):
    """The period in a partition's name is not the period of its bounds.

    Why: the server does not care, but the person who drops the oldest month goes by the name.

    Instead: name the partition after the period that begins with its lower bound.
    """

    id = "partitions/misleading-partition-name"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.INFO
    examples = (
        Bad(
            """
            CREATE TABLE ev_2024_01 PARTITION OF ev FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
                         ^^^^^^^^^^
            """,
            given="CREATE TABLE ev (id bigint, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);",
        ),
        Bad(
            """
            CREATE TABLE ev (id bigint, day date NOT NULL, PRIMARY KEY (id, day)) PARTITION BY RANGE COLUMNS (day) (
                PARTITION p2024_01 VALUES LESS THAN ('2024-03-01')
                          ^^^^^^^^
            );
            """,
            engine="mysql",
        ),
        Good(
            """
            CREATE TABLE ev (id bigint, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
            CREATE TABLE ev_2024_q1 PARTITION OF ev FOR VALUES FROM ('2024-01-01') TO (MAXVALUE);
            """
        ),
        Good(
            """
            CREATE TABLE ev (id bigint, day date NOT NULL, PRIMARY KEY (id, day)) PARTITION BY RANGE COLUMNS (day) (
                PARTITION p2024_01 VALUES LESS THAN ('2024-02-01'),
                PARTITION pmax VALUES LESS THAN (MAXVALUE)
            );
            """,
            engine="mysql",
        ),
    )

    def check(self, subject: CreateTable | AttachPartition | ChangePartitions, context: Context) -> Iterator[Finding]:
        """Reports names that end in a year, quarter, month or day which is not the one of literal bounds."""
        match subject:
            case CreateTable(table=name, bound=PartitionBound() as bound):
                yield from self._check_both(name, bound)
            case AttachPartition(partition=name, bound=bound):
                yield from self._check_both(name, bound)
            case CreateTable(partitions=partitions) | ChangePartitions(partitions=partitions):
                for partition in partitions:
                    yield from self._check_upper(partition)

    def _check_both(self, name: Name, bound: PartitionBound) -> Iterator[Finding]:
        named = period_of_name(name.text)
        if named is None or len(bound.lower) != 1 or len(bound.upper) != 1:
            return
        start, end = day_of(bound.lower[0]), day_of(bound.upper[0])
        is_other = start is not None and start != named.start
        is_other = is_other or (start is not None and end is not None and end != named.end and not named.is_day)
        if is_other:
            until = f" until {end}" if end else ""
            message = f"`{name.text}` says {named}, but its rows are from {start}{until}."
            yield self.finding(name.span, message)

    def _check_upper(self, partition: Partition) -> Iterator[Finding]:
        """A partition of MySQL says only where it ends; some are called after that day."""
        named = period_of_name(partition.name.text)
        end = day_of(partition.bound.upper[0]) if partition.bound and len(partition.bound.upper) == 1 else None
        if named is not None and end is not None and end not in (named.start, named.end):
            message = f"`{partition.name}` says {named}, but its rows end before {end}."
            yield self.finding(partition.name.span, message)
