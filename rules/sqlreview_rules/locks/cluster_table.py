"""locks/cluster-table."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Rule
from sqlreview.operations import Cluster


class ClusterTable(Rule[Cluster]):
    """CLUSTER copies the whole table while nobody can use it.

    Why: it holds ACCESS EXCLUSIVE until all rows are written in the order of the index and all indexes are built
    again, and it needs the space of a second copy meanwhile. Later writes do not keep the order.

    Instead: `ALTER TABLE ... CLUSTER ON` only notes the index; an extension like pg_repack copies the table without
    blocking it. Most often an index that covers the query serves better.
    """

    id = "locks/cluster-table"
    versions = "partitioned tables: postgres >= 15"
    sources = ("https://www.postgresql.org/docs/current/sql-cluster.html",)
    examples = (
        Bad(
            """
            CLUSTER orders USING orders_user_id_idx;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Bad(
            """
            CLUSTER;
            ^^^^^^^
            """
        ),
        Good("ALTER TABLE orders CLUSTER ON orders_user_id_idx;", given=SHOP),
    )

    def check(self, subject: Cluster, context: Context) -> Iterator[Finding]:
        """Reports CLUSTER of a table in use, or of all tables that were clustered before."""
        if subject.table is None:
            yield self.finding(
                subject.span, "Copies every table that was clustered before, while reads and writes of it wait."
            )
        elif context.is_live(subject.table):
            yield self.finding(subject.span, context.impact.explain())
