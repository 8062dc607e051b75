"""queries/update-without-where."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Rule, Severity, Span
from sqlreview.queries import Update


class UpdateWithoutWhere(Rule[Update]):
    """The UPDATE rewrites every row of the table.

    Why: without WHERE every row is written and locked until COMMIT, and mostly the condition was forgotten. In
    PostgreSQL every row gets a new version, so the table and its indexes grow.

    Instead: say which rows are meant. `WHERE true` says that all are.
    """

    id = "queries/update-without-where"
    engines = EVERY_ENGINE
    severity = Severity.ERROR
    examples = (
        Bad(
            """
            UPDATE orders SET status = 'done';
            ^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good("UPDATE orders SET status = 'done' WHERE id = 7;", given=SHOP),
        Good("INSERT INTO users (email) VALUES ($1) ON CONFLICT (email) DO UPDATE SET status = 'new';", given=SHOP),
        Good(
            """
            CREATE TEMP TABLE picked (id bigint PRIMARY KEY, done boolean);
            UPDATE picked SET done = true;
            """
        ),
    )

    staging_prefixes: tuple[str, ...] = ("tmp_", "temp_", "staging_")
    """Beginnings of the names of tables that are rewritten as a matter of course."""

    def check(self, subject: Update, context: Context) -> Iterator[Finding]:
        """Reports an UPDATE of all rows of a table in use."""
        name = subject.target.name
        # MySQL updates only the rows that have a partner
        is_joined = subject.from_span is not None or any(source.join != "left" for source in subject.sources[1:])
        if subject.where or is_joined or subject.limit or name is None or not context.is_live(name):
            return
        if not name.text.startswith(self.staging_prefixes) and not self._means_every_row(subject, context):
            at = Span(subject.keyword.start, subject.target.span.end)
            yield self.finding(at, f"The UPDATE has no WHERE and rewrites every row of `{name}`.")

    @staticmethod
    def _means_every_row(subject: Update, context: Context) -> bool:
        """Whether a migration converts the table: it added the columns that are set, or computes them from the row."""
        table = context.catalog.table(subject.target.name) if subject.target.name else None
        names = [column.text for assignment in subject.assignments for column in assignment.columns]
        columns = [table.column(name) for name in names] if table else [None]
        added = all(column is not None and column.origin.path == context.origin.path for column in columns)
        computed = all(assignment.value.columns or assignment.value.subqueries for assignment in subject.assignments)
        return added or (computed and table is not None and table.created)
