"""views/concurrent-refresh-without-unique-index."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Migration, Related, Rule, Severity
from sqlreview.operations import RefreshMaterializedView
from sqlreview.operations.refreshes import refreshed_in_text
from sqlreview.schema import Index, View

_DAILY = """
CREATE TABLE sales (id bigint PRIMARY KEY, day date NOT NULL, amount numeric(12, 2) NOT NULL);
CREATE MATERIALIZED VIEW daily AS SELECT day, sum(amount) AS total FROM sales GROUP BY day;
"""


class ConcurrentRefreshWithoutUniqueIndex(Rule[RefreshMaterializedView | Migration]):
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

    def check(self, subject: RefreshMaterializedView | Migration, context: Context) -> Iterator[Finding]:
        """Reports concurrent refreshes of views that lack what they need, those of functions and schedules at last."""
        if isinstance(subject, Migration):
            yield from self._in_texts(subject, context)
            return
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

    def _in_texts(self, migration: Migration, context: Context) -> Iterator[Finding]:
        for position, statement in enumerate(migration.statements):
            for name in refreshed_in_text(statement.text, statement.operations):
                view = context.catalog.view(name)
                if view is not None and view.materialized and not any(map(_is_usable, view.indexes)):
                    reason = "has no unique index on plain columns without WHERE"
                    message = f"`{view.name}` {reason}, so the server refuses to refresh it CONCURRENTLY."
                    yield self.finding(migration.origins[position].within(name.span), message)


def _reason(view: View, context: Context) -> str | None:
    if not any(_is_usable(index) for index in view.indexes):
        return "has no unique index on plain columns without WHERE"
    if not view.populated and context.created_in_file(view):
        return "has no rows yet"
    return None


def _is_usable(index: Index) -> bool:
    return index.unique and index.valid and index.predicate is None and None not in index.columns
