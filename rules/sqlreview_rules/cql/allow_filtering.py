"""cql/allow-filtering."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations.cql import CqlQuery
from sqlreview.schema.cql import cql_table


class AllowFiltering(Rule[CqlQuery]):
    """ALLOW FILTERING reads every row of the partitions and throws most away.

    Why: without the whole partition key every node reads its part of the table. The cost grows with the table, not
    with the result.

    Instead: a table whose partition key is what the query asks for, or an index.
    """

    id = "cql/allow-filtering"
    engines = ("cql",)
    sources = ("https://cassandra.apache.org/doc/latest/cassandra/developing/cql/dml.html#allow-filtering",)
    examples = (
        Bad(
            """
            -- file: tables.cql
            CREATE TABLE people (id uuid PRIMARY KEY, city text);
            SELECT id FROM people WHERE city = 'Bern' ALLOW FILTERING;
                                                      ^^^^^^^^^^^^^^^
            """,
            engine="cql",
        ),
        Good(
            """
            -- file: tables.cql
            CREATE TABLE people_by_city (city text, id uuid, name text, PRIMARY KEY (city, id));
            SELECT id FROM people_by_city WHERE city = 'Bern' AND name = 'Anna' ALLOW FILTERING;
            """,
            engine="cql",
        ),
    )

    def check(self, subject: CqlQuery, context: Context) -> Iterator[Finding]:
        """Reports the words, unless one partition is read."""
        if subject.filtering is None:
            return
        table = cql_table(context.catalog, subject.table)
        if table is None:
            message = f"If it is not the whole partition key that is asked for, all of `{subject.table}` is read."
            yield self.finding(subject.filtering, message, severity=Severity.INFO)
        elif not set(table.partition) <= {*subject.fixed}:
            yield self.finding(subject.filtering, f"All of `{subject.table}` is read to find a few rows.")
