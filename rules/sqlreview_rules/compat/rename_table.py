"""compat/rename-table."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Migration, Rule, view_left_behind
from sqlreview.operations import DropTable, Name, RenameTable


class RenameLiveTable(Rule[Migration]):
    """Renaming the table breaks code that still uses the old name.

    Why: between the migration and the last restarted instance both versions of the code run, and the old one finds no
    table any more.

    Instead: leave a view with the old name behind, in the same transaction, until no code uses it. Views of SQLite can
    only be read.
    """

    id = "compat/rename-table"
    engines = EVERY_ENGINE
    sources = ("https://www.postgresql.org/docs/current/sql-altertable.html",)
    examples = (
        Bad(
            """
            ALTER TABLE products RENAME TO articles;
                                 ^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            BEGIN;
            ALTER TABLE products RENAME TO articles;
            CREATE VIEW products AS SELECT id, name, price FROM articles;
            COMMIT;
            """,
            given=SHOP,
        ),
        Good(
            """
            BEGIN;
            ALTER TABLE products RENAME TO articles;
            CREATE VIEW products AS SELECT id, name, price FROM articles;
            COMMIT;
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports tables whose old name the file leaves to nobody, and that take no other table's place."""
        vacated: set[str] = set()
        for step in subject.steps_of(RenameTable, DropTable):
            operation = step.operation
            if isinstance(operation, RenameTable | DropTable):
                vacated.add(operation.table.text)
            if not isinstance(operation, RenameTable) or not step.names_live or operation.new_name.text in vacated:
                continue
            known = subject.before.resolve("relation", operation.table)
            if known is not None and step.table is None and subject.before.view(operation.table) is None:
                continue
            taken = Name(operation.table.schema, operation.new_name.text, operation.new_name.span)
            if context.catalog.resolve("relation", operation.table) or subject.before.resolve("relation", taken):
                continue
            name = str(operation.table).removeprefix("public.")
            message = f"Code that still uses `{name}` fails as soon as this is committed."
            yield self.finding(step.at, message, *view_left_behind(operation, step, subject))
