"""indexes/range-column-before-equality."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Migration, Related, Rule
from sqlreview.schema import Index, Origin, Table
from sqlreview.schema.table_access import TableAccess, accesses_of, better_order

_Place = tuple[Origin, TableAccess]


class RangeColumnBeforeEquality(Rule[Migration]):
    """A composite index places a range or sort column before an equality column of the queries it serves.

    Why: an index is read from the first row of the range to its last; the rows with the wanted value lie scattered
    between them, so all of the range is read.

    Instead: the columns of equalities first, then those of ORDER BY where the query has a LIMIT, or else the range.
    """

    id = "indexes/range-column-before-equality"
    engines = EVERY_ENGINE
    sources = ("https://www.postgresql.org/docs/current/indexes-multicolumn.html", "measured on PostgreSQL 15")
    examples = (
        Bad(
            """
            CREATE INDEX orders_placed_kind ON orders (placed, kind);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            SELECT id FROM orders WHERE kind = 1 AND placed > '2024-01-01';
            """,
            given="CREATE TABLE orders (id bigint PRIMARY KEY, kind int NOT NULL, placed date NOT NULL);",
        ),
        Good(
            """
            CREATE TABLE orders (id bigint PRIMARY KEY, kind int NOT NULL, placed date NOT NULL);
            CREATE INDEX orders_kind_placed ON orders (kind, placed);
            SELECT id FROM orders WHERE kind = 1 AND placed > '2024-01-01' ORDER BY id LIMIT 10;
            """,
        ),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports indexes whose order serves none of the file's queries, at the index or at the query."""
        places: list[_Place] = [
            (origin, access)
            for statement, origin in zip(subject.statements, subject.origins, strict=True)
            for query in statement.queries
            for access in accesses_of(query, context.catalog)
        ]
        seen: set[tuple[str, str]] = set()
        for origin, access in places:
            for index in access.table.indexes:
                key = (access.table.name, index.name)
                order = None if key in seen or not _is_free(index) else better_order(index, access)
                if order is None or _is_served(access) or _is_needed(index, access.table, places):
                    continue
                seen.add(key)
                message = f"`{index.name}` would find these rows of `{key[0]}` together as ({', '.join(order)})."
                query = origin.within(access.at)
                is_here = index.origin.path == subject.path
                related = Related("The query", query) if is_here else Related("The index", index.origin)
                yield self.finding(index.origin if is_here else query, message, related=(related,))


def _is_free(index: Index) -> bool:
    return index.method == "btree" and index.constraint is None and not index.unique and index.predicate is None


def _is_served(access: TableAccess) -> bool:
    """Whether another index, or the key, begins with a column the query has a value for."""
    return any(index.columns[:1] and index.columns[0] in access.equal for index in access.table.indexes)


def _is_needed(index: Index, table: Table, places: list[_Place]) -> bool:
    """Whether another query looks for the first column without knowing a later one, or by its value."""
    others = (access for _, access in places if access.table.key == table.key)
    return any(
        index.columns[0] in access.columns and (index.columns[0] in access.equal or better_order(index, access) is None)
        for access in others
    )
