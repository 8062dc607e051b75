"""docs/non-sql-in-sql-fence."""

from collections.abc import Iterator

from sqlreview import (
    EVERY_ENGINE,
    Bad,
    Context,
    Edit,
    EmbeddedSql,
    Finding,
    Fix,
    FixKind,
    Good,
    Migration,
    Rule,
    Severity,
)


class NonSqlInSqlFence(Rule[EmbeddedSql | Migration]):
    """A fence labelled sql, or a file of SQL, holds something that is not SQL.

    Why: a plan, a printed table or a program under the label `sql` is coloured, copied and reviewed as if a server
    would run it.

    Instead: the label of what it is: `text`, `python`, `console`.
    """

    id = "docs/non-sql-in-sql-fence"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            -- file: guide.md
            ```sql
            Seq Scan on orders  (cost=0.00..18334.00 rows=12 width=8)
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              Filter: (customer_id = 42)
            ```
            """,
            fixed="""
            -- file: guide.md
            ```text
            Seq Scan on orders  (cost=0.00..18334.00 rows=12 width=8)
              Filter: (customer_id = 42)
            ```
            """,
        ),
        Good(
            """
            -- file: guide.md
            ```text
            Seq Scan on orders  (cost=0.00..18334.00 rows=12 width=8)
            ```
            ```sql
            SELECT id FROM orders WHERE customer_id = 42;
            ```
            """
        ),
    )

    def check(self, subject: EmbeddedSql | Migration, context: Context) -> Iterator[Finding]:
        """Reports the first line that is no SQL."""
        if isinstance(subject, Migration):
            yield from self._in_file(subject)
        elif (found := subject.content) is not None and subject.label:
            fix = Fix(f"Label it `{found.label}`", (Edit.replace(subject.label_span, found.label),), FixKind.SAFE)
            at = found.at.shifted(subject.content_start)
            yield self.finding(at, f"This is {found.kind}, not SQL, although its label is `{subject.label}`.", fix)

    def _in_file(self, subject: Migration) -> Iterator[Finding]:
        found = subject.contents if subject.path.endswith(".sql") else None
        if found is not None and subject.starts and subject.starts[0] <= found.at.start:
            at = found.at.shifted(-subject.starts[0])
            yield self.finding(subject.origins[0].within(at), f"This is {found.kind}, not SQL.")
