"""types/integer-display-width."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, Good, Rule, Severity
from sqlreview.operations import AddColumn, ColumnType, CreateTable, ModifyColumn
from sqlreview.operations.written import defined_columns

_INTEGERS = ("tinyint", "smallint", "mediumint", "integer", "int", "bigint")


class IntegerDisplayWidth(Rule[CreateTable | AddColumn | ModifyColumn]):
    """The number behind an integer type limits nothing; it is a display width.

    Why: `int(2)` holds the same values as `int`. MySQL has deprecated the width in 8.0.17 and prints it no more;
    MariaDB still prints it.

    Instead: the type alone, and a CHECK where a limit is meant. `tinyint(1)` is how MySQL writes a boolean.
    """

    id = "types/integer-display-width"
    tag = "deprecated"
    engines = ("mysql", "mariadb")
    severity = Severity.INFO
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/numeric-type-attributes.html",)
    examples = (
        Bad(
            """
            CREATE TABLE counters (id bigint PRIMARY KEY, hits int(11) NOT NULL);
                                                               ^^^^^^^
            """,
            fixed="""
            CREATE TABLE counters (id bigint PRIMARY KEY, hits int NOT NULL);
            """,
            engine="mysql",
        ),
        Good("CREATE TABLE counters (id bigint PRIMARY KEY, hits int NOT NULL, done tinyint(1));", engine="mysql"),
    )

    def check(self, subject: CreateTable | AddColumn | ModifyColumn, context: Context) -> Iterator[Finding]:
        """Reports the widths of a table once; in MariaDB, which keeps them, as a hint."""
        severity = Severity.HINT if context.engine.name == "mariadb" else None
        columns = [column for column in defined_columns(subject) if column.type is not None and _has_width(column.type)]
        kinds = [column.type for column in columns if column.type is not None]
        if kinds:
            others = "so does another column" if len(kinds) == 2 else f"so do {len(kinds) - 1} more columns"
            more = f", and {others}" if len(kinds) > 1 else ""
            message = f"`{columns[0].name}` holds every {kinds[0].name}, whatever the width in brackets{more}."
            cuts = tuple(_cut(kind, context.text(kind.span)) for kind in kinds)
            yield self.finding(kinds[0].span, message, Fix("Drop the width", cuts), severity=severity)


def _has_width(kind: ColumnType) -> bool:
    is_boolean = kind.name == "tinyint" and kind.arguments == ("1",)
    return kind.name in _INTEGERS and bool(kind.arguments) and not kind.zerofill and not is_boolean


def _cut(kind: ColumnType, text: str) -> Edit:
    first, last = text.find("("), text.find(")")
    return Edit.replace(kind.span, text[:first].rstrip() + text[last + 1 :])
