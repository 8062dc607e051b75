"""docs/table-without-comment."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations.written import table_creation
from sqlreview.schema import Table


class TableWithoutComment(Rule[Table]):
    """A table has no description in the catalogue.

    Why: whoever meets it in the database has to find the people or the code that know what its rows are.

    Instead: `COMMENT ON TABLE pens IS 'Pens in stock.'`, in MySQL and MariaDB the option `COMMENT='Pens in stock.'`.
    """

    id = "docs/table-without-comment"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            CREATE TABLE pens (id bigint PRIMARY KEY);
                         ^^^^
            """
        ),
        Good(
            """
            CREATE TABLE pens (id bigint PRIMARY KEY);
            COMMENT ON TABLE pens IS 'Pens in stock.';
            """
        ),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports tables that nothing describes after the last migration."""
        creation = table_creation(context.statement.operations, subject.origin.span)
        is_passing = subject.temporary or subject.unlogged or subject.partition_of is not None
        if creation is None or not subject.created or is_passing or subject.comment:
            return
        message = f"Nothing in the database says what `{subject.name}` holds."
        yield self.finding(subject.origin.within(creation.table.span), message)
