"""keys/non-transactional-engine."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule
from sqlreview.operations import CreateTable, SetTableOptions


class NonTransactionalEngine(Rule[CreateTable | SetTableOptions]):
    """The storage engine knows no transactions, no foreign keys, or loses rows when the server crashes.

    Why: ROLLBACK leaves the rows of a MyISAM table as they are, a foreign key on it vanishes without a warning
    (MariaDB 10.11), every write locks the whole table, and MEMORY tables are empty after a restart.

    Instead: InnoDB, which also has full-text indexes since MySQL 5.6.
    """

    id = "keys/non-transactional-engine"
    engines = ("mysql", "mariadb")
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/storage-engines.html",)
    examples = (
        Bad(
            """
            CREATE TABLE votes (id bigint PRIMARY KEY) ENGINE=MyISAM;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            engine="mysql",
        ),
        Good("CREATE TABLE votes (id bigint PRIMARY KEY) ENGINE=InnoDB;", engine="mysql"),
        Good("CREATE TEMPORARY TABLE votes (id bigint PRIMARY KEY) ENGINE=MEMORY;", engine="mysql"),
    )

    allowed: frozenset[str] = frozenset({"innodb", "aria", "rocksdb", "columnstore", "ndb", "ndbcluster", "tokudb"})
    """Storage engines, in lower case, that are all right."""

    def check(self, subject: CreateTable | SetTableOptions, context: Context) -> Iterator[Finding]:
        """Reports a table option ENGINE that names another one."""
        if isinstance(subject, CreateTable) and subject.temporary:
            return
        engine = dict(subject.options).get("engine", "")
        if engine and engine.lower() not in self.allowed:
            yield self.finding(subject.span, f"Changes of `{subject.table.text}` cannot be rolled back in {engine}.")
