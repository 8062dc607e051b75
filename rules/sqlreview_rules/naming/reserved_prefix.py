"""naming/reserved-prefix."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import Operation
from sqlreview.operations.definitions import definitions_of


class ReservedPrefix(Rule[Operation]):
    """A name starts with pg_, which PostgreSQL keeps for itself.

    Why: a schema or role of such a name is refused; a table or function may collide with one of the next version.

    Instead: another prefix.
    """

    id = "naming/reserved-prefix"
    severity = Severity.HINT
    enabled = False
    sources = ("https://www.postgresql.org/docs/current/sql-createschema.html",)
    examples = (
        Bad(
            """
            CREATE SCHEMA pg_tools;
                          ^^^^^^^^
            """,
            sqlstate="42939",
        ),
        Good("CREATE SCHEMA tools;"),
    )

    def check(self, subject: Operation, context: Context) -> Iterator[Finding]:
        """Reports schemas and roles as errors, tables, functions and types as hints."""
        for item in definitions_of(subject, context.statement.text):
            if not item.name.startswith("pg_"):
                continue
            if item.kind in ("schema", "role"):
                message = f"PostgreSQL refuses a {item.kind} whose name begins with pg_."
                yield self.finding(item.span, message, severity=Severity.ERROR)
            elif item.kind in ("table", "view", "function", "procedure", "type"):
                yield self.finding(item.span, f"`{item.name}` may collide with a {item.kind} of PostgreSQL itself.")
