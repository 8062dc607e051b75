"""queries/write-limit-without-order."""

from collections.abc import Iterator

from sqlreview import SHOP_MYSQL, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Delete, Insert, Limit, Query, Select, Update
from sqlreview.schema.keys import primary_key_columns
from sqlreview.schema.naming import quoted
from sqlreview.schema.resolution import table_of
from sqlreview.schema.row_counts import is_pinned, is_single_row_without_limit


class WriteLimitWithoutOrder(Rule[Update | Delete | Insert]):
    """Which rows the limited write touches is not defined.

    Why: without ORDER BY the plan decides which rows come first. With statement-based replication a replica may pick
    other rows, and no error says so.

    Instead: sort by the primary key before the LIMIT.
    """

    id = "queries/write-limit-without-order"
    engines = ("mysql", "mariadb", "sqlite")
    sources = ("https://dev.mysql.com/doc/refman/8.4/en/replication-rbr-safe-unsafe.html",)
    subsumes = ("queries/limit-without-order-by",)
    examples = (
        Bad(
            """
            UPDATE orders SET user_id = 7 WHERE product_id IS NULL LIMIT 1;
                                                                   ^^^^^^^
            """,
            fixed="""
            UPDATE orders SET user_id = 7 WHERE product_id IS NULL ORDER BY id LIMIT 1;
            """,
            given=SHOP_MYSQL,
            engine="mysql",
        ),
        Good(
            "UPDATE orders SET user_id = 7 WHERE product_id IS NULL ORDER BY id LIMIT 1;",
            given=SHOP_MYSQL,
            engine="mysql",
        ),
        Good("DELETE FROM users WHERE id = 5 LIMIT 1;", given=SHOP_MYSQL, engine="mysql"),
    )

    def check(self, subject: Update | Delete | Insert, context: Context) -> Iterator[Finding]:
        """Reports limits of writes that are not sorted; of a batch of deletions, which is repeated, more quietly."""
        limited = subject.source if isinstance(subject, Insert) else subject
        limit = _unsorted_limit(limited, context)
        if limit is None or limited is None:
            return
        verb = "inserts" if isinstance(subject, Insert) else "deletes" if isinstance(subject, Delete) else "changes"
        is_batch = isinstance(subject, Delete) and subject.where is not None
        severity = Severity.INFO if is_batch else None
        message = f"Nothing says which rows the statement {verb}; they may be others on a replica."
        yield self.finding(limit.span, message, *_fixes(limited, limit, context), severity=severity)


def _unsorted_limit(query: Query | None, context: Context) -> Limit | None:
    """The limit that leaves some rows out, nobody knows which."""
    match query:
        case Update(order_by=None, limit=Limit() as limit) | Delete(order_by=None, limit=Limit() as limit):
            return None if limit.count == 0 or is_pinned(query.target, query, context.catalog) else limit
        case Select(order_by=None, limit=Limit() as limit) if query.sources and limit.count != 0:
            return None if is_single_row_without_limit(query, context.catalog) else limit
    return None


def _fixes(query: Query, limit: Limit, context: Context) -> Iterator[Fix]:
    table = table_of(query.sources[0], context.catalog) if len(query.sources) == 1 else None
    columns = primary_key_columns(table) if table else ()
    if columns and not isinstance(query, Select):
        keys = ", ".join(map(quoted, columns))
        edit = Edit.insert(limit.span.start, f"ORDER BY {keys} ")
        yield Fix("Sort by the primary key", (edit,), FixKind.UNSAFE)
