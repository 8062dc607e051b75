"""queries/unbounded-recursion."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule
from sqlreview.queries import Query
from sqlreview.queries.recursion import endless_tables, reads_only

_FOLDERS = "CREATE TABLE folders (id bigint PRIMARY KEY, parent_id bigint REFERENCES folders (id));"
_ACYCLIC = frozenset({"pg_inherits", "pg_class", "pg_namespace", "pg_depend", "pg_auth_members", "pg_roles"})


class UnboundedRecursion(Rule[Query]):
    """The recursive query has nothing that stops it on a cycle.

    Why: a row that is its own ancestor, which no foreign key forbids, makes UNION ALL find the same rows again and
    again, until the disk is full or the server gives up. MariaDB stops after 1,000 rounds with a part of the result.

    Instead: `CYCLE id SET is_cycle USING path` (PostgreSQL 14), a depth that is counted and compared with a bound, or
    UNION where the rows themselves repeat.
    """

    id = "queries/unbounded-recursion"
    engines = EVERY_ENGINE
    sources = ("https://www.postgresql.org/docs/current/queries-with.html#QUERIES-WITH-CYCLE",)
    examples = (
        Bad(
            """
            WITH RECURSIVE tree AS (
                           ^^^^
                SELECT id, parent_id FROM folders WHERE id = $1
                UNION ALL
                SELECT f.id, f.parent_id FROM folders AS f JOIN tree AS t ON f.parent_id = t.id
            )
            SELECT id FROM tree;
            """,
            given=_FOLDERS,
        ),
        Good(
            """
            WITH RECURSIVE tree AS (
                SELECT id, parent_id, 1 AS depth FROM folders WHERE id = $1
                UNION ALL
                SELECT f.id, f.parent_id, t.depth + 1 FROM folders AS f JOIN tree AS t ON f.parent_id = t.id
                WHERE t.depth < 50
            )
            SELECT id FROM tree;
            """,
            given=_FOLDERS,
        ),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports recursive common tables over tables whose rows may form a cycle."""
        if not subject.ctes:
            return
        for table in endless_tables(subject, context.queries):
            if table.query is not None and not reads_only(table.query, _ACYCLIC):
                message = f"Nothing stops `{table.name}` where the rows it follows form a cycle."
                yield self.finding(table.name.span, message)
