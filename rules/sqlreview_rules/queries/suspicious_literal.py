"""queries/suspicious-literal."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Rule, Severity, Statement
from sqlreview.operations.suspicious_characters import suspicious_characters
from sqlreview.queries import Predicate, Query, Value, predicates_of


class SuspiciousLiteral(Rule[Query | Statement]):
    """A text or name does not say what it seems to say.

    Why: `'new '` is another text than `'new'`, a quote that a word processor has bent begins no string, and letters of
    another alphabet or characters without width make a name that nobody can type again.

    Instead: the text without the blank, straight quotes, and letters of one alphabet.
    """

    id = "queries/suspicious-literal"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            SELECT id FROM orders WHERE status = 'new ';
                                                 ^^^^^^
            """,
            given=SHOP,
        ),
        Bad(
            """
            SELECT id FROM orders WHERE status = ‘new’;
                                                 ^
            """,
            given=SHOP,
            sqlstate="42703",
        ),
        Good("SELECT id FROM orders WHERE status = 'new' AND note = 'Привет';", given=SHOP),
    )

    def check(self, subject: Query | Statement, context: Context) -> Iterator[Finding]:
        """Reports blanks at the edge of a compared text, and characters that look like others."""
        if isinstance(subject, Statement):
            for span, reason in suspicious_characters(subject.text, context.engine):
                yield self.finding(span, f"`{span.of(subject.text)}` {reason}.")
            return
        for predicate in predicates_of(subject):
            for value in _compared(predicate):
                text = value.string if value.kind == "string" else None
                if text and text.strip(" ") and text != text.strip(" ") and "\n" not in text:
                    yield self.finding(value.span, "The text that is compared begins or ends with a blank.")


def _compared(predicate: Predicate) -> Iterator[Value]:
    """The texts that a column is compared with."""
    if predicate.left is None or predicate.left.column is None or predicate.right is None:
        return
    if predicate.kind in ("equality", "inequality"):
        yield predicate.right
    elif predicate.kind == "in-list":
        yield from predicate.right.items
