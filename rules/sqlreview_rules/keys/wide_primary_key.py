"""keys/wide-primary-key."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.schema import Table
from sqlreview.schema.partition_bounds import partition_columns


class WidePrimaryKey(Rule[Table]):
    """The primary key has so many columns that every foreign key and secondary index repeats them.

    Why: each table that refers to this one carries all of the columns, and in MySQL, MariaDB and SQLite without rowids
    each index of the table, too.

    Instead: a key of one column, and UNIQUE on the columns that identify a row.
    """

    id = "keys/wide-primary-key"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            CREATE TABLE seats (hall int, line int, seat int, day date, PRIMARY KEY (hall, line, seat, day));
                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """
        ),
        Good("CREATE TABLE seats (hall int, line int, seat int, PRIMARY KEY (hall, line, seat));"),
    )

    max_columns: int = 3
    """How many columns are fine; 1 forbids composite keys."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports keys with more columns, without partition columns, but for those made of foreign keys only."""
        key = subject.primary_key
        if key is None or subject.temporary or subject.partition_of or key.inherited:
            return
        columns = [name for name in key.columns if name not in (partition_columns(subject) or ())]
        pointing = {name for constraint in subject.foreign_keys for name in constraint.columns}
        if len(columns) > self.max_columns and not pointing.issuperset(columns):
            message = f"The primary key of `{subject.name}` has {len(columns)} columns."
            yield self.finding(key.origin, message)
