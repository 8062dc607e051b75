"""queries/locking-subquery-with-limit."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule
from sqlreview.queries import Delete, Query, Select, Update, where_of
from sqlreview.schema.joins import reads_outer_level


class LockingSubqueryWithLimit(Rule[Update | Delete]):
    """The locked and limited subquery may run again for every outer row, so more rows than the limit are changed.

    Why: in a nested loop PostgreSQL runs the subquery once for each outer row, and each time it picks other rows,
    because those locked or changed before are skipped. Measured: LIMIT 2 changed all 1000 rows.

    Instead: pick the rows in a common table, which runs once: `WITH picked AS MATERIALIZED (SELECT ... FOR UPDATE)`.
    """

    id = "queries/locking-subquery-with-limit"
    examples = (
        Bad(
            """
            UPDATE orders SET status = 'busy' WHERE id IN
                (SELECT id FROM orders ORDER BY id LIMIT 10 FOR UPDATE SKIP LOCKED);
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            WITH picked AS MATERIALIZED (SELECT id FROM orders ORDER BY id LIMIT 10 FOR UPDATE SKIP LOCKED)
            UPDATE orders SET status = 'busy' WHERE id IN
                (SELECT id FROM picked);
            """,
            given=SHOP,
        ),
        Good(
            """
            WITH picked AS MATERIALIZED (
                SELECT id FROM orders WHERE status = 'new' ORDER BY id LIMIT 10 FOR UPDATE SKIP LOCKED
            )
            UPDATE orders SET status = 'busy' FROM picked WHERE orders.id = picked.id;
            """,
            given=SHOP,
        ),
        Good(
            """
            UPDATE orders SET status = 'busy'
            WHERE id = (SELECT id FROM orders WHERE status = 'new' ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED);
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: Update | Delete, context: Context) -> Iterator[Finding]:
        """Reports IN, ANY and EXISTS over a query with LIMIT and FOR UPDATE."""
        where = where_of(subject)
        for predicate in where.predicate.comparisons if where else ():
            inner = predicate.subquery
            if isinstance(inner, Select) and inner.limit and _locks_rows(inner) and not predicate.negated:
                message = (
                    f"The subquery may run once for each row of `{subject.target.name}` and pick others each time."
                )
                yield self.finding(inner.span, message, *_fixes(inner, subject, context))


def _locks_rows(query: Select) -> bool:
    return any(locking.strength in ("update", "no key update") for locking in query.locking)


def _fixes(inner: Select, subject: Query, context: Context) -> Iterator[Fix]:
    name = inner.outputs[0].name if len(inner.outputs) == 1 else None
    is_simple = inner.role in ("in", "any") and not subject.ctes and not inner.ctes
    if name in (None, "?column?") or not is_simple or reads_outer_level(inner) or subject.scope.source("picked"):
        return
    materialized = "AS MATERIALIZED" if context.version >= 12 else "AS"
    before = Edit.insert(subject.span.start, f"WITH picked {materialized} ({context.text(inner.span)})\n")
    edits = (before, Edit.replace(inner.span, f"SELECT {name} FROM picked"))
    yield Fix("Pick the rows in a common table", edits, FixKind.UNSAFE)
