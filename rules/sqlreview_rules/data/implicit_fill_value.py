"""data/implicit-fill-value."""

from collections.abc import Iterator

from sqlreview import SHOP_MYSQL, Bad, Context, Edit, Finding, Fix, FixKind, Good, Migration, Rule, Step, columns_filled
from sqlreview.operations import AddColumn, ColumnDefinition, PrimaryKey

_NUMBERS = ("tinyint", "smallint", "mediumint", "integer", "bigint", "decimal", "numeric", "float", "double", "boolean")
_TEXTS = ("char", "varchar", "binary", "varbinary")
_WITHOUT_DEFAULT = ("text", "tinytext", "mediumtext", "longtext", "blob", "tinyblob", "mediumblob", "longblob", "json")


class ImplicitFillValue(Rule[Migration]):
    """The rows that exist get 0, an empty string or the first ENUM member, though nobody said so.

    Why: MySQL and MariaDB fill a new NOT NULL column without a default with a value of their own, even in strict mode,
    and nothing tells these rows from ones that really have it. Dates become 0000-00-00, or the statement fails. Later
    INSERTs that leave the column out are refused.

    Instead: write the default that is meant, or add the column as NULL and fill it.
    """

    id = "data/implicit-fill-value"
    engines = ("mysql", "mariadb")
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/data-type-defaults.html",)
    examples = (
        Bad(
            """
            ALTER TABLE orders ADD COLUMN priority int NOT NULL;
                                                       ^^^^^^^^
            """,
            fixed="""
            ALTER TABLE orders ADD COLUMN priority int NOT NULL DEFAULT 0;
            """,
            given=SHOP_MYSQL,
            engine="mysql",
        ),
        Good("ALTER TABLE orders ADD COLUMN priority int NOT NULL DEFAULT 3;", given=SHOP_MYSQL, engine="mysql"),
        Good("CREATE TABLE jobs (id bigint PRIMARY KEY);\nALTER TABLE jobs ADD n int NOT NULL;", engine="mysql"),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports required columns of a table in use that say nothing of the rows it has, and that nothing fills."""
        filled = columns_filled(subject)
        for step in subject.steps_of(AddColumn):
            operation = step.operation
            if not isinstance(operation, AddColumn) or not step.names_live or operation.column.name.text in filled:
                continue
            required, kind = operation.column.not_null, operation.column.type
            if required is None or kind is None or not _is_left_open(operation.column) or _is_empty(operation, step):
                continue
            name = f"`{operation.table}.{operation.column.name}`"
            value, default = _filled(kind.name)
            edit = Edit.insert(required.span.end, f" DEFAULT {default}")
            fixes = [Fix("Write the default out", (edit,), FixKind.UNSAFE)] if default else []
            message = f"Existing rows get {value} in {name}, which nobody chose."
            yield self.finding(step.at.within(required.span), message, *fixes)


def _is_left_open(column: ColumnDefinition) -> bool:
    """Whether nothing says what the column holds in rows that exist."""
    is_key = any(isinstance(constraint, PrimaryKey) for constraint in column.constraints)
    is_counted = column.auto_increment or column.identity or (column.type and column.type.name == "serial")
    return not (is_key or is_counted or column.default or column.generated or column.on_update)


def _is_empty(operation: AddColumn, step: Step) -> bool:
    """Whether there are no rows, or the column is there already."""
    table = step.table
    emptied = table is not None and table.emptied is not None and table.emptied.run == step.at.run
    return emptied or (table is not None and table.column(operation.column.name.text) is not None)


def _filled(kind: str) -> tuple[str, str]:
    """What existing rows get in a column of a type: in words, and as SQL where a default says the same."""
    if kind in _NUMBERS:
        return "0", "0"
    if kind in _TEXTS:
        return "an empty string", "''"
    if kind in _WITHOUT_DEFAULT:
        return "an empty value", ""
    return ("the first member" if kind == "enum" else "a value of the server's own"), ""
