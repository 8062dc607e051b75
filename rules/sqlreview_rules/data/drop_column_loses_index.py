"""data/drop-column-loses-index."""

from collections.abc import Iterator

from sqlreview import SHOP, SHOP_MYSQL, Bad, Context, Finding, Good, Migration, Related, Rule
from sqlreview.operations import DropColumn
from sqlreview.schema import Constraint, Index, Table


class DropColumnLosesIndex(Rule[Migration]):
    """Dropping the column takes an index or a constraint with it that is about other columns, too.

    Why: PostgreSQL drops every index, key and CHECK that mentions the column, also in INCLUDE and WHERE, without
    CASCADE and without a word. What they promised about the other columns is gone. MySQL and MariaDB take the column
    out of its indexes; MariaDB refuses where a unique key has further columns.

    Instead: build what is needed without the column first, and drop the old index or constraint by name.
    """

    id = "data/drop-column-loses-index"
    engines = ("postgres", "mysql", "mariadb")
    sources = ("https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-DROP-COLUMN",)
    examples = (
        Bad(
            """
            ALTER TABLE members DROP COLUMN team;
                                ^^^^^^^^^^^^^^^^
            """,
            given="CREATE TABLE members (id bigint PRIMARY KEY, team bigint, email text, UNIQUE (team, email));",
        ),
        Good("ALTER TABLE orders DROP COLUMN note;", given=f"{SHOP}\nCREATE INDEX orders_note_idx ON orders (note);"),
        Bad(
            """
            ALTER TABLE orders DROP COLUMN user_id;
                               ^^^^^^^^^^^^^^^^^^^
            """,
            given=f"{SHOP_MYSQL}\nCREATE INDEX orders_user_status_idx ON orders (user_id, status);",
            engine="mysql",
        ),
        Good("ALTER TABLE orders DROP COLUMN user_id;", given=SHOP_MYSQL, engine="mysql"),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports columns that share an index or constraint which the file neither drops by name nor replaces."""
        for step in subject.steps_of(DropColumn):
            operation, table = step.operation, step.table
            if not isinstance(operation, DropColumn) or table is None or not step.names_live or step.rebuild:
                continue
            column, after = operation.column.text, context.catalog.table_at(table.key)
            if after is None or table.column(column) is None:
                continue
            lost = [item for item in _with_others(column, table) if not _is_kept(item, column, after, subject)]
            if lost:
                names = " and ".join(dict.fromkeys(f"`{item.name}`" for item in lost))
                others = ", ".join(dict.fromkeys(name for item in lost for name in _columns(item) if name != column))
                is_narrowed = context.engine.family == "mysql"
                what = "is taken out of" if is_narrowed else "takes with it"
                message = f"`{table.name}.{column}` {what} {names}, which is about {others}, too."
                related = tuple(Related(f"`{item.name}` is made here.", item.origin) for item in lost[:1])
                yield self.finding(step.at, message, related=related)


def _with_others(column: str, table: Table) -> Iterator[Index | Constraint]:
    """The indexes and constraints that are about the column and others."""
    for index in table.indexes:
        names = _columns(index)
        if column in names and len(names) > 1:
            yield index
    for constraint in table.constraints:
        if constraint.kind == "check" and column in constraint.columns and len(constraint.columns) > 1:
            yield constraint


def _columns(item: Index | Constraint) -> tuple[str, ...]:
    """The columns something is about, once each."""
    if isinstance(item, Constraint):
        return tuple(dict.fromkeys(item.columns))
    names = [name for name in item.columns if name is not None]
    for expression in (item.predicate, *(key.expression for key in item.keys)):
        names += expression.columns if expression else ()
    return tuple(dict.fromkeys((*names, *item.include)))


def _is_kept(item: Index | Constraint, column: str, after: Table, migration: Migration) -> bool:
    """Whether the file leaves something new that is about the other columns."""
    rest = {name for name in _columns(item) if name != column and after.column(name)}
    others = after.constraints if isinstance(item, Constraint) else after.indexes
    return not rest or any(rest <= set(_columns(other)) and other.origin.path == migration.path for other in others)
