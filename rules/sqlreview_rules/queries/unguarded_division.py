"""queries/unguarded-division."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Query
from sqlreview.schema.divisors import Divisor, unguarded_divisors


class UnguardedDivision(Rule[Query]):
    """A division can meet a zero divisor.

    Why: PostgreSQL ends the whole query with an error (22012) at the first row where it does, which may be years after
    the query was written.

    Instead: `x / NULLIF(y, 0)`, or a condition that keeps such rows out.
    """

    id = "queries/unguarded-division"
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/functions-math.html",)
    examples = (
        Bad(
            """
            SELECT sum(total) * 100.0 / sum(product_id) AS share FROM orders;
                                        ^^^^^^^^^^^^^^^
            """,
            fixed="""
            SELECT sum(total) * 100.0 / NULLIF(sum(product_id), 0) AS share FROM orders;
            """,
            given=SHOP,
        ),
        Good("SELECT sum(total) * 100.0 / NULLIF(sum(product_id), 0) AS share FROM orders;", given=SHOP),
        Good("SELECT id, 100 / total AS share FROM orders WHERE total > 0;", given=SHOP),
        Good("SELECT user_id, sum(total) / count(*) AS average FROM orders GROUP BY user_id;", given=SHOP),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports divisions by columns, aggregates and subqueries; a variable of a routine is none of them."""
        if not subject.sources:
            return
        for divisor in unguarded_divisors(subject, context.text(subject.span), context.catalog):
            span = divisor.value.span
            edits = (Edit.insert(span.start, "NULLIF("), Edit.insert(span.end, ", 0)"))
            fix = Fix("Divide by NULL instead of zero", edits, FixKind.UNSAFE)
            message = f"Where {_described(divisor)} is zero, the whole query fails."
            yield self.finding(span, message, fix, severity=_severity(divisor, context))


def _described(divisor: Divisor) -> str:
    return f"`{divisor.value.text}`" if len(divisor.value.text) < 40 else "the divisor"


def _severity(divisor: Divisor, context: Context) -> Severity:
    """A sum or count of no rows is zero or NULL sooner than the value of a column is."""
    is_kept = context.body is not None or any(other.role == "view" for other in context.queries)
    return Severity.WARNING if divisor.kind == "aggregate" or is_kept else Severity.INFO
