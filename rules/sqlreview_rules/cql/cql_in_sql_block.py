"""cql/cql-in-sql-block."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, EmbeddedSql, Finding, Fix, Good, Migration, Rule, Severity


class CqlInSqlBlock(Rule[EmbeddedSql | Migration]):
    """A code block marked as SQL holds CQL statements.

    Why: it is the language of Cassandra. Servers of SQL stop at it, and a reader takes its keys and types for
    something else.

    Instead: the label `cql`; for a file the ending `.cql`.
    """

    id = "cql/cql-in-sql-block"
    engines = ("cql",)
    severity = Severity.INFO
    examples = (
        Bad(
            """
            -- file: guide.md
            ```sql
            CREATE TABLE readings (sensor_id uuid, ts timestamp, v double, PRIMARY KEY ((sensor_id), ts));
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            ```
            """,
            fixed="""
            -- file: guide.md
            ```cql
            CREATE TABLE readings (sensor_id uuid, ts timestamp, v double, PRIMARY KEY ((sensor_id), ts));
            ```
            """,
            engine="cql",
        ),
        Good(
            """
            -- file: guide.md
            ```cql
            CREATE TABLE readings (sensor_id uuid, day date, ts timestamp, v int, PRIMARY KEY ((sensor_id, day), ts));
            ```
            """,
            engine="cql",
        ),
    )

    def check(self, subject: EmbeddedSql | Migration, context: Context) -> Iterator[Finding]:
        """Reports the first statement of a fence or file."""
        if isinstance(subject, Migration):
            if subject.path.endswith(".sql") and subject.origins:
                yield self.finding(subject.origins[0], "This file holds CQL, although its name says SQL.")
        elif subject.kind == "fence" and subject.label not in ("cql", "cassandra") and subject.first is not None:
            fix = Fix("Label it `cql`", (Edit.replace(subject.label_span, "cql"),))
            yield self.finding(subject.first, f"This is CQL, although its label is `{subject.label}`.", fix)
