"""indexes/too-many-indexes."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.schema import Table
from sqlreview.schema.table_roles import holds_copies


class TooManyIndexes(Rule[Table]):
    """A table carries more indexes than its budget.

    Why: every INSERT writes into each of them, an UPDATE of an indexed column, too, and they compete with the rows for
    memory.

    Instead: drop duplicates and mere beginnings of others first, then what the statistics say nobody uses.
    """

    id = "indexes/too-many-indexes"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            CREATE TABLE u (id bigint PRIMARY KEY, a int, b int);
            CREATE INDEX u1 ON u (a);
            CREATE INDEX u2 ON u (b);
            ^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            options={"max_indexes": 2},
        ),
        Good("CREATE TABLE u (id bigint PRIMARY KEY, a int, b int); CREATE INDEX u1 ON u (a);"),
    )

    max_indexes: int = 8
    """How many indexes are fine, those of keys included."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports the index with which a table has too many after the last migration."""
        if subject.temporary or subject.partition_of or holds_copies(subject):
            return
        indexes = [index for index in subject.indexes if index.parent is None]
        names = {index.constraint for index in indexes}
        key = subject.primary_key
        is_rowid = key is not None and key.name not in names and key.columns not in [item.columns for item in indexes]
        count = len(indexes) + is_rowid
        if count > self.max_indexes and indexes:
            first = indexes[max(self.max_indexes - is_rowid, 0)]
            message = f"`{subject.name}` has {count} indexes, more than {self.max_indexes}; each INSERT writes all."
            yield self.finding(first.origin, message)
