"""locks/column-type-rewrite."""

from collections.abc import Iterator

from sqlreview import SHOP, SHOP_MYSQL, Bad, Context, Finding, Good, Rule, Severity, retyped_in_steps
from sqlreview.operations import ColumnType, ModifyColumn, SetColumnType

_LISTS = ("enum", "set")
_OFTEN_THE_SAME = (*_LISTS, "varchar", "char")


class ColumnTypeRewrite(Rule[SetColumnType | ModifyColumn]):
    """Changing the column type writes every row of the table again while others wait.

    Why: unless the stored bytes of the old type are valid in the new one, the server writes every row and every index
    again. In PostgreSQL reads and writes wait for it: longer varchar, varchar to text and more digits of numeric with
    the same scale are free; integer to bigint, shorter varchar, another scale, json to jsonb and a USING that does more
    than cast are not. MySQL and MariaDB copy the table while writes wait for nearly every type but a longer varchar,
    and for that too where the length of a value comes to need a second byte.

    Instead: add a column of the new type, keep both in step with a trigger, fill it in batches, swap the names in one
    transaction and drop the old column later.
    """

    id = "locks/column-type-rewrite"
    engines = ("postgres", "mysql", "mariadb")
    versions = "timestamp to timestamptz without a rewrite (under TimeZone UTC): postgres >= 12"
    sources = (
        "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",
        "measured on PostgreSQL 12 to 18 and on MariaDB 10.11",
    )
    examples = (
        Bad(
            """
            ALTER TABLE orders ALTER COLUMN total TYPE numeric(14, 4);
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            ALTER TABLE orders ADD COLUMN total_new numeric(14, 4);
            -- file: ...
            """,
            given=SHOP,
        ),
        Bad(
            """
            ALTER TABLE orders MODIFY total decimal(14, 2);
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP_MYSQL,
            engine="mysql",
        ),
        Good("ALTER TABLE orders ALTER COLUMN total TYPE numeric(14, 2);", given=SHOP),
        Good("ALTER TABLE orders MODIFY status varchar(40) NOT NULL DEFAULT 'new';", given=SHOP_MYSQL, engine="mysql"),
    )

    small_tables: frozenset[str] = frozenset()
    """Tables with so few rows that nobody notices the wait."""

    def check(self, subject: SetColumnType | ModifyColumn, context: Context) -> Iterator[Finding]:
        """Reports a change of type that rewrites a table in use; one from an unknown type as information."""
        if subject.table.text in self.small_tables or not context.is_live(subject.table):
            return
        impact = context.impact
        if not impact.rewrites or (impact.online is not None and impact.online.refused):
            return
        table = context.catalog.table(subject.table)
        column = table.column(subject.column.text) if table else None
        old = column.type if column else None
        if isinstance(subject, ModifyColumn) and not _is_other_type(old, subject, context):
            return
        if old is not None:
            goes_on = impact.online is not None and impact.online.lock == "NONE"
            fixes = retyped_in_steps(context, subject) if isinstance(subject, SetColumnType) else ()
            yield self.finding(subject.span, impact.explain(), *fixes, severity=Severity.INFO if goes_on else None)
            return
        unless = f"unless the present type of `{subject.column}`, which is not known here, is stored the same way"
        message = f"Rewrites every row of `{subject.table}` while reads and writes wait, {unless}."
        if isinstance(subject, ModifyColumn):
            message = f"Copies `{subject.table}` while writes wait, {unless}."
        yield self.finding(subject.span, message, severity=Severity.INFO)


def _is_other_type(old: ColumnType | None, subject: ModifyColumn, context: Context) -> bool:
    """Whether MODIFY, which writes the type whatever it changes, copies the table for it; of lists other rules tell."""
    online, new = context.impact.online, subject.definition.type
    if old is None:
        return new is not None and new.name not in _OFTEN_THE_SAME and not (subject.online and subject.online.algorithm)
    if new is None or (old.name == new.name and new.name in _LISTS):
        return False
    return online is not None and online.copies and old != new
