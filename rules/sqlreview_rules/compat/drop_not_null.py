"""compat/drop-not-null."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Migration, Rule, Severity, Step
from sqlreview.operations import DropColumn, DropConstraint, DropNotNull, ModifyColumn, Name


class DropNotNullOfLiveColumn(Rule[Migration]):
    """Readers that never expected NULL in this column may now get one.

    Why: code that was written against a NOT NULL column does not check for NULL; sums, joins and comparisons skip the
    rows silently. That MODIFY of MySQL forgets a NOT NULL says data/redefined-column; here it is about `MODIFY c int
    NULL`.

    Instead: release code that copes with NULL first. Before a column is dropped the change is fine.
    """

    id = "compat/drop-not-null"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.INFO
    versions = "DROP CONSTRAINT of a not-null constraint: postgres >= 18"
    sources = ("https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-NOT-NULL",)
    examples = (
        Bad(
            """
            ALTER TABLE orders ALTER COLUMN status DROP NOT NULL;
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good(
            """
            ALTER TABLE orders ADD COLUMN channel text NOT NULL DEFAULT 'web';
            ALTER TABLE orders ALTER COLUMN channel DROP NOT NULL;
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports columns in use that become nullable and that the file keeps."""
        dropped = {
            (step.operation.table, step.operation.column.text)
            for step in subject.steps_of(DropColumn)
            if isinstance(step.operation, DropColumn)
        }
        for step in subject.steps_of(DropNotNull, DropConstraint, ModifyColumn):
            table, column = _loosened(step)
            if table is None or not step.names_live or (table, column) in dropped or _is_new(step, column, subject):
                continue
            name = f"`{str(table).removeprefix('public.')}.{column}`"
            yield self.finding(step.at, f"Readers of {name} may get NULL from here on.")


def _loosened(step: Step) -> tuple[Name | None, str]:
    """The table and column of a constraint that is given up."""
    operation = step.operation
    if isinstance(operation, DropNotNull):
        return operation.table, operation.column.text
    if isinstance(operation, ModifyColumn) and step.table is not None:
        old = step.table.column(operation.column.text)
        is_meant = old is not None and old.not_null and operation.definition.not_null is None
        return (operation.table, operation.column.text) if is_meant else (None, "")
    if isinstance(operation, DropConstraint) and step.table is not None:
        constraint = step.table.constraint(operation.name.text)
        if constraint is not None and constraint.kind == "not null" and constraint.columns:
            return operation.table, constraint.columns[0]
    return None, ""


def _is_new(step: Step, name: str, migration: Migration) -> bool:
    """Whether the file itself made the column NOT NULL, or nothing ever did."""
    column = step.table.column(name) if step.table else None
    if column is None or step.table is None:
        return False
    made = column.not_null_origin or column.origin
    return made.path == migration.path or (step.table.complete and not column.not_null)
