"""queries/unquoted-date."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Query
from sqlreview.queries.date_arithmetic import bare_dates


class UnquotedDate(Rule[Query]):
    """An unquoted date is a subtraction of numbers.

    Why: `2025-01-10` is 2014. PostgreSQL refuses to compare a date with it, MySQL, MariaDB and SQLite compare and
    return every row or none.

    Instead: quotes, `'2025-01-10'`.
    """

    id = "queries/unquoted-date"
    engines = EVERY_ENGINE
    severity = Severity.ERROR
    examples = (
        Bad(
            """
            SELECT id FROM orders WHERE created_at < 2025-01-10;
                                                     ^^^^^^^^^^
            """,
            fixed="""
            SELECT id FROM orders WHERE created_at < '2025-01-10';
            """,
            given=SHOP,
            sqlstate="42883",
        ),
        Good("SELECT id FROM orders WHERE created_at < '2025-01-10';", given=SHOP),
        Good("SELECT 2025 - 1 - 10 AS difference;"),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports differences of three numbers that look like a date, where they are compared or stored."""
        for value in bare_dates(subject, context.statement.text):
            text = context.text(value.span)
            fix = Fix("Quote the date", (Edit.replace(value.span, f"'{value.text}'"),), FixKind.UNSAFE)
            year, month, day = (item.integer or 0 for item in value.items)
            yield self.finding(value.span, f"`{text}` is no date but the number {year - month - day}.", fix)
