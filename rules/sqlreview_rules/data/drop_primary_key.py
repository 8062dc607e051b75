"""data/drop-primary-key."""

from collections.abc import Iterator

from sqlreview import SHOP, SHOP_MYSQL, Bad, Context, Finding, Good, Migration, Rule, Severity, Step
from sqlreview.operations import AddPrimaryKey, DropColumn, DropConstraint, DropTable
from sqlreview.schema.keys import required_key


class DropPrimaryKey(Rule[Migration]):
    """Without its primary key nothing tells the rows of the table apart.

    Why: duplicates can be written, foreign keys cannot refer to it, and logical replication has no key to send, so
    that UPDATE and DELETE of a published table are refused. PostgreSQL refuses the drop while a foreign key needs it;
    CASCADE drops that foreign key, too. MariaDB copies the table under a lock against writes.

    Instead: put the new key in its place in the same ALTER TABLE; in PostgreSQL from an index that was built before:
    `DROP CONSTRAINT old, ADD CONSTRAINT new PRIMARY KEY USING INDEX i`.
    """

    id = "data/drop-primary-key"
    engines = ("postgres", "mysql", "mariadb")
    subsumes = ("data/drop-constraint",)
    sources = ("https://www.postgresql.org/docs/current/logical-replication-publication.html",)
    examples = (
        Bad(
            """
            ALTER TABLE orders DROP CONSTRAINT orders_pkey;
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good(
            "ALTER TABLE orders DROP CONSTRAINT orders_pkey, ADD PRIMARY KEY USING INDEX orders_next;",
            given=f"{SHOP}\nCREATE UNIQUE INDEX orders_next ON orders (id, user_id);",
        ),
        Bad(
            """
            ALTER TABLE pairs DROP PRIMARY KEY;
                              ^^^^^^^^^^^^^^^^
            """,
            given="CREATE TABLE pairs (a bigint NOT NULL, b bigint NOT NULL, PRIMARY KEY (a, b));",
            engine="mysql",
        ),
        Good("ALTER TABLE orders DROP PRIMARY KEY, ADD PRIMARY KEY (id, user_id);", given=SHOP_MYSQL, engine="mysql"),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports primary keys of tables in use that the file drops and does not replace."""
        made = {item.table for _, item in subject.operations(AddPrimaryKey)}
        for step in subject.steps_of(DropConstraint):
            operation, table = step.operation, step.table
            if not isinstance(operation, DropConstraint) or not step.names_live or not _is_primary(operation, step):
                continue
            after = context.catalog.table_at(table.key) if table else None
            is_replaced = (after is not None and after.primary_key is not None) or operation.table in made
            if is_replaced or operation.table in {item.table for _, item in subject.operations(DropTable)}:
                continue
            name = str(operation.table).removeprefix("public.")
            other = required_key(after) if after else ()
            if other:
                message = f"`{name}` has no primary key from here on; only ({', '.join(other)}) tells its rows apart."
                yield self.finding(step.at, message, severity=Severity.INFO)
                continue
            message = f"Nothing tells the rows of `{name}` apart from here on, for foreign keys and replication either."
            yield self.finding(step.at, message)
        yield from self._with_column(subject, context)

    def _with_column(self, migration: Migration, context: Context) -> Iterator[Finding]:
        """A primary key goes with the column it consists of."""
        for step in migration.steps_of(DropColumn):
            operation, table = step.operation, step.table
            key = table.primary_key if table else None
            if not isinstance(operation, DropColumn) or table is None or key is None or not step.names_live:
                continue
            after = context.catalog.table_at(table.key)
            if operation.column.text in key.columns and after is not None and after.primary_key is None:
                yield self.finding(step.at, f"With the column goes the primary key of `{table.name}`.")


def _is_primary(drop: DropConstraint, step: Step) -> bool:
    """Whether the constraint is the primary key, by what is known or by its name."""
    known = step.table.constraint(drop.name.text) if step.table else None
    if drop.kind == "primary key" or known is not None:
        return drop.kind == "primary key" or (known is not None and known.kind == "primary key")
    is_unknown = step.table is None or not step.table.complete
    return is_unknown and drop.name.text in (f"{drop.table.text}_pkey", "PRIMARY")
