"""locks/logged-change-rewrite."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Rule
from sqlreview.operations import SetLogged


class LoggedChangeRewrite(Rule[SetLogged]):
    """Switching between LOGGED and UNLOGGED rewrites the table under an exclusive lock.

    Why: PostgreSQL writes all rows and all indexes again and holds ACCESS EXCLUSIVE meanwhile; SET LOGGED also sends
    all of it through the write-ahead log. The rows of an unlogged table are gone after a crash and never reach
    replicas.

    Instead: decide when the table is created (`CREATE UNLOGGED TABLE`), or create a second table, copy in batches and
    swap the names.
    """

    id = "locks/logged-change-rewrite"
    versions = "partitioned tables refuse it: postgres >= 18"
    sources = ("https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-LOGGED-UNLOGGED",)
    examples = (
        Bad(
            """
            ALTER TABLE orders SET UNLOGGED;
                               ^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Bad(
            """
            ALTER TABLE staging SET LOGGED;
                                ^^^^^^^^^^
            """,
            given="CREATE UNLOGGED TABLE staging (id bigint PRIMARY KEY, body text);\n",
        ),
        Good("ALTER TABLE orders SET LOGGED;", given=SHOP),
        Good("CREATE UNLOGGED TABLE staging (id bigint PRIMARY KEY, body text);"),
    )

    small_tables: frozenset[str] = frozenset()
    """Tables with so few rows that nobody notices the wait."""

    def check(self, subject: SetLogged, context: Context) -> Iterator[Finding]:
        """Reports a table in use that is written again to switch its logging."""
        if subject.table.text in self.small_tables or not context.is_live(subject.table):
            return
        if context.impact.rewrites:
            loss = "" if subject.logged else "; afterwards a crash empties the table"
            yield self.finding(subject.span, f"{context.impact.explain().removesuffix('.')}{loss}.")
