"""indexes/brin-on-uncorrelated-column."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.schema import Column, Table

_SCATTERED = frozenset(("uuid", "text", "varchar", "char", "boolean", "citext"))
_RANDOM = frozenset(("random", "gen_random_uuid", "uuid_generate_v4", "md5"))


class BrinOnUncorrelatedColumn(Rule[Table]):
    """A BRIN index stands on a column whose values do not follow the order of the rows.

    Why: the index keeps the lowest and highest value of each block of pages. Where every block has values from one end
    to the other, it leaves out none of them.

    Instead: a B-tree, or BRIN on the time or number that grows with the table.
    """

    id = "indexes/brin-on-uncorrelated-column"
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/brin.html",)
    examples = (
        Bad(
            """
            CREATE TABLE visits (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), at timestamptz NOT NULL);
            CREATE INDEX visits_id ON visits USING brin (id);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """
        ),
        Good(
            """
            CREATE TABLE visits (id bigint PRIMARY KEY, at timestamptz NOT NULL);
            CREATE INDEX visits_at ON visits USING brin (at);
            """
        ),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports indexes, as they are after the last migration, over such columns; bloom classes need no order."""
        for index in subject.indexes:
            for key in index.keys if index.method == "brin" and index.parent is None else ():
                column = subject.column(key.column.text) if key.column and not key.operator_class else None
                if column is not None and _is_scattered(column):
                    message = f"Values of `{subject.name}.{column.name}` are everywhere, so BRIN leaves out no page."
                    yield self.finding(index.origin, message)
                    break


def _is_scattered(column: Column) -> bool:
    kind, default = column.type, column.default
    is_random = default is not None and not _RANDOM.isdisjoint(default.functions)
    return is_random or (kind is not None and not kind.dimensions and kind.name in _SCATTERED)
