"""transactions/temporary-table-in-migration."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Migration, Rule, Severity, Span
from sqlreview.operations import CreateTable


class TemporaryTableInMigration(Rule[Migration]):
    """The migration makes a temporary table that nothing in it uses, and that is gone when the session ends.

    Why: the application connects with other sessions, which never see the table. Most likely TEMPORARY is there by
    mistake, or the table is left over.

    Instead: a table without TEMPORARY, or none; for values of one statement a WITH clause.
    """

    id = "transactions/temporary-table-in-migration"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            CREATE TEMPORARY TABLE lookup (id bigint PRIMARY KEY);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """
        ),
        Good("CREATE TEMPORARY TABLE ids (id bigint PRIMARY KEY);\nINSERT INTO ids (id) VALUES (1);"),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports temporary tables of versioned migrations that no other statement of the file names."""
        if not subject.is_versioned:
            return
        texts = [statement.text.lower() for statement in subject.statements]
        for position, table in subject.operations(CreateTable):
            name, own = table.table.text.lower(), texts[position]
            is_used = any(name in text for number, text in enumerate(texts) if number != position)
            if not table.temporary or is_used or "on commit drop" in " ".join(own.split()):
                continue
            span = Span(table.span.start, table.table.span.end)
            message = f"Nothing in this file uses `{table.table.text}`, and no later session will see it."
            yield self.finding(subject.origins[position].within(span), message)
