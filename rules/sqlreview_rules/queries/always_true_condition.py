"""queries/always-true-condition."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.queries import Condition, Delete, Predicate, Query, Update, conditions_of, truth_of, where_of


class AlwaysTrueCondition(Rule[Query]):
    """The condition is always true, so it filters nothing.

    Why: `OR 1 = 1` or `x IS NULL OR x IS NOT NULL` makes a condition true for every row. In UPDATE and DELETE it
    hides that all rows are meant.

    Instead: write the condition that is meant, or leave it out. `WHERE true` says on purpose that all rows are meant.
    """

    id = "queries/always-true-condition"
    engines = EVERY_ENGINE
    examples = (
        Bad(
            """
            DELETE FROM orders WHERE 1 = 1;
                               ^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Bad(
            """
            SELECT id FROM orders WHERE user_id = 9 OR 1 = 1;
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Bad(
            """
            SELECT id FROM orders WHERE note IS NULL OR note IS NOT NULL;
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good("SELECT id FROM orders WHERE 1 = 1 AND user_id = 9;", given=SHOP),
        Good("SELECT u.id FROM users AS u JOIN LATERAL (SELECT now()) AS t ON true WHERE true;", given=SHOP),
        Good("SELECT id FROM orders WHERE user_id = 9 OR $1 = 1;", given=SHOP),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports WHERE, HAVING and ON conditions that hold for every row."""
        joins_one_by_one = {source.condition.span for source in subject.sources if source.condition and source.lateral}
        for condition in conditions_of(subject):
            bare = condition.predicate.normalised in ("TRUE", "1") or condition.span in joins_one_by_one
            if not bare and not _has_parameter(condition) and truth_of(condition.predicate):
                yield self._found(condition, subject)

    def _found(self, condition: Condition, query: Query) -> Finding:
        if isinstance(query, Update | Delete) and condition == where_of(query):
            verb = "changes" if isinstance(query, Update) else "deletes"
            message = f"The condition is always true, so the statement {verb} every row of `{query.target.name}`."
            return self.finding(condition.span, message, severity=Severity.ERROR)
        return self.finding(condition.span, "The condition is always true, so it filters nothing.")


def _has_parameter(condition: Condition) -> bool:
    return bool(condition.predicate.parameters) or _has_template(condition.predicate)


def _has_template(predicate: Predicate) -> bool:
    return "{{" in predicate.normalised or "${" in predicate.normalised
