"""queries/select-into-table."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.queries import Select


class SelectIntoTable(Rule[Select]):
    """SELECT INTO creates a table.

    Why: in PL/pgSQL the same words store a row in a variable, so the statement means another thing when it is moved
    into a function.

    Instead: `CREATE TABLE ... AS SELECT`.
    """

    id = "queries/select-into-table"
    severity = Severity.HINT
    enabled = False
    sources = ("https://www.postgresql.org/docs/current/sql-selectinto.html",)
    examples = (
        Bad(
            """
            SELECT id, total INTO large_orders FROM orders WHERE total > 100;
                                  ^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good("CREATE TABLE large_orders AS SELECT id, total FROM orders WHERE total > 100;", given=SHOP),
    )

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports statements outside of routines."""
        if subject.into is not None and context.body is None and subject.role == "statement":
            yield self.finding(subject.into.span, f"This creates the table `{subject.into.text}`.")
