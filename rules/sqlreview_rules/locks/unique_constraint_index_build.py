"""locks/unique-constraint-index-build."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Rule, index_built_first
from sqlreview.operations import AddColumn, AddUnique, Unique


class UniqueConstraintIndexBuild(Rule[AddUnique | AddColumn]):
    """Adding the UNIQUE constraint builds its index while nobody can use the table.

    Why: PostgreSQL holds ACCESS EXCLUSIVE until the index is complete, also for a new column that is NULL everywhere.

    Instead: `CREATE UNIQUE INDEX CONCURRENTLY`, outside of a transaction, then `ADD CONSTRAINT ... UNIQUE USING
    INDEX`, which only writes to the catalog. A partitioned table refuses USING INDEX: there, build a unique index of
    every partition concurrently and attach them to one created with `ON ONLY`.
    """

    id = "locks/unique-constraint-index-build"
    sources = ("https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT",)
    examples = (
        Bad(
            """
            ALTER TABLE orders ADD CONSTRAINT orders_note_key UNIQUE (note);
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE UNIQUE INDEX CONCURRENTLY orders_note_key ON orders (note);
            ALTER TABLE orders ADD CONSTRAINT orders_note_key UNIQUE USING INDEX orders_note_key;
            """,
            given=SHOP,
        ),
        Bad(
            """
            ALTER TABLE orders ADD COLUMN reference text UNIQUE;
                                                         ^^^^^^
            """,
            fixed="""
            ALTER TABLE orders ADD COLUMN reference text;
            CREATE UNIQUE INDEX CONCURRENTLY orders_reference_key ON orders (reference);
            ALTER TABLE orders ADD CONSTRAINT orders_reference_key UNIQUE USING INDEX orders_reference_key;
            """,
            given=SHOP,
            in_transaction=False,
        ),
        Good(
            """
            CREATE UNIQUE INDEX CONCURRENTLY orders_note_key ON orders (note);
            ALTER TABLE orders ADD CONSTRAINT orders_note_key UNIQUE USING INDEX orders_note_key;
            """,
            given=SHOP,
        ),
        Good(
            """
            CREATE TABLE carts (id bigint PRIMARY KEY, token text);
            ALTER TABLE carts ADD UNIQUE (token);
            """
        ),
    )

    small_tables: frozenset[str] = frozenset()
    """Tables with so few rows that nobody notices the wait."""

    def check(self, subject: AddUnique | AddColumn, context: Context) -> Iterator[Finding]:
        """Reports a unique constraint whose index is built on a table in use."""
        if subject.table.text in self.small_tables or not context.is_live(subject.table):
            return
        if context.impact.index_builds:
            for key in _keys(subject):
                at = key.span if isinstance(subject, AddColumn) else subject.span
                yield self.finding(at, context.impact.explain(), *index_built_first(context, subject, key))


def _keys(subject: AddUnique | AddColumn) -> tuple[Unique, ...]:
    """The unique constraints; one WITHOUT OVERLAPS is an exclusion constraint by nature."""
    if isinstance(subject, AddUnique):
        return () if subject.constraint.without_overlaps else (subject.constraint,)
    return tuple(item for item in subject.column.constraints if isinstance(item, Unique))
