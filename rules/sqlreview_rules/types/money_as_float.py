"""types/money-as-float."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.schema import Table
from sqlreview.schema.typed_columns import TypedColumn, typed_columns

_WORDS = """
    price amount total subtotal cost fee balance salary wage tax vat revenue discount payment refund credit debit
"""
_MONEY = frozenset(_WORDS.split())
_STATISTICS = frozenset(("avg", "average", "mean", "median", "stddev", "variance"))
_SUMS = frozenset(("order", "grand", "sub", "invoice", "cart", "bill", "net", "gross", "price", "tax", "payment"))


class MoneyAsFloat(Rule[Table]):
    """An amount of money is stored in a binary floating-point type.

    Why: 0.10 has no exact binary form, so sums drift by fractions of a cent, comparisons with `=` miss rows, and two
    reports over the same rows can differ.

    Instead: `numeric(12, 2)`, or an integer number of cents.
    """

    id = "types/money-as-float"
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-FLOAT",)
    examples = (
        Bad(
            """
            CREATE TABLE bills (id bigint PRIMARY KEY, total_amount double precision NOT NULL);
                                                                    ^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE bills (id bigint PRIMARY KEY, total_amount numeric(12, 2) NOT NULL);
            """,
        ),
        Good("CREATE TABLE bills (id bigint PRIMARY KEY, total_amount numeric(12, 2), tax_rate double precision);"),
        Good("CREATE TABLE meters (id bigint PRIMARY KEY, avg_price real, discount_ratio real, events_total real);"),
        Bad(
            """
            CREATE TABLE places (id bigint PRIMARY KEY, latitude real);
                                                                 ^^^^
            """,
            fixed="""
            CREATE TABLE places (id bigint PRIMARY KEY, latitude numeric(12, 2));
            """,
            options={"every_float": True},
        ),
    )

    every_float: bool = False
    """Whether all other floating-point columns are reported too, as hints."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports floating-point columns whose names say that they hold money."""
        for column in typed_columns(subject):
            if column.type.name not in ("real", "double precision"):
                continue
            name = f"`{subject.name}.{column.column.name}`"
            fixes = (_exact(column),) if column.is_definition else ()
            if _is_money(column.words):
                message = f"{name} holds money in a binary type that cannot store 0.10 exactly."
                yield self.finding(column.at, message, *fixes)
            elif self.every_float:
                message = f"{name} is a binary floating-point number, which rounds decimal fractions."
                yield self.finding(column.at, message, *fixes, severity=Severity.HINT)


def _is_money(words: tuple[str, ...]) -> bool:
    if words[-1:] == ("total",):
        return len(words) == 1 or words[-2] in _SUMS
    return bool(words) and words[-1] in _MONEY and words[0] not in _STATISTICS


def _exact(column: TypedColumn) -> Fix:
    new = column.replacement("numeric(12, 2)")
    return Fix("Use numeric(12, 2)", (Edit.replace(column.type.span, new),), FixKind.UNSAFE)
