"""locks/set-not-null-scan."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Fix, Good, Rule, Severity, proven_not_null, validated_later
from sqlreview.operations import AddNotNull, SetColumnType, SetNotNull


class SetNotNullScan(Rule[SetNotNull | AddNotNull]):
    """SET NOT NULL reads the whole table while nobody can use it.

    Why: PostgreSQL holds ACCESS EXCLUSIVE while it looks for a NULL in every row. It skips the scan only when a
    validated `CHECK (column IS NOT NULL)` proves that there is none.

    Instead: add that CHECK as `NOT VALID`, run `VALIDATE CONSTRAINT` in another transaction, then SET NOT NULL, and
    drop the CHECK in a statement of its own. Since PostgreSQL 18 `ADD CONSTRAINT name NOT NULL column NOT VALID` and
    `VALIDATE CONSTRAINT` do the same.
    """

    id = "locks/set-not-null-scan"
    versions = "postgres >= 12; NOT NULL as NOT VALID: postgres >= 18"
    sources = ("https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL",)
    examples = (
        Bad(
            """
            ALTER TABLE orders ALTER COLUMN note SET NOT NULL;
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            ALTER TABLE orders ADD CONSTRAINT orders_note_is_set CHECK (note IS NOT NULL) NOT VALID;
            ALTER TABLE orders VALIDATE CONSTRAINT orders_note_is_set;
            ALTER TABLE orders ALTER COLUMN note SET NOT NULL;
            ALTER TABLE orders DROP CONSTRAINT orders_note_is_set;
            """,
            given=SHOP,
        ),
        Good(
            """
            ALTER TABLE orders VALIDATE CONSTRAINT orders_note_is_set;
            ALTER TABLE orders ALTER COLUMN note SET NOT NULL;
            """,
            given=SHOP + "ALTER TABLE orders ADD CONSTRAINT orders_note_is_set CHECK (note IS NOT NULL) NOT VALID;\n",
        ),
    )

    small_tables: frozenset[str] = frozenset()
    """Tables with so few rows that nobody notices the wait."""

    def check(self, subject: SetNotNull | AddNotNull, context: Context) -> Iterator[Finding]:
        """Reports a column of a table in use that is searched for NULLs."""
        if subject.table.text in self.small_tables or not context.is_live(subject.table) or not context.impact.scans:
            return
        # a new type in the same statement has its own rule, and its rewrite looks at every row anyway
        if any(isinstance(other, SetColumnType) for other in context.statement.operations):
            return
        severity = Severity.INFO if _is_filled_yet(subject, context) else None
        yield self.finding(subject.span, context.impact.explain(), *_fixes(subject, context), severity=severity)


def _is_filled_yet(subject: SetNotNull | AddNotNull, context: Context) -> bool:
    """Whether this file has added the column with a default, so that the scan finds no NULL."""
    table = context.catalog.table(subject.table)
    names = [subject.column] if isinstance(subject, SetNotNull) else subject.constraint.columns
    column = table.column(names[0].text) if table and names else None
    return column is not None and column.origin.is_beside(context.origin) and column.default is not None


def _fixes(subject: SetNotNull | AddNotNull, context: Context) -> tuple[Fix, ...]:
    if isinstance(subject, AddNotNull):
        return validated_later(context, subject, subject.constraint)
    return proven_not_null(context, subject)
