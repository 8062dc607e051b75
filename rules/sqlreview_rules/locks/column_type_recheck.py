"""locks/column-type-recheck."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule
from sqlreview.operations import SetColumnType

_CODES = "CREATE TABLE codes (id bigint PRIMARY KEY, code varchar(10) NOT NULL"


class ColumnTypeRecheck(Rule[SetColumnType]):
    """The type change keeps the rows but tests checks or builds indexes on the column again under an exclusive lock.

    Why: a longer varchar needs no new rows. A CHECK on the column is tested for all of them all the same, and an index
    with an expression or a WHERE on it, or one whose order depends on the type or collation, is built again, while
    nobody can read or write.

    Instead: drop the CHECK or index first, change the type, and create it again as NOT VALID or CONCURRENTLY.
    """

    id = "locks/column-type-recheck"
    sources = (
        "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",
        "measured on PostgreSQL 12 to 18",
    )
    examples = (
        Bad(
            """
            ALTER TABLE codes ALTER COLUMN code TYPE varchar(20);
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=f"{_CODES} CHECK (length(code) > 2));\n",
        ),
        Good(
            "ALTER TABLE codes ALTER COLUMN code TYPE varchar(20);",
            given=f"{_CODES});\nCREATE INDEX codes_code_idx ON codes (code);\n",
        ),
    )

    small_tables: frozenset[str] = frozenset()
    """Tables with so few rows that nobody notices the wait."""

    def check(self, subject: SetColumnType, context: Context) -> Iterator[Finding]:
        """Reports a change of type that keeps the rows of a table in use and reads all of them."""
        impact = context.impact
        if impact.rewrites or not (impact.scans or impact.index_builds):
            return
        if subject.table.text not in self.small_tables and context.is_live(subject.table):
            yield self.finding(subject.span, impact.explain())
