"""locks/optimize-table."""

from collections.abc import Iterator

from sqlreview import SHOP_MYSQL, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import RebuildTable, SetTableOptions


class OptimizeTable(Rule[RebuildTable | SetTableOptions]):
    """The statement rebuilds the whole table during a migration.

    Why: OPTIMIZE TABLE, FORCE and ENGINE=InnoDB write every row again. Reads and writes go on, unless there are
    FULLTEXT or SPATIAL indexes, but it needs the space twice and ends with a wait for every open transaction. Another
    ENGINE copies the table while writes wait.

    Instead: leave it to maintenance; `ANALYZE TABLE` renews the statistics and rebuilds nothing.
    """

    id = "locks/optimize-table"
    severity = Severity.INFO
    engines = ("mysql", "mariadb")
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/optimize-table.html",)
    examples = (
        Bad(
            """
            OPTIMIZE TABLE orders;
            ^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP_MYSQL,
            engine="mysql",
        ),
        Good("ANALYZE TABLE orders;", given=SHOP_MYSQL, engine="mysql"),
        Good("CREATE TABLE carts (id bigint PRIMARY KEY);\nOPTIMIZE TABLE carts;", engine="mysql"),
    )

    small_tables: frozenset[str] = frozenset()
    """Tables with so few rows that nobody notices the work."""

    def check(self, subject: RebuildTable | SetTableOptions, context: Context) -> Iterator[Finding]:
        """Reports OPTIMIZE, and an ALTER TABLE that does nothing but FORCE or ENGINE, on a table in use."""
        if isinstance(subject, SetTableOptions) and [name for name, _ in subject.options] != ["engine"]:
            return
        together = context.statement.operations
        if any(type(item) is not type(subject) for item in together) or not context.impact.rewrites:
            return
        if subject.table.text in self.small_tables or not context.is_live(subject.table):
            return
        online = context.impact.online
        severity = Severity.WARNING if online is not None and online.copies else None
        yield self.finding(subject.span, context.impact.explain(), severity=severity)
