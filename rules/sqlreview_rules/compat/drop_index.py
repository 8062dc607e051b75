"""compat/drop-index."""

from collections.abc import Iterator

from sqlreview import SHOP, SHOP_MYSQL, Bad, Context, Finding, Good, Migration, Rule, Severity
from sqlreview.operations import CreateIndex, DropIndex
from sqlreview.schema import Index, Table, View
from sqlreview.schema.keys import duplicate_of, index_serving_foreign_key, is_redundant_prefix, is_unique_on

_JOBS = "CREATE TABLE jobs (id int PRIMARY KEY, tries int, at datetime, KEY tries (tries), KEY both_of (tries, at));"
_SLOWER = "queries that used it read the whole table"


class DropIndexInUse(Rule[Migration]):
    """An index is dropped that queries or a promise of uniqueness may need.

    Why: a query that used it reads the whole table, and without a unique index duplicates can be written. Where it was
    the only one of a foreign key, every DELETE of a referenced row searches the table.

    Instead: see first that nothing uses it (`pg_stat_user_indexes`), and have its successor ready before it goes.
    """

    id = "compat/drop-index"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.HINT
    enabled = False
    sources = ("https://www.postgresql.org/docs/current/monitoring-stats.html",)
    examples = (
        Bad(
            """
            DROP INDEX CONCURRENTLY orders_user_id_idx;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good(
            "DROP INDEX CONCURRENTLY orders_user_id_idx;",
            given=f"{SHOP}\nCREATE INDEX orders_user_status_idx ON orders (user_id, status);",
        ),
        Bad(
            """
            ALTER TABLE orders DROP INDEX orders_user_id_idx;
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP_MYSQL,
            engine="mysql",
        ),
        Good("ALTER TABLE jobs DROP INDEX tries;", given=_JOBS, engine="mysql"),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports indexes that the file found and that no other one covers after it."""
        made = {item.name.text for _, item in subject.operations(CreateIndex) if item.name}
        for position, drop in subject.operations(DropIndex):
            name, found = f"`{drop.index.text}`", subject.before.index(drop.index, drop.table)
            if drop.index.text in made or (found is None and drop.if_exists):
                continue
            at = subject.origins[position].within(drop.span)
            if found is None:
                yield self.finding(at, f"Without the index {name} {_SLOWER}.")
                continue
            owner, index = found
            after = context.catalog.get(owner.key)
            is_old = index.origin.run != context.origin.run and not context.created_in_run(owner)
            loss = _loss(index, owner, after) if is_old and isinstance(after, Table | View) else None
            if loss is not None:
                severity = Severity.HINT if loss == _SLOWER else Severity.WARNING
                yield self.finding(at, f"Without the index {name} {loss}.", severity=severity)


def _loss(index: Index, owner: Table | View, after: Table | View) -> str | None:
    """What is lost with the index, as the file leaves the table; None where another one does its work."""
    columns = tuple(column for column in index.columns if column is not None)
    if index.unique and isinstance(after, Table):
        if not is_unique_on(after, columns) and all(after.column(name) for name in columns):
            return f"duplicates in ({', '.join(columns)}) can be written"
        return None
    if duplicate_of(index, after.indexes) or is_redundant_prefix(index, after.indexes):
        return None
    if not isinstance(owner, Table) or not isinstance(after, Table):
        return _SLOWER
    for key in owner.foreign_keys:
        if index_serving_foreign_key(owner, key) == index and index_serving_foreign_key(after, key) is None:
            return f"a DELETE of a row that `{owner.name}` refers to reads all of `{owner.name}`"
    return _SLOWER
