"""queries/limit-without-order-by."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule
from sqlreview.queries import Delete, Limit, Select, SetOperation, Update
from sqlreview.schema.keysets import key_columns
from sqlreview.schema.row_counts import is_single_row_without_limit, may_look_up_by_key, reads_tables


class LimitWithoutOrderBy(Rule[Select | SetOperation]):
    """LIMIT without ORDER BY returns arbitrary rows.

    Why: without ORDER BY the plan decides which rows come first; an update, a new index or another plan changes them.

    Instead: sort by something unique, usually the primary key, or leave the LIMIT out.
    """

    id = "queries/limit-without-order-by"
    engines = EVERY_ENGINE
    sources = ("https://www.postgresql.org/docs/current/queries-limit.html",)
    examples = (
        Bad(
            """
            SELECT id, email FROM users WHERE status = 'new' LIMIT 10;
                                                             ^^^^^^^^
            """,
            fixed="""
            SELECT id, email FROM users WHERE status = 'new' ORDER BY id LIMIT 10;
            """,
            given=SHOP,
        ),
        Bad(
            """
            SELECT user_id, sum(total) FROM orders GROUP BY user_id FETCH FIRST 5 ROWS ONLY;
                                                                    ^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good("SELECT id, email FROM users WHERE status = 'new' ORDER BY id LIMIT 10;", given=SHOP),
        Good("SELECT email FROM users WHERE id = $1 LIMIT 1;", given=SHOP),
        Good("SELECT 1 FROM orders WHERE user_id = $1 LIMIT 1;", given=SHOP),
        Good("SELECT max(total) FROM orders LIMIT 1;", given=SHOP),
        Good("SELECT id FROM orders WHERE status = 'new' LIMIT 5 FOR UPDATE SKIP LOCKED;", given=SHOP),
        Good("DELETE FROM orders WHERE id IN (SELECT id FROM orders WHERE note IS NULL LIMIT 1000);", given=SHOP),
    )

    def check(self, subject: Select | SetOperation, context: Context) -> Iterator[Finding]:
        """Reports the limit of a query that is not sorted."""
        limit = _cutting(subject, context)
        if limit is None or subject.order_by or subject.role == "exists" or _feeds_a_batch(subject, context):
            return
        if reads_tables(subject) and not (isinstance(subject, Select) and _is_any_row_good(subject, context)):
            message = "The query has no order, so the rows it returns may be others each time."
            yield self.finding(limit.span, message, *_fixes(subject, limit, context))


def _cutting(subject: Select | SetOperation, context: Context) -> Limit | None:
    limit, offset = subject.limit, subject.offset
    if limit and limit.count != 0 and (limit.value is None or not limit.value.is_null):
        return limit if limit.value or context.text(limit.keyword).upper().startswith("FETCH") else None
    return offset if limit is None and offset and offset.count != 0 else None


def _is_any_row_good(query: Select, context: Context) -> bool:
    """Whether there is one row at most, or it asks if there is any, samples, or picks work that nobody else has."""
    constants = all(output.value.is_constant and not output.star for output in query.outputs)
    sampled = any(source.sampled for source in query.sources)
    picks = any(locking.wait == "skip locked" for locking in query.locking)
    if constants or sampled or picks or is_single_row_without_limit(query, context.catalog):
        return True
    return query.limit is not None and query.limit.count == 1 and may_look_up_by_key(query, context.catalog)


def _feeds_a_batch(query: Select | SetOperation, context: Context) -> bool:
    writes = any(isinstance(other, Update | Delete) for other in context.queries)
    return writes and query.role not in ("statement", "scalar")


def _fixes(subject: Select | SetOperation, limit: Limit, context: Context) -> Iterator[Fix]:
    columns = key_columns(subject, context.catalog) if isinstance(subject, Select) and not subject.distinct else None
    if columns:
        start = min(part.span.start for part in (subject.limit, subject.offset) if part)
        edit = Edit.insert(start, f"ORDER BY {', '.join(columns)} ")
        yield Fix("Sort by the primary key", (edit,), FixKind.GUIDANCE)
