"""types/blob-default."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import AddColumn, CreateTable, ModifyColumn
from sqlreview.operations.written import defined_columns

_TEXTS = frozenset(("tinytext", "text", "mediumtext", "longtext", "tinyblob", "blob", "mediumblob", "longblob", "json"))
_SHAPES = frozenset(("geometry", "point", "linestring", "polygon", "multipoint", "multilinestring", "multipolygon"))


class BlobDefault(Rule[CreateTable | AddColumn | ModifyColumn]):
    """A TEXT, BLOB, JSON or GEOMETRY column cannot have a literal default in MySQL.

    Why: MySQL answers with error 1101 and the migration stops.

    Instead: an expression in brackets, `DEFAULT ('')`, from MySQL 8.0.13 on; no default before, or a VARCHAR.
    """

    id = "types/blob-default"
    engines = ("mysql",)
    severity = Severity.ERROR
    versions = "mysql"
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/data-type-defaults.html",)
    examples = (
        Bad(
            """
            CREATE TABLE pages (id BIGINT PRIMARY KEY, body TEXT NOT NULL DEFAULT '');
                                                                                  ^^
            """,
            fixed="""
            CREATE TABLE pages (id BIGINT PRIMARY KEY, body TEXT NOT NULL DEFAULT (''));
            """,
            engine="mysql",
        ),
        Good("CREATE TABLE pages (id BIGINT PRIMARY KEY, body TEXT NOT NULL DEFAULT (''));", engine="mysql"),
        Good("CREATE TABLE pages (id BIGINT PRIMARY KEY, body TEXT DEFAULT NULL);", engine="mysql"),
    )

    def check(self, subject: CreateTable | AddColumn | ModifyColumn, context: Context) -> Iterator[Finding]:
        """Reports defaults that are not in brackets."""
        for column in defined_columns(subject):
            default, kind = column.default, column.type
            if default is None or kind is None or kind.name not in _TEXTS | _SHAPES or default.is_null:
                continue
            is_expression = default.text.startswith("(")
            if is_expression and context.version < 8:
                yield self.finding(default.span, f"MySQL 5.7 refuses any default of `{column.name}`.")
            elif not is_expression:
                edits = (Edit.insert(default.span.start, "("), Edit.insert(default.span.end, ")"))
                message = f"MySQL refuses a literal default of `{column.name}`, which is of type {kind.name}."
                yield self.finding(default.span, message, Fix("Put it in brackets", edits, FixKind.UNSAFE))
