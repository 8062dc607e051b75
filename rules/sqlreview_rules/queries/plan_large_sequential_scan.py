"""queries/plan-large-sequential-scan."""

from collections.abc import Iterator

from sqlreview import Bad, Context, EmbeddedSql, Finding, Good, Rule, Severity
from sqlreview.queries.plans import PlanNode, plans_in


class PlanLargeSequentialScan(Rule[EmbeddedSql]):
    """The plan reads a whole table to keep few of its rows.

    Why: the time grows with the table, not with what is asked for, and the rows read push others out of the cache.

    Instead: an index on the columns of the filter, those compared with `=` first.
    """

    id = "queries/plan-large-sequential-scan"
    engines = ("postgres",)
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/using-explain.html#USING-EXPLAIN-ANALYZE",)
    examples = (
        Bad(
            """
            -- file: report.md
            ```text
            Seq Scan on orders  (cost=0.00..18334.00 rows=12 width=8) (actual time=0.03..91.20 rows=12 loops=1)
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              Filter: (customer_id = 42)
              Rows Removed by Filter: 999988
            ```
            """
        ),
        Good(
            """
            -- file: report.md
            ```text
            Index Scan using orders_customer on orders  (cost=0.42..8.44 rows=9 width=8) (actual rows=12 loops=1)
              Index Cond: (customer_id = 42)
            ```
            """
        ),
    )
    rows: int = 10_000
    """From how many rows on a table is large."""
    share: int = 10
    """How many times as many rows are thrown away as are kept."""

    def check(self, subject: EmbeddedSql, context: Context) -> Iterator[Finding]:
        """Reports sequential scans of executed plans, unless a limit ended them."""
        for plan in plans_in(subject.sql):
            for node in plan.nodes:
                kept, removed = _rows(node)
                is_wasteful = kept + removed >= self.rows and removed >= self.share * max(kept, 1)
                if is_wasteful and all(other.kind != "Limit" for other in plan.above(node)):
                    message = f"All of `{node.relation}` is read, {kept + removed:,} rows, to keep {kept:,} of them."
                    yield self.finding(node.span.shifted(subject.content_start), message)


def _rows(node: PlanNode) -> tuple[int, int]:
    """How many rows a sequential scan keeps and throws away in all loops."""
    removed = node.detail("Rows Removed by Filter")
    if not node.kind.endswith("Seq Scan") or node.actual is None or removed is None:
        return 0, 0
    return round(node.actual * node.loops), removed.number * node.loops
