"""types/uuid-key-without-default."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations.written import words_of
from sqlreview.schema import Table
from sqlreview.schema.column_definitions import defined_columns
from sqlreview.schema.keys import primary_key_columns
from sqlreview.schema.table_roles import holds_things, points_to, table_of_things

_BY_CLIENTS = frozenset(("outbox", "inbox", "idempotency", "client", "external", "message", "messages", "request"))


class UuidKeyWithoutDefault(Rule[Table]):
    """A primary key of type uuid has no DEFAULT, so every INSERT has to bring one.

    Why: a statement by hand, a script or another service makes its ids in its own way, or fails.

    Instead: `DEFAULT gen_random_uuid()`, which a program may still override.
    """

    id = "types/uuid-key-without-default"
    severity = Severity.HINT
    sources = ("https://www.postgresql.org/docs/current/functions-uuid.html",)
    examples = (
        Bad(
            """
            CREATE TABLE badges (id uuid PRIMARY KEY, label text NOT NULL);
                                 ^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE badges (id uuid DEFAULT gen_random_uuid() PRIMARY KEY, label text NOT NULL);
            """,
        ),
        Good("CREATE TABLE badges (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), label text NOT NULL);"),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports keys of one column, after the last migration, that neither have a default nor refer to another."""
        key = primary_key_columns(subject)
        if len(key) != 1 or not holds_things(subject) or not _BY_CLIENTS.isdisjoint(words_of(subject.name)):
            return
        column = subject.column(key[0])
        pointing = {name for constraint in subject.foreign_keys for name in constraint.columns}
        if column is None or column.default or column.generated or column.name in pointing or column.type is None:
            return
        parent = table_of_things(points_to(column.name), subject, context.catalog)
        if parent is not None and parent.key != subject.key:
            return
        words = words_of(column.name)
        is_named = words[-1:] in (("id",), ("uuid",)) and _BY_CLIENTS.isdisjoint(words)
        if column.type.name == "uuid" and not column.type.dimensions and is_named:
            written = (item.definition for item in defined_columns(subject, context.statement.operations))
            here = next((item for item in written if item.name.text == column.name and item.type), None)
            edits = (Edit.insert(here.type.span.end, " DEFAULT gen_random_uuid()"),) if here and here.type else ()
            fixes = (Fix("Let the server make it", edits, FixKind.UNSAFE),) if edits else ()
            message = f"Every INSERT into `{subject.name}` has to bring its `{column.name}`."
            yield self.finding(column.origin, message, *fixes)
