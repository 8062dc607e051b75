"""keys/missing-foreign-key."""

from collections import Counter
from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Related, Rule, Severity
from sqlreview.schema import Catalog, Table
from sqlreview.schema.loose_references import loose_references

_DELIBERATE = 8
"""From so many columns on a file without any foreign key has none on purpose."""


class MissingForeignKey(Rule[Catalog]):
    """A column names another table's key but no foreign key enforces the relation.

    Why: rows that point to nothing appear as soon as one program deletes in the wrong order, and joins silently leave
    them out.

    Instead: `REFERENCES authors (id)` with an index on the column. For a PostgreSQL table in use add the foreign key as
    `NOT VALID` and validate it in a later migration.
    """

    id = "keys/missing-foreign-key"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            CREATE TABLE authors (id bigint PRIMARY KEY);
            CREATE TABLE books (id bigint PRIMARY KEY, author_id bigint NOT NULL);
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^
            """
        ),
        Good(
            """
            CREATE TABLE authors (id bigint PRIMARY KEY);
            CREATE TABLE books (id bigint PRIMARY KEY, author_id bigint NOT NULL REFERENCES authors (id));
            CREATE INDEX books_author_id_idx ON books (author_id);
            """
        ),
    )

    unbound_columns: frozenset[str] = frozenset()
    """Columns that need no foreign key, such as those with ids of other systems."""

    def check(self, subject: Catalog, context: Context) -> Iterator[Finding]:
        """Reports columns called <x>_id beside a table of <x> that no foreign key contains after the last migration."""
        found = [
            (table, column, parent)
            for table in subject.all(Table)
            for column, parent, match in loose_references(table, subject, context.engine)
            if match == "same" and column.name not in self.unbound_columns
        ]
        bound = {table.origin.path for table in subject.all(Table) if table.foreign_keys}
        free = Counter(table.origin.path for table, _, _ in found)
        for table, column, parent in found:
            if table.origin.path in bound or free[table.origin.path] < _DELIBERATE:
                message = f"Nothing keeps `{table.name}.{column.name}` to rows that `{parent.name}` has."
                related = (Related(f"`{parent.name}` is created here", parent.origin),)
                yield self.finding(column.origin, message, related=related)
