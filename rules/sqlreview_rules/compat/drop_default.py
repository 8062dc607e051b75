"""compat/drop-default."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Migration, Rule, Severity, Step
from sqlreview.operations import (
    AddColumn,
    AddIdentity,
    DropColumn,
    DropColumnDefault,
    DropGeneratedExpression,
    Expression,
    SetColumnDefault,
)
from sqlreview.schema import Column, Table


class DropDefaultInUse(Rule[Migration]):
    """Code that leaves the column out of its INSERT stores NULL from here on, or fails.

    Why: instances that still run count on the default. A NOT NULL column refuses their INSERT, others store NULL.

    Instead: release code that gives the value first, and drop the default afterwards.
    """

    id = "compat/drop-default"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.INFO
    versions = "DROP EXPRESSION: postgres >= 13"
    sources = ("https://www.postgresql.org/docs/current/sql-altertable.html",)
    examples = (
        Bad(
            """
            ALTER TABLE orders ALTER COLUMN status DROP DEFAULT;
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good(
            """
            ALTER TABLE orders ADD COLUMN region text NOT NULL DEFAULT 'eu';
            ALTER TABLE orders ALTER COLUMN region DROP DEFAULT;
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports what the file found, dropped and did not replace; of a NOT NULL column as a warning."""
        for step in subject.steps_of(DropColumnDefault, DropGeneratedExpression):
            operation = step.operation
            if not isinstance(operation, DropColumnDefault | DropGeneratedExpression) or not step.names_live:
                continue
            if _is_put_back(operation.column.text, step, subject):
                continue
            known = subject.before.table_at(step.table.key) if step.table else None
            column = known.column(operation.column.text) if known else None
            if known is not None and not _has_value(operation, column, known):
                continue
            if known is None and _adds(operation.column.text, subject):
                continue
            name = f"`{str(operation.table).removeprefix('public.')}.{operation.column}`"
            after = context.catalog.table_at(known.key) if known else None
            kept = after.column(operation.column.text) if after else column
            if kept is not None and kept.not_null:
                message = f"An INSERT that leaves out {name} fails from here on."
                yield self.finding(step.at, message, severity=Severity.WARNING)
            else:
                yield self.finding(step.at, f"An INSERT that leaves out {name} stores NULL from here on, or fails.")


def _has_value(operation: DropColumnDefault | DropGeneratedExpression, column: Column | None, table: Table) -> bool:
    """Whether the column had before the file what is dropped now."""
    if column is None:
        return not table.complete
    given = column.generated if isinstance(operation, DropGeneratedExpression) else column.default
    return given is not None and not (isinstance(given, Expression) and given.is_null)


def _adds(column: str, migration: Migration) -> bool:
    return any(item.column.name.text == column for _, item in migration.operations(AddColumn))


def _is_put_back(column: str, drop: Step, migration: Migration) -> bool:
    """Whether the file gives the column a value again, or drops it."""
    for step in migration.steps_of(SetColumnDefault, AddIdentity, DropColumn):
        operation = step.operation
        if isinstance(operation, SetColumnDefault | AddIdentity | DropColumn) and operation.column.text == column:
            return str(operation.table) == str(getattr(drop.operation, "table", ""))
    return False
