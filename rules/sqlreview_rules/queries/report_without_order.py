"""queries/report-without-order."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.queries import Select
from sqlreview.schema.row_counts import is_single_row


class ReportWithoutOrder(Rule[Select]):
    """A query that groups its rows does not sort them.

    Why: the groups come in the order in which the plan happens to make them, another one after the next upgrade.

    Instead: ORDER BY the keys of the groups.
    """

    id = "queries/report-without-order"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            SELECT status, count(*) AS n FROM orders GROUP BY status;
                                                     ^^^^^^^^
            """,
            given=SHOP,
        ),
        Good("SELECT status, count(*) AS n FROM orders GROUP BY status ORDER BY status;", given=SHOP),
    )

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports queries for a program; what is part of another query needs no order."""
        if subject.role != "statement" or context.body is not None or subject.order_by or subject.into:
            return
        if subject.group_by and not is_single_row(subject, context.catalog):
            yield self.finding(subject.group_by.keyword, "The groups come in any order.")
