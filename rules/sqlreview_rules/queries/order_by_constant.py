"""queries/order-by-constant."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, SHOP_SQLITE, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations.written import without_item
from sqlreview.queries import Select, SetOperation, SortKey
from sqlreview.schema.naming import quoted
from sqlreview.schema.resolution import column_names


class OrderByConstant(Rule[Select | SetOperation]):
    """An ORDER BY item is a constant and sorts nothing.

    Why: a name in single quotes is a text, the same for every row. MariaDB and SQLite ignore it, so the rows come in
    any order; PostgreSQL rejects it.

    Instead: the column without quotes.
    """

    id = "queries/order-by-constant"
    engines = EVERY_ENGINE
    sources = ("measured on PostgreSQL 15, MariaDB 10.11 and SQLite 3.40",)
    examples = (
        Bad(
            """
            SELECT id, total FROM orders ORDER BY 'total', id LIMIT 10;
                                                  ^^^^^^^
            """,
            fixed="""
            SELECT id, total FROM orders ORDER BY total, id LIMIT 10;
            """,
            given=SHOP,
            sqlstate="42601",
        ),
        Bad(
            """
            SELECT id, total FROM orders ORDER BY 'total' LIMIT 10;
                                                  ^^^^^^^
            """,
            fixed="""
            SELECT id, total FROM orders ORDER BY total LIMIT 10;
            """,
            given=SHOP_SQLITE,
            engine="sqlite",
        ),
        Good("SELECT id, total FROM orders ORDER BY total, id LIMIT 10;", given=SHOP),
    )

    def check(self, subject: Select | SetOperation, context: Context) -> Iterator[Finding]:
        """Reports literals, and as a hint columns that WHERE fixes to one value."""
        if subject.order_by is None:
            return
        fixed = _fixed_columns(subject)
        for key in subject.order_by.keys:
            if _is_constant(key, context):
                refused = ", and the server refuses it" if context.engine.family == "postgres" else ""
                message = f"{key.value.text} is the same for every row{refused}."
                yield self.finding(key.span, message, *_column_fix(key, subject, context))
            elif key.value.normalised in fixed and key.column is not None:
                gap = without_item(key.span, [item.span for item in subject.order_by.keys])
                fixes = (Fix("Remove it from ORDER BY", (Edit.delete(gap),), FixKind.UNSAFE),) if gap else ()
                message = f"`{key.value.text}` has one value here, so it sorts nothing."
                yield self.finding(key.span, message, *fixes, severity=Severity.HINT)


def _is_constant(key: SortKey, context: Context) -> bool:
    value = key.value
    if value.kind == "number":
        return value.integer is None
    return value.kind in ("string", "boolean") or (value.kind == "null" and context.engine.family != "mysql")


def _fixed_columns(query: Select | SetOperation) -> set[str]:
    where = query.where if isinstance(query, Select) else None
    return {
        part.left.normalised
        for part in (where.conjuncts if where else ())
        if part.kind == "equality" and part.left and part.right and not part.quantifier
        if part.left.column and (part.right.is_literal or part.right.kind == "parameter") and not part.right.is_null
    }


def _column_fix(key: SortKey, query: Select | SetOperation, context: Context) -> Iterator[Fix]:
    written = key.value.text[1:-1]
    names = [name for source in query.sources for name in column_names(source, context.catalog) or ()]
    found = next((name for name in (*names, *(item.name for item in query.output_list)) if name == written), None)
    if key.value.kind == "string" and found:
        yield Fix("Sort by the column", (Edit.replace(key.value.span, quoted(found)),), FixKind.UNSAFE)
