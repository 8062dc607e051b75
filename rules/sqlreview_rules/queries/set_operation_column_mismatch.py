"""queries/set-operation-column-mismatch."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.queries import Query, SetOperation, Values
from sqlreview.schema.resolution import star_columns


class SetOperationColumnMismatch(Rule[SetOperation]):
    """The branches of the set operation return different numbers of columns.

    Why: UNION, INTERSECT and EXCEPT put rows of one shape together; every server refuses the query.

    Instead: the same columns in every branch, NULL or a constant where one has none.
    """

    id = "queries/set-operation-column-mismatch"
    engines = EVERY_ENGINE
    severity = Severity.ERROR
    sources = ("measured on PostgreSQL, MariaDB and SQLite",)
    examples = (
        Bad(
            """
            SELECT id, email FROM users UNION ALL SELECT id FROM orders;
                                                  ^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
            sqlstate="42601",
        ),
        Good("SELECT id, email FROM users UNION ALL SELECT id, note FROM orders;", given=SHOP),
    )

    def check(self, subject: SetOperation, context: Context) -> Iterator[Finding]:
        """Reports the first branch that differs from the first one."""
        wanted = _width(subject.branches[0], context)
        for branch in subject.branches[1:]:
            width = _width(branch, context)
            if wanted is not None and width is not None and width != wanted:
                message = f"This branch returns {_columns(width)}, the first one {_columns(wanted)}."
                yield self.finding(branch.span, message)
                return


def _columns(count: int) -> str:
    return "1 column" if count == 1 else f"{count} columns"


def _width(query: Query, context: Context) -> int | None:
    """The number of columns a branch returns; None where a star is not known."""
    match query:
        case SetOperation(branches=(first, *_)):
            return _width(first, context)
        case Values(rows=(row, *_)):
            return len(row)
    count = 0
    for output in query.output_list:
        if output.star is None and (output.value.kind == "star" or output.value.text.endswith(".*")):
            return None
        columns = star_columns(output.star, query, context.catalog) if output.star else (None,)
        if columns is None:
            return None
        count += len(columns)
    return count or None
