"""data/truncate-cascade."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Rule, Severity, is_for_tests
from sqlreview.operations import Truncate

_REFERENCED = (
    SHOP
    + "ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID;\n"
    + "ALTER TABLE orders VALIDATE CONSTRAINT orders_user_fk;\n"
)


class TruncateCascade(Rule[Truncate]):
    """TRUNCATE CASCADE also empties every table that references this one.

    Why: the statement names one table, and PostgreSQL deletes all rows of the tables with foreign keys to it, of the
    tables with foreign keys to those, and so on.

    Instead: name every table that is to be emptied; without CASCADE the server refuses to forget one.
    """

    id = "data/truncate-cascade"
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/sql-truncate.html",)
    examples = (
        Bad(
            """
            TRUNCATE users CASCADE;
            ^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=_REFERENCED,
        ),
        Good("CREATE TEMPORARY TABLE batch (id bigint PRIMARY KEY);\nTRUNCATE batch CASCADE;"),
    )

    def check(self, subject: Truncate, context: Context) -> Iterator[Finding]:
        """Reports a TRUNCATE that spreads."""
        if not subject.cascade or not context.is_live(subject.table) or is_for_tests(context.place):
            return
        emptied = [f"`{name.removeprefix('public.')}`" for name, _ in context.impact.locks]
        table = context.catalog.table(subject.table)
        if len(emptied) > 1:
            message = f"Empties {', '.join(emptied[:-1])} and {emptied[-1]}, although it names one table."
        elif table is not None and table.complete:
            message = f"Empties {emptied[0]} and every table that references it, now or later."
        else:
            message = f"Empties {emptied[0]} and every table that references it."
        yield self.finding(subject.span, message)
