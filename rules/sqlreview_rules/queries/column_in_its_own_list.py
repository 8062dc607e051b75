"""queries/column-in-its-own-list."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Rule
from sqlreview.queries import Query, predicates_of


class ColumnInItsOwnList(Rule[Query]):
    """The tested column is also an element of its IN list.

    Why: the condition is true for every row in which the column is not NULL. Mostly a quote is missing, so that a word
    is read as the column of that name.

    Instead: the value that was meant.
    """

    id = "queries/column-in-its-own-list"
    engines = EVERY_ENGINE
    examples = (
        Bad(
            """
            SELECT id FROM orders WHERE status IN ('new', status);
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good("SELECT id FROM orders WHERE status IN ('new', 'status');", given=SHOP),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports lists that hold the tested column itself."""
        for leaf in predicates_of(subject):
            column = leaf.left.column if leaf.left and leaf.kind == "in-list" else None
            if column and leaf.right and any(item.column == column for item in leaf.right.items):
                message = f"The list of `{column.column}` holds the column itself, so it names every value."
                yield self.finding(leaf.span, message)
