"""locks/validate-in-same-transaction."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Related, Rule, validation_left
from sqlreview.operations import ValidateConstraint


class ValidateInSameTransaction(Rule[ValidateConstraint]):
    """The constraint is validated in the transaction that added it, so the strong lock is held during the scan.

    Why: VALIDATE CONSTRAINT reads the whole table and needs a weak lock only. The lock of ADD CONSTRAINT is kept until
    the transaction ends: with a CHECK nobody reads or writes the table during the scan, with a foreign key nobody
    writes to either table.

    Instead: commit after `ADD CONSTRAINT ... NOT VALID`, and validate in the next migration.
    """

    id = "locks/validate-in-same-transaction"
    sources = ("https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",)
    examples = (
        Bad(
            """
            BEGIN;
            ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total >= 0) NOT VALID;
            ALTER TABLE orders VALIDATE CONSTRAINT orders_total_check;
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            COMMIT;
            """,
            given=SHOP,
        ),
        Good(
            """
            BEGIN;
            ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total >= 0) NOT VALID;
            COMMIT;
            ALTER TABLE orders VALIDATE CONSTRAINT orders_total_check;
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: ValidateConstraint, context: Context) -> Iterator[Finding]:
        """Reports a validation under the lock of its own ADD CONSTRAINT."""
        table = context.catalog.table(subject.table)
        constraint = table.constraint(subject.name.text) if table else None
        if table is None or constraint is None or constraint.valid or not context.is_live(subject.table):
            return
        added = constraint.origin
        at_once = added.path == context.origin.path and added.statement == context.origin.statement
        together = added.path == context.origin.path and added.transaction == context.origin.transaction
        if at_once or (together and context.in_transaction):
            wait = "writes" if constraint.kind == "foreign key" else "reads and writes"
            message = (
                f"{wait.capitalize()} of `{table.name}` wait during this scan, because ADD CONSTRAINT still locks it."
            )
            related = (Related("The constraint is added here.", added),)
            yield self.finding(subject.span, message, *validation_left(context, subject), related=related)
