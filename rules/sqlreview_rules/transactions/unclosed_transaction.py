"""transactions/unclosed-transaction."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, Transaction


class UnclosedTransaction(Rule[Transaction]):
    """The transaction is begun but never committed, so its work is lost.

    Why: when the session ends with an open transaction, the server rolls it back without an error. In MySQL and MariaDB
    that is what was done since the last CREATE, ALTER or DROP, which commit by themselves.

    Instead: end it with `COMMIT`, or with `ROLLBACK` where the work is to be undone.
    """

    id = "transactions/unclosed-transaction"
    engines = EVERY_ENGINE
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/sql-begin.html",)
    examples = (
        Bad(
            """
            BEGIN;
            ^^^^^
            ALTER TABLE orders ADD COLUMN channel text;
            """,
            fixed="""
            BEGIN;
            ALTER TABLE orders ADD COLUMN channel text;
            COMMIT;
            """,
            given=SHOP,
        ),
        Good(
            """
            BEGIN;
            ALTER TABLE orders ADD COLUMN channel text;
            COMMIT;
            """,
            given=SHOP,
        ),
        Good(
            """
            BEGIN;
            ALTER TABLE orders ADD COLUMN channel text;
            ROLLBACK;
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: Transaction, context: Context) -> Iterator[Finding]:
        """Reports an explicit transaction that the file does not end."""
        if subject.begin is None or subject.closed:
            return
        add = Edit.insert(subject.length, "\nCOMMIT;" if subject.terminated else ";\nCOMMIT;")
        message = "Nothing commits this transaction, so its work is rolled back when the session ends."
        yield self.finding(subject.begin, message, Fix("Commit at the end", (add,), FixKind.UNSAFE))
