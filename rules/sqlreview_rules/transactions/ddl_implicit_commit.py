"""transactions/ddl-implicit-commit."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Migration, Related, Rule, Severity, Span
from sqlreview.operations import Begin, Commit, CreateTable, DropTable, Operation, Rollback, WriteRows

_SETTINGS = "CREATE TABLE settings (id int PRIMARY KEY, value varchar(20));\nCREATE TABLE jobs (id int PRIMARY KEY);"
_DEFINING = frozenset(("columns", "constraints", "indexes", "tables", "views", "routines", "security"))


class DdlImplicitCommit(Rule[Migration]):
    """The statement commits the open transaction, so that ROLLBACK cannot undo what came before it.

    Why: in MySQL and MariaDB every CREATE, ALTER, DROP, RENAME and TRUNCATE ends the transaction first. A row inserted
    before it survives the ROLLBACK, and what follows is no part of any transaction.

    Instead: rows and definitions in files of their own, and no transaction around the definitions.
    """

    id = "transactions/ddl-implicit-commit"
    engines = ("mysql", "mariadb")
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/implicit-commit.html",)
    examples = (
        Bad(
            """
            START TRANSACTION;
            INSERT INTO settings (id, value) VALUES (1, 'a');
            ALTER TABLE jobs ADD COLUMN note varchar(20);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            ROLLBACK;
            """,
            given=_SETTINGS,
            engine="mysql",
        ),
        Good(
            """
            START TRANSACTION;
            INSERT INTO settings (id, value) VALUES (1, 'a');
            COMMIT;
            ALTER TABLE jobs ADD COLUMN note varchar(20);
            """,
            given=_SETTINGS,
            engine="mysql",
        ),
        Good(
            """
            START TRANSACTION;
            CREATE TEMPORARY TABLE chosen (id int);
            INSERT INTO chosen VALUES (1);
            COMMIT;
            """,
            engine="mysql",
        ),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports the first definition of each transaction; without rows in it, only as information."""
        begin: int | None = None
        has_rows = False
        for position, operation in subject.operations(Operation):
            if isinstance(operation, Begin):
                begin, has_rows = position, False
            elif isinstance(operation, Commit | Rollback):
                begin = None
            elif begin is not None and isinstance(operation, WriteRows):
                has_rows = True
            elif begin is not None and _commits(operation):
                place = subject.origins[position].within(Span(0, len(subject.statements[position].text)))
                message = "This commits the transaction that is open; a ROLLBACK undoes nothing of it."
                related = (Related("The transaction begins here.", subject.origins[begin]),)
                yield self.finding(place, message, related=related, severity=None if has_rows else Severity.INFO)
                begin = None


def _commits(operation: Operation) -> bool:
    if isinstance(operation, CreateTable) and operation.temporary:
        return False
    if isinstance(operation, DropTable) and getattr(operation, "temporary", False):
        return False
    return type(operation).__module__.rpartition(".")[2] in _DEFINING
