"""types/money-as-float."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations.money_names import MONEY_WORDS, without_currency
from sqlreview.schema import Table
from sqlreview.schema.typed_columns import TypedColumn, typed_columns

_FLOATS = {
    "postgres": ("real", "double precision"),
    "mysql": ("float", "double precision"),
    "sqlite": ("real", "double precision", "double", "float"),
}
_STATISTICS = frozenset(("avg", "average", "mean", "median", "stddev", "variance"))
_SUMS = frozenset(("order", "grand", "sub", "invoice", "cart", "bill", "net", "gross", "price", "tax", "payment"))


class MoneyAsFloat(Rule[Table]):
    """An amount of money is stored in a binary floating-point type.

    Why: 0.10 has no exact binary form, so sums drift by fractions of a cent, comparisons with `=` miss rows, and two
    reports over the same rows can differ.

    Instead: `numeric(12, 2)`, or an integer number of cents, which is the only exact way in SQLite.
    """

    id = "types/money-as-float"
    engines = EVERY_ENGINE
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
        Good("CREATE TABLE bills (id bigint PRIMARY KEY, total_fee numeric(12, 2), tax_rate double precision);"),
        Good(
            """
            CREATE TABLE meters (
                id bigint PRIMARY KEY, avg_price real NOT NULL, discount_ratio real, events_total real NOT NULL
            );
            """
        ),
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
            if column.type.name not in _FLOATS[context.engine.family]:
                continue
            is_sqlite = context.engine.family == "sqlite"  # whose numeric(12, 2) is a binary number, too
            name = f"`{subject.name}.{column.column.name}`"
            fixes = (_exact(column),) if column.is_definition and not is_sqlite else ()
            if _is_money(without_currency(column.words)):
                message = f"{name} holds money in a binary type that cannot store 0.10 exactly."
                severity = Severity.WARNING if is_sqlite else None
                yield self.finding(column.at, message, *fixes, severity=severity)
            elif self.every_float:
                message = f"{name} is a binary floating-point number, which rounds decimal fractions."
                yield self.finding(column.at, message, *fixes, severity=Severity.HINT)


def _is_money(words: tuple[str, ...]) -> bool:
    if words[-1:] == ("total",):
        return len(words) == 1 or words[-2] in _SUMS
    return bool(words) and words[-1] in MONEY_WORDS and words[0] not in _STATISTICS


def _exact(column: TypedColumn) -> Fix:
    new = column.replacement("numeric(12, 2)")
    return Fix("Use numeric(12, 2)", (Edit.replace(column.type.span, new),), FixKind.UNSAFE)
