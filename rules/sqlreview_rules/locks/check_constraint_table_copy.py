"""locks/check-constraint-table-copy."""

from collections.abc import Iterator

from sqlreview import SHOP_MYSQL, Bad, Context, Finding, Good, Rule
from sqlreview.operations import AddCheck, AddColumn, Check


class CheckConstraintTableCopy(Rule[AddCheck | AddColumn]):
    """Adding the CHECK copies the table to test every row, while writes wait.

    Why: the server has no way to test the rows in place: it copies the table under LOCK=SHARED (measured on MariaDB
    10.11, where check_constraint_checks = 0 changes nothing). From MariaDB 11.2 on writes go on meanwhile.

    Instead: on MySQL add it NOT ENFORCED, clean the data, and enforce it when few people write; or use an online
    schema change tool. A CHECK in the definition of a new column costs nothing on MariaDB.
    """

    id = "locks/check-constraint-table-copy"
    engines = ("mysql", "mariadb")
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/create-table-check-constraints.html",)
    examples = (
        Bad(
            """
            ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total >= 0);
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP_MYSQL,
            engine="mysql",
        ),
        Good(
            "ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total >= 0) NOT ENFORCED;",
            given=SHOP_MYSQL,
            engine="mysql",
            mysql_only=True,
        ),
        Good("ALTER TABLE orders ADD COLUMN weight int CHECK (weight > 0);", given=SHOP_MYSQL, engine="mariadb"),
    )

    small_tables: frozenset[str] = frozenset()
    """Tables with so few rows that nobody notices the wait."""

    def check(self, subject: AddCheck | AddColumn, context: Context) -> Iterator[Finding]:
        """Reports a CHECK that is tested on all rows of a table in use."""
        online = context.impact.online
        if online is None or not online.copies or online.refused or not context.is_live(subject.table):
            return
        written = [subject.constraint] if isinstance(subject, AddCheck) else subject.column.constraints
        check = next((part for part in written if isinstance(part, Check) and part.timing.enforced), None)
        if check is None or (isinstance(subject, AddColumn) and context.engine.name == "mariadb"):
            return
        if subject.table.text not in self.small_tables:
            meanwhile = "while writes wait" if online.lock != "NONE" else "while reads and writes go on"
            at = subject.span if isinstance(subject, AddCheck) else check.span
            yield self.finding(at, f"`{subject.table.text}` is copied to test every row, {meanwhile}.")
