"""queries/deep-nesting."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.queries import Select
from sqlreview.queries.structure import nesting_of


class DeepNesting(Rule[Select]):
    """Subqueries are nested too deeply to follow.

    Why: such a query is read from the inside out, and a condition is easily put at the wrong depth.

    Instead: name the inner steps in a WITH clause.
    """

    id = "queries/deep-nesting"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            SELECT id FROM (SELECT id FROM (SELECT id FROM (SELECT id FROM (
                SELECT id FROM orders WHERE total > 1
                ^^^^^^
            ) AS e) AS d) AS c) AS b WHERE id = 4;
            """,
            given=SHOP,
        ),
        Good(
            """
            WITH large AS (SELECT id FROM (SELECT id FROM orders WHERE total > 1) AS o)
            SELECT id FROM large WHERE id = 4;
            """,
            given=SHOP,
        ),
    )

    deepest: int = 3
    """How many subqueries may stand in each other; those of EXISTS and IN do not count."""

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports the first level that is too deep."""
        if len(context.queries) > self.deepest and subject.role in ("subquery", "scalar"):
            depth = nesting_of(subject, context.queries)
            if depth == self.deepest + 1:
                yield self.finding(subject.keyword, f"This is the {depth}th subquery inside another.")
