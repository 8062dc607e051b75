"""naming/dual-table."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import CreateTable, RenameTable
from sqlreview.operations.definitions import definitions_of


class DualTable(Rule[CreateTable | RenameTable]):
    """A table is called dual, which MySQL takes for no table.

    Why: `FROM dual` means a query without a table, whatever tables there are; the rows of this one are found only where
    the name is quoted.

    Instead: another name.
    """

    id = "naming/dual-table"
    engines = ("mysql", "mariadb")
    severity = Severity.HINT
    enabled = False
    sources = ("measured on MariaDB 10.11",)
    examples = (
        Bad(
            """
            CREATE TABLE `dual` (id bigint PRIMARY KEY);
                         ^^^^^^
            """,
            engine="mysql",
        ),
        Good("CREATE TABLE duals (id bigint PRIMARY KEY);", engine="mysql"),
    )

    def check(self, subject: CreateTable | RenameTable, context: Context) -> Iterator[Finding]:
        """Reports tables of that name."""
        for item in definitions_of(subject, context.statement.text):
            if item.kind == "table" and str(item.name).lower() == "dual":
                yield self.finding(item.span, "FROM dual means no table, so the rows of this one are not found.")
