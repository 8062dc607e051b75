"""naming/auto-increment-name."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import AddColumn, CreateTable
from sqlreview.operations.written import defined_columns


class AutoIncrementName(Rule[CreateTable | AddColumn]):
    """An AUTO_INCREMENT column has another name than in other tables.

    Why: programs and people find the key of a table without looking it up where it is always called the same. This is a
    matter of taste, so the rule is off; naming/generic-id-column asks for the opposite.

    Instead: the name of the convention, `id`.
    """

    id = "naming/auto-increment-name"
    engines = ("mysql", "mariadb")
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            CREATE TABLE ships (ship_id bigint AUTO_INCREMENT PRIMARY KEY);
                                ^^^^^^^
            """,
            engine="mysql",
        ),
        Good("CREATE TABLE ships (id bigint AUTO_INCREMENT PRIMARY KEY);", engine="mysql"),
    )

    name: str = "id"
    """What such a column is called."""

    def check(self, subject: CreateTable | AddColumn, context: Context) -> Iterator[Finding]:
        """Reports AUTO_INCREMENT columns of other names."""
        for column in defined_columns(subject):
            if column.auto_increment and column.name.text != self.name:
                yield self.finding(column.name.span, f"`{column.name}` is called `{self.name}` in other tables.")
