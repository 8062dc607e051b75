"""cql/unsupported-order-by."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations.cql import CqlQuery
from sqlreview.schema.cql import cql_table


class UnsupportedOrderBy(Rule[CqlQuery]):
    """ORDER BY uses a column or order that CQL cannot deliver.

    Why: Cassandra does not sort. It reads the rows of a partition in the order in which they are stored, or backwards,
    and refuses everything else.

    Instead: the clustering columns as they are declared, or all of them the other way round; for another order
    another table.
    """

    id = "cql/unsupported-order-by"
    engines = ("cql",)
    severity = Severity.ERROR
    sources = ("https://cassandra.apache.org/doc/latest/cassandra/developing/cql/dml.html#ordering-clause",)
    examples = (
        Bad(
            """
            -- file: tables.cql
            CREATE TABLE readings (sensor_id uuid, day date, ts timestamp, v int, PRIMARY KEY ((sensor_id, day), ts));
            SELECT v FROM readings WHERE sensor_id = ? AND day = ? ORDER BY v DESC;
                                                                            ^
            """,
            engine="cql",
        ),
        Good(
            """
            -- file: tables.cql
            CREATE TABLE readings (sensor_id uuid, day date, ts timestamp, v int, PRIMARY KEY ((sensor_id, day), ts))
            WITH CLUSTERING ORDER BY (ts DESC);
            SELECT v FROM readings WHERE sensor_id = ? AND day = ? ORDER BY ts ASC;
            """,
            engine="cql",
        ),
    )

    def check(self, subject: CqlQuery, context: Context) -> Iterator[Finding]:
        """Reports the first column that breaks the order."""
        table = cql_table(context.catalog, subject.table)
        if table is None or subject.is_nearest or not subject.order:
            return
        if not set(table.partition) <= {*subject.fixed}:
            first = subject.order[0].column
            yield self.finding(first.span, "Rows have an order within one partition only, and several are asked for.")
            return
        open_keys = [name for name in table.clustering if name not in subject.fixed]
        turned: set[bool] = set()
        for place, sort in enumerate(sort for sort in subject.order if sort.column.text not in subject.fixed):
            turned.add(sort.descending != (sort.column.text in table.descending))
            if place >= len(open_keys) or sort.column.text != open_keys[place] or len(turned) > 1:
                yield self.finding(sort.column.span, f"`{subject.table}` does not keep its rows in this order.")
                return
