"""keys/set-null-on-not-null."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations.written import space_before, table_creation
from sqlreview.schema import Column, Constraint, Table


class SetNullOnNotNull(Rule[Table]):
    """ON DELETE SET NULL (or SET DEFAULT) changes a column that cannot take the value.

    Why: PostgreSQL and SQLite create the table without a word, and later every DELETE of a parent that has children
    fails with a not-null violation. MySQL and MariaDB refuse the foreign key.

    Instead: let the column be NULL, or say `ON DELETE RESTRICT` or `ON DELETE CASCADE`. Since PostgreSQL 15
    `SET NULL (columns)` can leave out the columns that stay.
    """

    id = "keys/set-null-on-not-null"
    engines = EVERY_ENGINE
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK",)
    examples = (
        Bad(
            """
            CREATE TABLE teams (id bigint PRIMARY KEY);
            CREATE TABLE players (
                id bigint PRIMARY KEY,
                team_id bigint NOT NULL REFERENCES teams (id) ON DELETE SET NULL
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            );
            CREATE INDEX players_team_id_idx ON players (team_id);
            """,
            fixed="""
            CREATE TABLE teams (id bigint PRIMARY KEY);
            CREATE TABLE players (
                id bigint PRIMARY KEY,
                team_id bigint REFERENCES teams (id) ON DELETE SET NULL
            );
            CREATE INDEX players_team_id_idx ON players (team_id);
            """,
        ),
        Good(
            """
            CREATE TABLE teams (id bigint PRIMARY KEY);
            CREATE TABLE players (id bigint PRIMARY KEY, team_id bigint REFERENCES teams (id) ON DELETE SET NULL);
            CREATE INDEX players_team_id_idx ON players (team_id);
            """
        ),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports foreign keys, as they are after the last migration, whose action must fail."""
        for constraint in subject.foreign_keys:
            for event, action in (("DELETE", constraint.on_delete), ("UPDATE", constraint.on_update)):
                names = constraint.on_delete_columns if event == "DELETE" else ()
                columns = [subject.column(name) for name in names or constraint.columns]
                if action == "SET DEFAULT" and context.engine.family == "mysql":
                    continue  # which MySQL refuses, and MariaDB takes for NO ACTION
                stuck = next((column for column in columns if column and _cannot_take(column, action)), None)
                if stuck and not constraint.inherited:
                    refused = context.engine.family == "mysql"
                    what = f"is refused by {context.product}" if refused else "fails"
                    message = f"ON {event} {action} {what} because `{subject.name}.{stuck.name}` is NOT NULL."
                    yield self.finding(constraint.origin, message, *_fixes(subject, constraint, stuck, context))
                    break


def _cannot_take(column: Column, action: str | None) -> bool:
    has_default = column.default is not None and not column.default.is_null
    return column.not_null and (action == "SET NULL" or (action == "SET DEFAULT" and not has_default))


def _fixes(table: Table, constraint: Constraint, column: Column, context: Context) -> tuple[Fix, ...]:
    """Edits where the table, its column and its foreign key are written in one statement."""
    creation = table_creation(context.statement.operations, table.origin.span)
    if creation is None or constraint.origin.statement != table.origin.statement:
        return ()
    written = next((item.not_null for item in creation.columns if item.name.text == column.name), None)
    key = table.primary_key
    if written is None or column.identity or (key and column.name in key.columns):
        return ()
    edit = Edit.delete(space_before(written.span, context.statement.text))
    return (Fix("Let the column be NULL", (edit,), FixKind.UNSAFE),)
