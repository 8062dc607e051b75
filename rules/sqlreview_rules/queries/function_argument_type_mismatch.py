"""queries/function-argument-type-mismatch."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Query
from sqlreview.schema.accepted_arguments import refused_arguments

_VISITS = "CREATE TABLE visits (id bigint PRIMARY KEY, seen_at timestamptz, seconds double precision, is_bot boolean);"


class FunctionArgumentTypeMismatch(Rule[Query]):
    """A function is called with an argument type it does not accept.

    Why: PostgreSQL has no `round(double precision, integer)`, no `sum(boolean)` and no `percentile_cont` of points in
    time, and converts none of them by itself. The query fails wherever it runs first.

    Instead: cast the argument, or use the function that takes it: `percentile_disc`, `bool_or`, `count(*) FILTER`.
    """

    id = "queries/function-argument-type-mismatch"
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/functions-aggregate.html", "measured on PostgreSQL 15 and 18")
    examples = (
        Bad(
            """
            SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY seen_at) AS middle FROM visits;
                                                               ^^^^^^^
            """,
            fixed="""
            SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY seen_at) AS middle FROM visits;
            """,
            given=_VISITS,
            sqlstate="42883",
        ),
        Bad(
            """
            SELECT round(avg(seconds), 2) AS seconds FROM visits;
                         ^^^^^^^^^^^^
            """,
            fixed="""
            SELECT round(avg(seconds)::numeric, 2) AS seconds FROM visits;
            """,
            given=_VISITS,
            sqlstate="42883",
        ),
        Good("SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY seen_at) AS middle FROM visits;", given=_VISITS),
        Good("SELECT round(seconds::numeric, 2) AS seconds FROM visits;", given=_VISITS),
        Good("SELECT bool_or(is_bot) AS bots, max(seen_at) AS latest FROM visits;", given=_VISITS),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports arguments of known types."""
        if context.body is not None and not subject.sources:
            return
        for refused in refused_arguments(subject, context.catalog):
            name = refused.call.name
            fixes = (Fix(_title(name), refused.edits, FixKind.UNSAFE),) if refused.edits else ()
            what = f"does not take a value of type {refused.type}" if refused.type else "also takes the dimension"
            message = f"`{name}` {what}, so the query fails."
            yield self.finding(refused.span, message, *fixes)


def _title(function: str) -> str:
    to_numeric = dict.fromkeys(("round", "trunc"), "Cast to numeric")
    titles = {**to_numeric, "string_agg": "Cast to text", "array_length": "Ask for the first dimension"}
    return titles.get(function, "Use a function that takes the type")
