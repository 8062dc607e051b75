"""partitions/foreign-key-on-partitioned-table."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import AddColumn, AddForeignKey, ChangePartitions, CreateTable, ForeignKey
from sqlreview.operations.written import written_constraints


class ForeignKeyOnPartitionedTable(Rule[CreateTable | AddColumn | AddForeignKey | ChangePartitions]):
    """A partitioned table takes part in a foreign key, which the server refuses.

    Why: InnoDB has no foreign keys from or to partitioned tables: error 1506 for one on such a table, 1005 for one that
    refers to it.

    Instead: the check in the program or in triggers, or a table without partitions.
    """

    id = "partitions/foreign-key-on-partitioned-table"
    engines = ("mysql", "mariadb")
    severity = Severity.ERROR
    sources = (
        "https://dev.mysql.com/doc/refman/8.0/en/partitioning-limitations-storage-engines.html",
        "measured on MariaDB 10.11",
    )
    examples = (
        Bad(
            """
            CREATE TABLE kids (id bigint PRIMARY KEY, p_id bigint NOT NULL, FOREIGN KEY (p_id) REFERENCES p (id))
                                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            PARTITION BY HASH (id) PARTITIONS 4;
            """,
            given="CREATE TABLE p (id bigint PRIMARY KEY);",
            engine="mysql",
            sqlstate="1506",
        ),
        Good(
            """
            CREATE TABLE kids (id bigint PRIMARY KEY, parent_no bigint NOT NULL, KEY (parent_no))
            PARTITION BY HASH (id) PARTITIONS 4;
            """,
            engine="mysql",
        ),
    )

    def check(
        self, subject: CreateTable | AddColumn | AddForeignKey | ChangePartitions, context: Context
    ) -> Iterator[Finding]:
        """Reports foreign keys from and to tables that are known to be partitioned."""
        table = context.catalog.table(subject.table)
        if isinstance(subject, ChangePartitions):
            is_bound = table is not None and (table.foreign_keys or table.referenced_by)
            if subject.action == "partition by" and is_bound:
                message = f"`{subject.table.text}` takes part in a foreign key, so it cannot have partitions."
                yield self.finding(subject.span, message)
            return
        owner = subject if isinstance(subject, CreateTable) else table
        if isinstance(subject, CreateTable) and _is_cluster(subject):
            return
        is_parted = owner is not None and owner.partition_by is not None
        for item in written_constraints(subject):
            if isinstance(item, ForeignKey):
                if is_parted:
                    message = f"`{subject.table.text}` has partitions, so it cannot have a foreign key."
                    yield self.finding(item.span, message)
                elif context.catalog.is_partitioned(item.referenced):
                    message = f"`{item.referenced.text}` has partitions, so no foreign key can refer to it."
                    yield self.finding(item.span, message)


def _is_cluster(creation: CreateTable) -> bool:
    return dict(creation.options).get("engine", "").lower() in ("ndb", "ndbcluster")
