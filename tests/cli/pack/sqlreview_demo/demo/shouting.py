"""demo/shouting."""

from collections.abc import Iterator
from typing import Literal

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, Span, Statement


class Shouting(Rule[Statement]):
    """A comment shouts.

    Why: nobody likes it.

    Instead: say it calmly.

    Whisper even.
    """

    id = "demo/shouting"
    severity = Severity.HINT
    sources = ("https://example.com/calm", "the manual of calmness")
    examples = (
        Bad("SELECT 1 /* LOUD */;\n            ^^^^", fixed="SELECT 1 /* loud */;", options={"longest": 3}),
        Good("SELECT 1 /* calm */;", in_transaction=True),
    )

    longest: int = 3
    """How many capital letters in a row are fine."""
    allowed_words: frozenset[str] = frozenset({"TODO"})
    """Words that may | shout."""
    style: Literal["loud", "louder"] | None = None
    """What counts."""

    def check(self, subject: Statement, context: Context) -> Iterator[Finding]:
        start = subject.text.find("LOUD")
        if start >= 0 and self.longest < 4:
            span = Span(start, start + 4)
            yield self.finding(span, "Shouts.", Fix("Lower it", (Edit.replace(span, "loud"),), FixKind.UNSAFE))
