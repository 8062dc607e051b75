"""demo/quiet."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity, Span, Statement


class Quiet(Rule[Statement]):
    """The statement says nothing.

    Why: it is off by default.

    Instead: select it.
    """

    id = "demo/quiet"
    severity = Severity.ERROR
    enabled = False
    examples = (Bad("SELECT;\n^^^^^^"), Good("SELECT 1;"))

    def check(self, subject: Statement, context: Context) -> Iterator[Finding]:
        if subject.text.strip() == "SELECT":
            yield self.finding(Span(0, 6), "Says nothing.")
