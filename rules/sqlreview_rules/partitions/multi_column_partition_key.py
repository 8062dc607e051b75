"""partitions/multi-column-partition-key."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import CreateTable


class MultiColumnPartitionKey(Rule[CreateTable]):
    """A table is partitioned by more than one column or expression.

    Why: bounds of several columns compare like words, not like a grid, so partitions take other rows than their names
    say, and only conditions on the first columns leave partitions out.

    Instead: one column, and sub-partitions by the other.
    """

    id = "partitions/multi-column-partition-key"
    severity = Severity.HINT
    enabled = False
    sources = ("https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARTITION",)
    examples = (
        Bad(
            """
            CREATE TABLE ev (a int, b int, PRIMARY KEY (a, b)) PARTITION BY RANGE (a, b);
                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^
            """
        ),
        Good("CREATE TABLE ev (a int, b int, PRIMARY KEY (a, b)) PARTITION BY RANGE (a);"),
    )

    def check(self, subject: CreateTable, context: Context) -> Iterator[Finding]:
        """Reports PARTITION BY with several keys."""
        by = subject.partition_by
        if by is not None and len(by.keys) > 1:
            yield self.finding(by.span, f"`{subject.table.text}` is partitioned by {len(by.keys)} keys at once.")
