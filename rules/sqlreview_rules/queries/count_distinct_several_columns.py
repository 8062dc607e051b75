"""queries/count-distinct-several-columns."""

from collections.abc import Iterator

from sqlreview import SHOP_MYSQL, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.queries import Query, functions_of
from sqlreview.schema.resolution import column_of


class CountDistinctSeveralColumns(Rule[Query]):
    """COUNT(DISTINCT a, b) leaves out every row where one of them is NULL.

    Why: of the combinations that a GROUP BY of the same columns shows, those with a NULL are not counted.

    Instead: `SELECT count(*) FROM (SELECT DISTINCT a, b FROM t) AS x`.
    """

    id = "queries/count-distinct-several-columns"
    engines = ("mysql", "mariadb")
    severity = Severity.INFO
    sources = ("measured on MariaDB 10.11",)
    examples = (
        Bad(
            """
            SELECT COUNT(DISTINCT user_id, product_id) AS pairs FROM orders;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP_MYSQL,
            engine="mysql",
        ),
        Good("SELECT COUNT(DISTINCT user_id, status) AS pairs FROM orders;", given=SHOP_MYSQL, engine="mysql"),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports counts of several values one of which is not known to be NOT NULL."""
        for call in functions_of(subject):
            if call.name == "count" and call.distinct and len(call.arguments) > 1:
                found = [column_of(item.column, subject, context.catalog) for item in call.arguments if item.column]
                if len(found) < len(call.arguments) or not all(entry and entry[1].not_null for entry in found):
                    yield self.finding(call.span, "Rows in which one of the values is NULL are not counted.")
