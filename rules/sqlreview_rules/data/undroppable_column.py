"""data/undroppable-column."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import DropColumn
from sqlreview.schema import Column, Table

_USERS = "CREATE TABLE users (id integer PRIMARY KEY, role text);\nCREATE INDEX idx_users_role ON users (role);"


class UndroppableColumn(Rule[DropColumn]):
    """SQLite refuses to drop the column, because something still refers to it.

    Why: DROP COLUMN fails for columns of a key or an index, of a CHECK or FOREIGN KEY of the table, of a generated
    column or a view. Before 3.35 SQLite does not know the statement at all. Triggers are not looked at: one that names
    the column fails later.

    Instead: drop the index or view first. For keys and constraints rebuild the table: create a new one, copy the rows,
    drop the old one, rename.
    """

    id = "data/undroppable-column"
    engines = ("sqlite",)
    severity = Severity.ERROR
    sources = ("https://www.sqlite.org/lang_altertable.html#alter_table_drop_column",)
    examples = (
        Bad(
            """
            ALTER TABLE users DROP COLUMN role;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=_USERS,
            engine="sqlite",
            sqlstate="error in index idx_users_role after drop column: no such column: role",
        ),
        Good("DROP INDEX idx_users_role;\nALTER TABLE users DROP COLUMN role;", given=_USERS, engine="sqlite"),
    )

    def check(self, subject: DropColumn, context: Context) -> Iterator[Finding]:
        """Reports what stands in the way of the column, or the version that cannot drop any."""
        if context.engine.release < (3, 35):
            version = f"{context.engine.release[0]}.{context.engine.release[1]}"
            yield self.finding(subject.span, f"SQLite {version} has no DROP COLUMN; it came with 3.35.")
            return
        table = context.catalog.table(subject.table)
        column = table.column(subject.column.text) if table else None
        if table is None or column is None:
            return
        reason = next(_reasons(table, column, context), None)
        if reason is not None:
            yield self.finding(subject.span, f"SQLite cannot drop `{table.name}.{column.name}`: {reason}.")


def _reasons(table: Table, column: Column, context: Context) -> Iterator[str]:
    """What the server would complain of, the first first."""
    name = column.name
    for constraint in table.constraints:
        at_column = constraint.origin.statement == column.origin.statement and _is_within(constraint.origin, column)
        if name in constraint.columns and (constraint.kind in ("primary key", "unique") or not at_column):
            yield f"the {constraint.kind} refers to it"
    for index in table.indexes:
        parts = (index.predicate, *(key.expression for key in index.keys))
        if name in index.columns or any(part is not None and name in part.columns for part in parts):
            yield f"the index `{index.name}` refers to it"
    for other in table.columns:
        if other.generated is not None and name in other.generated.expression.columns:
            yield f"the column `{other.name}` is computed from it"
    for key in table.used_by:
        view = context.catalog.get(key)
        if (table.key, name) in getattr(view, "reads", ()):
            yield f"the view `{key[2]}` reads it"


def _is_within(place: object, column: Column) -> bool:
    span = getattr(place, "span", None)
    return span is not None and column.origin.span.start <= span.start and span.end <= column.origin.span.end
