"""queries/union-instead-of-union-all."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import SetOperation
from sqlreview.schema.disjoint import are_disjoint, rows_are_distinct


class UnionInsteadOfUnionAll(Rule[SetOperation]):
    """UNION sorts or hashes the rows to remove duplicates that cannot exist.

    Why: where each branch has another literal at the same place, or asks for other values of the same column, no row
    of one equals a row of another.

    Instead: `UNION ALL`.
    """

    id = "queries/union-instead-of-union-all"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            SELECT 'user' AS kind, id FROM users UNION SELECT 'product' AS kind, id FROM products;
                                                 ^^^^^
            """,
            fixed="""
            SELECT 'user' AS kind, id FROM users UNION ALL SELECT 'product' AS kind, id FROM products;
            """,
            given=SHOP,
        ),
        Bad(
            """
            SELECT id FROM orders WHERE status = 'new' UNION SELECT id FROM orders WHERE status = 'paid';
                                                       ^^^^^
            """,
            fixed="""
            SELECT id FROM orders WHERE status = 'new' UNION ALL SELECT id FROM orders WHERE status = 'paid';
            """,
            given=SHOP,
        ),
        Good("SELECT 'user' AS kind, id FROM users UNION ALL SELECT 'product', id FROM products;", given=SHOP),
        Good("SELECT name FROM users UNION SELECT name FROM products;", given=SHOP),
        Good(
            """
            WITH RECURSIVE steps AS (SELECT 1 AS n UNION SELECT n + 1 FROM steps WHERE n < 9)
            SELECT n FROM steps;
            """
        ),
    )

    every_union: bool = False
    """Whether every UNION without ALL is reported, as a hint, not only where there can be no duplicates."""

    def check(self, subject: SetOperation, context: Context) -> Iterator[Finding]:
        """Reports UNION between branches that have no row in common."""
        bare = [
            item for item in subject.operators if item.kind == "union" and context.text(item.span).upper() == "UNION"
        ]
        if subject.scope.is_recursive or not bare or len(bare) < len(subject.operators):
            return
        if are_disjoint(subject.branches, context.catalog):
            message = "No row of one branch equals a row of another, yet UNION compares them all."
            distinct = all(rows_are_distinct(branch, context.catalog) for branch in subject.branches)
            kind = FixKind.SAFE if distinct else FixKind.UNSAFE
            for operator in bare:
                fix = Fix("Use UNION ALL", (Edit.insert(operator.span.end, " ALL"),), kind)
                yield self.finding(operator.span, message, fix)
        elif self.every_union:
            for operator in bare:
                yield self.finding(
                    operator.span, "UNION compares all rows to remove duplicates.", severity=Severity.HINT
                )
