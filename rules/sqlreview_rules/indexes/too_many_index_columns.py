"""indexes/too-many-index-columns."""

import itertools
from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import CreateIndex, CreateTable, IndexKey, PrimaryKey
from sqlreview.operations.written import written_constraints

_LIMITS = {"postgres": 32, "mysql": 16, "mariadb": 32, "sqlite": 2000}


class TooManyIndexColumns(Rule[CreateIndex | CreateTable]):
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

    def check(self, subject: CreateIndex | CreateTable, context: Context) -> Iterator[Finding]:
        """Reports btree indexes that are wide without having to be unique."""
        if isinstance(subject, CreateTable):
            for part in subject.indexes:
                if part.method == "btree":
                    yield from self._check_keys(part.keys, subject, context)
            return
        limit = _LIMITS[context.engine.name]
        if len(subject.keys) + len(subject.include) > limit:
            spans = [*(key.span for key in subject.keys), *(column.span for column in subject.include)]
            message = f"An index has at most {limit} columns, so {context.product} refuses this one."
            yield self.finding(spans[limit], message, severity=Severity.ERROR)
        elif not subject.unique and subject.method == "btree":
            yield from self._check_keys(subject.keys, subject, context)

    def _check_keys(
        self, keys: tuple[IndexKey, ...], subject: CreateIndex | CreateTable, context: Context
    ) -> Iterator[Finding]:
        if len(keys) - _tie_breakers(keys, _key_of(subject, context)) > self.max_key_columns:
            message = f"This index of `{subject.table.text}` has {len(keys)} key columns; searches rarely use so many."
            yield self.finding(keys[self.max_key_columns].span, message)


def _key_of(subject: CreateIndex | CreateTable, context: Context) -> tuple[str, ...]:
    if isinstance(subject, CreateTable):
        keys = (item for item in written_constraints(subject) if isinstance(item, PrimaryKey))
        return tuple(column.text for key in keys for column in key.columns)
    table = context.catalog.table(subject.table)
    return table.primary_key.columns if table and table.primary_key else ()


def _tie_breakers(keys: tuple[IndexKey, ...], primary: tuple[str, ...]) -> int:
    """How many columns at the end, from the primary key, make the order of the index one without ties."""
    ending = itertools.takewhile(lambda part: part.column and part.column.text in primary, reversed(keys))
    return sum(1 for _ in ending)
