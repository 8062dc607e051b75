"""queries/self-comparison."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Predicate, Query, conditions_of
from sqlreview.queries.placeholders import new_placeholders

_KINDS = ("equality", "inequality", "range", "pattern", "distinct-test")


class SelfComparison(Rule[Query]):
    """A column is compared with itself.

    Why: `id = id` is true for every row in which id is not NULL, so an UPDATE or DELETE with it reaches the whole
    table. Mostly one side was to be a parameter or a column of another table.

    Instead: compare with the value that is meant; where a parameter has the name of a column, give it another one.
    """

    id = "queries/self-comparison"
    engines = EVERY_ENGINE
    severity = Severity.ERROR
    examples = (
        Bad(
            """
            UPDATE orders SET status = 'sent' WHERE id = id;
                                                    ^^^^^^^
            """,
            fixed="""
            UPDATE orders SET status = 'sent' WHERE id = $1;
            """,
            given=SHOP,
        ),
        Bad(
            """
            SELECT u.id FROM users AS u JOIN orders AS o ON o.user_id = o.user_id WHERE o.total > $1;
                                                            ^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            SELECT u.id FROM users AS u JOIN orders AS o ON o.user_id = $2 WHERE o.total > $1;
            """,
            given=SHOP,
        ),
        Good("UPDATE orders SET status = 'sent' WHERE id = $1;", given=SHOP),
        Good("SELECT a.id FROM users AS a JOIN users AS b ON a.name = b.name AND a.id < b.id;", given=SHOP),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports comparisons whose sides are the same column."""
        for condition in conditions_of(subject):
            for predicate in condition.predicate.comparisons:
                if _has_equal_sides(predicate, subject, context):
                    left = predicate.left.text if predicate.left else ""
                    message = f"`{left}` is compared with itself, so the condition does not choose any rows."
                    yield self.finding(predicate.span, message, *_fixes(predicate, context))


def _has_equal_sides(predicate: Predicate, query: Query, context: Context) -> bool:
    left, right = predicate.left, predicate.right
    if predicate.kind not in _KINDS or predicate.quantifier or not left or not right or not left.column:
        return False
    if left.column != right.column:
        return False
    # in a routine body an unqualified name may be a variable
    return left.column.qualifier is not None or (len(query.sources) == 1 and context.body is None)


def _fixes(predicate: Predicate, context: Context) -> Iterator[Fix]:
    if predicate.right and context.body is None:
        (value,) = new_placeholders(context.statement.text, context.placeholder, ("value",))
        yield Fix("Compare with a parameter", (Edit.replace(predicate.right.span, value),), FixKind.GUIDANCE)
