"""naming/column-named-like-table."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import AddColumn, CreateTable
from sqlreview.operations.written import defined_columns


class ColumnNamedLikeTable(Rule[CreateTable | AddColumn]):
    """A column has the name of its table.

    Why: in PostgreSQL the name of a table stands for the whole row, `to_jsonb(colours)`; with a column of that name it
    means the column.

    Instead: another name, `name` or `code`.
    """

    id = "naming/column-named-like-table"
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            CREATE TABLE colour (id bigint PRIMARY KEY, colour text NOT NULL);
                                                        ^^^^^^
            """
        ),
        Good("CREATE TABLE colour (id bigint PRIMARY KEY, name text NOT NULL);"),
    )

    def check(self, subject: CreateTable | AddColumn, context: Context) -> Iterator[Finding]:
        """Reports such columns, unless the table has no other."""
        columns = defined_columns(subject)
        is_lookup = isinstance(subject, CreateTable) and len(columns) == 1
        for column in columns if not is_lookup else ():
            if column.name.text == subject.table.text:
                message = f"`{column.name}` means the column now, where it could have meant the row."
                yield self.finding(column.name.span, message)
