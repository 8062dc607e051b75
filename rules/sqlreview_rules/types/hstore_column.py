"""types/hstore-column."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.schema import Table
from sqlreview.schema.typed_columns import typed_columns


class HstoreColumn(Rule[Table]):
    """An hstore column holds only flat text pairs and needs an extension.

    Why: its values are texts and cannot nest, and the extension has to be there wherever the schema is restored.

    Instead: `jsonb`, which is built in, has types and nests.
    """

    id = "types/hstore-column"
    severity = Severity.HINT
    enabled = False
    sources = ("https://www.postgresql.org/docs/current/hstore.html",)
    examples = (
        Bad(
            """
            CREATE TABLE gadgets (id bigint PRIMARY KEY, attributes hstore);
                                                                    ^^^^^^
            """,
            fixed="""
            CREATE TABLE gadgets (id bigint PRIMARY KEY, attributes jsonb);
            """,
            given="CREATE DOMAIN hstore AS text;",
        ),
        Good("CREATE TABLE gadgets (id bigint PRIMARY KEY, attributes jsonb);"),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports columns that have the type after the last migration."""
        for column in typed_columns(subject):
            if column.type.name == "hstore":
                message = f"`{subject.name}.{column.column.name}` is hstore, which holds only flat pairs of texts."
                edit = Edit.replace(column.type.span, column.replacement("jsonb"))
                fixes = (Fix("Use jsonb", (edit,), FixKind.UNSAFE),) if column.is_definition else ()
                yield self.finding(column.at, message, *fixes)
