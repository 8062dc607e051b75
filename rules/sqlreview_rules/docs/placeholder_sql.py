"""docs/placeholder-sql."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule, Severity, Statement
from sqlreview.operations.gaps import gap_in


class PlaceholderSql(Rule[Statement]):
    """The statement still holds text that stands for SQL to come.

    Why: `(...)`, `<table>` and `your_table` come from a template or a document. The server stops at them, and nothing
    can be said about the rest of the statement.

    Instead: the real names and columns.
    """

    id = "docs/placeholder-sql"
    engines = EVERY_ENGINE
    subsumes = ("queries/unanalysed-statement",)
    severity = Severity.ERROR
    examples = (
        Bad(
            """
            CREATE TABLE users (...);
                                ^^^
            INSERT INTO your_table SELECT * FROM <source>;
                        ^^^^^^^^^^
            """,
            sqlstate="42601",
        ),
        Good("SELECT '...' AS dots, 3 < 5 AS less; -- and so on ..."),
    )

    def check(self, subject: Statement, context: Context) -> Iterator[Finding]:
        """Reports the first placeholder of a statement."""
        gap = gap_in(subject.text, context.engine)
        if gap is not None:
            yield self.finding(gap, f"`{context.text(gap)}` is a placeholder, not SQL.")
