"""queries/ambiguous-update-source."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule
from sqlreview.queries import Update
from sqlreview.schema.ambiguous_sources import ambiguous_sources

_PARTS = """
CREATE TABLE parts (id bigint PRIMARY KEY, price numeric(12, 2) NOT NULL);
CREATE TABLE offers (
    id bigint PRIMARY KEY,
    part_id bigint NOT NULL REFERENCES parts (id),
    price numeric(12, 2) NOT NULL
);
CREATE INDEX offers_part_id_idx ON offers (part_id);
"""


class AmbiguousUpdateSource(Rule[Update]):
    """Several rows of the source can match one row of the target, and which one wins is not defined.

    Why: the row is changed once, with the values of whichever source row comes first, and no error says that there
    were others. MERGE would raise one.

    Instead: join with a subquery that has one row for each row of the target: grouped, or DISTINCT ON with an order.
    """

    id = "queries/ambiguous-update-source"
    engines = EVERY_ENGINE
    sources = ("https://www.postgresql.org/docs/current/sql-update.html",)
    examples = (
        Bad(
            """
            UPDATE parts AS p SET price = o.price FROM offers AS o WHERE o.part_id = p.id AND p.id < 100;
                                                       ^^^^^^^^^^^
            """,
            given=_PARTS,
        ),
        Good(
            """
            UPDATE parts AS p SET price = o.price
            FROM (SELECT part_id, min(price) AS price FROM offers GROUP BY part_id) AS o
            WHERE o.part_id = p.id AND p.id < 100;
            """,
            given=_PARTS,
        ),
        Good(
            "UPDATE offers AS o SET price = p.price FROM parts AS p WHERE p.id = o.part_id AND o.id < 100;",
            given=_PARTS,
        ),
    )

    def check(self, subject: Update, context: Context) -> Iterator[Finding]:
        """Reports tables whose values are assigned and whose rows are not unique in what they are joined on."""
        if len(subject.sources) > 1:
            for source in ambiguous_sources(subject, context.catalog):
                message = f"Several rows of {source.described} can match one row, and any of them gives the value."
                yield self.finding(source.span, message)
