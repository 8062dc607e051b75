"""queries/plan-disk-spill."""

from collections.abc import Iterator

from sqlreview import Bad, Context, EmbeddedSql, Finding, Good, Rule, Severity, regex
from sqlreview.queries.plans import Detail, PlanNode, plans_in

_SORT = regex(r"external (?:merge|sort)\s++Disk: (\d++)kB")
_BATCHES = regex(r"\bBatches: (\d++)")


class PlanDiskSpill(Rule[EmbeddedSql]):
    """The plan of a query writes rows to files because they do not fit into work_mem.

    Why: sorting and hashing on disk is many times slower than in memory, and every run does it again.

    Instead: an index in the order of the sort, fewer or narrower rows, or more `work_mem` for this query.
    """

    id = "queries/plan-disk-spill"
    engines = ("postgres",)
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/using-explain.html#USING-EXPLAIN-ANALYZE",)
    examples = (
        Bad(
            """
            -- file: report.md
            ```text
            Sort  (cost=9845.8..10095.8 rows=100000 width=40) (actual time=310.2..352.9 rows=100000 loops=1)
              Sort Key: created_at
              Sort Method: external merge  Disk: 10240kB
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            ```
            """
        ),
        Good(
            """
            -- file: report.md
            ```text
            Sort  (cost=9845.8..10095.8 rows=100 width=40) (actual time=0.2..0.3 rows=100 loops=1)
              Sort Key: created_at
              Sort Method: quicksort  Memory: 27kB
            ```
            """
        ),
    )

    def check(self, subject: EmbeddedSql, context: Context) -> Iterator[Finding]:
        """Reports the lines that tell of files."""
        for plan in plans_in(subject.sql):
            for node in plan.nodes:
                for detail in node.details:
                    written = _written(node, detail)
                    if written:
                        yield self.finding(detail.span.shifted(subject.content_start), written)


def _written(node: PlanNode, detail: Detail) -> str:
    """What goes to files at a node; "" for nothing."""
    sort = _SORT.match(detail.value) if detail.name == "Sort Method" else None
    if sort is not None:
        return f"The sort does not fit into work_mem and writes {int(sort[1]):,} kB to disk."
    batches = _BATCHES.search(f"{detail.name}: {detail.value}")
    is_hashed = node.kind == "Hash" or node.kind.endswith("Aggregate")
    if is_hashed and batches is not None and int(batches[1]) > 1:
        return f"The hash table does not fit into work_mem and goes to disk in {int(batches[1]):,} batches."
    return ""
