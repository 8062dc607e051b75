"""queries/limit-in-in-subquery."""

from collections.abc import Iterator

from sqlreview import SHOP_MYSQL, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Select, SetOperation
from sqlreview.schema.naming import quoted


class LimitInInSubquery(Rule[Select | SetOperation]):
    """The subquery of IN, ANY or ALL has a LIMIT, which the server rejects.

    Why: the server answers with error 1235, "doesn't yet support LIMIT & IN/ALL/ANY/SOME subquery".

    Instead: a derived table between the two: `IN (SELECT k FROM (SELECT ... LIMIT 5) AS picked)`, or a join.
    """

    id = "queries/limit-in-in-subquery"
    engines = ("mysql", "mariadb")
    severity = Severity.ERROR
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/subquery-restrictions.html", "measured on MariaDB 10.11")
    examples = (
        Bad(
            """
            SELECT id FROM users
            WHERE id IN (SELECT user_id FROM orders ORDER BY id LIMIT 5);
                                                                ^^^^^^^
            """,
            fixed="""
            SELECT id FROM users
            WHERE id IN (SELECT user_id FROM (SELECT user_id FROM orders ORDER BY id LIMIT 5) AS picked);
            """,
            given=SHOP_MYSQL,
            engine="mysql",
            sqlstate="1235",
        ),
        Good(
            """
            SELECT id FROM users WHERE id IN (
                SELECT p.user_id FROM (SELECT user_id FROM orders ORDER BY id LIMIT 5) AS p
            );
            """,
            given=SHOP_MYSQL,
            engine="mysql",
        ),
    )

    def check(self, subject: Select | SetOperation, context: Context) -> Iterator[Finding]:
        """Reports the LIMIT at the own level of such a subquery."""
        if subject.limit is None or subject.role not in ("in", "any"):
            return
        names = [output.name for output in subject.output_list]
        fixes: tuple[Fix, ...] = ()
        if len(names) == 1 and names[0] is not None and subject.output_list[0].value.column and not subject.ctes:
            start = Edit.insert(subject.span.start, f"SELECT {quoted(names[0])} FROM (")
            edits = (start, Edit.insert(subject.span.end, ") AS picked"))
            fixes = (Fix("Wrap it in a derived table", edits, FixKind.UNSAFE),)
        yield self.finding(subject.limit.span, "The server takes no LIMIT in the subquery of IN, ANY or ALL.", *fixes)
