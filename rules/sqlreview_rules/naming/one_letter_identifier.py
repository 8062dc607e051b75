"""naming/one-letter-identifier."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import Operation
from sqlreview.operations.definitions import definitions_of


class OneLetterIdentifier(Rule[Operation]):
    """A name of one letter says nothing.

    Why: it stands in every query, error and report from now on.

    Instead: a word.
    """

    id = "naming/one-letter-identifier"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            CREATE TABLE places (id bigint PRIMARY KEY, x int NOT NULL, y int NOT NULL, n text NOT NULL);
                                                                                        ^
            """
        ),
        Good("CREATE TABLE places (id bigint PRIMARY KEY, x int NOT NULL, y int NOT NULL, name text NOT NULL);"),
    )

    allowed: frozenset[str] = frozenset({"x", "y", "z"})
    """Letters that mean something, such as coordinates."""

    def check(self, subject: Operation, context: Context) -> Iterator[Finding]:
        """Reports names of one letter that statements give."""
        for item in definitions_of(subject, context.statement.text):
            if len(item.name) == 1 and str(item.name).lower() not in self.allowed:
                yield self.finding(item.span, f"`{item.name}` does not say what this {item.kind} is.")
