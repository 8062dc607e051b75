"""keys/natural-key-without-unique."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.schema import Table
from sqlreview.schema.keys import uses_column
from sqlreview.schema.natural_keys import identifies
from sqlreview.schema.table_roles import holds_things, is_junction, surrogate_key


class NaturalKeyWithoutUnique(Rule[Table]):
    """A column that identifies a thing in the real world may hold duplicates.

    Why: the check "is this address taken?" of a program does not see the row that another one inserts in the same
    moment; afterwards nobody can tell which of the two accounts is meant.

    Instead: `UNIQUE`, together with the tenant where each has its own. On a PostgreSQL table in use look for duplicates
    first and build the index `CONCURRENTLY`.
    """

    id = "keys/natural-key-without-unique"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            CREATE TABLE products (id bigint PRIMARY KEY, sku text NOT NULL);
                                                          ^^^^^^^^^^^^^^^^^
            """
        ),
        Good("CREATE TABLE products (id bigint PRIMARY KEY, sku text NOT NULL UNIQUE);"),
    )

    repeated: frozenset[str] = frozenset()
    """Columns in which a value may occur more than once."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports such columns of tables of things that no unique index contains after the last migration."""
        if not holds_things(subject) or surrogate_key(subject) is None or is_junction(subject):
            return
        for column in subject.columns:
            if column.name in self.repeated or not identifies(subject, column, context.catalog):
                continue
            if not any(index.unique and uses_column(index, column.name) for index in subject.indexes):
                message = f"Two rows of `{subject.name}` may have the same `{column.name}`."
                yield self.finding(column.origin, message)
