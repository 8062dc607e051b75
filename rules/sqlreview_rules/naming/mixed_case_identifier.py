"""naming/mixed-case-identifier."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import Operation
from sqlreview.operations.definitions import Definition, definitions_of


class MixedCaseIdentifier(Rule[Operation]):
    """A name with capitals must be quoted for ever, is silently folded to lower case, or depends on the platform.

    Why: `"createdAt"` is another column than `createdAt`, which PostgreSQL reads as `createdat`; whoever forgets the
    quotes gets "column does not exist". Without quotes the capitals are lost. MySQL and MariaDB tell `Orders` from
    `orders` on Linux, but not on Windows and macOS.

    Instead: lower case with underscores.
    """

    id = "naming/mixed-case-identifier"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.INFO
    enabled = False
    sources = ("https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS",)
    examples = (
        Bad(
            """
            CREATE TABLE "OrderItem" (id bigint PRIMARY KEY, "createdAt" timestamptz NOT NULL);
                         ^^^^^^^^^^^
            """
        ),
        Bad(
            """
            CREATE TABLE order_items (id bigint PRIMARY KEY, createdAt timestamptz NOT NULL);
                                                             ^^^^^^^^^
            """
        ),
        Good("CREATE TABLE order_items (ID bigint PRIMARY KEY, created_at timestamptz NOT NULL);"),
    )

    quoted: bool = True
    """Whether to report quoted names too; names that an ORM gives cannot be changed here."""

    def check(self, subject: Operation, context: Context) -> Iterator[Finding]:
        """Reports the first such name of a statement, with the others in the message."""
        if context.engine.family == "mysql":
            yield from self._by_platform(subject, context)
            return
        found = [item for item in definitions_of(subject, context.statement.text) if _has_capitals(item, context)]
        kept = [item for item in found if _is_quoted(item, context)] if self.quoted else []
        folded = [item for item in found if not _is_quoted(item, context)]
        if kept:
            names = ", ".join(f"`{item.name}`" for item in kept)
            yield self.finding(kept[0].span, f"Every use of {names} has to write the quotes.")
        if folded:
            names = ", ".join(f"`{item.name}`" for item in folded)
            message = f"Without quotes the capitals are lost: PostgreSQL stores {names}."
            yield self.finding(folded[0].span, message, severity=Severity.HINT)

    def _by_platform(self, subject: Operation, context: Context) -> Iterator[Finding]:
        """Names of tables are names of files; those of columns and indexes have no case."""
        for item in definitions_of(subject, context.statement.text):
            if item.kind in ("table", "view", "schema") and item.name.lower() != str(item.name):
                message = f"Whether `{item.name}` has to be written with its capitals depends on the server's platform."
                yield self.finding(item.span, message)


def _is_quoted(item: Definition, context: Context) -> bool:
    return '"' in context.text(item.span)


def _has_capitals(item: Definition, context: Context) -> bool:
    written = context.text(item.span)
    if "{" in written:
        return False
    if '"' in written:
        return item.name != item.name.lower()
    return written != written.lower() and written != written.upper()
