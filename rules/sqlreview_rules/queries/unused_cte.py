"""queries/unused-cte."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Span
from sqlreview.operations.written import without_item
from sqlreview.queries import CommonTable, Query, Write
from sqlreview.queries.common_tables import is_read_anywhere


class UnusedCte(Rule[Query]):
    """A WITH clause names a query that nothing reads.

    Why: the server never runs it, and whoever reads the statement looks for what it is there for. Often the main query
    was meant to read it and reads the table instead.

    Instead: read it, or take it out.
    """

    id = "queries/unused-cte"
    tag = "unnecessary"
    engines = EVERY_ENGINE
    examples = (
        Bad(
            """
            WITH recent AS (SELECT id FROM orders WHERE total > 10) SELECT id FROM users WHERE id = $1;
                 ^^^^^^
            """,
            fixed="""
            SELECT id FROM users WHERE id = $1;
            """,
            given=SHOP,
        ),
        Good(
            """
            WITH recent AS (SELECT user_id FROM orders WHERE total > 10)
            SELECT u.id FROM users AS u JOIN recent AS r ON r.user_id = u.id;
            """,
            given=SHOP,
        ),
        Good(
            "WITH gone AS (DELETE FROM orders WHERE id = $1 RETURNING id) SELECT count(*) FROM users;",
            given=SHOP,
        ),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports common tables that only read, and are read by nothing but themselves."""
        for table in subject.ctes:
            if table.query is None or isinstance(table.query, Write) or is_read_anywhere(table, context.queries):
                continue
            lost = " and locks none of its rows" if getattr(table.query, "locking", ()) else ""
            message = f"Nothing reads `{table.name}`, so the server never runs it{lost}."
            yield self.finding(table.name.span, message, *_fixes(table, subject))


def _fixes(table: CommonTable, query: Query) -> Iterator[Fix]:
    item = without_item(table.span, (other.span for other in query.ctes))
    keyword = getattr(query, "keyword", None)
    if item is None and isinstance(keyword, Span):
        item = Span(query.span.start, keyword.start)
    if item is not None:
        yield Fix("Take it out", (Edit.delete(item),), FixKind.UNSAFE)
