"""locks/concurrent-refresh-lock."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Rule, Severity, Transaction
from sqlreview.operations import RefreshMaterializedView

_TOTALS = f"""{SHOP}
CREATE MATERIALIZED VIEW totals AS SELECT user_id, sum(total) AS total FROM orders GROUP BY user_id;
CREATE UNIQUE INDEX totals_user_id_key ON totals (user_id);
"""


class ConcurrentRefreshLock(Rule[Transaction]):
    """A concurrent refresh still shuts out every other refresh of the view until the transaction ends.

    Why: REFRESH ... CONCURRENTLY lets others read, and takes EXCLUSIVE: a second refresh, say a scheduled one, waits
    for it, and for everything that follows in the same transaction.

    Instead: make it the last statement of the transaction, or run it outside of one.
    """

    id = "locks/concurrent-refresh-lock"
    enabled = False
    severity = Severity.HINT
    sources = ("https://www.postgresql.org/docs/current/sql-refreshmaterializedview.html",)
    examples = (
        Bad(
            """
            BEGIN;
            REFRESH MATERIALIZED VIEW CONCURRENTLY totals;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            UPDATE users SET status = 'counted' WHERE id = 1;
            COMMIT;
            """,
            given=_TOTALS,
        ),
        Good("REFRESH MATERIALIZED VIEW CONCURRENTLY totals;", given=_TOTALS),
    )

    def check(self, subject: Transaction, context: Context) -> Iterator[Finding]:
        """Reports the first refresh of a view in use that has statements behind it."""
        last = max((step.at.statement for step in subject.steps), default=0)
        for step in subject.steps:
            refresh = step.operation
            if not isinstance(refresh, RefreshMaterializedView) or not refresh.concurrently or not step.blocked:
                continue
            if step.at.statement != last:
                message = f"Other refreshes of `{refresh.view}` wait until the statements behind it are done too."
                yield self.finding(step.at, message)
                return
