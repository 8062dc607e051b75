"""queries/unqualified-column."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, Good, Rule, Severity, Span
from sqlreview.queries import Query, Source
from sqlreview.schema.bare_columns import bare_columns
from sqlreview.schema.naming import quoted


class UnqualifiedColumn(Rule[Query]):
    """A column of a query over several tables has no qualifier.

    Why: a column of that name that is added to the other table later makes the name ambiguous, and the query fails.

    Instead: qualify it.
    """

    id = "queries/unqualified-column"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            SELECT o.id, email FROM orders AS o JOIN users AS u ON u.id = o.user_id WHERE o.id = 4;
                         ^^^^^
            """,
            fixed="""
            SELECT o.id, u.email FROM orders AS o JOIN users AS u ON u.id = o.user_id WHERE o.id = 4;
            """,
            given=SHOP,
        ),
        Good("SELECT o.id, u.email FROM orders AS o JOIN users AS u ON u.id = o.user_id WHERE o.id = 4;", given=SHOP),
        Good("SELECT id, total FROM orders WHERE id = 4;", given=SHOP),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports bare names where there is more than one relation they may mean."""
        if len(subject.sources) < 2:
            return
        for reference, owner in bare_columns(subject, context.body is not None, context.catalog):
            message = f"`{reference.column}` does not say which relation it is a column of."
            yield self.finding(reference.span, message, *_fixes(reference.span, owner))


def _fixes(at: Span, owner: Source | None) -> Iterator[Fix]:
    if owner and owner.exposed_name:
        yield Fix("Qualify it", (Edit.insert(at.start, f"{quoted(owner.exposed_name)}."),))
