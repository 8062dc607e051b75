"""locks/validating-foreign-key."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Rule, Severity, validated_later
from sqlreview.operations import SERIAL_TYPES, AddColumn, AddForeignKey, ForeignKey


class ValidatingForeignKey(Rule[AddForeignKey | AddColumn]):
    """Adding the foreign key checks every row while writes to both tables wait.

    Why: PostgreSQL locks both tables against writes (SHARE ROW EXCLUSIVE) and keeps the locks until every existing
    row has been compared with the referenced table and the transaction has ended. `ADD COLUMN ... REFERENCES` does so
    as soon as the column has a DEFAULT, be it NULL.

    Instead: add the constraint as `NOT VALID`, which checks new rows only, and run `VALIDATE CONSTRAINT` in a later
    transaction, where writes go on.
    """

    id = "locks/validating-foreign-key"
    versions = "NOT VALID on a partitioned table: postgres >= 18"
    sources = ("https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",)
    examples = (
        Bad(
            """
            ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users (id);
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID;
            ALTER TABLE orders VALIDATE CONSTRAINT orders_user_fk;
            """,
            given=SHOP,
        ),
        Good(
            """
            ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID;
            ALTER TABLE orders VALIDATE CONSTRAINT orders_user_fk;
            """,
            given=SHOP,
        ),
        Good(
            """
            CREATE TABLE carts (id bigint PRIMARY KEY, user_id bigint NOT NULL UNIQUE);
            ALTER TABLE carts ADD FOREIGN KEY (user_id) REFERENCES users (id);
            """,
            given=SHOP,
        ),
    )

    small_tables: frozenset[str] = frozenset()
    """Tables with so few rows that nobody notices the wait."""

    def check(self, subject: AddForeignKey | AddColumn, context: Context) -> Iterator[Finding]:
        """Reports a foreign key that is validated at once on a table in use."""
        if subject.table.text in self.small_tables or not context.is_live(subject.table) or not context.impact.scans:
            return
        key = subject.constraint if isinstance(subject, AddForeignKey) else _key_of_filled_column(subject)
        if key is None:
            return
        refused = context.version < 18 and context.catalog.is_partitioned(subject.table)
        fixes = () if refused else validated_later(context, subject, key)
        severity = Severity.INFO if _is_empty_yet(key, subject, context) else None
        at = key.span if isinstance(subject, AddColumn) else subject.span
        yield self.finding(at, context.impact.explain(), *fixes, severity=severity)


def _key_of_filled_column(subject: AddColumn) -> ForeignKey | None:
    """The foreign key of a new column in which existing rows get a value; without one they are not looked at."""
    column = subject.column
    is_serial = column.type is not None and column.type.name in SERIAL_TYPES
    filled = column.default or column.generated or column.identity or is_serial
    return next((key for key in column.foreign_keys if filled and key.timing.enforced), None)


def _is_empty_yet(key: ForeignKey, subject: AddForeignKey | AddColumn, context: Context) -> bool:
    """Whether this file has added the column without a value, so that the scan finds NULL only."""
    table = context.catalog.table(subject.table)
    column = table.column(key.columns[0].text) if table and len(key.columns) == 1 else None
    return column is not None and column.origin.is_beside(context.origin) and column.default is None
