"""data/unbatched-backfill."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Finding, Good, Rule, Severity, changed_in_batches, is_for_tests
from sqlreview.queries import Delete, Update, conditions_of, values_of
from sqlreview.schema.row_selection import picks_by_key


class UnbatchedBackfill(Rule[Update | Delete]):
    """One statement changes the rows of a whole table and holds their locks until the end.

    Why: writers of the same rows wait until the transaction ends, in SQLite all writers, and old versions of rows pile
    up meanwhile. When it fails after an hour, it begins from the start.

    Instead: batches by key (`WHERE id >= ... AND id < ...`, `id IN (SELECT ... LIMIT 1000)`, on MySQL and MariaDB
    `LIMIT 1000`), each in a transaction of its own, until none is left.
    """

    id = "data/unbatched-backfill"
    engines = EVERY_ENGINE
    examples = (
        Bad(
            """
            UPDATE orders SET status = 'open' WHERE status = 'new';
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            UPDATE orders SET status = 'open' WHERE status = 'new' AND id >= 1 AND id < 10001;
            """,
            given=SHOP,
        ),
        Good("UPDATE orders SET status = 'open' WHERE status = 'new' AND id >= 1 AND id < 10001;", given=SHOP),
        Good(
            """
            UPDATE orders SET status = 'open'
            WHERE id IN (SELECT id FROM orders WHERE status = 'new' ORDER BY id LIMIT 1000);
            """,
            given=SHOP,
        ),
        Good("UPDATE users SET status = 'robot' WHERE email = 'robot@example.org';", given=SHOP),
    )

    small_tables: frozenset[str] = frozenset()
    """Tables with so few rows that nobody notices the wait."""

    def check(self, subject: Update | Delete, context: Context) -> Iterator[Finding]:
        """Reports an UPDATE or DELETE of a table in use that names no keys, unless an application runs it."""
        name = subject.target.name
        if context.body == "function" or name is None or name.text in self.small_tables or _is_application(context):
            return
        table = context.catalog.table(name)
        if not context.is_live(name) or (table is not None and table.foreign) or context.catalog.view(name):
            return
        if not picks_by_key(subject, context.catalog):
            verb = "updates" if isinstance(subject, Update) else "deletes"
            locked, severity = "the rows locked", None
            if context.engine.family == "sqlite":  # whose databases are small, and have few writers
                locked, severity = "all writers waiting", Severity.INFO
            message = f"One statement {verb} `{str(name).removeprefix('public.')}` and keeps {locked} until it is done."
            yield self.finding(subject.span, message, *changed_in_batches(context, subject), severity=severity)


def _is_application(context: Context) -> bool:
    """Whether an application or a test runs the statement and no migration: it has a name or placeholders."""
    if context.session.loader or is_for_tests(context.place):
        return True
    for query in context.statement.queries:
        if any(condition.predicate.parameters for condition in conditions_of(query)):
            return True
        if any(value.parameters for value in values_of(query)):
            return True
    return False
