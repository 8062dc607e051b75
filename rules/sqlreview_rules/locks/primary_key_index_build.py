"""locks/primary-key-index-build."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, index_built_first
from sqlreview.operations import AddColumn, AddPrimaryKey, PrimaryKey

_AUDIT = "CREATE TABLE audit (id bigint NOT NULL, body text);\n"


class PrimaryKeyIndexBuild(Rule[AddPrimaryKey | AddColumn]):
    """Adding the primary key builds its index while nobody can use the table.

    Why: PostgreSQL holds ACCESS EXCLUSIVE until the index is complete, and reads all rows once more for NULLs when
    the columns allow them.

    Instead: make the columns NOT NULL, build the index with `CREATE UNIQUE INDEX CONCURRENTLY`, outside of a
    transaction, then `ADD CONSTRAINT ... PRIMARY KEY USING INDEX`, which only writes to the catalog. A partitioned
    table refuses USING INDEX.
    """

    id = "locks/primary-key-index-build"
    sources = ("https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT",)
    examples = (
        Bad(
            """
            ALTER TABLE audit ADD PRIMARY KEY (id);
                              ^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE UNIQUE INDEX CONCURRENTLY audit_pkey ON audit (id);
            ALTER TABLE audit ADD CONSTRAINT audit_pkey PRIMARY KEY USING INDEX audit_pkey;
            """,
            given=_AUDIT,
        ),
        Good(
            """
            CREATE UNIQUE INDEX CONCURRENTLY audit_pkey ON audit (id);
            ALTER TABLE audit ADD CONSTRAINT audit_pkey PRIMARY KEY USING INDEX audit_pkey;
            """,
            given=_AUDIT,
        ),
        Good(
            """
            CREATE TABLE carts (id bigint NOT NULL, note text);
            ALTER TABLE carts ADD PRIMARY KEY (id);
            """
        ),
    )

    small_tables: frozenset[str] = frozenset()
    """Tables with so few rows that nobody notices the wait."""

    def check(self, subject: AddPrimaryKey | AddColumn, context: Context) -> Iterator[Finding]:
        """Reports a primary key whose index is built on a table in use."""
        if subject.table.text in self.small_tables or not context.is_live(subject.table):
            return
        key = subject.constraint if isinstance(subject, AddPrimaryKey) else _key_of_column(subject)
        if key is None or key.without_overlaps or not context.impact.index_builds:
            return
        ready = isinstance(subject, AddPrimaryKey) and _is_required(key, subject, context)
        fixes = index_built_first(context, subject, key) if ready else ()
        at = key.span if isinstance(subject, AddColumn) else subject.span
        yield self.finding(at, context.impact.explain(), *fixes)


def _key_of_column(subject: AddColumn) -> PrimaryKey | None:
    return next((item for item in subject.column.constraints if isinstance(item, PrimaryKey)), None)


def _is_required(key: PrimaryKey, subject: AddPrimaryKey, context: Context) -> bool:
    """Whether all columns are known to be NOT NULL, so that adopting an index needs no scan."""
    table = context.catalog.table(subject.table)
    columns = [table.column(column.text) for column in key.columns] if table else [None]
    return all(column is not None and column.not_null for column in columns)
