"""queries/like-without-wildcard."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Query, predicates_of

_EQUALS = {"LIKE": "=", "NOT LIKE": "<>"}
_WORDS = (*_EQUALS, "ILIKE", "NOT ILIKE")


class LikeWithoutWildcard(Rule[Query]):
    """LIKE without a wildcard is an equality test in disguise.

    Why: whoever reads it looks for the missing `%`, and in some databases an index serves `=` alone.

    Instead: `=`, or the wildcard that was meant. SQLite and MySQL compare with LIKE without regard to case or to blanks
    at the end, which `=` may not do.
    """

    id = "queries/like-without-wildcard"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    sources = ("measured on PostgreSQL 15 and MariaDB 10.11",)
    examples = (
        Bad(
            """
            SELECT id FROM orders WHERE status LIKE 'new';
                                        ^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            SELECT id FROM orders WHERE status = 'new';
            """,
            given=SHOP,
        ),
        Good("SELECT id FROM orders WHERE status = 'new';", given=SHOP),
        Good("SELECT id FROM orders WHERE status LIKE 'n_w';", given=SHOP),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports patterns that are literals."""
        if "LIKE" not in context.text(subject.span).upper():
            return
        for predicate in predicates_of(subject):
            if predicate.kind != "pattern" or predicate.operator not in _WORDS or predicate.quantifier:
                continue
            pattern = predicate.right.string if predicate.right and predicate.right.kind == "string" else None
            if pattern is None or set("%_\\") & set(pattern) or not predicate.left or not predicate.left.columns:
                continue
            word = _EQUALS.get(predicate.operator)
            fixes: tuple[Fix, ...] = ()
            if word and predicate.operator_span:
                fixes = (Fix(f"Write {word}", (Edit.replace(predicate.operator_span, word),), FixKind.UNSAFE),)
            message = f"The pattern has no wildcard, so {predicate.operator} compares whole texts."
            severity = None if word else Severity.INFO
            yield self.finding(predicate.span, message, *fixes, severity=severity)
