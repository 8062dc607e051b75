"""queries/insert-select-locking."""

from collections.abc import Iterator

from sqlreview import SHOP_MYSQL, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import WriteRows
from sqlreview.queries import Select
from sqlreview.schema.copied_rows import locked_source

_ARCHIVE = SHOP_MYSQL + "CREATE TABLE archive (id bigint PRIMARY KEY, total decimal(12, 2));"


class InsertSelectLocking(Rule[Select]):
    """INSERT ... SELECT locks the rows it reads.

    Why: under REPEATABLE READ, the default, InnoDB locks every row of the source that it looks at, and the gaps between
    them, until the transaction ends; whoever writes to them waits.

    Instead: copy in ranges of the key, or `SET TRANSACTION ISOLATION LEVEL READ COMMITTED` before.
    """

    id = "queries/insert-select-locking"
    engines = ("mysql", "mariadb")
    severity = Severity.INFO
    sources = ("https://dev.mysql.com/doc/refman/8.4/en/innodb-locks-set.html", "measured on MariaDB 10.11")
    examples = (
        Bad(
            """
            INSERT INTO archive (id, total) SELECT id, total FROM orders WHERE total > 10;
                                                                  ^^^^^^
            """,
            given=_ARCHIVE,
            engine="mysql",
        ),
        Good(
            """
            SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
            INSERT INTO archive (id, total) SELECT id, total FROM orders WHERE total > 10;
            """,
            given=_ARCHIVE,
            engine="mysql",
        ),
        Good(
            "INSERT INTO archive (id, total) SELECT id, total FROM orders WHERE id = 10;",
            given=_ARCHIVE,
            engine="mysql",
        ),
    )

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports the table whose rows are copied into another one in use."""
        if subject.role not in ("insert-source", "table") or context.body is not None:
            return
        source = locked_source(subject, context.catalog)
        if source is None or source.name is None:
            return
        names = [source.name, *(item.table for item in context.statement.operations if isinstance(item, WriteRows))]
        if not any(context.created_in_file(context.catalog.table(name)) for name in names):
            message = f"The rows of {source.described} that are read stay locked until the transaction ends."
            yield self.finding(source.span, message)
