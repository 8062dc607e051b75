"""locks/column-type-rewrite."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import SetColumnType


class ColumnTypeRewrite(Rule[SetColumnType]):
    """Changing the column type rewrites the whole table under an exclusive lock.

    Why: unless the stored bytes of the old type are valid in the new one, PostgreSQL writes every row and every index
    again, and reads and writes wait for the whole time. Longer or unlimited varchar, varchar to text and more digits
    of numeric with the same scale are free; integer to bigint, shorter varchar, another scale and json to jsonb are
    not, nor is a USING that does more than cast.

    Instead: add a column of the new type, keep both in step with a trigger, fill it in batches, swap the names in one
    transaction and drop the old column later.
    """

    id = "locks/column-type-rewrite"
    versions = "timestamp to timestamptz without a rewrite (under TimeZone UTC): postgres >= 12"
    sources = (
        "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",
        "measured on PostgreSQL 12 to 18",
    )
    examples = (
        Bad(
            """
            ALTER TABLE orders ALTER COLUMN total TYPE numeric(14, 4);
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good("ALTER TABLE orders ALTER COLUMN total TYPE numeric(14, 2);", given=SHOP),
        Good("ALTER TABLE orders ALTER COLUMN status TYPE text;", given=SHOP),
        Good(
            """
            CREATE TABLE carts (id integer PRIMARY KEY);
            ALTER TABLE carts ALTER COLUMN id TYPE bigint;
            """
        ),
    )

    small_tables: frozenset[str] = frozenset()
    """Tables with so few rows that nobody notices the wait."""

    def check(self, subject: SetColumnType, context: Context) -> Iterator[Finding]:
        """Reports a change of type that rewrites a table in use; one from an unknown type as information."""
        if subject.table.text in self.small_tables or not context.is_live(subject.table):
            return
        if not context.impact.rewrites:
            return
        table = context.catalog.table(subject.table)
        column = table.column(subject.column.text) if table else None
        if column is not None and column.type is not None:
            yield self.finding(subject.span, context.impact.explain())
            return
        message = (
            f"Rewrites every row of `{subject.table}` while reads and writes wait, unless the present type of "
            f"`{subject.column}`, which is not known here, is stored the same way."
        )
        yield self.finding(subject.span, message, severity=Severity.INFO)
