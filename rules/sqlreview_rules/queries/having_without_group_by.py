"""queries/having-without-group-by."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, SHOP_MYSQL, Bad, Context, Finding, Good, Rule, Severity, Span
from sqlreview.queries import ColumnReference, Select, functions_of


class HavingWithoutGroupBy(Rule[Select]):
    """HAVING without GROUP BY treats the whole table as one group.

    Why: one row or none comes out. PostgreSQL rejects columns outside of aggregates, MariaDB filters rows as WHERE
    would, without an index.

    Instead: a condition about rows belongs into WHERE; for a condition about groups add GROUP BY.
    """

    id = "queries/having-without-group-by"
    engines = EVERY_ENGINE
    sources = ("measured on PostgreSQL 15, MariaDB 10.11 and SQLite 3.40",)
    examples = (
        Bad(
            """
            SELECT id FROM orders WHERE status = 'new' HAVING id > 5;
                                                       ^^^^^^^^^^^^^
            """,
            given=SHOP,
            sqlstate="42803",
        ),
        Bad(
            """
            SELECT id, total AS paid FROM orders WHERE status = 'new' HAVING paid > 5;
                                                                      ^^^^^^^^^^^^^^^
            """,
            given=SHOP_MYSQL,
            engine="mysql",
        ),
        Good("SELECT user_id, count(*) AS n FROM orders GROUP BY user_id HAVING count(*) > 5;", given=SHOP),
    )

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports HAVING by whether the server refuses it, or takes it for one group."""
        if subject.having is None or subject.group_by is not None:
            return
        aggregates = [call.span for call in functions_of(subject) if call.aggregate]
        plain = any(True for _ in _plain_columns(subject, aggregates)) or bool(subject.stars)
        family = context.engine.family
        if (plain and family == "postgres") or (family == "sqlite" and not aggregates):
            message = "HAVING without GROUP BY is about one group of all rows, so the query is refused."
            yield self.finding(subject.having.span, message, severity=Severity.ERROR)
        elif plain:
            yield self.finding(subject.having.span, "HAVING without GROUP BY is not about groups.")
        else:
            message = "HAVING without GROUP BY decides about one row for the whole table."
            yield self.finding(subject.having.span, message, severity=Severity.INFO)


def _plain_columns(query: Select, aggregates: list[Span]) -> Iterator[ColumnReference]:
    """The columns of its own relations outside of aggregates."""
    columns = [column for output in query.outputs for column in output.value.columns]
    if query.having:
        columns += query.having.predicate.columns
    for column in columns:
        is_own = column.qualifier is None or any(column.qualifier == source.exposed_name for source in query.sources)
        if is_own and not any(span.contains(column.span.start) for span in aggregates):
            yield column
