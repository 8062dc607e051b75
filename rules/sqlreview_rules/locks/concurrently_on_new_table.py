"""locks/concurrently-on-new-table."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, Good, Migration, Rule, Severity, Span, Step, regex
from sqlreview.operations import CreateIndex, CreateTable

_WORD = regex(r"(?i)\s++CONCURRENTLY\b")


class ConcurrentlyOnNewTable(Rule[Migration]):
    """CONCURRENTLY is used on a table created in the same file, where it only costs.

    Why: the table is empty and nobody uses it yet, so there is nobody to spare. CONCURRENTLY reads it twice, waits for
    other transactions, keeps the file out of a transaction, and leaves an invalid index when it fails.

    Instead: `CREATE INDEX` without CONCURRENTLY.
    """

    id = "locks/concurrently-on-new-table"
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY",)
    examples = (
        Bad(
            """
            CREATE TABLE tags (id bigint PRIMARY KEY, name text NOT NULL);
            CREATE INDEX CONCURRENTLY tags_name_idx ON tags (name);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE tags (id bigint PRIMARY KEY, name text NOT NULL);
            CREATE INDEX tags_name_idx ON tags (name);
            """,
        ),
        Good(
            """
            CREATE TABLE tags (id bigint PRIMARY KEY, name text NOT NULL);
            CREATE INDEX tags_name_idx ON tags (name);
            """
        ),
        Good("CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);", given=SHOP),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports indexes of empty tables that the file itself has created."""
        steps = [step for step in subject.steps_of(CreateIndex) if _is_needless(step, subject)]
        if not steps:
            return
        guarded = {item.table.text for _, item in subject.operations(CreateTable) if item.if_not_exists}
        for step in steps:
            if isinstance(step.operation, CreateIndex) and step.operation.table.text not in guarded:
                message = f"Nobody uses `{step.operation.table}` yet, so CONCURRENTLY spares nobody and takes longer."
                yield self.finding(step.at, message, *_fixes(step.operation, step, subject))


def _is_needless(step: Step, migration: Migration) -> bool:
    """Whether it is concurrent on a table of this file without rows; in a transaction the server refuses it anyway."""
    table = step.table
    if not isinstance(step.operation, CreateIndex) or not step.operation.concurrently or step.in_body or table is None:
        return False
    is_new = table.created and table.origin.is_beside(step.at) and table.written is None
    return is_new and table.partition_by is None and step.at.transaction == step.at.statement


def _fixes(operation: CreateIndex, step: Step, migration: Migration) -> Iterator[Fix]:
    text = migration.statements[migration.positions[step.at.statement]].text
    word = _WORD.match(text, operation.index_word.end)
    if word is not None:
        yield Fix("Build it without CONCURRENTLY", (Edit.delete(Span(*word.span())),))
