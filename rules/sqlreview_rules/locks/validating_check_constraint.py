"""locks/validating-check-constraint."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Rule, validated_later
from sqlreview.operations import AddCheck, AddColumn, Check


class ValidatingCheckConstraint(Rule[AddCheck | AddColumn]):
    """Adding the CHECK reads the whole table while nobody can use it.

    Why: PostgreSQL holds ACCESS EXCLUSIVE until every existing row has been tested. A CHECK written at a new column
    makes it read all rows too, even when they all hold NULL or the same default.

    Instead: add the constraint as `NOT VALID`, which tests new rows only, and run `VALIDATE CONSTRAINT` in a later
    transaction, where reads and writes go on.
    """

    id = "locks/validating-check-constraint"
    sources = (
        "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",
        "measured on PostgreSQL 12 to 18",
    )
    examples = (
        Bad(
            """
            ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total >= 0);
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total >= 0) NOT VALID;
            ALTER TABLE orders VALIDATE CONSTRAINT orders_total_check;
            """,
            given=SHOP,
        ),
        Bad(
            """
            ALTER TABLE orders ADD COLUMN amount int CHECK (amount > 0);
                                                     ^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            ALTER TABLE orders ADD COLUMN amount int, ADD CONSTRAINT orders_amount_check CHECK (amount > 0) NOT VALID;
            ALTER TABLE orders VALIDATE CONSTRAINT orders_amount_check;
            """,
            given=SHOP,
        ),
        Good("ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total >= 0) NOT VALID;", given=SHOP),
        Good(
            """
            CREATE TABLE carts (id bigint PRIMARY KEY, quantity integer NOT NULL);
            ALTER TABLE carts ADD CHECK (quantity > 0);
            """
        ),
    )

    small_tables: frozenset[str] = frozenset()
    """Tables with so few rows that nobody notices the wait."""

    def check(self, subject: AddCheck | AddColumn, context: Context) -> Iterator[Finding]:
        """Reports a CHECK that is tested at once on a table in use."""
        if subject.table.text in self.small_tables or not context.is_live(subject.table):
            return
        # a rewrite tests the rows by the way, and locks/add-column-rewrite speaks of it
        if not context.impact.scans or context.impact.rewrites:
            return
        for check in _checks(subject):
            if check.timing.enforced and not check.timing.not_valid:
                at = check.span if isinstance(subject, AddColumn) else subject.span
                yield self.finding(at, context.impact.explain(), *validated_later(context, subject, check))


def _checks(subject: AddCheck | AddColumn) -> tuple[Check, ...]:
    if isinstance(subject, AddCheck):
        return (subject.constraint,)
    return tuple(item for item in subject.column.constraints if isinstance(item, Check))
