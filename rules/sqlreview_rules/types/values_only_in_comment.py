"""types/values-only-in-comment."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, regex
from sqlreview.operations.listed_values import listed_values
from sqlreview.schema import Column, Table
from sqlreview.schema.naming import quoted

_TEXTS = ("text", "varchar", "char")
_NUMBERS = ("smallint", "tinyint", "integer")
_BEHIND = regex(r"[ \t]*+,?+[ \t]*+(?:(?:--|#)[ \t]*+([^\r\n]++)|/\*([^*\r\n]++)\*/)")


class ValuesOnlyInComment(Rule[Table]):
    """The values a column may have are written in a comment, and nothing enforces them.

    Why: a comment is not read by the program that writes 'canceled' where the comment says 'cancelled'.

    Instead: `CHECK (op IN ('I', 'U', 'D'))`; the comment may stay.
    """

    id = "types/values-only-in-comment"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    subsumes = ("types/enum-like-column-without-check",)
    examples = (
        Bad(
            """
            CREATE TABLE changes (
                id bigint PRIMARY KEY,
                op char(1) NOT NULL, -- I=insert, U=update, D=delete
                ^^^^^^^^^^^^^^^^^^^
                at timestamptz NOT NULL
            );
            """,
            fixed="""
            CREATE TABLE changes (
                id bigint PRIMARY KEY,
                op char(1) NOT NULL CHECK (op IN ('I', 'U', 'D')), -- I=insert, U=update, D=delete
                at timestamptz NOT NULL
            );
            """,
        ),
        Good("CREATE TABLE scores (id bigint PRIMARY KEY, points smallint -- 0 to 100\n);"),
        Good("CREATE TABLE goods (id bigint PRIMARY KEY, colour text -- e.g. 'red', 'blue'\n);"),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports columns without a constraint whose comment lists their values."""
        if subject.temporary or subject.partition_of:
            return
        for column in subject.columns:
            values = _values(subject, column, context)
            if values and not _is_checked(subject, column):
                shown = ", ".join(values[:6]) + (", ..." if len(values) > 6 else "")
                message = f"Only a comment says that `{subject.name}.{column.name}` is one of {shown}."
                yield self.finding(column.origin, message, *_fixes(subject, column, values))


def _values(table: Table, column: Column, context: Context) -> tuple[str, ...]:
    kind = column.type
    if kind is None or kind.dimensions or kind.name not in (*_TEXTS, *_NUMBERS) or column.generated:
        return ()
    found: tuple[str, ...] = ()
    if column.origin.statement == table.origin.statement and not column.copied:
        behind = _BEHIND.match(context.statement.text, column.origin.span.end)
        found = listed_values(behind[1] or behind[2]) if behind else ()
    found = found or listed_values(column.comment or "")
    is_number = kind.name in _NUMBERS
    return found if all(value.isdecimal() or not is_number for value in found) else ()


def _is_checked(table: Table, column: Column) -> bool:
    return any(
        item.kind in ("check", "foreign key", "primary key") and column.name in item.columns
        for item in table.constraints
    )


def _fixes(table: Table, column: Column, values: tuple[str, ...]) -> Iterator[Fix]:
    if column.origin.statement == table.origin.statement and column.type is not None:
        is_number = column.type.name in _NUMBERS
        written = ", ".join(value if is_number else f"'{value}'" for value in values)
        edit = Edit.insert(column.origin.span.end, f" CHECK ({quoted(column.name)} IN ({written}))")
        yield Fix("Add a CHECK with the values", (edit,), FixKind.UNSAFE)
