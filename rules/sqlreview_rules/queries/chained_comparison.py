"""queries/chained-comparison."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Predicate, Query, Value, conditions_of

_OPERATORS = frozenset(("=", "<", ">", "<=", ">=", "<>", "!=", "=="))
_BOXES = "CREATE TABLE boxes (id integer PRIMARY KEY, width integer, height integer, depth integer);"


class ChainedComparison(Rule[Query]):
    """Two comparisons in a row do not compare three values.

    Why: the result of one, 0 or 1, is compared with the next value: `5 > 3 > 2` and `(3 = 3) = 3` are false. Both
    MariaDB and SQLite do so without a word; PostgreSQL reports a syntax error.

    Instead: `width = height AND height = depth`.
    """

    id = "queries/chained-comparison"
    engines = ("mysql", "mariadb", "sqlite")
    severity = Severity.ERROR
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/comparison-operators.html",)
    examples = (
        Bad(
            """
            SELECT id FROM boxes WHERE width = height = depth;
                                       ^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            SELECT id FROM boxes WHERE width = height AND height = depth;
            """,
            given=_BOXES,
            engine="mysql",
        ),
        Bad(
            """
            SELECT id FROM boxes WHERE 1 < width < 9;
                                       ^^^^^^^^^^^^^
            """,
            fixed="""
            SELECT id FROM boxes WHERE 1 < width AND width < 9;
            """,
            given=_BOXES,
            engine="sqlite",
        ),
        Good("SELECT id FROM boxes WHERE width = height AND height = depth;", given=_BOXES, engine="mysql"),
        Good("SELECT id FROM boxes WHERE (width = height) = (height = depth);", given=_BOXES, engine="sqlite"),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports a comparison one side of which is, without brackets, a comparison."""
        for condition in conditions_of(subject):
            for predicate in condition.predicate.comparisons:
                inner = _inner(predicate)
                if inner is None:
                    continue
                message = f"`{context.text(predicate.span)}` compares a truth value with the third one."
                yield self.finding(predicate.span, message, *_fixes(predicate, inner, context))


def _inner(predicate: Predicate) -> Value | None:
    """The side that is a bare comparison itself."""
    if predicate.operator not in _OPERATORS:
        return None
    for side in (predicate.right, predicate.left):
        if side is not None and side.predicate is not None and not side.parenthesised:
            return side if side.predicate.operator in _OPERATORS else None
    return None


def _fixes(predicate: Predicate, inner: Value, context: Context) -> Iterator[Fix]:
    chained = inner.predicate
    if inner is not predicate.right or chained is None or chained.left is None or _inner(chained) is not None:
        return
    shared = context.text(chained.left.span)
    yield Fix("Compare twice", (Edit.insert(chained.left.span.end, f" AND {shared}"),), FixKind.UNSAFE)
