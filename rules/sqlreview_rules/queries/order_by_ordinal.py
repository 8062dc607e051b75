"""queries/order-by-ordinal."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, Good, Rule, Severity
from sqlreview.queries import Select, SetOperation, SortKey
from sqlreview.queries.selected import output_at


class OrderByOrdinal(Rule[Select | SetOperation]):
    """ORDER BY uses a column position.

    Why: whoever adds or moves a column in the output list changes the order without noticing.

    Instead: name the column.
    """

    id = "queries/order-by-ordinal"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    examples = (
        Bad(
            """
            SELECT status, count(*) AS orders FROM orders GROUP BY status ORDER BY 2 DESC;
                                                                                   ^
            """,
            fixed="""
            SELECT status, count(*) AS orders FROM orders GROUP BY status ORDER BY orders DESC;
            """,
            given=SHOP,
        ),
        Bad(
            """
            SELECT p.name, p.price FROM products AS p ORDER BY 1;
                                                               ^
            """,
            fixed="""
            SELECT p.name, p.price FROM products AS p ORDER BY p.name;
            """,
            given=SHOP,
        ),
        Good("SELECT name, price FROM products ORDER BY price DESC;", given=SHOP),
        Good("SELECT status, row_number() OVER (ORDER BY 1) FROM orders;", given=SHOP),
    )

    def check(self, subject: Select | SetOperation, context: Context) -> Iterator[Finding]:
        """Reports sort keys that are numbers."""
        for key in subject.order_by.keys if subject.order_by else ():
            if key.ordinal is not None:
                message = f"The order depends on what stands at position {key.ordinal} of the output list."
                yield self.finding(key.value.span, message, *_fixes(key, subject, context))


def _fixes(key: SortKey, subject: Select | SetOperation, context: Context) -> Iterator[Fix]:
    output = output_at(subject, key.ordinal or 0)
    name = output.name if output else None
    if output is None or sum(other.name == name for other in subject.output_list) > 1:
        return
    if output.alias:
        written: str | None = context.text(output.alias.span)
    elif isinstance(subject, Select):
        written = output.value.text if output.value.column else None
    else:
        written = context.text(output.value.column.column_span) if output.value.column else None
    if written:
        yield Fix("Name the column", (Edit.replace(key.value.span, written),))
