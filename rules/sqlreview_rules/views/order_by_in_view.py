"""views/order-by-in-view."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import CreateMaterializedView
from sqlreview.operations.written import space_before
from sqlreview.queries import Select, SetOperation


class OrderByInView(Rule[Select | SetOperation]):
    """ORDER BY in a view definition costs a sort and guarantees no order.

    Why: only the ORDER BY of the query that reads the view counts. The sort is made all the same, also for a join or a
    count.

    Instead: sort where the view is read.
    """

    id = "views/order-by-in-view"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    examples = (
        Bad(
            """
            CREATE VIEW sorted AS SELECT id FROM orders ORDER BY id;
                                                        ^^^^^^^^^^^
            """,
            fixed="""
            CREATE VIEW sorted AS SELECT id FROM orders;
            """,
            given=SHOP,
        ),
        Good("CREATE VIEW latest AS SELECT id FROM orders ORDER BY id DESC LIMIT 10;", given=SHOP),
    )

    def check(self, subject: Select | SetOperation, context: Context) -> Iterator[Finding]:
        """Reports a sort of the whole view; of a materialized one it may put the rows in order on the disk."""
        if subject.role != "view" or subject.order_by is None or subject.limit or subject.offset:
            return
        is_kept = any(isinstance(item, CreateMaterializedView) for item in context.statement.operations)
        if not is_kept and not (isinstance(subject, Select) and subject.distinct_on):
            removed = space_before(subject.order_by.span, context.statement.text)
            fix = Fix("Take ORDER BY away", (Edit.delete(removed),), FixKind.UNSAFE)
            yield self.finding(subject.order_by.span, "Whoever reads the view gets its rows in any order.", fix)
