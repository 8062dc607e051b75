"""queries/sum-without-coalesce."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Query
from sqlreview.queries.sums import uncovered_sums


class SumWithoutCoalesce(Rule[Query]):
    """The sum of no rows is NULL, not zero, and something is done with it.

    Why: what is added to NULL is NULL, and a comparison with it is not true. The statement is right until the first
    time that no row fits.

    Instead: `coalesce(sum(x), 0)`.
    """

    id = "queries/sum-without-coalesce"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/functions-aggregate.html",)
    examples = (
        Bad(
            """
            UPDATE products
            SET price = price - (SELECT sum(o.total) FROM orders AS o WHERE o.product_id = 3)
                                        ^^^^^^^^^^^^
            WHERE id = 3;
            """,
            fixed="""
            UPDATE products
            SET price = price - (SELECT coalesce(sum(o.total), 0) FROM orders AS o WHERE o.product_id = 3)
            WHERE id = 3;
            """,
            given=SHOP,
        ),
        Good("SELECT sum(total) AS total FROM orders WHERE user_id = $1;", given=SHOP),
        Good("SELECT user_id, sum(total) * 2 AS twice FROM orders GROUP BY user_id;", given=SHOP),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports sums over all rows of a level that are calculated with, compared or stored."""
        for found in uncovered_sums(subject, context.statement.text):
            call = found.call
            edits = (Edit.insert(call.span.start, "coalesce("), Edit.insert(found.end, ", 0)"))
            fix = Fix("Take 0 for no rows", edits, FixKind.UNSAFE)
            message = f"The sum of no rows is NULL, and so is what is {found.use} it."
            yield self.finding(call.span, message, fix)
