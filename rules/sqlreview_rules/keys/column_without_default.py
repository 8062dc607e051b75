"""keys/column-without-default."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import SERIAL_TYPES
from sqlreview.schema import Column, Table
from sqlreview.schema.keys import primary_key_columns
from sqlreview.schema.table_roles import is_own_design

_NO_DEFAULT = frozenset(
    ("text", "tinytext", "mediumtext", "longtext", "blob", "tinyblob", "mediumblob", "longblob", "json")
)


class ColumnWithoutDefault(Rule[Table]):
    """A column has no DEFAULT, so every INSERT must name it.

    Why: a policy of some teams: with a neutral value for every column an older version of a program can go on inserting
    while the schema changes.

    Instead: a DEFAULT where a neutral value exists. One that hides missing input is often worse than the error.
    """

    id = "keys/column-without-default"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            CREATE TABLE lamps (id bigint PRIMARY KEY, watts int NOT NULL);
                                                       ^^^^^^^^^^^^^^^^^^
            """
        ),
        Bad(
            """
            CREATE TABLE lamps (id bigint PRIMARY KEY, watts int NOT NULL, note text);
                                                       ^^^^^^^^^^^^^^^^^^
            """,
            engine="mysql",
        ),
        Good("CREATE TABLE lamps (id bigint PRIMARY KEY, watts int NOT NULL DEFAULT 0);"),
        Good("CREATE TABLE lamps (id bigint PRIMARY KEY, watts int NOT NULL DEFAULT 0);", engine="mysql"),
    )

    only_not_null: bool = False
    """Whether columns that accept NULL need none."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports columns without a default after the last migration, but for keys and computed columns."""
        if not is_own_design(subject):
            return
        keys = {name for key in subject.foreign_keys for name in key.columns} | set(primary_key_columns(subject))
        for column in subject.columns:
            needs_none = column.name in keys or _fills_itself(column, context.engine.family == "mysql")
            if not needs_none and not (self.only_not_null and not column.not_null):
                message = f"`{subject.name}.{column.name}` has no default, so every INSERT has to name it."
                yield self.finding(column.origin, message)


def _fills_itself(column: Column, is_mysql: bool) -> bool:
    kind = column.type.name if column.type else ""
    if column.default or column.null_stated or column.identity or column.generated or column.copied:
        return True
    return kind in SERIAL_TYPES or (is_mysql and kind in _NO_DEFAULT)
