"""types/timestamp-precision."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.schema import Table
from sqlreview.schema.typed_columns import TypedColumn, typed_columns

_TIMES = frozenset(("timestamp", "timestamptz", "time", "timetz", "interval", "datetime"))
_FULL = 6


class TimestampPrecision(Rule[Table]):
    """The precision after a type for times rounds every value that is stored.

    Why: in PostgreSQL 10:00:00.6 stored in a timestamptz(0) comes back as 10:00:01, a time in the future; two events of
    one second cannot be put in order any more. The column takes eight bytes all the same.

    Instead: the type without a precision. To cut off what is not wanted, store `date_trunc('second', value)`. MySQL and
    MariaDB store whole seconds unless a precision says more; there the rule reports only with `forbid_fractional`.
    """

    id = "types/timestamp-precision"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.HINT
    enabled = False
    sources = ("https://www.postgresql.org/docs/current/datatype-datetime.html",)
    examples = (
        Bad(
            """
            CREATE TABLE pings (id bigint PRIMARY KEY, got_at timestamptz(0) NOT NULL);
                                                              ^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE pings (id bigint PRIMARY KEY, got_at timestamptz NOT NULL);
            """,
        ),
        Good("CREATE TABLE pings (id bigint PRIMARY KEY, got_at timestamptz NOT NULL, sent_at timestamptz(6));"),
    )

    forbid_fractional: bool = False
    """Whether MySQL and MariaDB are to store whole seconds only."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports a precision below six digits; none at all is worse, for it moves values to the next second."""
        is_mysql = context.engine.family == "mysql"
        for column in typed_columns(subject):
            written = column.type.arguments[0] if column.type.arguments else ""
            if column.type.name not in _TIMES or not written.isdecimal():
                continue
            digits = int(written)
            if is_mysql and self.forbid_fractional and digits:
                message = f"`{subject.name}.{column.column.name}` stores fractions of a second."
                yield self.finding(column.at, message, *_fixes(column, context))
            if is_mysql or digits >= _FULL:
                continue
            unit = "whole seconds" if digits == 0 else f"{digits} digit{'s' * (digits > 1)} of a second"
            message = f"`{subject.name}.{column.column.name}` rounds every value to {unit}."
            severity = Severity.WARNING if digits == 0 else None
            yield self.finding(column.at, message, *_fixes(column, context), severity=severity)


def _fixes(column: TypedColumn, context: Context) -> Iterator[Fix]:
    if column.at.statement != context.origin.statement:
        return  # whose text is not at hand
    text = context.text(column.type.span)
    first, last = text.find("("), text.find(")")
    if column.is_definition and 0 < first < last:
        cut = f"{text[:first].rstrip()}{text[last + 1 :]}"
        yield Fix("Drop the precision", (Edit.replace(column.type.span, cut),), FixKind.UNSAFE)
