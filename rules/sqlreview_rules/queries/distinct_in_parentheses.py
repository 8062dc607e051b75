"""queries/distinct-in-parentheses."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, Good, Rule, Severity
from sqlreview.queries import Select


class DistinctInParentheses(Rule[Select]):
    """DISTINCT looks like a function of one column but applies to the whole row.

    Why: `SELECT DISTINCT (a), b` returns every pair of a and b; the brackets around a mean nothing.

    Instead: no brackets, or GROUP BY, or `DISTINCT ON (a)` where one row for each a is wanted.
    """

    id = "queries/distinct-in-parentheses"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            SELECT DISTINCT (user_id), status FROM orders;
                            ^^^^^^^^^
            """,
            fixed="""
            SELECT DISTINCT user_id, status FROM orders;
            """,
            given=SHOP,
        ),
        Good("SELECT DISTINCT user_id, status FROM orders;", given=SHOP),
    )

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports a first item in brackets that others follow."""
        if subject.distinct is None or subject.distinct_on or len(subject.outputs) < 2:
            return
        value = subject.outputs[0].value
        if value.parenthesised and value.kind in ("column", "function"):
            gap = "" if value.span.start > subject.distinct.end else " "
            fix = Fix("Take the brackets away", (Edit.replace(value.span, gap + value.text),))
            yield self.finding(value.span, "DISTINCT applies to all items, whatever stands in brackets.", fix)
