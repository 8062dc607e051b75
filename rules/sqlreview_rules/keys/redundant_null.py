"""keys/redundant-null."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, Good, Rule, Severity
from sqlreview.operations import AddColumn, CreateTable
from sqlreview.operations.written import defined_columns, space_before


class RedundantNull(Rule[CreateTable | AddColumn]):
    """The NULL keyword on a column states the default.

    Why: a column takes NULL unless it says NOT NULL; beside it the word is easily overlooked or misread.

    Instead: leave it out. The rule is off, because others take the word as a sign that NULL is meant.
    """

    id = "keys/redundant-null"
    tag = "unnecessary"
    severity = Severity.HINT
    enabled = False
    sources = ("https://www.postgresql.org/docs/current/sql-createtable.html",)
    examples = (
        Bad(
            """
            CREATE TABLE cups (id bigint PRIMARY KEY, colour text NULL);
                                                                  ^^^^
            """,
            fixed="""
            CREATE TABLE cups (id bigint PRIMARY KEY, colour text);
            """,
        ),
        Good("CREATE TABLE cups (id bigint PRIMARY KEY, colour text);"),
    )

    def check(self, subject: CreateTable | AddColumn, context: Context) -> Iterator[Finding]:
        """Reports the word as a constraint of a column."""
        for column in defined_columns(subject):
            if column.null_span is not None:
                edit = Edit.delete(space_before(column.null_span, context.statement.text))
                fix = Fix("Remove NULL", (edit,))
                yield self.finding(column.null_span, f"`{column.name}` takes NULL without the word.", fix)
