"""queries/repeated-join."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Related, Rule
from sqlreview.queries import Query
from sqlreview.queries.repeated_sources import repeated_sources


class RepeatedJoin(Rule[Query]):
    """The same table is joined twice on the same condition.

    Why: both find the same rows. Where a row has several partners, the second join multiplies what the first one found;
    often one of them was meant to follow another column.

    Instead: read both from one join, or correct the condition.
    """

    id = "queries/repeated-join"
    engines = EVERY_ENGINE
    examples = (
        Bad(
            """
            SELECT o.id, a.name, b.email
            FROM orders AS o JOIN users AS a ON a.id = o.user_id JOIN users AS b ON b.id = o.user_id;
                                                                      ^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good(
            """
            SELECT o.id, a.name, b.name AS product
            FROM orders AS o JOIN users AS a ON a.id = o.user_id JOIN products AS b ON b.id = o.product_id;
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports joins that find the same rows as an earlier one."""
        for source, earlier in repeated_sources(subject):
            message = f"{source.described} is joined on the same condition as before, so it finds the same rows."
            yield self.finding(source.span, message, related=(Related("It is joined here already.", earlier.span),))
