"""queries/delete-without-where."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Rule, Severity, Span
from sqlreview.queries import Delete


class DeleteWithoutWhere(Rule[Delete]):
    """The DELETE empties the table.

    Why: without WHERE every row goes, and mostly the condition was forgotten. PostgreSQL and InnoDB delete them one by
    one and keep their old versions for a while.

    Instead: say which rows go. `WHERE true` says that all are meant; TRUNCATE, which SQLite has not, does it at once.
    """

    id = "queries/delete-without-where"
    engines = EVERY_ENGINE
    severity = Severity.ERROR
    examples = (
        Bad(
            """
            DELETE FROM orders;
            ^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good("DELETE FROM orders WHERE created_at < now() - interval '30 days' AND user_id = $1;", given=SHOP),
        Good(
            """
            CREATE TEMP TABLE picked (id bigint PRIMARY KEY);
            DELETE FROM picked;
            """
        ),
    )

    staging_prefixes: tuple[str, ...] = ("tmp_", "temp_", "staging_")
    """Beginnings of the names of tables that are emptied as a matter of course."""

    def check(self, subject: Delete, context: Context) -> Iterator[Finding]:
        """Reports a DELETE of all rows of a table in use."""
        name = subject.target.name
        if subject.where or subject.from_span or subject.limit or name is None or not context.is_live(name):
            return
        is_moved = subject.role == "cte" and subject.returning
        if not is_moved and not name.text.startswith(self.staging_prefixes):
            at = Span(subject.keyword.start, subject.target.span.end)
            yield self.finding(at, f"The DELETE has no WHERE and empties `{name}`.")
