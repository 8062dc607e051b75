"""queries/not-in-subquery."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, Span
from sqlreview.queries import Predicate, Query, Select, predicates_of
from sqlreview.queries.edits import with_condition
from sqlreview.queries.structure import denied_parts, is_unequal_to_all
from sqlreview.schema.nullability import output_is_never_null, returns_rows_of_tables
from sqlreview.schema.resolution import qualified


class NotInSubquery(Rule[Query]):
    """NOT IN returns no rows as soon as its list holds a NULL.

    Why: `x NOT IN (1, NULL)` is unknown for every x but 1, so one NULL in the subquery's column empties the result.
    PostgreSQL also runs NOT IN as a filter, where NOT EXISTS becomes an anti join.

    Instead: `NOT EXISTS (SELECT 1 FROM t WHERE t.c = x)`, or `WHERE c IS NOT NULL` in the subquery.
    """

    id = "queries/not-in-subquery"
    engines = EVERY_ENGINE
    sources = ("https://www.postgresql.org/docs/current/functions-subquery.html#FUNCTIONS-SUBQUERY-NOTIN",)
    examples = (
        Bad(
            """
            SELECT name FROM products WHERE id NOT IN (SELECT product_id FROM orders);
                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            SELECT name FROM products WHERE NOT EXISTS (SELECT 1 FROM orders WHERE orders.product_id = products.id);
            """,
            given=SHOP,
        ),
        Bad(
            """
            SELECT id FROM orders WHERE user_id NOT IN (1, NULL);
                                        ^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good("SELECT id FROM users WHERE id NOT IN (SELECT user_id FROM orders);", given=SHOP),
    )

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports NOT IN and <> ALL over lists that may hold NULL."""
        denied = denied_parts(subject)
        for predicate in predicates_of(subject):
            inner = predicate.subquery
            is_denied = predicate.negated or predicate.span in denied
            if predicate.kind == "in-list" and is_denied and _has_null(predicate):
                message = "The list of NOT IN holds NULL, so the condition is true for no row."
                yield self.finding(predicate.span, message, severity=Severity.ERROR)
            elif inner and _is_negated_list(predicate, is_denied) and _may_hold_null(inner, context):
                message = "NOT IN is true for no row when the subquery returns a NULL, which nothing rules out."
                fixes = _fixes(predicate, inner, subject, context) if predicate.span not in denied else ()
                yield self.finding(predicate.span, message, *fixes)


def _has_null(predicate: Predicate) -> bool:
    return predicate.right is not None and any(item.is_null for item in predicate.right.items)


def _may_hold_null(inner: Query, context: Context) -> bool:
    return returns_rows_of_tables(inner) and not output_is_never_null(inner, 0, context.catalog)


def _is_negated_list(predicate: Predicate, is_denied: bool) -> bool:
    return is_denied if predicate.kind == "in-subquery" else is_unequal_to_all(predicate)


def _fixes(predicate: Predicate, inner: Query, query: Query, context: Context) -> Iterator[Fix]:
    left, operator = predicate.left, predicate.operator_span
    if not isinstance(inner, Select) or left is None or left.column is None or operator is None or not _is_plain(inner):
        return
    tested = qualified(left.column, query, context.catalog)
    column = inner.outputs[0].value.column
    listed = qualified(column, inner, context.catalog) if column else None
    if not tested or not listed or tested.partition(".")[0] == listed.partition(".")[0]:
        return
    bracket = context.statement.text.rindex("(", operator.start, inner.span.start)
    head = Edit.replace(Span(left.span.start, bracket), "NOT EXISTS ")
    outputs = Edit.replace(Span((inner.distinct or inner.outputs[0].span).start, inner.outputs[0].span.end), "1")
    yield Fix("Use NOT EXISTS", (head, outputs, *with_condition(inner, f"{listed} = {tested}")), FixKind.UNSAFE)


def _is_plain(inner: Select) -> bool:
    extras = (inner.group_by, inner.having, inner.limit, inner.offset, inner.distinct_on, inner.ctes, inner.order_by)
    return [source.kind for source in inner.sources] == ["table"] and len(inner.outputs) == 1 and not any(extras)
