"""compat/rename-table."""

from collections.abc import Iterator

from sqlreview import (
    EVERY_ENGINE,
    SHOP,
    Bad,
    Context,
    Edit,
    Finding,
    Fix,
    FixKind,
    Good,
    Migration,
    Rule,
    Statement,
    Step,
)
from sqlreview.operations import Name, RenameTable
from sqlreview.schema.naming import quoted


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
            ALTER TABLE products RENAME TO articles;
            CREATE VIEW products AS SELECT id, name, price FROM articles;
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
        for step in subject.steps_of(RenameTable):
            operation = step.operation
            if not isinstance(operation, RenameTable) or not step.names_live:
                continue
            known = subject.before.resolve("relation", operation.table)
            if known is not None and step.table is None and subject.before.view(operation.table) is None:
                continue
            taken = Name(operation.table.schema, operation.new_name.text, operation.new_name.span)
            if context.catalog.resolve("relation", operation.table) or subject.before.resolve("relation", taken):
                continue
            name = str(operation.table).removeprefix("public.")
            is_sqlite = context.engine.family == "sqlite"  # where the view could not be written to
            message = f"Code that still uses `{name}` fails as soon as this is committed."
            statement = subject.statements[subject.positions[step.at.statement]]
            yield self.finding(step.at, message, *([] if is_sqlite else _view(operation, step, statement)))


def _view(operation: RenameTable, step: Step, statement: Statement) -> Iterator[Fix]:
    if step.in_body or step.table is None or not step.table.complete or step.table.partition_by:
        return
    columns = ", ".join(quoted(column.name) for column in step.table.columns)
    schema = f"{quoted(operation.table.schema)}." if operation.table.schema else ""
    old, new = operation.table.span.of(statement.text), f"{schema}{quoted(operation.new_name.text)}"
    text = f";\nCREATE VIEW {old} AS SELECT {columns} FROM {new}"
    yield Fix("Leave a view behind", (Edit.insert(len(statement.text), text),), FixKind.UNSAFE)
