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
                                         ^^^^^^^^^^^^^^^^^
            UPDATE users SET mail = lower(email);
            ALTER TABLE users DROP COLUMN email;
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
            if new is None or after is None:
                continue
            now = next((item for item in after.columns if item.origin == new.origin), after.column(new.name))
            if now is None:
                continue
            missing = lost_properties(table, old, after, now) if old else _perhaps_lost(table, operation, after, now)
            if missing:
                message = (
                    f"`{after.name}.{now.name}` takes the place of `{operation.column.text}` without its {missing}."
                )
                yield self.finding(new.origin, message, severity=None if old else Severity.WARNING)


def _perhaps_lost(table: Table, drop: DropColumn, after: Table, now: Column) -> str:
    """What a column that nothing is known of may have had, where a bare one gets its name in the end."""
    if table.created or now.name != drop.column.text or now.not_null or now.default is not None:
        return ""
    bound = [name for item in after.constraints for name in item.columns]
    bound += [name or "" for item in after.indexes for name in item.columns]
    return "" if now.name in bound else "constraints and indexes, if it had any"


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
