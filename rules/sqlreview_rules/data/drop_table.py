"""data/drop-table."""

from collections.abc import Iterator

from sqlreview import (
    EVERY_ENGINE,
    SHOP,
    Bad,
    Context,
    Edit,
    Finding,
    Fix,
    FixKind,
    Good,
    Migration,
    Rule,
    Severity,
    Span,
    Step,
)
from sqlreview.operations import CreateTable, DropTable, RenameTable, WriteRows
from sqlreview.queries import Insert
from sqlreview.schema.naming import quoted


class DropLiveTable(Rule[Migration]):
    """Dropping the table destroys its data and breaks code that still uses it.

    Why: the rows are gone for good, and instances of the application that still run fail on their next statement.

    Instead: rename the table away and drop it in a later release, when nobody has missed it; keep a backup.
    """

    id = "data/drop-table"
    engines = EVERY_ENGINE
    sources = ("https://www.postgresql.org/docs/current/sql-droptable.html",)
    examples = (
        Bad(
            """
            DROP TABLE orders;
            ^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            ALTER TABLE orders RENAME TO orders_unused;
            """,
            given=SHOP,
        ),
        Good("CREATE TABLE scratch (id bigint PRIMARY KEY);\nDROP TABLE scratch;"),
        Good(
            """
            CREATE TABLE products_new (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name text NOT NULL);
            INSERT INTO products_new (id, name) SELECT gen_random_uuid(), name FROM products;
            DROP TABLE products;
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports tables that existed before the file and whose rows it has not copied elsewhere."""
        copied: set[str] = set()
        made = {getattr(item, "new_name", item.table).text for _, item in subject.operations(CreateTable, RenameTable)}
        for step in subject.steps_of(DropTable, WriteRows):
            if isinstance(step.write, Insert) and step.write.source is not None:
                copied |= {source.name.text for source in step.write.source.sources if source.name}
            operation = step.operation
            if not isinstance(operation, DropTable) or not step.names_live:
                continue
            if operation.table.text in copied or step.rebuild:
                continue
            unknown = step.table is None or not step.table.created
            if unknown and operation.if_exists and operation.table.text in made:
                continue  # a script that makes the table itself starts from nothing, or clears the name
            yield self._finding(operation, step, subject, may_be_absent=unknown and operation.if_exists)

    def _finding(self, operation: DropTable, step: Step, migration: Migration, *, may_be_absent: bool) -> Finding:
        name = str(operation.table).removeprefix("public.")
        if step.table is not None and step.table.partition_of is not None:
            return self.finding(step.at, f"The rows of the partition `{name}` are lost.", severity=Severity.INFO)
        if may_be_absent:
            message = f"The data of `{name}` is lost, where the table exists."
            return self.finding(step.at, message, severity=Severity.INFO)
        is_made_anew = any(item.table == operation.table for _, item in migration.operations(CreateTable))
        message = f"The data of `{name}` is lost{'' if is_made_anew else ', and code that still uses the table fails'}."
        text = migration.statements[migration.positions[step.at.statement]].text
        bare = not step.in_body and not operation.cascade and not operation.if_exists
        unused = quoted(type(operation.table.text)(f"{operation.table.text}_unused"))
        rename = f"ALTER TABLE {operation.table.span.of(text)} RENAME TO {unused}"
        fix = Fix("Rename it away first", (Edit.replace(operation.span, rename),), FixKind.GUIDANCE)
        return self.finding(step.at, message, *([fix] if bare and operation.span == Span(0, len(text)) else []))
