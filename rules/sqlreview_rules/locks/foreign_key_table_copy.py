"""locks/foreign-key-table-copy."""

from collections.abc import Iterator

from sqlreview import SHOP_MYSQL, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule
from sqlreview.operations import AddColumn, AddForeignKey


class ForeignKeyTableCopy(Rule[AddForeignKey | AddColumn]):
    """Adding the foreign key copies the table, while writes to it and to the referenced table wait.

    Why: with foreign_key_checks on, InnoDB checks every row by copying the table under LOCK=SHARED (measured on MariaDB
    10.11); an open transaction that wrote to the parent holds it up as well.

    Instead: make sure that there are no orphans, then `SET foreign_key_checks = 0`, ADD FOREIGN KEY with
    `ALGORITHM=INPLACE`, and set it back: existing rows are not checked, new ones are.
    """

    id = "locks/foreign-key-table-copy"
    engines = ("mysql", "mariadb")
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html",)
    examples = (
        Bad(
            """
            ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users (id);
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            SET foreign_key_checks = 0;
            ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users (id), ALGORITHM=INPLACE;
            SET foreign_key_checks = 1;
            """,
            given=SHOP_MYSQL,
            engine="mysql",
        ),
        Good(
            """
            SET foreign_key_checks = 0;
            ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users (id), ALGORITHM=INPLACE;
            SET foreign_key_checks = 1;
            """,
            given=SHOP_MYSQL,
            engine="mysql",
        ),
        Good(
            """
            CREATE TABLE carts (id bigint PRIMARY KEY, user_id bigint NOT NULL);
            ALTER TABLE carts ADD FOREIGN KEY (user_id) REFERENCES users (id);
            """,
            given=SHOP_MYSQL,
            engine="mysql",
        ),
    )

    small_tables: frozenset[str] = frozenset()
    """Tables with so few rows that nobody notices the wait."""

    def check(self, subject: AddForeignKey | AddColumn, context: Context) -> Iterator[Finding]:
        """Reports foreign keys added to a table in use while the server checks them."""
        if isinstance(subject, AddColumn) and not subject.column.foreign_keys:
            return
        if subject.table.text in self.small_tables or not context.is_live(subject.table):
            return
        checks = (context.session.setting("foreign_key_checks") or "1").lower()
        if checks not in ("0", "off", "false"):
            name = subject.table.text
            message = f"`{name}` is copied to check the foreign key; writes to it and to the other table wait."
            yield self.finding(subject.span, message, *_fixes(subject, context))


def _fixes(subject: AddForeignKey | AddColumn, context: Context) -> Iterator[Fix]:
    """Adds it unchecked, which is right only where no row is an orphan."""
    if len(context.statement.operations) == 1 and isinstance(subject, AddForeignKey) and subject.online is None:
        before = Edit.insert(0, "SET foreign_key_checks = 0;\n")
        after = Edit.insert(len(context.statement.text), ", ALGORITHM=INPLACE;\nSET foreign_key_checks = 1")
        yield Fix("Add it without checking the rows", (before, after), FixKind.UNSAFE)
