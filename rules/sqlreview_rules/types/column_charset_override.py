"""types/column-charset-override."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, Span
from sqlreview.operations import AddColumn, ColumnDefinition, CreateTable, ModifyColumn
from sqlreview.operations.charsets import charset_columns, column_charset, is_fixed_format

_Given = tuple[str | None, str | None]
"""Character set and collation that a table states."""


class ColumnCharsetOverride(Rule[CreateTable | AddColumn | ModifyColumn]):
    """A column has another character set or collation than its table, so joins and comparisons must convert.

    Why: to compare columns with different collations the server converts one side, whose index is then of no use, or
    refuses with an illegal mix of collations.

    Instead: leave the clause out, so that the column takes the character set of its table.
    """

    id = "types/column-charset-override"
    subsumes = ("types/three-byte-charset",)
    engines = ("mysql", "mariadb")
    severity = Severity.INFO
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/charset-collation-coercibility.html",)
    examples = (
        Bad(
            """
            CREATE TABLE city (
                id BIGINT PRIMARY KEY,
                name VARCHAR(80) CHARACTER SET latin1 NOT NULL
                                 ^^^^^^^^^^^^^^^^^^^^
            ) DEFAULT CHARSET=utf8mb4;
            """,
            fixed="""
            CREATE TABLE city (
                id BIGINT PRIMARY KEY,
                name VARCHAR(80) NOT NULL
            ) DEFAULT CHARSET=utf8mb4;
            """,
            engine="mysql",
        ),
        Good(
            "CREATE TABLE city (id BIGINT PRIMARY KEY, name VARCHAR(80) NOT NULL) DEFAULT CHARSET=utf8mb4;",
            engine="mysql",
        ),
    )

    strict: bool = False
    """Whether a column may not even name a character set where its table names none."""

    def check(self, subject: CreateTable | AddColumn | ModifyColumn, context: Context) -> Iterator[Finding]:
        """Reports clauses of columns that differ from those of the table."""
        for column in charset_columns(subject):
            clauses = column_charset(column, context.statement.text)
            if not clauses or clauses[-1].name.endswith(("_bin", "_cs")) or clauses[0].charset in ("ascii", "binary"):
                continue
            charset, collation = _given(subject, context)
            written = next((item.name for item in clauses if item.kind == "collation"), None)
            differs = charset is not None and clauses[0].charset != charset
            differs = differs or (collation is not None and written not in (None, collation))
            if _is_meant(column, differs, collation) or not (differs or (self.strict and charset is None)):
                continue
            name = f"`{subject.table.text}.{column.name}`"
            other = f", its table {collation or charset}" if differs else ", which its table leaves to the server"
            message = f"{name} has {written or clauses[0].name}{other}, so comparing it with others converts one side."
            sql = context.statement.text
            starts = (len(sql[: clause.span.start].rstrip()) for clause in clauses)
            edits = (Edit.delete(Span(at, item.span.end)) for at, item in zip(starts, clauses, strict=True))
            fix = Fix("Take the one of the table", tuple(edits), FixKind.UNSAFE)
            is_new = isinstance(subject, CreateTable | AddColumn)
            yield self.finding(clauses[0].span, message, *((fix,) if is_new else ()))


def _given(subject: CreateTable | AddColumn | ModifyColumn, context: Context) -> _Given:
    table = None if isinstance(subject, CreateTable) else context.catalog.table(subject.table)
    options = dict(subject.options if isinstance(subject, CreateTable) else table.options if table else ())
    collation = options.get("collate", "").lower() or None
    charset = options.get("charset", "").lower() or (collation or "").partition("_")[0] or None
    return "utf8mb3" if charset == "utf8" else charset, collation


def _is_meant(column: ColumnDefinition, differs: bool, collation: str | None) -> bool:
    """Whether codes in few letters, or names without case in a table that tells cases apart, explain the clause."""
    is_sensitive = collation is not None and collation.endswith(("_bin", "_cs"))
    return is_fixed_format(column) or (differs and is_sensitive)
