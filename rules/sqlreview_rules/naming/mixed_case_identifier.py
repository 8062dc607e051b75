"""naming/mixed-case-identifier."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule, Severity, regex
from sqlreview.operations import Operation
from sqlreview.operations.definitions import Definition, definitions_of

_CAPITAL = regex(r"[A-Z]")
_INNER_CAPITAL = regex(r"[a-z0-9_][A-Z]")


class MixedCaseIdentifier(Rule[Operation]):
    """A name with capitals must be quoted for ever, is silently folded to lower case, or depends on the platform.

    Why: `"createdAt"` is another column than `createdAt`, which PostgreSQL reads as `createdat`; whoever forgets the
    quotes gets "column does not exist". Without quotes the capitals are lost. MySQL and MariaDB tell `Orders` from
    `orders` on Linux, but not on Windows and macOS.

    Instead: lower case with underscores.
    """

    id = "naming/mixed-case-identifier"
    engines = EVERY_ENGINE
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
    caseless: bool = False
    """Whether to report names whose case is all the same to the server: columns of MySQL and MariaDB, all of SQLite."""

    def check(self, subject: Operation, context: Context) -> Iterator[Finding]:
        """Reports the first such name of a statement, with the others in the message."""
        if context.engine.family != "postgres":
            yield from self._elsewhere(subject, context)
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

    def _elsewhere(self, subject: Operation, context: Context) -> Iterator[Finding]:
        """In MySQL names of tables are names of files; those of columns, and all of SQLite, have no case."""
        for item in definitions_of(subject, context.statement.text):
            if "{" in item.name or not _CAPITAL.search(str(item.name)):
                continue
            if context.engine.family == "mysql" and item.kind in ("table", "view", "schema"):
                message = f"Whether `{item.name}` has to be written with its capitals depends on the server's platform."
                yield self.finding(item.span, message)
            elif self.caseless and _INNER_CAPITAL.search(str(item.name)):
                message = f"`{item.name}` is found however its capitals are written, so spellings will differ."
                yield self.finding(item.span, message, severity=Severity.HINT)


def _is_quoted(item: Definition, context: Context) -> bool:
    return '"' in context.text(item.span)


def _has_capitals(item: Definition, context: Context) -> bool:
    written = context.text(item.span)
    if "{" in written:
        return False
    if '"' in written:
        return item.name != item.name.lower()
    return _INNER_CAPITAL.search(written) is not None and written != written.upper()
