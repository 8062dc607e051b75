"""types/decimal-without-scale."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule
from sqlreview.operations.money_names import is_money_name
from sqlreview.schema import Table
from sqlreview.schema.typed_columns import typed_columns


class DecimalWithoutScale(Rule[Table]):
    """A decimal amount without a scale silently rounds to whole units.

    Why: `numeric(10)` has no digits behind the point, and neither has `DECIMAL` alone in MySQL and MariaDB: 12.75 is
    stored as 13.

    Instead: `numeric(12, 2)`. In PostgreSQL `numeric` alone keeps every digit.
    """

    id = "types/decimal-without-scale"
    engines = ("postgres", "mysql", "mariadb")
    sources = ("measured on PostgreSQL 15 and MariaDB 10.11",)
    examples = (
        Bad(
            """
            CREATE TABLE fee_lines (id bigint PRIMARY KEY, amount numeric(10) NOT NULL);
                                                                  ^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE fee_lines (id bigint PRIMARY KEY, amount numeric(10,2) NOT NULL);
            """,
        ),
        Good("CREATE TABLE fee_lines (id bigint PRIMARY KEY, amount numeric(10, 2) NOT NULL);"),
        Good("CREATE TABLE fee_lines (id bigint PRIMARY KEY, amount numeric NOT NULL);"),
    )

    precision_required: bool = False
    """Whether numeric without precision and scale is reported in PostgreSQL, too."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports columns named after money."""
        is_mysql = context.engine.family == "mysql"
        for item in typed_columns(subject):
            digits = item.type.arguments
            if item.type.name != "numeric" or len(digits) > 1 or not is_money_name(item.column.name):
                continue
            if not digits and not is_mysql and not self.precision_required:
                continue
            keeps_all = not digits and not is_mysql
            what = "has no fixed number of digits" if keeps_all else "holds no digits behind the point"
            written = item.type.span.of(context.statement.text).partition("(")[0].rstrip()
            fixes: tuple[Fix, ...] = ()
            if item.is_definition and not (item.type.unsigned or item.type.zerofill or item.type.dimensions):
                edit = Edit.replace(item.at.span, f"{written}({digits[0] if digits else 12},2)")
                fixes = (Fix("Add two digits", (edit,), FixKind.UNSAFE),) if written.isalpha() else ()
            yield self.finding(item.at, f"`{subject.name}.{item.column.name}` {what}.", *fixes)
