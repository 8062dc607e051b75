"""compat/rename-schema."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Migration, Rule
from sqlreview.operations import CreateSchema, RenameSchema


class RenameSchemaInUse(Rule[Migration]):
    """Renaming the schema breaks every name and search_path that has it.

    Why: at COMMIT all its tables are gone for code that qualifies them, and for connections whose search_path names the
    old schema; views and foreign keys inside the database go on working.

    Instead: create the new schema and move the objects one by one, each with a view under the old name, or stop the
    application for the change.
    """

    id = "compat/rename-schema"
    sources = ("https://www.postgresql.org/docs/current/sql-alterschema.html",)
    examples = (
        Bad(
            """
            ALTER SCHEMA billing RENAME TO finance;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given="CREATE SCHEMA billing;",
        ),
        Good("CREATE SCHEMA draft;\nALTER SCHEMA draft RENAME TO finance;"),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports schemas that were there before the file and lose their name."""
        made = {item.schema.text for _, item in subject.operations(CreateSchema)}
        for position, renamed in subject.operations(RenameSchema):
            name = renamed.schema.text
            if name in made or context.created_in_run(subject.before.schema(name)):
                continue
            at = subject.origins[position].within(renamed.span)
            yield self.finding(at, f"Code that still uses the schema `{name}` fails as soon as this is committed.")
