"""queries/unanalysed-statement."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule, Severity, Span, Statement


class UnanalysedStatement(Rule[Statement]):
    """Nothing is known of this statement, because it could not be read.

    Why: a risk in it goes unnoticed, and what it does to the schema is missing in all that follows. It need not be
    wrong: it may be newer than sqlreview, or belong to a tool.

    Instead: nothing, if it is right; a report of the statement to sqlreview helps.
    """

    id = "queries/unanalysed-statement"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    examples = (
        Bad(
            """
            ALTER TABLE users FROBNICATE email;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            sqlstate="42601",
        ),
        Good("ALTER TABLE users ADD COLUMN nickname text;", given="CREATE TABLE users (id bigint PRIMARY KEY);"),
    )

    def check(self, subject: Statement, context: Context) -> Iterator[Finding]:
        """Reports the statement, on its first line, with the reason."""
        if subject.problem is not None:
            first = subject.text.split("\n", 1)[0].rstrip()
            yield self.finding(Span(0, len(first)), f"Not analysed: {subject.problem}.")
