"""queries/distinct-over-join."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Rule, Severity, Span
from sqlreview.queries import Select
from sqlreview.schema.multiplying_joins import multiplying_joins


class DistinctOverJoin(Rule[Select]):
    """DISTINCT hides rows that a join multiplied.

    Why: the server joins all partners of a row and then throws the repetitions away. EXISTS stops at the first partner.

    Instead: `WHERE EXISTS (SELECT 1 FROM orders AS o WHERE o.user_id = u.id)`, without DISTINCT.
    """

    id = "queries/distinct-over-join"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            SELECT DISTINCT u.id, u.name FROM users AS u JOIN orders AS o ON o.user_id = u.id;
                   ^^^^^^^^
            """,
            given=SHOP,
        ),
        Good(
            "SELECT u.id, u.name FROM users AS u WHERE EXISTS (SELECT 1 FROM orders AS o WHERE o.user_id = u.id);",
            given=SHOP,
        ),
        Good("SELECT DISTINCT u.name FROM users AS u JOIN orders AS o ON o.user_id = u.id;", given=SHOP),
    )

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports DISTINCT over rows that would be distinct without the join."""
        at = _distinct(subject) if len(subject.sources) > 1 else None
        source = next(multiplying_joins(subject, context.catalog), None) if at else None
        if at and source:
            message = f"The join with {source.described} repeats rows, and DISTINCT takes the repetitions out again."
            yield self.finding(at, message)


def _distinct(query: Select) -> Span | None:
    """The word DISTINCT, or the only output where that is count(DISTINCT ...)."""
    if query.distinct and not query.distinct_on:
        return query.distinct
    call = query.outputs[0].value.function if len(query.outputs) == 1 and not query.group_by else None
    return call.span if call and call.name == "count" and call.distinct else None
