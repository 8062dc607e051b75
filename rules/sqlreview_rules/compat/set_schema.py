"""compat/set-schema."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Migration, Rule, departures
from sqlreview.operations import AlterRoutine, AlterSequence, Name, SetObjectSchema, SetTableSchema
from sqlreview.schema import Table
from sqlreview.schema.naming import quoted


class SetSchemaOfObjectInUse(Rule[Migration]):
    """The object moves to another schema, where code that does not name the schema finds it no more.

    Why: names are looked up along search_path, and `public.orders` names the old place. Instances that still run fail
    on their next statement.

    Instead: leave a view with the old name behind, in the same transaction, until no code uses it.
    """

    id = "compat/set-schema"
    sources = ("https://www.postgresql.org/docs/current/sql-altertable.html",)
    examples = (
        Bad(
            """
            ALTER TABLE orders SET SCHEMA archive;
                               ^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            ALTER TABLE orders SET SCHEMA archive;
            CREATE VIEW orders AS SELECT id, user_id, product_id, total, status, note, created_at FROM archive.orders;
            """,
            given=f"{SHOP}\nCREATE SCHEMA archive;",
        ),
        Good(
            """
            CREATE TABLE orders_old (id bigint PRIMARY KEY);
            ALTER TABLE orders_old SET SCHEMA archive;
            """,
            given="CREATE SCHEMA archive;",
        ),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports objects that leave their schema without anything under the old name."""
        for gone in departures(subject, context, SetTableSchema, SetObjectSchema, AlterRoutine, AlterSequence):
            operation = gone.operation
            if isinstance(operation, AlterRoutine | AlterSequence) and operation.action != "schema":
                continue
            if isinstance(gone.record, Table) and gone.record.temporary:
                continue
            fixes = []
            if isinstance(operation, SetTableSchema) and isinstance(gone.record, Table):
                statement = subject.statements[subject.positions[gone.at.statement]].text
                fixes = list(_view(operation.table, operation.schema.text, gone.record, statement))
            message = f"Code that looks for `{gone.name}` in its old schema fails as soon as this is committed."
            yield self.finding(gone.at, message, *fixes)


def _view(name: Name, schema: str, table: Table, statement: str) -> Iterator[Fix]:
    """A view in the old place, where all columns are known."""
    if table.complete and not table.partition_by:
        columns = ", ".join(quoted(column.name) for column in table.columns)
        new = f"{quoted(schema)}.{quoted(table.name)}"
        text = f";\nCREATE VIEW {name.span.of(statement)} AS SELECT {columns} FROM {new}"
        yield Fix("Leave a view behind", (Edit.insert(len(statement), text),), FixKind.UNSAFE)
