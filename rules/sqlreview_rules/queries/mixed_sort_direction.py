"""queries/mixed-sort-direction."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.queries import Select
from sqlreview.schema.sort_directions import index_in_other_directions

_BIDS = """
CREATE TABLE bids (id bigint PRIMARY KEY, lot_id bigint NOT NULL, amount numeric(12, 2) NOT NULL);
CREATE INDEX bids_lot_id_amount_idx ON bids (lot_id, amount);
"""


class MixedSortDirection(Rule[Select]):
    """The sort mixes directions and no index is built that way.

    Why: an index can be read backwards as a whole, not column by column, so all rows are read and sorted before the
    first page is known.

    Instead: an index with these directions, `CREATE INDEX ... ON bids (lot_id, amount DESC)`, or one direction.
    """

    id = "queries/mixed-sort-direction"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    versions = "mysql >= 8, mariadb >= 10.8"
    sources = ("https://www.postgresql.org/docs/current/indexes-ordering.html",)
    grows = True
    examples = (
        Bad(
            """
            SELECT id FROM bids ORDER BY lot_id, amount DESC LIMIT 20;
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=_BIDS,
        ),
        Good("SELECT id FROM bids ORDER BY lot_id DESC, amount DESC LIMIT 20;", given=_BIDS),
    )

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports sorted pages that an index with other directions would have served."""
        if not subject.order_by or not subject.limit or len(subject.order_by.keys) < 2:
            return
        if context.engine.family == "mysql" and not _sorts_indexes(context):
            return
        index = index_in_other_directions(subject, context.catalog)
        if index is not None:
            message = f"`{index.name}` has these columns in other directions, so all rows are sorted for one page."
            yield self.finding(subject.order_by.span, message)


def _sorts_indexes(context: Context) -> bool:
    """Whether the server heeds DESC in an index."""
    return context.version >= (8 if context.engine.name == "mysql" else 11)
