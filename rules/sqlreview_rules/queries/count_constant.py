"""queries/count-constant."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, Good, Rule, Severity
from sqlreview.queries import Query, functions_of


class CountConstant(Rule[Query]):
    """count(1) counts rows, which count(*) says.

    Why: the constant looks as if it meant something, and is no faster.

    Instead: `count(*)`.
    """

    id = "queries/count-constant"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            SELECT count(1) AS n FROM orders;
                         ^
            """,
            fixed="""
            SELECT count(*) AS n FROM orders;
            """,
            given=SHOP,
        ),
        Good("SELECT count(*) AS n FROM orders;", given=SHOP),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports counts of a literal other than NULL."""
        for call in functions_of(subject):
            values = call.arguments if call.name == "count" and not call.distinct else ()
            if len(values) == 1 and values[0].is_literal and not values[0].is_null:
                fix = Fix("Say count(*)", (Edit.replace(values[0].span, "*"),))
                yield self.finding(values[0].span, "The constant is counted once for every row.", fix)
