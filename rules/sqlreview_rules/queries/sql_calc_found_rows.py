"""queries/sql-calc-found-rows."""

from collections.abc import Iterator

from sqlreview import SHOP_MYSQL, Bad, Context, Finding, Good, Rule, Severity, Span
from sqlreview.queries import Select, functions_of

_MODIFIER = "SQL_CALC_FOUND_ROWS"


class SqlCalcFoundRows(Rule[Select]):
    """SQL_CALC_FOUND_ROWS reads the whole result to count it.

    Why: LIMIT then saves nothing, as every row is found and counted. MySQL has deprecated it since 8.0.17.

    Instead: a second query, `SELECT count(*)`, with the same WHERE.
    """

    id = "queries/sql-calc-found-rows"
    tag = "deprecated"
    engines = ("mysql", "mariadb")
    severity = Severity.INFO
    sources = ("https://dev.mysql.com/doc/refman/8.4/en/information-functions.html#function_found-rows",)
    examples = (
        Bad(
            """
            SELECT SQL_CALC_FOUND_ROWS id, email FROM users ORDER BY id LIMIT 10;
                   ^^^^^^^^^^^^^^^^^^^
            SELECT FOUND_ROWS() AS n;
                   ^^^^^^^^^^^^
            """,
            given=SHOP_MYSQL,
            engine="mysql",
        ),
        Good("SELECT id, email FROM users ORDER BY id LIMIT 10;", given=SHOP_MYSQL, engine="mysql"),
    )

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports the modifier, and the function that asks for its count."""
        if subject.outputs:
            head = context.text(Span(subject.keyword.end, subject.outputs[0].span.start)).upper()
            if _MODIFIER in head:
                start = subject.keyword.end + head.index(_MODIFIER)
                at = Span(start, start + len(_MODIFIER))
                yield self.finding(at, "Every row is found and counted, whatever LIMIT says.")
        for call in functions_of(subject):
            if call.name == "found_rows" and not call.arguments:
                yield self.finding(call.span, "It counts what SQL_CALC_FOUND_ROWS found, which reads the whole result.")
