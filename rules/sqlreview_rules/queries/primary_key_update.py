"""queries/primary-key-update."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.queries import Update
from sqlreview.schema.keys import primary_key_columns
from sqlreview.schema.resolution import table_of


class PrimaryKeyUpdate(Rule[Update]):
    """The statement changes a primary key.

    Why: whatever refers to the row without a foreign key, in other systems, caches and links, refers to nothing now.
    All foreign keys to it are checked.

    Instead: a key that never changes, and a column for what does.
    """

    id = "queries/primary-key-update"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    enabled = False
    examples = (
        Bad(
            """
            UPDATE products SET name = 'x', price = 3 WHERE price = 4;
                                ^^^^        ^^^^^
            """,
            given="CREATE TABLE products (name text, price int, PRIMARY KEY (name, price));",
        ),
        Good("UPDATE products SET name = 'x' WHERE id = 3;", given=SHOP),
    )

    def check(self, subject: Update, context: Context) -> Iterator[Finding]:
        """Reports columns of the primary key of a known table."""
        table = table_of(subject.target, context.catalog)
        keys = primary_key_columns(table) if table else ()
        for column in (column for item in subject.assignments for column in item.columns):
            if column.text in keys:
                yield self.finding(column.span, f"`{column}` belongs to the primary key of {subject.target.described}.")
