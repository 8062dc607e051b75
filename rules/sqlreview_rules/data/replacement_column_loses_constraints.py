"""data/replacement-column-loses-constraints."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Migration, Rule, Severity, Step
from sqlreview.operations import DropColumn, WriteRows
from sqlreview.queries import Update
from sqlreview.schema import Column, Table
from sqlreview.schema.replacements import lost_properties


class ReplacementColumnLosesConstraints(Rule[Migration]):
    """The column that takes the place of an old one lacks what the old one was bound to.

    Why: DROP COLUMN takes NOT NULL, keys, foreign keys, defaults and indexes of the old column with it. After the
    usual add, copy, drop, rename the column looks the same, and accepts NULL and duplicates.

    Instead: give the new column everything before the old one is dropped: a unique index, the foreign key NOT VALID
    and validated, the default, a checked SET NOT NULL.
    """

    id = "data/replacement-column-loses-constraints"
    engines = ("postgres", "mysql", "mariadb", "sqlite")
    severity = Severity.ERROR
    examples = (
        Bad(
            """
            ALTER TABLE users ADD COLUMN mail varchar(255);
            UPDATE users SET mail = lower(email);
            ALTER TABLE users DROP COLUMN email;
                              ^^^^^^^^^^^^^^^^^
            ALTER TABLE users RENAME COLUMN mail TO email;
            """,
            given=SHOP,
        ),
        Good(
            """
            CREATE TABLE carts (id bigint PRIMARY KEY, note text NOT NULL);
            ALTER TABLE carts ADD COLUMN remark text;
            UPDATE carts SET remark = note;
            ALTER TABLE carts DROP COLUMN note;
            """
        ),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports dropped columns whose values went to a new column of the file that ends with fewer properties."""
        for step in subject.steps_of(DropColumn):
            operation, table = step.operation, step.table
            if not isinstance(operation, DropColumn) or table is None or not step.names_live:
                continue
            old = table.column(operation.column.text)
            new = _successor(subject, step, table, operation.column.text)
            after = context.catalog.table_at(table.key)
            if old is None or new is None or after is None:
                continue
            now = next((item for item in after.columns if item.origin == new.origin), after.column(new.name))
            missing = lost_properties(table, old, after, now) if now is not None else ""
            if missing:
                message = f"`{after.name}.{now.name if now else ''}` takes its place without its {missing}."
                yield self.finding(step.at, message)


def _successor(migration: Migration, drop: Step, table: Table, old: str) -> Column | None:
    """The column the file added and filled with the values of the dropped one."""
    for step in migration.steps_of(WriteRows):
        write = step.write
        if not isinstance(write, Update) or step.table is None or step.table.key != table.key:
            continue
        for assignment in write.assignments:
            reads = {column.column for column in assignment.value.columns}
            added = table.column(assignment.columns[0].text) if assignment.columns else None
            if old in reads and added is not None and added.origin.path == migration.path and added.name != old:
                return added
    return None
