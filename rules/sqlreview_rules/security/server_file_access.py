"""security/server-file-access."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Rule, Severity, Statement
from sqlreview.operations.server_files import server_file_in


class ServerFileAccess(Rule[Statement]):
    """A statement reads or writes files on the database server.

    Why: it needs a right that reaches the whole machine, and a path that other servers, and most managed ones, do not
    have.

    Instead: `COPY ... FROM STDIN`, `\\copy` of psql, or `LOAD DATA LOCAL`.
    """

    id = "security/server-file-access"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/sql-copy.html",)
    examples = (
        Bad(
            """
            COPY (SELECT 1 AS x) TO '/dev/null';
                                    ^^^^^^^^^^^
            """
        ),
        Good("SELECT id, total FROM orders;", given=SHOP),
    )

    def check(self, subject: Statement, context: Context) -> Iterator[Finding]:
        """Reports the file or program."""
        found = server_file_in(subject.text, context.engine)
        if found is not None:
            yield self.finding(found, "The server itself opens this, with the rights of its own account.")
