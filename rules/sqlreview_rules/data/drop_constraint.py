"""data/drop-constraint."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Migration, Rule, Severity, Step
from sqlreview import operations as o
from sqlreview.operations import DropConstraint, DropIndex, Operation
from sqlreview.schema import Constraint, Table
from sqlreview.schema.keys import is_unique_on

_OTHERS: tuple[type[Operation], ...] = (o.AddCheck, o.AddForeignKey, o.AddNotNull, o.AddPrimaryKey, o.AddUnique)
_OTHERS = (*_OTHERS, o.AddExclusion, o.SetNotNull, o.CreateIndex, o.DropColumn, o.DropTable)


class DropConstraintOfLiveTable(Rule[Migration]):
    """A constraint of a table in use is dropped, and the migration puts nothing in its place.

    Why: code and queries rely on what it promised. Rows that break it can be written, and then it cannot come back.

    Instead: drop it together with the change that makes it wrong, and add what holds instead in the same migration.
    """

    id = "data/drop-constraint"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/sql-altertable.html",)
    examples = (
        Bad(
            """
            ALTER TABLE users DROP CONSTRAINT users_email_key;
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good(
            """
            ALTER TABLE orders DROP CONSTRAINT paid, ADD CONSTRAINT paid CHECK (total > 1) NOT VALID;
            """,
            given=f"{SHOP}\nALTER TABLE orders ADD CONSTRAINT paid CHECK (total > 0);",
        ),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports constraints that the file found, dropped and did not replace."""
        for step in subject.steps_of(DropConstraint, DropIndex):
            operation, table = step.operation, step.table
            name = _name_of(operation)
            if name is None or not step.names_live:
                continue
            dropped = table.constraint(name) if table else None
            if dropped is None and (table is None or not table.complete) and isinstance(operation, DropConstraint):
                yield from self._unknown(operation, step, subject)
            if table is None or dropped is None or dropped.origin.path == subject.path or dropped.kind == "not null":
                continue
            after = context.catalog.table_at(table.key)
            if after is not None and not _is_replaced(dropped, after, subject.path):
                names = ", ".join(dropped.columns)
                what = f"{dropped.kind} `{dropped.name}`{f' on ({names})' if names else ''}"
                yield self.finding(step.at, f"Nothing keeps what the {what} of `{table.name}` promised from here on.")

    def _unknown(self, drop: DropConstraint, step: Step, migration: Migration) -> Iterator[Finding]:
        """A constraint that the history does not know, in a file that gives the table no other one."""
        adds = migration.steps_of(*_OTHERS)
        if not any(getattr(item.operation, "table", None) == drop.table for item in adds):
            message = f"Nothing keeps what the constraint `{drop.name}` of `{drop.table}` promised from here on."
            yield self.finding(step.at, message)


def _name_of(operation: Operation) -> str | None:
    if isinstance(operation, DropIndex):
        return operation.index.text if operation.table is not None else None
    return operation.name.text if isinstance(operation, DropConstraint) else None


def _is_replaced(dropped: Constraint, table: Table, path: str) -> bool:
    """Whether the table promises something of the kind about the columns, in the file about some, or they are gone."""
    old, kin = set(dropped.columns), [item for item in table.constraints if item.kind == dropped.kind]
    if any(table.column(name) is None for name in dropped.columns):
        return True
    if dropped.kind == "check" and _only_asks_for_values(dropped, table):
        return True
    if dropped.kind in ("primary key", "unique"):
        return is_unique_on(table, dropped.columns) or any(key.unique and old & {*key.columns} for key in table.indexes)
    return any(item.columns == dropped.columns or (item.origin.path == path and old & {*item.columns}) for item in kin)


def _only_asks_for_values(check: Constraint, table: Table) -> bool:
    text = check.expression.text.lower().rstrip(") ") if check.expression else ""
    columns = [table.column(name) for name in check.columns]
    return text.endswith("is not null") and all(column is not None and column.not_null for column in columns)
