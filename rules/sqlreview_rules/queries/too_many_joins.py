"""queries/too-many-joins."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.queries import Select
from sqlreview.schema.resolution import is_system_relation


class TooManyJoins(Rule[Select]):
    """The query joins more relations than the planner tries in every order.

    Why: PostgreSQL keeps explicit joins in their order from 8 relations on (`join_collapse_limit`) and guesses an order
    from 12 on (`geqo_threshold`), so the plan depends on how the query is written and on luck.

    Instead: several queries, or a materialized view of the part that seldom changes.
    """

    id = "queries/too-many-joins"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    enabled = False
    sources = ("https://www.postgresql.org/docs/current/runtime-config-query.html",)
    examples = (
        Bad(
            """
            SELECT o.id FROM orders AS o
            JOIN users AS a USING (id) JOIN users AS b USING (id) JOIN users AS c USING (id) JOIN users AS d USING (id)
            JOIN users AS e USING (id) JOIN users AS f USING (id) JOIN users AS g USING (id) JOIN users AS h USING (id)
            JOIN users AS i USING (id) JOIN users AS j USING (id) JOIN users AS k USING (id)
            JOIN users AS l USING (id);
                 ^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good("SELECT o.id, u.name FROM orders AS o JOIN users AS u ON u.id = o.user_id;", given=SHOP),
    )

    most: int = 12
    """How many relations one level of a query may join; a derived table counts once."""

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports the first relation that is too many."""
        if len(subject.sources) <= self.most or all(is_system_relation(source.name) for source in subject.sources):
            return
        message = f"The query joins {len(subject.sources)} relations in one level."
        yield self.finding(subject.sources[self.most].span, message)
