"""types/narrow-integer."""

from collections.abc import Iterator
from typing import Literal

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.schema import Table
from sqlreview.schema.keys import primary_key_columns
from sqlreview.schema.table_roles import points_to
from sqlreview.schema.typed_columns import TypedColumn, typed_columns

_WIDTHS = ("smallint", "integer", "bigint")


class NarrowInteger(Rule[Table]):
    """An integer column is narrower than the team's minimum.

    Why: widening it later rewrites the table while nobody can read or write it, and the bytes that were saved are often
    lost to alignment.

    Instead: `integer` or `bigint`; where the values have a bound, a CHECK that says so.
    """

    id = "types/narrow-integer"
    severity = Severity.HINT
    enabled = False
    sources = ("https://www.postgresql.org/docs/current/datatype-numeric.html",)
    examples = (
        Bad(
            """
            CREATE TABLE readings (id bigint PRIMARY KEY, pulses smallint NOT NULL);
                                                                 ^^^^^^^^
            """,
            fixed="""
            CREATE TABLE readings (id bigint PRIMARY KEY, pulses integer NOT NULL);
            """,
        ),
        Good("CREATE TABLE readings (id bigint PRIMARY KEY, month smallint CHECK (month BETWEEN 1 AND 12));"),
    )

    minimum: Literal["int", "bigint"] = "int"
    """The narrowest type that is fine."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports narrower columns that are no keys and that no CHECK bounds."""
        least = "bigint" if self.minimum == "bigint" else "integer"
        bound = {name for item in subject.constraints if item.kind in ("check", "foreign key") for name in item.columns}
        bound.update(primary_key_columns(subject))
        for column in typed_columns(subject):
            name, kind = column.column.name, column.type.name
            if kind not in _WIDTHS or _WIDTHS.index(kind) >= _WIDTHS.index(least):
                continue
            if name not in bound and not points_to(name) and name != "id" and column.column.identity is None:
                message = f"`{subject.name}.{name}` is {kind}; widening it later rewrites the table."
                yield self.finding(column.at, message, *_fixes(column, least))


def _fixes(column: TypedColumn, least: str) -> Iterator[Fix]:
    if column.is_definition and not column.column.default:
        edit = Edit.replace(column.type.span, column.replacement(least))
        yield Fix(f"Use {least}", (edit,), FixKind.UNSAFE)
