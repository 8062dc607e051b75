"""queries/offset-pagination."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, without
from sqlreview.queries import Limit, Select, SetOperation
from sqlreview.queries.edits import next_page_condition, with_condition
from sqlreview.schema.keysets import tie_breaker
from sqlreview.schema.row_counts import reads_tables


class OffsetPagination(Rule[Select | SetOperation]):
    """OFFSET reads and throws away every row before the page.

    Why: the cost grows with the number of the page, and rows that are inserted or deleted between two requests shift
    the pages, so that readers see a row twice or never.

    Instead: keyset pagination. Sort by unique columns and ask for the rows behind the last one of the page before:
    `WHERE (created_at, id) < ($1, $2) ORDER BY created_at DESC, id DESC LIMIT 20`, with an index on those columns.
    """

    id = "queries/offset-pagination"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/queries-limit.html",)
    examples = (
        Bad(
            """
            SELECT id, name FROM products ORDER BY id LIMIT 20 OFFSET 40000;
                                                               ^^^^^^^^^^^^
            """,
            fixed="""
            SELECT id, name FROM products WHERE id > $1 ORDER BY id LIMIT 20;
            """,
            given=SHOP,
        ),
        Bad(
            """
            SELECT id, total FROM orders WHERE user_id = $1
            ORDER BY created_at DESC LIMIT 20 OFFSET $2;
                                              ^^^^^^^^^
            """,
            fixed="""
            SELECT id, total FROM orders WHERE user_id = $1 AND (created_at, id) < ($2, $3)
            ORDER BY created_at DESC, id DESC LIMIT 20;
            """,
            given=SHOP,
        ),
        Good("SELECT id, name FROM products WHERE id > $1 ORDER BY id LIMIT 20;", given=SHOP),
        Good("SELECT id, name FROM products ORDER BY id LIMIT 20 OFFSET 20;", given=SHOP),
        Good("SELECT p.id FROM (SELECT id, price FROM products OFFSET 0) AS p WHERE p.price > 5;", given=SHOP),
    )

    rows: int = 1000
    """The literal OFFSET from which on a query is reported."""

    def check(self, subject: Select | SetOperation, context: Context) -> Iterator[Finding]:
        """Reports a large or variable OFFSET."""
        offset = subject.offset
        if offset is None or offset.value is None or offset.value.is_null or not reads_tables(subject):
            return
        skipped = offset.count
        if skipped is not None and skipped >= self.rows:
            message = f"The query reads and throws away {skipped} rows before it returns the first."
            yield self.finding(offset.span, message, *_fixes(subject, offset, context), severity=Severity.WARNING)
        elif skipped is None and subject.order_by:
            message = "The query reads and throws away every row before the page, more with each page."
            yield self.finding(offset.span, message, *_fixes(subject, offset, context))


def _fixes(subject: Select | SetOperation, offset: Limit, context: Context) -> Iterator[Fix]:
    if not isinstance(subject, Select) or not subject.order_by:
        return
    text = context.statement.text
    added = tie_breaker(subject, context.catalog)
    kept = text[: offset.span.start] + " " * (offset.span.end - offset.span.start) + text[offset.span.end :]
    condition = next_page_condition(subject, kept, added, context.placeholder) if added is not None else None
    if condition is None or (condition[0] == "(" and context.engine.family == "mysql"):
        return  # MySQL and MariaDB do not search an index for a comparison of rows
    direction = " DESC" if subject.order_by.keys[-1].descending else ""
    order = [Edit.insert(subject.order_by.span.end, f", {added}{direction}")] if added else []
    edits = (*with_condition(subject, condition), *order, without(text, offset.span))
    yield Fix("Continue behind the last row instead", edits, FixKind.GUIDANCE)
