"""locks/tablespace-move."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import Other, SetTablespace

_EVERYTHING = {
    "alter table all in tablespace": "table",
    "alter index all in tablespace": "index",
    "alter materialized view all in tablespace": "materialized view",
}


class TablespaceMove(Rule[SetTablespace | Other]):
    """Moving the table or index to another tablespace copies it under an exclusive lock.

    Why: every page is copied while nobody can read or write the table; while an index moves, no query can use it and
    no row can be written.

    Instead: `REINDEX (TABLESPACE name, CONCURRENTLY) INDEX` for indexes, from PostgreSQL 14 on. For a table a new one
    in the other tablespace, kept in step by a trigger and filled in batches, or a time when nobody works.
    """

    id = "locks/tablespace-move"
    versions = "REINDEX with TABLESPACE: postgres >= 14"
    sources = (
        "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-TABLESPACE",
        "measured on PostgreSQL 12 to 18",
    )
    examples = (
        Bad(
            """
            ALTER TABLE orders SET TABLESPACE slow_disks;
                               ^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
            sqlstate="42704",
        ),
        Bad(
            """
            ALTER TABLE ALL IN TABLESPACE fast_disks SET TABLESPACE slow_disks;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            sqlstate="42704",
        ),
        Good("CREATE TABLE orders_archive (id bigint PRIMARY KEY) TABLESPACE pg_default;"),
    )

    small_tables: frozenset[str] = frozenset()
    """Tables with so few rows that nobody notices the wait."""

    def check(self, subject: SetTablespace | Other, context: Context) -> Iterator[Finding]:
        """Reports what is moved while others use it; to the default tablespace, where it may be, as information."""
        if isinstance(subject, Other):
            if kind := _EVERYTHING.get(subject.kind):
                message = f"Copies every {kind} of the tablespace, one after the other, while nobody can use them."
                yield self.finding(subject.span, message)
            return
        impact = context.impact
        if not (impact.rewrites or impact.index_builds) or not context.is_live(subject.name):
            return
        if subject.name.text not in self.small_tables:
            severity = Severity.INFO if impact.unknown else None
            who = "writes and the queries that use it" if subject.kind == "index" else "reads and writes"
            yield self.finding(subject.span, f"Copies `{subject.name}` while {who} wait.", severity=severity)
