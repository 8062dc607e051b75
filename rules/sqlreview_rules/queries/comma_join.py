"""queries/comma-join."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.queries import Query
from sqlreview.schema.joins import unconnected_sources


class CommaJoin(Rule[Query]):
    """Relations are joined by a comma and a condition in WHERE.

    Why: a condition that is forgotten, or lost in an edit, makes it a product of all rows, and nothing looks wrong.

    Instead: `JOIN ... ON`.
    """

    id = "queries/comma-join"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            SELECT o.id FROM orders AS o, users AS u WHERE u.id = o.user_id;
                                          ^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good("SELECT o.id FROM orders AS o JOIN users AS u ON u.id = o.user_id;", given=SHOP),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports relations after a comma that a condition connects; without one it is another rule's."""
        listed = [
            item for item in subject.sources if item.join == "comma" and item.kind == "table" and not item.lateral
        ]
        if not listed:
            return
        alone = {source.span for source in unconnected_sources(subject, context.catalog)}
        for source in listed:
            if source.span not in alone and "," in context.text(source.join_span or source.span):
                yield self.finding(source.span, f"What joins {source.described} stands somewhere in WHERE.")
