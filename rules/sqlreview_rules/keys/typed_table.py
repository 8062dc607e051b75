"""keys/typed-table."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import CreateTable


class TypedTable(Rule[CreateTable]):
    """A table is typed by a composite type and cannot evolve on its own.

    Why: its columns are changed by changing the type, in every table of that type at once; ALTER TABLE adds none.

    Instead: a table with columns of its own.
    """

    id = "keys/typed-table"
    severity = Severity.HINT
    enabled = False
    sources = ("https://www.postgresql.org/docs/current/sql-createtable.html",)
    examples = (
        Bad(
            """
            CREATE TABLE points OF coordinates (PRIMARY KEY (x, y));
                         ^^^^^^
            """,
            given="CREATE TYPE coordinates AS (x int, y int);",
        ),
        Good("CREATE TABLE points (x int, y int, PRIMARY KEY (x, y));"),
    )

    def check(self, subject: CreateTable, context: Context) -> Iterator[Finding]:
        """Reports CREATE TABLE ... OF."""
        if subject.of_type is not None:
            message = f"`{subject.table.text}` changes only together with the type `{subject.of_type}`."
            yield self.finding(subject.table.span, message)
