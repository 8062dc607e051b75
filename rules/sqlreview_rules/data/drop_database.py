"""data/drop-database."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Migration, Rule, Severity
from sqlreview.operations import CreateDatabase, CreateSchema, DropDatabase, DropSchema, Operation


class DropWholeDatabase(Rule[Migration]):
    """Dropping the database removes everything in it.

    Why: DROP DATABASE, which MySQL also calls DROP SCHEMA, cannot be undone, and a script that is started against the
    wrong server finds out too late.

    Instead: drop databases by hand, not in a migration.
    """

    id = "data/drop-database"
    engines = ("postgres", "mysql", "mariadb")
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
        in_mysql = context.engine.family == "mysql"
        creation, drop = (CreateSchema, DropSchema) if in_mysql else (CreateDatabase, DropDatabase)
        everywhere = {_name(item) for _, item in subject.operations(creation)}
        created: set[str] = set()
        for number, operation in subject.operations(creation, drop):
            name = _name(operation)
            if isinstance(operation, CreateDatabase | CreateSchema):
                created.add(name)
            elif name not in created:
                message = f"Drops the database `{name}` with everything in it."
                mild = name in everywhere and getattr(operation, "if_exists", False)
                severity = Severity.INFO if mild else None
                yield self.finding(subject.origins[number].within(operation.span), message, severity=severity)


def _name(operation: Operation) -> str:
    match operation:
        case CreateDatabase(database=name) | DropDatabase(database=name):
            return name.text
        case CreateSchema(schema=name) | DropSchema(schema=name):
            return name.text
    return ""
