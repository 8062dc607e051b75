"""locks/column-reorder-rebuild."""

from collections.abc import Iterator

from sqlreview import SHOP_MYSQL, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, Span
from sqlreview.operations import AddColumn, ModifyColumn


class ColumnReorderRebuild(Rule[AddColumn | ModifyColumn]):
    """Placing the column with FIRST or AFTER rebuilds the table.

    Why: MySQL writes every row again to move a column, and before 8.0.29 to add one that is not the last. It takes
    as long as the table is large, needs its space twice, and ends with a wait for every open transaction.

    Instead: leave the order as it is; queries name the columns they want. MariaDB moves columns instantly.
    """

    id = "locks/column-reorder-rebuild"
    severity = Severity.INFO
    engines = ("mysql", "mariadb")
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html",)
    examples = (
        Bad(
            """
            ALTER TABLE orders MODIFY COLUMN note text AFTER id;
                                                       ^^^^^^^^
            """,
            fixed="ALTER TABLE orders MODIFY COLUMN note text;",
            given=SHOP_MYSQL,
            engine="mysql",
        ),
        Good("ALTER TABLE orders ADD COLUMN weight int AFTER id;", given=SHOP_MYSQL, engine="mysql"),
        Good("ALTER TABLE orders MODIFY COLUMN note text AFTER id;", given=SHOP_MYSQL, engine="mariadb"),
    )

    small_tables: frozenset[str] = frozenset()
    """Tables with so few rows that nobody notices the work."""

    def check(self, subject: AddColumn | ModifyColumn, context: Context) -> Iterator[Finding]:
        """Reports FIRST and AFTER on a table in use, where the server rebuilds it for that and not for more."""
        place, online = subject.position, context.impact.online
        if place is None or online is None or context.engine.name == "mariadb":
            return
        if isinstance(subject, AddColumn) and context.version >= 8:
            return
        if subject.table.text in self.small_tables or not context.is_live(subject.table):
            return
        if online.copies and not context.impact.unknown:
            return
        start = len(context.statement.text[: place.span.start].rstrip())
        fix = Fix("Leave the column in its place", (Edit.delete(Span(start, place.span.end)),), FixKind.UNSAFE)
        yield self.finding(place.span, f"`{subject.table.text}` is rebuilt only to place the column.", fix)
