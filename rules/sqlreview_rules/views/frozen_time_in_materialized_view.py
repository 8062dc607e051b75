"""views/frozen-time-in-materialized-view."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import CreateMaterializedView
from sqlreview.queries import Query, predicates_of

_TIMES = frozenset(
    ("now", "current_date", "current_timestamp", "localtimestamp", "clock_timestamp", "statement_timestamp", "random")
)


class FrozenTimeInMaterializedView(Rule[Query]):
    """A materialized view freezes the current time at its last refresh.

    Why: a condition such as "of the last day" is evaluated when the view is filled. An hour later the view still shows
    the day that ended then.

    Instead: keep the time as a column and compare in the query that reads the view, or refresh it often enough.
    """

    id = "views/frozen-time-in-materialized-view"
    severity = Severity.INFO
    examples = (
        Bad(
            """
            CREATE MATERIALIZED VIEW recent AS SELECT id FROM orders WHERE created_at > now() - interval '1 day';
                                                                                        ^^^^^
            """,
            given=SHOP,
        ),
        Good("CREATE MATERIALIZED VIEW recent AS SELECT id, now() AS refreshed_at FROM orders;", given=SHOP),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports such calls in the conditions of the view's query."""
        if not any(isinstance(item, CreateMaterializedView) for item in context.statement.operations):
            return
        seen = set()
        for leaf in predicates_of(subject):
            for call in (call for value in leaf.values for call in value.functions):
                if call.name in _TIMES and call.schema in (None, "pg_catalog") and call.span not in seen:
                    seen.add(call.span)
                    yield self.finding(call.span, f"`{call.name}` is that of the last refresh, not of the query.")
