"""queries/plan-bad-row-estimate."""

from collections.abc import Iterator

from sqlreview import Bad, Context, EmbeddedSql, Finding, Good, Rule, Severity
from sqlreview.queries.plans import Plan, PlanNode, plans_in


class PlanBadRowEstimate(Rule[EmbeddedSql]):
    """The planner expected another number of rows than it got, so the rest of the plan was chosen for the wrong one.

    Why: join methods, join order and memory depend on it; a nested loop for 5 rows that gets 50,000 runs for minutes.

    Instead: `ANALYZE` the table, a higher statistics target for the column, `CREATE STATISTICS` for columns that
    depend on each other, or a condition the planner can look up.
    """

    id = "queries/plan-bad-row-estimate"
    engines = ("postgres",)
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/planner-stats.html",)
    examples = (
        Bad(
            """
            -- file: report.md
            ```text
            Index Scan using i on orders  (cost=0.42..8.44 rows=5 width=8) (actual time=0.02..88.1 rows=48211 loops=1)
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              Index Cond: (status = 'new'::text)
            ```
            """
        ),
        Good(
            """
            -- file: report.md
            ```text
            Index Scan using i on orders  (cost=0.42..8.44 rows=5 width=8) (actual time=0.02..0.1 rows=60 loops=1)
              Index Cond: (status = 'new'::text)
            ```
            """
        ),
    )
    factor: int = 10
    """How many times off an estimate has to be."""
    rows: int = 1_000
    """How many rows were expected or found at least."""

    def check(self, subject: EmbeddedSql, context: Context) -> Iterator[Finding]:
        """Reports the lowest nodes, from which all others have their numbers."""
        for plan in plans_in(subject.sql):
            for node in plan.nodes:
                if self._is_off(node, plan) and not any(self._is_off(other, plan) for other in plan.below(node)):
                    message = f"{node.estimated:,} rows were expected here, {round(node.actual or 0):,} came."
                    yield self.finding(node.span.shifted(subject.content_start), message)

    def _is_off(self, node: PlanNode, plan: Plan) -> bool:
        if node.actual is None or node.kind == "Limit" or any(other.kind == "Limit" for other in plan.above(node)):
            return False
        low, high = sorted((max(node.actual, 1), max(node.estimated, 1)))
        return high >= self.rows and high > self.factor * low
