"""data/using-other-column."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, Span
from sqlreview.operations import SetColumnType


class UsingOtherColumn(Rule[SetColumnType]):
    """The new values of the column come from another column, and its own are gone.

    Why: USING may compute the values from anything. A wrong name in it is no error: the server replaces every value of
    the column with those of the other one.

    Instead: name the column itself. Where its values are meant to be replaced, an UPDATE says so to the next reader.
    """

    id = "data/using-other-column"
    sources = ("https://www.postgresql.org/docs/current/sql-altertable.html",)
    examples = (
        Bad(
            """
            ALTER TABLE orders ALTER COLUMN total TYPE bigint USING product_id::bigint;
                                                                    ^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            ALTER TABLE orders ALTER COLUMN total TYPE bigint USING total::bigint;
            """,
            given=SHOP,
        ),
        Good("ALTER TABLE orders ALTER COLUMN status TYPE text;", given=SHOP),
    )

    def check(self, subject: SetColumnType, context: Context) -> Iterator[Finding]:
        """Reports USING without the column; one that names no column at all as information."""
        using, column = subject.using, subject.column.text
        if using is None or column in using.columns or not context.is_live(subject.table):
            return
        table = context.catalog.table(subject.table)
        columns = using.columns
        if table is not None and table.complete:
            columns = tuple(name for name in columns if table.column(name) is not None)
        name = f"`{str(subject.table).removeprefix('public.')}.{column}`"
        if not columns:
            if not using.columns:
                message = f"Every value of {name} is replaced by one that does not depend on it."
                yield self.finding(using.span, message, severity=Severity.INFO)
            return
        others = " and ".join(f"`{other}`" for other in columns)
        yield self.finding(using.span, f"The values of {name} are replaced by those of {others}.", *_fix(subject))


def _fix(subject: SetColumnType) -> Iterator[Fix]:
    """Where the expression names one column once: the other name in its place."""
    using = subject.using
    if using is None or len(using.columns) != 1 or using.text.lower().count(using.columns[0].lower()) != 1:
        return
    other, own = using.columns[0], subject.column
    at = using.text.lower().find(other.lower())
    is_plain = using.text[at - 1 : at] != '"' and own.span.end - own.span.start == len(own.text)
    if is_plain:
        place = Span(using.span.start + at, using.span.start + at + len(other))
        yield Fix("Name the column itself", (Edit.replace(place, own.text),), FixKind.UNSAFE)
