"""keys/too-many-columns."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations.written import table_creation
from sqlreview.schema import Table
from sqlreview.schema.table_roles import holds_copies, is_own_design


class TooManyColumns(Rule[Table]):
    """A table has too many columns.

    Why: it most often holds several things at once; every UPDATE writes the whole row anew, and nobody knows which
    columns belong together.

    Instead: groups that are rarely used in a table of their own with the same key.
    """

    id = "keys/too-many-columns"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            CREATE TABLE sheets (id bigint PRIMARY KEY, a int, b int, c int);
                         ^^^^^^
            """,
            options={"max_columns": 3},
        ),
        Good("CREATE TABLE sheets (id bigint PRIMARY KEY, a int, b int);", options={"max_columns": 3}),
    )

    max_columns: int = 60
    """How many columns are fine."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports tables, but for those of a warehouse or import, by their columns after the last migration."""
        creation = table_creation(context.statement.operations, subject.origin.span)
        if creation is None or not is_own_design(subject) or holds_copies(subject):
            return
        if len(subject.columns) > self.max_columns:
            message = f"`{subject.name}` has {len(subject.columns)} columns, more than {self.max_columns}."
            yield self.finding(subject.origin.within(creation.table.span), message)
