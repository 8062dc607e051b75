"""locks/blocking-lock-option."""

from collections.abc import Iterator

from sqlreview import SHOP_MYSQL, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, Statement
from sqlreview import operations as o

_BLOCKING = {"shared": "writes", "exclusive": "reads and writes"}
_METHODS = ("fulltext", "spatial", "rtree")


class BlockingLockOption(Rule[Statement]):
    """The statement asks for a lock that makes writes, or everybody, wait until it is done.

    Why: with LOCK=SHARED all writes wait for the whole work, with LOCK=EXCLUSIVE reads too, even where the server could
    do it while both go on.

    Instead: `LOCK=NONE`; the server refuses it where the work needs a stronger lock.
    """

    id = "locks/blocking-lock-option"
    engines = ("mysql", "mariadb")
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html",)
    examples = (
        Bad(
            """
            ALTER TABLE orders ADD INDEX orders_status_idx (status), LOCK=EXCLUSIVE;
                                                                     ^^^^^^^^^^^^^^
            """,
            fixed="ALTER TABLE orders ADD INDEX orders_status_idx (status), LOCK=NONE;",
            given=SHOP_MYSQL,
            engine="mysql",
        ),
        Good("ALTER TABLE orders ADD INDEX orders_status_idx (status), LOCK=NONE;", given=SHOP_MYSQL, engine="mysql"),
        Good(
            """
            CREATE TABLE carts (id bigint PRIMARY KEY, note varchar(20));
            ALTER TABLE carts ADD INDEX carts_note_idx (note), LOCK=EXCLUSIVE;
            """,
            engine="mysql",
        ),
    )

    small_tables: frozenset[str] = frozenset()
    """Tables with so few rows that nobody notices the wait."""

    def check(self, subject: Statement, context: Context) -> Iterator[Finding]:
        """Reports LOCK=SHARED and LOCK=EXCLUSIVE for a table in use."""
        for operation in subject.operations:
            asked, table = operation.online, getattr(operation, "table", None)
            if asked is None or asked.lock_span is None or asked.lock not in _BLOCKING or table is None:
                continue
            if table.text in self.small_tables or not context.is_live(table):
                return
            message = (
                f"LOCK={asked.lock.upper()} makes {_BLOCKING[asked.lock]} of `{table.text}` wait until it is done."
            )
            needed = asked.lock == "shared" and _needs_lock(subject)
            fix = Fix("Ask for LOCK=NONE", (Edit.replace(asked.lock_span, "LOCK=NONE"),), FixKind.UNSAFE)
            yield self.finding(
                asked.lock_span,
                message,
                *(() if needed else (fix,)),
                severity=Severity.INFO if needed else None,
            )
            return


def _needs_lock(statement: Statement) -> bool:
    """Whether an action is one that no server does while others write."""
    return any(
        isinstance(item, o.AddCheck)
        or (isinstance(item, o.CreateIndex) and item.method in _METHODS)
        or (item.online is not None and item.online.algorithm == "copy")
        for item in statement.operations
    )
