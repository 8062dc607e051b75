"""data/drop-schema."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import DropSchema


class DropWholeSchema(Rule[DropSchema]):
    """Dropping the schema removes everything inside it.

    Why: with CASCADE all tables of the schema, their rows, and whatever uses them elsewhere are gone at COMMIT, named
    nowhere in the migration.

    Instead: drop the objects by name first, then the empty schema without CASCADE.
    """

    id = "data/drop-schema"
    subsumes = ("data/drop-cascade",)
    sources = ("https://www.postgresql.org/docs/current/sql-dropschema.html",)
    examples = (
        Bad(
            """
            DROP SCHEMA reporting CASCADE;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given="CREATE SCHEMA reporting;\nCREATE TABLE reporting.days (day date PRIMARY KEY);\n",
        ),
        Good("DROP SCHEMA reporting;", given="CREATE SCHEMA reporting;\n"),
        Good("CREATE SCHEMA scratch;\nDROP SCHEMA scratch CASCADE;"),
    )

    def check(self, subject: DropSchema, context: Context) -> Iterator[Finding]:
        """Reports schemas that may hold something."""
        name = subject.schema.text
        schema = context.catalog.schema(name)
        if context.created_in_run(schema):
            return
        held = context.catalog.relations_in(name)
        if schema is not None and not held:
            return
        what = f"{len(held)} known relations" if len(held) > 1 else "everything"
        if subject.cascade:
            message = f"Drops {what} in the schema `{name}`, and all that depends on it."
            yield self.finding(subject.span, message, severity=Severity.ERROR)
        else:
            yield self.finding(subject.span, f"Drops the schema `{name}`, which may be in use.")
