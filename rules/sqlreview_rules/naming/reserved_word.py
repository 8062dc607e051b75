"""naming/reserved-word."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import Operation
from sqlreview.operations.definitions import definitions_of
from sqlreview.schema.naming import is_reserved, quoted

_QUOTES = '"`['


class ReservedWord(Rule[Operation]):
    """A reserved word is used as a name.

    Why: it has to be quoted wherever it is used; without quotes it is a syntax error, or, like `user`, means something
    else.

    Instead: another name, such as the plural for a table.
    """

    id = "naming/reserved-word"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    enabled = False
    subsumes = ("queries/syntax-error",)
    sources = ("https://www.postgresql.org/docs/current/sql-keywords-appendix.html",)
    examples = (
        Bad(
            """
            CREATE TABLE order (id bigint PRIMARY KEY);
                         ^^^^^
            """,
            fixed="""
            CREATE TABLE "order" (id bigint PRIMARY KEY);
            """,
            sqlstate="42601",
        ),
        Bad(
            """
            CREATE TABLE "user" (id bigint PRIMARY KEY);
                         ^^^^^^
            """
        ),
        Good("CREATE TABLE orders (id bigint PRIMARY KEY, path text NOT NULL, value integer NOT NULL, day date);"),
    )

    def check(self, subject: Operation, context: Context) -> Iterator[Finding]:
        """Reports names that are reserved words."""
        for item in definitions_of(subject, context.statement.text):
            if item.kind in ("function", "procedure") or not is_reserved(item.name, context.engine):
                continue
            if context.text(item.span)[0] in _QUOTES:
                yield self.finding(item.span, f"`{item.name}` is a reserved word; every use has to write the quotes.")
                continue
            fix = Fix("Quote it", (Edit.replace(item.span, quoted(item.name)),), FixKind.UNSAFE)
            message = f"`{item.name}` is a reserved word; without quotes this is a syntax error."
            yield self.finding(item.span, message, fix, severity=Severity.ERROR)
