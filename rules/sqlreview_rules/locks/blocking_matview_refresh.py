"""locks/blocking-matview-refresh."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Migration, Rule, Severity, Span, Statement
from sqlreview.operations import CreateRoutine, Name, RefreshMaterializedView
from sqlreview.operations.refreshes import blocking_refreshes_in_text
from sqlreview.queries import functions_of
from sqlreview.schema import Index, Origin, View

_TOTALS = "CREATE MATERIALIZED VIEW totals AS SELECT user_id, sum(total) AS total FROM orders GROUP BY user_id;\n"
_KEY = "CREATE UNIQUE INDEX totals_user_id_key ON totals (user_id);\n"


class BlockingMatviewRefresh(Rule[RefreshMaterializedView | Migration]):
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

    def check(self, subject: RefreshMaterializedView | Migration, context: Context) -> Iterator[Finding]:
        """Reports a refresh that makes the readers of a view in use wait, also one that runs later."""
        if isinstance(subject, Migration):
            yield from self._later(subject, context)
            return
        view = context.catalog.view(subject.view)
        blocks = not subject.concurrently and subject.with_data and context.is_live(subject.view)
        if blocks and (view is None or view.populated):
            fix = Fix("Refresh it CONCURRENTLY", (Edit.insert(subject.view_word.end, " CONCURRENTLY"),))
            yield self._finding(subject.span, subject.view, view, *([fix] if context.body is None else []))

    def _later(self, migration: Migration, context: Context) -> Iterator[Finding]:
        """What functions do whenever they are called, and a scheduler does whenever it is time."""
        for position, statement in enumerate(migration.statements):
            if position not in migration.downs and _runs_later(statement):
                for name, span in blocking_refreshes_in_text(statement.text):
                    yield self._finding(migration.origins[position].within(span), name, context.catalog.view(name))

    def _finding(self, at: Span | Origin, name: Name, view: View | None, *fixes: Fix) -> Finding:
        waits = f"Locks `{name}` while its query runs, so everyone who reads it waits"
        if view is not None and any(_identifies_rows(index) for index in view.indexes):
            return self.finding(at, f"{waits}.", *fixes)
        message = f"{waits}; CONCURRENTLY would need a unique index on its columns first."
        guidance = Fix("Create a unique index, then CONCURRENTLY", (), FixKind.GUIDANCE)
        return self.finding(at, message, guidance, severity=Severity.INFO)


def _runs_later(statement: Statement) -> bool:
    """Whether it makes a function, or hands commands to a scheduler."""
    is_routine = any(isinstance(item, CreateRoutine) for item in statement.operations)
    return is_routine or any("schedule" in call.name for query in statement.queries for call in functions_of(query))


def _identifies_rows(index: Index) -> bool:
    return index.unique and index.valid and index.predicate is None and None not in index.columns
