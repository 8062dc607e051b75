"""indexes/too-many-index-columns."""

import itertools
from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import CreateIndex

_LIMITS = {"postgres": 32, "mysql": 16, "mariadb": 32, "sqlite": 2000}


class TooManyIndexColumns(Rule[CreateIndex]):
    """An index has more key columns than queries can use.

    Why: a btree narrows a search by leading columns compared with `=` and one range; what comes behind only makes every
    entry, and every write, larger. PostgreSQL and MariaDB refuse more than 32 columns, MySQL more than 16.

    Instead: the columns compared with `=`, then one range or sort column; on PostgreSQL columns that are only read go
    to `INCLUDE`.
    """

    id = "indexes/too-many-index-columns"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/indexes-multicolumn.html",)
    examples = (
        Bad(
            """
            CREATE INDEX CONCURRENTLY orders_wide_idx ON orders (user_id, product_id, status, created_at, total);
                                                                                                          ^^^^^
            """,
            given=SHOP,
        ),
        Good(
            """
            CREATE INDEX CONCURRENTLY orders_wide_idx ON orders (product_id, status) INCLUDE (user_id, total, note);
            """,
            given=SHOP,
        ),
        Good("CREATE UNIQUE INDEX CONCURRENTLY k ON orders (id, user_id, status, created_at, total);", given=SHOP),
    )

    max_key_columns: int = 4
    """Key columns an index may have."""

    def check(self, subject: CreateIndex, context: Context) -> Iterator[Finding]:
        """Reports btree indexes that are wide without having to be unique."""
        count, limit = len(subject.keys), _LIMITS[context.engine.name]
        if count + len(subject.include) > limit:
            spans = [*(key.span for key in subject.keys), *(column.span for column in subject.include)]
            message = f"An index has at most {limit} columns, so {context.product} refuses this one."
            yield self.finding(spans[limit], message, severity=Severity.ERROR)
        elif not subject.unique and subject.method == "btree":
            if count - _tie_breakers(subject, context) <= self.max_key_columns:
                return
            message = f"This index of `{subject.table.text}` has {count} key columns; searches rarely use so many."
            yield self.finding(subject.keys[self.max_key_columns].span, message)


def _tie_breakers(index: CreateIndex, context: Context) -> int:
    """How many columns at the end, from the primary key, make the order of the index one without ties."""
    table = context.catalog.table(index.table)
    key = table.primary_key.columns if table and table.primary_key else ()
    ending = itertools.takewhile(lambda part: part.column and part.column.text in key, reversed(index.keys))
    return sum(1 for _ in ending)
