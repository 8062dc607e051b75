"""locks/blocking-matview-refresh."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import RefreshMaterializedView
from sqlreview.schema import Index, View

_TOTALS = "CREATE MATERIALIZED VIEW totals AS SELECT user_id, sum(total) AS total FROM orders GROUP BY user_id;\n"
_KEY = "CREATE UNIQUE INDEX totals_user_id_key ON totals (user_id);\n"


class BlockingMatviewRefresh(Rule[RefreshMaterializedView]):
    """Refreshing the materialized view blocks everyone who reads it.

    Why: REFRESH MATERIALIZED VIEW holds ACCESS EXCLUSIVE on the view while its query runs, so every reader waits.

    Instead: `REFRESH MATERIALIZED VIEW CONCURRENTLY`, which works in a transaction too and lets readers see the old
    rows meanwhile. It needs a unique index over plain columns without WHERE, and a view that has been filled before.
    """

    id = "locks/blocking-matview-refresh"
    sources = ("https://www.postgresql.org/docs/current/sql-refreshmaterializedview.html",)
    examples = (
        Bad(
            """
            REFRESH MATERIALIZED VIEW totals;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            REFRESH MATERIALIZED VIEW CONCURRENTLY totals;
            """,
            given=SHOP + _TOTALS + _KEY,
        ),
        Bad(
            """
            REFRESH MATERIALIZED VIEW totals;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP + _TOTALS,
        ),
        Good("REFRESH MATERIALIZED VIEW CONCURRENTLY totals;", given=SHOP + _TOTALS + _KEY),
        Good("REFRESH MATERIALIZED VIEW totals WITH NO DATA;", given=SHOP + _TOTALS + _KEY),
        Good(
            """
            CREATE MATERIALIZED VIEW names AS SELECT id, name FROM users WITH NO DATA;
            CREATE UNIQUE INDEX names_id_key ON names (id);
            REFRESH MATERIALIZED VIEW names;
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: RefreshMaterializedView, context: Context) -> Iterator[Finding]:
        """Reports a refresh that makes the readers of a view in use wait."""
        if subject.concurrently or not subject.with_data or not context.is_live(subject.view):
            return
        view = context.catalog.view(subject.view)
        if view is not None and not view.populated:
            return
        waits = f"Locks `{subject.view}` while its query runs, so everyone who reads it waits"
        if view is not None and any(_identifies_rows(index) for index in view.indexes):
            yield self.finding(subject.span, f"{waits}.", *_fixes(subject, view, context))
            return
        message = f"{waits}; CONCURRENTLY would need a unique index on its columns first."
        guidance = Fix("Create a unique index, then CONCURRENTLY", (), FixKind.GUIDANCE)
        yield self.finding(subject.span, message, guidance, severity=Severity.INFO)


def _identifies_rows(index: Index) -> bool:
    return index.unique and index.valid and index.predicate is None and None not in index.columns


def _fixes(subject: RefreshMaterializedView, view: View, context: Context) -> Iterator[Fix]:
    if context.body is None:
        yield Fix("Refresh it CONCURRENTLY", (Edit.insert(subject.view_word.end, " CONCURRENTLY"),))
