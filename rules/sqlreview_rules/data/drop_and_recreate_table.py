"""data/drop-and-recreate-table."""

from collections.abc import Iterator

from sqlreview import (
    EVERY_ENGINE,
    SHOP,
    SHOP_MYSQL,
    Bad,
    Context,
    Finding,
    Good,
    Migration,
    Rule,
    Severity,
    Span,
    tables_read,
)
from sqlreview.operations import CreateTable, DropTable, Name, RenameTable
from sqlreview.operations.written import words_of
from sqlreview.schema import Table

_SCRATCH = frozenset(
    ("test", "tests", "fixture", "fixtures", "seed", "seeds", "mock", "mocks", "demo", "sample", "samples", "bench")
)
"""Words of paths to files that only run where rows may be lost."""


class DropAndRecreateTable(Rule[Migration]):
    """The table is dropped and created again, so all its rows are lost.

    Why: a script that begins with DROP TABLE is right on an empty database, and empties every other one it is run on.
    `CREATE OR REPLACE TABLE` of MariaDB does it in one statement.

    Instead: `CREATE TABLE IF NOT EXISTS` for a table that may be there, `ALTER TABLE` to change it.
    """

    id = "data/drop-and-recreate-table"
    engines = EVERY_ENGINE
    severity = Severity.ERROR
    subsumes = ("data/drop-table",)
    examples = (
        Bad(
            """
            DROP TABLE IF EXISTS products;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            CREATE TABLE products (id uuid PRIMARY KEY, name text NOT NULL);
            """,
            given=SHOP,
        ),
        Good("CREATE TABLE IF NOT EXISTS products (id uuid PRIMARY KEY);", given=SHOP),
        Bad(
            """
            DROP TABLE products;
            ^^^^^^^^^^^^^^^^^^^
            CREATE TABLE products (id int PRIMARY KEY, name varchar(200) NOT NULL);
            """,
            given=SHOP_MYSQL,
            engine="mysql",
        ),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports tables that the file finds, empties in this way, and does not fill again from a copy."""
        made = {item.table: position for position, item in subject.operations(CreateTable) if not item.temporary}
        if not made or subject.is_dump or not _SCRATCH.isdisjoint(words_of(context.place)):
            return
        kept = {*tables_read(subject), *(item.table.text for _, item in subject.operations(RenameTable))}
        for position, operation in subject.operations(DropTable, CreateTable):
            name, span = operation.table, operation.span
            is_made_anew = made.get(name, -1) > position
            if isinstance(operation, CreateTable):
                is_made_anew, span = operation.or_replace and name in made, Span(span.start, name.span.end)
            if is_made_anew and name.text not in kept and _has_rows(name, len(made), subject, context):
                shown = str(name).removeprefix("public.")
                message = f"Every row of `{shown}` is lost, because the file makes the table anew."
                yield self.finding(subject.origins[position].within(span), message)


def _has_rows(name: Name, made: int, migration: Migration, context: Context) -> bool:
    """Whether the table was there before the file; of a script that stands alone that is assumed of one table."""
    table = migration.before.table(name)
    if table is not None:
        return not table.temporary and not context.created_in_run(table)
    return made == 1 and next(migration.before.all(Table), None) is None
