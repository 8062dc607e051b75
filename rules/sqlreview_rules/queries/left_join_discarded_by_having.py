"""queries/left-join-discarded-by-having."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Predicate, Select
from sqlreview.queries.groups import needed_group_member
from sqlreview.schema.resolution import own_source_of


class LeftJoinDiscardedByHaving(Rule[Select]):
    """HAVING removes the groups that the LEFT JOIN was meant to keep.

    Why: a group without partners counts none and has no sum, so the condition drops it. What is left is an inner join
    that the server carries out as an outer one.

    Instead: `JOIN`, or a condition that groups without partners can pass.
    """

    id = "queries/left-join-discarded-by-having"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    examples = (
        Bad(
            """
            SELECT u.id FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id
                                        ^^^^^^^^^
            GROUP BY u.id HAVING count(o.id) > 5;
            """,
            fixed="""
            SELECT u.id FROM users AS u JOIN orders AS o ON o.user_id = u.id
            GROUP BY u.id HAVING count(o.id) > 5;
            """,
            given=SHOP,
        ),
        Good(
            """
            SELECT u.id FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id
            GROUP BY u.id HAVING count(o.id) = 0;
            """,
            given=SHOP,
        ),
        Good(
            """
            SELECT u.id FROM users AS u LEFT JOIN orders AS o ON o.user_id = u.id
            GROUP BY u.id HAVING coalesce(sum(o.total), 0) < 100;
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports the parts of HAVING that no group without partners can pass."""
        for predicate in subject.having.conjuncts if subject.having else ():
            yield from self._reported(predicate, subject, context)

    def _reported(self, predicate: Predicate, query: Select, context: Context) -> Iterator[Finding]:
        column = needed_group_member(predicate)
        source = own_source_of(column, query, context.catalog) if column else None
        if source is None or source.join != "left" or source.nullable_by != source.join_span or not source.join_span:
            return
        name = source.exposed_name or "the subquery"
        condition = context.text(predicate.span)
        message = f"`HAVING {condition}` drops every group in which `{name}` has no partner, as an inner join would."
        fix = Fix("Say JOIN", (Edit.replace(source.join_span, "JOIN"),), FixKind.UNSAFE)
        yield self.finding(source.join_span, message, fix)
