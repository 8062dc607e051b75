"""queries/never-true-condition."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Rule
from sqlreview.queries import Query, conditions_of
from sqlreview.queries.contradictions import contradiction_in


class NeverTrueCondition(Rule[Query]):
    """The condition can never be true, so nothing is returned or changed.

    Why: `state = 'open' AND state = 'closed'` is true of no row, `id IN (NULL)` is never true, and a BETWEEN whose
    bounds are the wrong way round is empty. There is no error, only an empty result.

    Instead: `IN ('open', 'closed')`, `IS NULL`, and the smaller bound first.
    """

    id = "queries/never-true-condition"
    engines = EVERY_ENGINE
    sources = ("measured on PostgreSQL, MariaDB and SQLite",)
    examples = (
        Bad(
            """
            SELECT id FROM orders WHERE status = 'new' AND status = 'paid';
                                                           ^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Bad(
            """
            SELECT id FROM orders WHERE total BETWEEN 5 AND 1;
                                        ^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good("SELECT id FROM orders WHERE status IN ('new', 'paid') AND total BETWEEN 1 AND 5;", given=SHOP),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports the first part of WHERE, ON or HAVING that rules out every row."""
        for condition in conditions_of(subject):
            found = contradiction_in(condition)
            if found is not None:
                span, reason = found
                yield self.finding(span, f"The condition is true for no row: {reason}.")
