"""queries/plan-repeated-inner-scan."""

from collections.abc import Iterator

from sqlreview import Bad, Context, EmbeddedSql, Finding, Good, Rule, Severity
from sqlreview.queries.plans import PlanNode, plans_in


class PlanRepeatedInnerScan(Rule[EmbeddedSql]):
    """A nested loop reads a whole table again for every row of the other side.

    Why: its time is that of one scan times the rows of the outer side, which both grow.

    Instead: an index on the column that joins the inner table; the planner then looks the rows up, or hashes once.
    """

    id = "queries/plan-repeated-inner-scan"
    engines = ("postgres",)
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/using-explain.html#USING-EXPLAIN-ANALYZE",)
    examples = (
        Bad(
            """
            -- file: report.md
            ```text
            Nested Loop  (cost=0.0..900.0 rows=5000 width=8) (actual time=0.1..8123.4 rows=5000 loops=1)
              ->  Seq Scan on a  (cost=0.0..10.0 rows=5000 width=4) (actual time=0.01..1.2 rows=5000 loops=1)
              ->  Seq Scan on b  (cost=0.0..10.0 rows=1 width=4) (actual time=0.9..1.6 rows=1 loops=5000)
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                    Filter: (a_id = a.id)
            ```
            """
        ),
        Good(
            """
            -- file: report.md
            ```text
            Nested Loop  (cost=0.4..900.0 rows=5000 width=8) (actual time=0.1..23.4 rows=5000 loops=1)
              ->  Seq Scan on a  (cost=0.0..10.0 rows=5000 width=4) (actual time=0.01..1.2 rows=5000 loops=1)
              ->  Index Scan using b_a_id on b  (cost=0.4..0.5 rows=1 width=4) (actual rows=1 loops=5000)
                    Index Cond: (a_id = a.id)
            ```
            """
        ),
    )
    loops: int = 1_000
    """From how many scans on it is reported."""

    def check(self, subject: EmbeddedSql, context: Context) -> Iterator[Finding]:
        """Reports sequential scans below nested loops."""
        for plan in plans_in(subject.sql):
            for node in plan.nodes:
                parents = list(plan.above(node))
                if self._is_repeated(node) and any(other.kind.startswith("Nested Loop") for other in parents):
                    message = f"`{node.relation}` is read from beginning to end {node.loops:,} times."
                    yield self.finding(node.span.shifted(subject.content_start), message)

    def _is_repeated(self, node: PlanNode) -> bool:
        return node.kind == "Seq Scan" and node.actual is not None and node.loops >= self.loops
