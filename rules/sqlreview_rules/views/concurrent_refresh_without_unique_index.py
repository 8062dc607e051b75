"""views/concurrent-refresh-without-unique-index."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Related, Rule, Severity
from sqlreview.operations import RefreshMaterializedView
from sqlreview.schema import Index, View

_DAILY = """
CREATE TABLE sales (id bigint PRIMARY KEY, day date NOT NULL, amount numeric(12, 2) NOT NULL);
CREATE MATERIALIZED VIEW daily AS SELECT day, sum(amount) AS total FROM sales GROUP BY day;
"""


class ConcurrentRefreshWithoutUniqueIndex(Rule[RefreshMaterializedView]):
    """A materialized view is refreshed concurrently although the server refuses it.

    Why: CONCURRENTLY compares the old rows with the new ones, for which the view needs rows and a unique index on plain
    columns without WHERE.

    Instead: create such an index first. The first refresh of a view created WITH NO DATA goes without CONCURRENTLY.
    """

    id = "views/concurrent-refresh-without-unique-index"
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/sql-refreshmaterializedview.html",)
    examples = (
        Bad(
            """
            REFRESH MATERIALIZED VIEW CONCURRENTLY daily;
                                                   ^^^^^
            """,
            given=_DAILY,
            sqlstate="55000",
        ),
        Good(
            """
            REFRESH MATERIALIZED VIEW CONCURRENTLY daily;
            """,
            given=_DAILY + "CREATE UNIQUE INDEX daily_day_idx ON daily (day) INCLUDE (total);",
        ),
    )

    def check(self, subject: RefreshMaterializedView, context: Context) -> Iterator[Finding]:
        """Reports concurrent refreshes of views that are known to lack what they need."""
        view = context.catalog.view(subject.view)
        if not subject.concurrently:
            return
        if not subject.with_data:
            yield self.finding(subject.view.span, "CONCURRENTLY and WITH NO DATA exclude each other.")
        elif view is not None and view.materialized:
            reason = _reason(view, context)
            if reason:
                related = (Related("The view is created here.", view.origin),)
                message = f"`{view.name}` {reason}, so the server refuses to refresh it CONCURRENTLY."
                yield self.finding(subject.view.span, message, related=related)


def _reason(view: View, context: Context) -> str | None:
    if not any(_is_usable(index) for index in view.indexes):
        return "has no unique index on plain columns without WHERE"
    if not view.populated and context.created_in_file(view):
        return "has no rows yet"
    return None


def _is_usable(index: Index) -> bool:
    return index.unique and index.valid and index.predicate is None and None not in index.columns
