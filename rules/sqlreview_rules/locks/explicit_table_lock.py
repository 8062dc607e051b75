"""locks/explicit-table-lock."""

from collections.abc import Iterator

from sqlreview import SHOP, SHOP_MYSQL, Bad, Context, Finding, Good, Migration, Rule, Step
from sqlreview.operations import LockTable, Other, WriteRows


class ExplicitTableLock(Rule[Migration]):
    """The table is locked explicitly, so other sessions wait until the lock is given back.

    Why: from here on nobody else can write to the table, or even read it, however short the statements are that need
    the lock. PostgreSQL keeps it until the transaction ends, MySQL and MariaDB until UNLOCK TABLES.

    Instead: lock the rows that matter (`SELECT ... FOR UPDATE`), or take a mode that lets others write, such as
    ROW EXCLUSIVE. Where it has to be this lock, ask for it with a lock_timeout and right before it is needed.
    """

    id = "locks/explicit-table-lock"
    engines = ("postgres", "mysql", "mariadb")
    sources = (
        "https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES",
        "https://dev.mysql.com/doc/refman/8.0/en/lock-tables.html",
    )
    examples = (
        Bad(
            """
            BEGIN;
            LOCK TABLE orders;
            ^^^^^^^^^^^^^^^^^
            COMMIT;
            """,
            given=SHOP,
        ),
        Bad(
            """
            LOCK TABLES orders WRITE;
            ^^^^^^^^^^^^^^^^^^^^^^^^
            UPDATE orders SET total = 0 WHERE id = 1;
            UNLOCK TABLES;
            """,
            given=SHOP_MYSQL,
            engine="mysql",
        ),
        Good("BEGIN;\nLOCK TABLE orders IN ROW EXCLUSIVE MODE;\nCOMMIT;", given=SHOP),
        Good("LOCK TABLES orders READ;\nUNLOCK TABLES;", given=SHOP_MYSQL, engine="mysql"),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports LOCK TABLE of tables in use that makes writers wait, and FLUSH TABLES WITH READ LOCK."""
        for step in subject.steps_of(LockTable):
            if not isinstance(step.operation, LockTable) or not step.names_live:
                continue
            table = step.operation.table.text
            if context.engine.family == "postgres" and step.blocked:
                who = "Reads and writes" if step.sealed else "Writes"
                yield self.finding(step.at, f"{who} of `{table}` wait from here to the end of the transaction.")
            elif step.operation.mode == "WRITE" and not _loads_rows(subject, step):
                yield self.finding(step.at, f"Reads and writes of `{table}` by others wait until UNLOCK TABLES.")
        for position, operation in subject.operations(Other):
            words = subject.statements[position].text.upper().split() if operation.kind == "flush" else []
            if words[-3:] == ["WITH", "READ", "LOCK"]:
                at = subject.origins[position].within(operation.span)
                yield self.finding(at, "Writes to these tables wait until UNLOCK TABLES.")


def _loads_rows(migration: Migration, step: Step) -> bool:
    """Whether rows are loaded right behind it, as in a dump, which is restored where nobody works yet."""
    following = migration.statements[migration.positions[step.at.statement] + 1 :][:1]
    return any(
        isinstance(item, WriteRows | Other) and getattr(item, "kind", "") in ("insert", "alter table disable keys")
        for statement in following
        for item in statement.operations
    )
