"""naming/table-name-convention."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import CreateTable, Operation
from sqlreview.operations.definitions import definitions_of
from sqlreview.schema.name_patterns import misnamed


class TableNameConvention(Rule[Operation]):
    """A table name does not match the team's pattern.

    Why: names of one form are found, guessed and generated without looking them up.

    Instead: a name that matches `pattern`, which is lower case with underscores unless it is configured.
    """

    id = "naming/table-name-convention"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            CREATE TABLE tblCustomer (id bigint PRIMARY KEY);
                         ^^^^^^^^^^^
            """
        ),
        Good("CREATE TABLE customers (id bigint PRIMARY KEY, full_name text NOT NULL);"),
    )

    pattern: str = "^[a-z][a-z0-9_]*$"
    """The regular expression that a name has to match, as it is written, without quotes."""

    max_length: int = 63
    """How many characters a name may have."""

    def check(self, subject: Operation, context: Context) -> Iterator[Finding]:
        """Reports names that statements give."""
        if isinstance(subject, CreateTable) and (subject.temporary or subject.partition_of):
            return
        items = [item for item in definitions_of(subject, context.statement.text) if item.kind == "table"]
        for item in misnamed(items, context.statement.text, self.pattern):
            yield self.finding(
                item.span, f"The table name `{context.text(item.span)}` does not match `{self.pattern}`."
            )
        for item in items:
            if len(item.name) > self.max_length:
                yield self.finding(item.span, f"The table name has more than {self.max_length} characters.")
