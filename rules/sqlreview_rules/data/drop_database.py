"""data/drop-database."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Migration, Rule, Severity
from sqlreview.operations import CreateDatabase, DropDatabase


class DropWholeDatabase(Rule[Migration]):
    """Dropping the database removes everything in it.

    Why: DROP DATABASE cannot be undone, and a script that is started against the wrong server finds out too late.

    Instead: drop databases by hand, not in a migration.
    """

    id = "data/drop-database"
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/sql-dropdatabase.html",)
    examples = (
        Bad(
            """
            DROP DATABASE IF EXISTS shop;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """
        ),
        Good("CREATE DATABASE shop_test;\nDROP DATABASE shop_test;"),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports databases that the file has not created itself; a script that creates it anew says so openly."""
        everywhere = {item.database for _, item in subject.operations(CreateDatabase)}
        created: set[str] = set()
        for number, operation in subject.operations(CreateDatabase, DropDatabase):
            if isinstance(operation, CreateDatabase):
                created.add(operation.database.text)
            elif isinstance(operation, DropDatabase) and operation.database.text not in created:
                message = f"Drops the database `{operation.database}` with everything in it."
                severity = Severity.INFO if operation.if_exists and operation.database in everywhere else None
                yield self.finding(subject.origins[number].within(operation.span), message, severity=severity)
