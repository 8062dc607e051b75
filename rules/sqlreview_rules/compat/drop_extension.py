"""compat/drop-extension."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import AlterExtension, DropExtension


class DropExtensionInUse(Rule[DropExtension | AlterExtension]):
    """An extension goes or changes, and with it functions, types and operators that code uses.

    Why: what belongs to it is dropped or replaced at once for everybody; an update cannot be taken back where the
    extension has no script for the way down.

    Instead: see what uses it first (`pg_depend`), and update it on a copy of the database before.
    """

    id = "compat/drop-extension"
    severity = Severity.INFO
    enabled = False
    sources = ("https://www.postgresql.org/docs/current/sql-alterextension.html",)
    examples = (
        Bad(
            """
            DROP EXTENSION pg_trgm;
            ^^^^^^^^^^^^^^^^^^^^^^
            """,
            sqlstate="42704",
        ),
        Good("CREATE EXTENSION IF NOT EXISTS plpgsql;"),
    )

    def check(self, subject: DropExtension | AlterExtension, context: Context) -> Iterator[Finding]:
        """Reports extensions that this run has not created."""
        name = subject.extension.text
        if context.created_in_run(context.catalog.extension(name)):
            return
        if isinstance(subject, DropExtension):
            yield self.finding(subject.span, f"Code that uses what `{name}` brought fails from here on.")
        elif subject.action in ("update", "drop"):
            yield self.finding(subject.span, f"What `{name}` brought is another from here on, for everybody at once.")
