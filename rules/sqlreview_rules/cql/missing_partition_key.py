"""cql/missing-partition-key."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations.cql import CqlQuery
from sqlreview.schema.cql import cql_table


class MissingPartitionKey(Rule[CqlQuery]):
    """A CQL statement does not restrict the whole partition key.

    Why: the partition key says which nodes hold the rows. Cassandra refuses a statement that leaves a part of it open,
    and a SELECT without any condition reads the whole table.

    Instead: `=` or `IN` for every column of the partition key, or another table for this query.
    """

    id = "cql/missing-partition-key"
    engines = ("cql",)
    severity = Severity.ERROR
    sources = ("https://cassandra.apache.org/doc/latest/cassandra/developing/cql/dml.html",)
    examples = (
        Bad(
            """
            -- file: tables.cql
            CREATE TABLE readings (sensor_id uuid, day date, ts timestamp, v int, PRIMARY KEY ((sensor_id, day), ts));
            SELECT v FROM readings WHERE sensor_id = ? AND ts > ?;
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            -- file: tables.cql
            CREATE TABLE readings (sensor_id uuid, day date, ts timestamp, v int, PRIMARY KEY ((sensor_id, day), ts));
            SELECT v FROM readings WHERE sensor_id = ? AND ts > ? AND day = ?;
            """,
            engine="cql",
        ),
        Good(
            """
            -- file: tables.cql
            CREATE TABLE readings (sensor_id uuid, day date, ts timestamp, v int, PRIMARY KEY ((sensor_id, day), ts));
            SELECT v FROM readings WHERE sensor_id = ? AND day = ? AND ts > ?;
            """,
            engine="cql",
        ),
    )

    def check(self, subject: CqlQuery, context: Context) -> Iterator[Finding]:
        """Reports the conditions, or the table of a statement without any."""
        table = cql_table(context.catalog, subject.table)
        if table is None or subject.tokens or (subject.filtering and subject.verb == "SELECT"):
            return
        missing = [name for name in table.partition if name not in subject.fixed]
        asked = {*subject.fixed, *subject.limited}
        if not missing or (subject.verb == "SELECT" and not asked.isdisjoint((*table.indexed, "solr_query"))):
            return
        if "" in table.indexed:
            return
        if subject.where is None:
            weaker = Severity.WARNING if subject.verb == "SELECT" else None
            yield self.finding(subject.table.span, f"Every row of `{subject.table}` is read.", severity=weaker)
            return
        names = " and ".join(f"`{name}`" for name in missing)
        more = "".join(f" AND {name} = ?" for name in missing)
        fix = Fix("Ask for the whole partition key", (Edit.insert(subject.where.end, more),), FixKind.UNSAFE)
        yield self.finding(subject.where, f"Nothing says which partition is meant: {names} is not restricted.", fix)
