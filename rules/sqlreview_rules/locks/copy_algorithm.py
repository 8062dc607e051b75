"""locks/copy-algorithm."""

from collections.abc import Iterator

from sqlreview import SHOP_MYSQL, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Span, Statement, regex
from sqlreview.operations import AddUnique, CreateIndex, DropColumn, DropIndex, Operation, RenameColumn, SetSetting

_CLAUSE = regex(r"(?i)\bALGORITHM\s*+=?\s*+COPY\b")
_DONE_IN_PLACE = (AddUnique, CreateIndex, DropColumn, DropIndex, RenameColumn)
_SETTINGS = {"old_alter_table": ("1", "on", "copy"), "alter_algorithm": ("copy",)}


class CopyAlgorithm(Rule[Statement]):
    """The statement asks the server to copy the whole table while writes wait.

    Why: ALGORITHM=COPY runs under LOCK=SHARED: readers go on, every INSERT, UPDATE and DELETE waits until the last row
    has been copied, and readers too while the tables change places.

    Instead: `ALGORITHM=INPLACE, LOCK=NONE`, with which the server refuses what it cannot do online; an online schema
    change tool for what can only be copied.
    """

    id = "locks/copy-algorithm"
    engines = ("mysql", "mariadb")
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html",)
    examples = (
        Bad(
            """
            ALTER TABLE orders ADD INDEX orders_status_idx (status), ALGORITHM=COPY;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="ALTER TABLE orders ADD INDEX orders_status_idx (status), ALGORITHM=INPLACE;",
            given=SHOP_MYSQL,
            engine="mysql",
        ),
        Good(
            "ALTER TABLE orders ADD INDEX orders_status_idx (status), ALGORITHM=INPLACE, LOCK=NONE;",
            given=SHOP_MYSQL,
            engine="mysql",
        ),
        Good(
            """
            CREATE TABLE carts (id bigint PRIMARY KEY, note varchar(20));
            ALTER TABLE carts ADD INDEX carts_note_idx (note), ALGORITHM=COPY;
            """,
            engine="mysql",
        ),
    )

    small_tables: frozenset[str] = frozenset()
    """Tables with so few rows that nobody notices the wait."""

    def check(self, subject: Statement, context: Context) -> Iterator[Finding]:
        """Reports ALGORITHM=COPY for a table in use, and settings that mean the same for all that follow."""
        for operation in subject.operations:
            if isinstance(operation, SetSetting):
                if str(operation.value).lower() in _SETTINGS.get(operation.name.lower(), ()):
                    message = f"With {operation.name} every ALTER TABLE copies its table while writes wait."
                    yield self.finding(operation.span, message)
            elif _copies(operation):
                table = getattr(operation, "table", None)
                if table is not None and table.text not in self.small_tables and context.is_live(table):
                    message = f"ALGORITHM=COPY copies `{table.text}` while writes wait."
                    yield self.finding(context.origin.span, message, *_fixes(subject))
                    return


def _copies(operation: Operation) -> bool:
    return operation.online is not None and operation.online.algorithm == "copy"


def _fixes(statement: Statement) -> Iterator[Fix]:
    """Asks for INPLACE where every action is one that the server can do so."""
    clauses = list(_CLAUSE.finditer(statement.text))
    if len(clauses) == 1 and all(isinstance(item, _DONE_IN_PLACE) for item in statement.operations):
        edit = Edit.replace(Span(*clauses[0].span()), "ALGORITHM=INPLACE")
        yield Fix("Ask for ALGORITHM=INPLACE", (edit,), FixKind.UNSAFE)
