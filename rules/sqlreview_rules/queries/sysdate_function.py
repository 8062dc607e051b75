"""queries/sysdate-function."""

from collections.abc import Iterator

from sqlreview import SHOP_MYSQL, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Query, functions_of


class SysdateFunction(Rule[Query]):
    """SYSDATE() returns the time of each call, not of the statement.

    Why: two calls in one statement differ, no index is used for a comparison with it, and a replica that runs the
    statement again stores another time.

    Instead: `NOW()`.
    """

    id = "queries/sysdate-function"
    engines = ("mysql", "mariadb")
    severity = Severity.INFO
    sources = ("https://dev.mysql.com/doc/refman/8.4/en/date-and-time-functions.html#function_sysdate",)
    examples = (
        Bad(
            """
            SELECT id FROM orders WHERE created_at < SYSDATE();
                                                     ^^^^^^^
            """,
            fixed="""
            SELECT id FROM orders WHERE created_at < NOW();
            """,
            given=SHOP_MYSQL,
            engine="mysql",
        ),
        Good("SELECT id FROM orders WHERE created_at < NOW();", given=SHOP_MYSQL, engine="mysql"),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports every call."""
        for call in functions_of(subject):
            if call.name == "sysdate" and call.schema is None:
                fix = Fix("Say NOW", (Edit.replace(call.name_span, "NOW"),), FixKind.UNSAFE)
                yield self.finding(call.name_span, "The time is that of each call, so one statement sees several.", fix)
