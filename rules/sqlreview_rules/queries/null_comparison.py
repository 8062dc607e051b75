"""queries/null-comparison."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, Span
from sqlreview.queries import Predicate, Query, predicates_of
from sqlreview.schema.null_tests import Conditioned, Programmed, null_tests

_TESTS = {"=": "IS NULL", "<>": "IS NOT NULL", "!=": "IS NOT NULL"}


class NullComparison(Rule[Query | Conditioned | Programmed]):
    """Comparing with NULL by an operator is never true.

    Why: `x = NULL` is neither true nor false for any x, so the condition holds for no row; a CHECK made of it rejects
    nothing.

    Instead: `IS NULL`, `IS NOT NULL`, or `IS NOT DISTINCT FROM` for a value that may be NULL.
    """

    id = "queries/null-comparison"
    engines = EVERY_ENGINE
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/functions-comparison.html",)
    examples = (
        Bad(
            """
            SELECT id FROM orders WHERE note = NULL;
                                        ^^^^^^^^^^^
            """,
            fixed="""
            SELECT id FROM orders WHERE note IS NULL;
            """,
            given=SHOP,
        ),
        Bad(
            """
            CREATE TABLE jobs (id bigint PRIMARY KEY, owner text CHECK (owner <> NULL));
                                                                              ^^^^^^^
            """,
            fixed="""
            CREATE TABLE jobs (id bigint PRIMARY KEY, owner text CHECK (owner IS NOT NULL));
            """,
        ),
        Good("UPDATE orders SET note = NULL WHERE id = 3;", given=SHOP),
    )

    def check(self, subject: Query | Conditioned | Programmed, context: Context) -> Iterator[Finding]:
        """Reports comparisons with the literal NULL."""
        if context.session.setting("transform_null_equals") in ("on", "true", "1"):
            return
        if isinstance(subject, Query):
            for predicate in predicates_of(subject):
                if _is_comparison_with_null(predicate):
                    yield self._found(predicate.span, predicate.operator, *_fixes(predicate))
            return
        for test in null_tests(subject, context.statement.text, context.engine):
            words = _TESTS.get(test.operator) if test.is_verbatim else None
            yield self._found(test.span, test.operator, *([_fix(Edit.replace(test.span, words))] if words else []))

    def _found(self, at: Span, operator: str, *fixes: Fix) -> Finding:
        return self.finding(at, f"`{operator} NULL` is never true, so the condition holds for no row.", *fixes)


def _is_comparison_with_null(predicate: Predicate) -> bool:
    is_one = predicate.kind in ("equality", "inequality", "range") and not predicate.quantifier
    return is_one and any(side.is_null for side in predicate.values)


def _fixes(predicate: Predicate) -> Iterator[Fix]:
    test = _TESTS.get(predicate.operator)
    if test and predicate.operator_span and predicate.left and predicate.right and predicate.right.is_null:
        yield _fix(Edit.replace(Span(predicate.operator_span.start, predicate.right.span.end), test))


def _fix(edit: Edit) -> Fix:
    return Fix("Test for NULL with IS", (edit,), FixKind.UNSAFE)
