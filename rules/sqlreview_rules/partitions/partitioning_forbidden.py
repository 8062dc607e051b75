"""partitions/partitioning-forbidden."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule
from sqlreview.operations import ChangePartitions, CreateTable


class PartitioningForbidden(Rule[CreateTable | ChangePartitions]):
    """The project forbids partitions.

    Why: a policy: keys have to contain the partition columns, some tools do not know partitions, and somebody has to
    make the next ones.

    Instead: one table with the indexes it needs.
    """

    id = "partitions/partitioning-forbidden"
    engines = ("postgres", "mysql", "mariadb")
    enabled = False
    examples = (
        Bad(
            """
            CREATE TABLE ev (id bigint PRIMARY KEY) PARTITION BY HASH (id);
                                                    ^^^^^^^^^^^^^^^^^^^^^^
            """
        ),
        Bad(
            """
            CREATE TABLE ev (id bigint PRIMARY KEY) PARTITION BY HASH (id) PARTITIONS 4;
                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            engine="mysql",
        ),
        Good("CREATE TABLE ev (id bigint PRIMARY KEY);"),
        Good("CREATE TABLE ev (id bigint PRIMARY KEY);", engine="mysql"),
    )

    def check(self, subject: CreateTable | ChangePartitions, context: Context) -> Iterator[Finding]:
        """Reports PARTITION BY of CREATE TABLE and, in MySQL and MariaDB, of ALTER TABLE."""
        if subject.partition_by is not None:
            yield self.finding(subject.partition_by.span, f"`{subject.table.text}` gets partitions.")
