"""types/money-type."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule
from sqlreview.schema import Table
from sqlreview.schema.typed_columns import TypedColumn, typed_columns


class MoneyType(Rule[Table]):
    """The money type takes its currency symbol and its decimals from a setting of the server.

    Why: `lc_monetary` decides how many decimals are kept and how the value reads; 12.345 becomes $12.35. A dump
    restored on a server with another setting changes what the numbers mean, and no currency is stored at all.

    Instead: `numeric(12, 2)`, with a column for the currency where there is more than one.
    """

    id = "types/money-type"
    sources = ("https://www.postgresql.org/docs/current/datatype-money.html",)
    examples = (
        Bad(
            """
            CREATE TABLE payslips (id bigint PRIMARY KEY, gross MONEY NOT NULL);
                                                                ^^^^^
            """,
            fixed="""
            CREATE TABLE payslips (id bigint PRIMARY KEY, gross NUMERIC(12, 2) NOT NULL);
            """,
        ),
        Good("CREATE TABLE payslips (id bigint PRIMARY KEY, money numeric(12, 2) NOT NULL);"),
        Good("SELECT '12.34'::money;"),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports columns of type money."""
        for column in typed_columns(subject):
            if column.type.name == "money" and column.type.schema in (None, "pg_catalog"):
                message = f"`{subject.name}.{column.column.name}` depends on the server's lc_monetary."
                fixes = (_exact(column),) if column.is_definition else ()
                yield self.finding(column.at, message, *fixes)


def _exact(column: TypedColumn) -> Fix:
    new = column.replacement("numeric(12, 2)")
    return Fix("Use numeric(12, 2)", (Edit.replace(column.type.span, new),), FixKind.UNSAFE)
