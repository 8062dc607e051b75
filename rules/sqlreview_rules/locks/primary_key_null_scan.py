"""locks/primary-key-null-scan."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule
from sqlreview.operations import AddPrimaryKey
from sqlreview.schema import Index, Table

_AUDIT = "CREATE TABLE audit (id bigint, note text);\n"
_INDEX = "CREATE UNIQUE INDEX audit_pkey ON audit (id);\n"


class PrimaryKeyNullScan(Rule[AddPrimaryKey]):
    """The primary key adopts an index over a nullable column, so every row is read under an exclusive lock.

    Why: USING INDEX saves the build of the index. A primary key also makes its columns NOT NULL, and for one that is
    not yet, every row is read under ACCESS EXCLUSIVE.

    Instead: make the column NOT NULL first: a validated `CHECK (column IS NOT NULL)` lets SET NOT NULL, or the primary
    key itself, skip the search.
    """

    id = "locks/primary-key-null-scan"
    versions = "postgres >= 12"
    sources = (
        "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX",
        "measured on PostgreSQL 12 to 18",
    )
    examples = (
        Bad(
            """
            ALTER TABLE audit ADD CONSTRAINT audit_pkey PRIMARY KEY USING INDEX audit_pkey;
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=_AUDIT + _INDEX,
        ),
        Good(
            "ALTER TABLE audit ADD CONSTRAINT audit_pkey PRIMARY KEY USING INDEX audit_pkey;",
            given=_AUDIT.replace("bigint", "bigint NOT NULL") + _INDEX,
        ),
    )

    small_tables: frozenset[str] = frozenset()
    """Tables with so few rows that nobody notices the wait."""

    def check(self, subject: AddPrimaryKey, context: Context) -> Iterator[Finding]:
        """Reports a key over an index of nullable columns of a table in use."""
        index_name, table = subject.constraint.using_index, context.catalog.table(subject.table)
        if index_name is None or table is None or subject.table.text in self.small_tables:
            return
        index = next((item for item in table.indexes if item.name == index_name.text), None)
        if index is None or not context.impact.scans or not context.is_live(subject.table):
            return
        nullable = next(_nullable(index, table), None)
        if nullable is not None:
            message = f"Reads all rows of `{subject.table}` to see that `{nullable}` is never NULL; nobody can use it."
            yield self.finding(subject.span, message)


def _nullable(index: Index, table: Table) -> Iterator[str]:
    for name in index.columns:
        column = table.column(name) if name else None
        if column is not None and not column.not_null:
            yield column.name
