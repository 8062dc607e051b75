"""naming/identifier-too-long."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import Operation
from sqlreview.operations.definitions import Definition, definitions_of
from sqlreview.schema import IndexName, Sequence, Table, View
from sqlreview.schema.naming import as_stored, quoted

_MYSQL_LIMIT = 64


class IdentifierTooLong(Rule[Operation]):
    """PostgreSQL cuts a name that is longer than 63 bytes; MySQL and MariaDB refuse one of more than 64 characters.

    Why: in PostgreSQL the object is stored under another name than the migration says, with nothing but a NOTICE. Tools
    that compare names no longer find it, and two long names with the same beginning become one. MySQL and MariaDB
    answer with error 1059, or 1103 for a table.

    Instead: a shorter name.
    """

    id = "naming/identifier-too-long"
    engines = ("postgres", "mysql", "mariadb")
    sources = ("https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS",)
    examples = (
        Bad(
            """
            CREATE TABLE deliveries (id bigint PRIMARY KEY, reason text NOT NULL);
            CREATE INDEX idx_customer_subscription_reminder_delivery_attempt_failure_reason ON deliveries (reason);
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE deliveries (id bigint PRIMARY KEY, reason text NOT NULL);
            CREATE INDEX idx_customer_subscription_reminder_delivery_attempt_failure_rea ON deliveries (reason);
            """,
        ),
        Good("CREATE TABLE deliveries (id bigint PRIMARY KEY, customer_subscription_reminder_delivery text NOT NULL);"),
    )

    max_bytes: int = 63
    """What PostgreSQL keeps; another number only for servers compiled with another NAMEDATALEN."""

    def check(self, subject: Operation, context: Context) -> Iterator[Finding]:
        """Reports names the server does not keep as they are written."""
        if context.engine.family == "mysql":
            yield from self._refused(subject, context)
            return
        for item in definitions_of(subject, context.statement.text):
            size = len(item.name.encode())
            if size > self.max_bytes and "{" not in item.name:
                if item.is_relation and _is_taken(item, context):
                    message = (
                        f"The first {self.max_bytes} bytes of this {item.kind}'s name are the name of another one."
                    )
                    yield self.finding(item.span, message, severity=Severity.ERROR)
                    continue
                message = f"The name of this {item.kind} has {size} bytes; PostgreSQL keeps the first {self.max_bytes}."
                yield self.finding(item.span, message, *self._fixes(item))

    def _refused(self, subject: Operation, context: Context) -> Iterator[Finding]:
        for item in definitions_of(subject, context.statement.text):
            if len(item.name) > _MYSQL_LIMIT and "{" not in item.name:
                message = f"The name of this {item.kind} has {len(item.name)} characters; {context.product} refuses it."
                yield self.finding(item.span, message, severity=Severity.ERROR)

    def _fixes(self, item: Definition) -> Iterator[Fix]:
        if self.max_bytes == 63:
            edit = Edit.replace(item.span, quoted(as_stored(item.name)))
            yield Fix("Write the name PostgreSQL keeps", (edit,), FixKind.GUIDANCE)


def _is_taken(item: Definition, context: Context) -> bool:
    kept = as_stored(item.name)
    records = context.catalog.all(Table | View | IndexName | Sequence)  # type: ignore[arg-type]
    return any(record.name != item.name and as_stored(record.name) == kept for record in records)
