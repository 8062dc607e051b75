"""queries/distinct-with-group-by."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, Good, Rule, Severity, Span
from sqlreview.queries import Select
from sqlreview.queries.selected import bare_meant
from sqlreview.schema.row_counts import makes_rows


class DistinctWithGroupBy(Rule[Select]):
    """DISTINCT on top of GROUP BY deduplicates what is already unique.

    Why: GROUP BY returns one row for each combination of its keys; when all keys are selected no two rows are equal,
    and the rows are sorted or hashed once more for nothing.

    Instead: leave DISTINCT out.
    """

    id = "queries/distinct-with-group-by"
    engines = EVERY_ENGINE
    examples = (
        Bad(
            """
            SELECT DISTINCT status, count(*) FROM orders GROUP BY status;
                   ^^^^^^^^
            """,
            fixed="""
            SELECT status, count(*) FROM orders GROUP BY status;
            """,
            given=SHOP,
        ),
        Good("SELECT status, count(*) FROM orders GROUP BY status;", given=SHOP),
        Good("SELECT count(DISTINCT user_id), status FROM orders GROUP BY status;", given=SHOP),
        Good("SELECT DISTINCT status, unnest(array_agg(user_id)) FROM orders GROUP BY status;", given=SHOP),
    )

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports DISTINCT where the groups are distinct."""
        groups, distinct = subject.group_by, subject.distinct
        if distinct is None or groups is None or groups.grouping_sets or subject.distinct_on or _adds_rows(subject):
            return
        selected = {bare_meant(output.value, subject) for output in subject.outputs}
        if all(bare_meant(key, subject) in selected for key in groups.keys):
            text = context.statement.text
            end = distinct.end + len(text[distinct.end :]) - len(text[distinct.end :].lstrip())
            fix = Fix("Remove DISTINCT", (Edit.delete(Span(distinct.start, end)),))
            yield self.finding(distinct, "GROUP BY makes the rows distinct already.", fix)
        else:
            message = "DISTINCT on top of GROUP BY merges groups whose keys are not selected."
            yield self.finding(distinct, message, severity=Severity.HINT)


def _adds_rows(query: Select) -> bool:
    """Whether the output list holds window functions, functions that return rows, or stars."""
    return any(
        output.value.kind == "star" or output.value.has_window or any(map(makes_rows, output.value.functions))
        for output in query.outputs
    )
