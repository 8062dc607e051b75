"""queries/correlated-by-accident."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Query
from sqlreview.schema.accidental_outer import OuterColumn, accidental_outer_columns
from sqlreview.schema.naming import quoted


class CorrelatedByAccident(Rule[Query]):
    """A column inside the subquery comes from the outer query because the inner table does not have it.

    Why: the subquery then returns the outer row's own value for every inner row, the condition is true for every row,
    and a DELETE takes the whole table. No error says so.

    Instead: qualify the columns of subqueries.
    """

    id = "queries/correlated-by-accident"
    engines = EVERY_ENGINE
    severity = Severity.ERROR
    subsumes = ("queries/unknown-column",)
    examples = (
        Bad(
            """
            DELETE FROM orders WHERE user_id IN (SELECT user_id FROM users WHERE status = 'gone');
                                                        ^^^^^^^
            """,
            given=SHOP,
        ),
        Good("SELECT total FROM orders WHERE user_id IN (SELECT id FROM users WHERE status = 'gone');", given=SHOP),
        Good("SELECT o.id FROM orders AS o WHERE o.user_id IN (SELECT o.user_id FROM users WHERE id = 1);", given=SHOP),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports bare outputs of IN, ANY and ALL subqueries that no inner relation has."""
        for found in accidental_outer_columns(subject, context.catalog):
            column = found.reference.column
            message = f"{found.inner} has no column `{column}`, so this is the one of {found.outer} outside."
            yield self.finding(found.reference.span, message, *_fixes(found))


def _fixes(found: OuterColumn) -> Iterator[Fix]:
    if found.nearest:
        edit = Edit.replace(found.reference.span, quoted(found.nearest))
        yield Fix(f"Say {found.nearest}"[:40], (edit,), FixKind.GUIDANCE)
