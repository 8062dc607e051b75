"""queries/syntax-error."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Rule, Severity, Statement
from sqlreview.operations.definitions import Definition, definitions_of
from sqlreview.operations.gaps import gap_in
from sqlreview.operations.mistakes import mistake_in
from sqlreview.schema.naming import is_reserved

_QUOTES = ('"', "`", "[")


class InvalidSyntax(Rule[Statement]):
    """The statement has a mistake that the server does not accept.

    Why: the server stops here, and the migration or the program with it. Only certain mistakes are reported: brackets
    and quotes left open, a comma too many, clauses in another order, a misspelt word, a reserved word as a name. What
    sqlreview merely cannot read is no mistake.

    Instead: what the message says is missing or misplaced.
    """

    id = "queries/syntax-error"
    engines = EVERY_ENGINE
    severity = Severity.ERROR
    subsumes = ("queries/unanalysed-statement",)
    examples = (
        Bad(
            """
            SELEC id FROM orders;
            ^^^^^
            """,
            sqlstate="42601",
        ),
        Bad(
            """
            SELECT status, count(*) FROM orders GROUP BY status WHERE total > 5;
                                                                ^^^^^
            """,
            sqlstate="42601",
        ),
        Good("SELECT status, count(*) FROM orders WHERE total > 5 GROUP BY status;", given=SHOP),
    )

    def check(self, subject: Statement, context: Context) -> Iterator[Finding]:
        """Reports the first mistake of a statement."""
        found = mistake_in(subject.text, context.engine, subject.problem is None)
        if found is not None:
            if gap_in(subject.text, context.engine) is None:
                yield self.finding(found.span, found.message)
            return
        for item in _definitions(subject):
            if is_reserved(item.name, context.engine) and context.text(item.span)[:1] not in _QUOTES:
                message = f"`{item.name}` is a reserved word; as a name it has to be quoted."
                yield self.finding(item.span, message)


def _definitions(statement: Statement) -> Iterator[Definition]:
    """The names it gives, but for those of routines, which may be words that are functions."""
    for operation in statement.operations:
        for item in definitions_of(operation, statement.text):
            if item.kind not in ("function", "procedure"):
                yield item
