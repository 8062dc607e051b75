"""data/truncate."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Migration, Rule, Severity, Step, is_for_tests
from sqlreview.operations import Begin, ChangePartitions, Commit, LockTable, Operation, Rollback, SetSetting, WriteRows
from sqlreview.operations import Truncate as TruncateTable

_NO_MIGRATION = (TruncateTable, WriteRows, SetSetting, Begin, Commit, Rollback, LockTable)


class Truncate(Rule[Migration]):
    """TRUNCATE deletes every row at once.

    Why: it fires no row triggers, needs no WHERE, and is quick on any size, so nothing stops it on the wrong database.
    In a migration it runs once in every environment. On MySQL and MariaDB it cannot be rolled back.

    Instead: delete the rows that are meant, by a condition, or reload the table in the same transaction.
    """

    id = "data/truncate"
    engines = ("postgres", "mysql", "mariadb")
    sources = ("https://www.postgresql.org/docs/current/sql-truncate.html",)
    examples = (
        Bad(
            """
            TRUNCATE orders;
            ^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good("CREATE TEMPORARY TABLE batch (id bigint PRIMARY KEY);\nTRUNCATE batch;"),
    )

    staging_tables: tuple[str, ...] = ("staging_", "stg_", "tmp_", "temp_")
    """Beginnings of the names of tables that are emptied all the time."""

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports tables that others use; as an error in a file that changes the schema."""
        if is_for_tests(context.place):
            return
        is_migration = not all(issubclass(kind, _NO_MIGRATION) for kind in subject.kinds)
        reloads = _reloads(subject) if TruncateTable in subject.step_kinds else {}
        for step in subject.steps_of(TruncateTable):
            operation = step.operation
            if not isinstance(operation, TruncateTable) or operation.cascade or not self._matters(step):
                continue
            severity = Severity.ERROR if is_migration else None
            after = reloads.get(id(step))
            if after is not None and after.table == operation.table:
                severity = Severity.INFO
            name = str(operation.table).removeprefix("public.")
            yield self.finding(step.at, f"Every row of `{name}` is deleted.", severity=severity)
        for step in subject.steps_of(ChangePartitions):
            change = step.operation
            if isinstance(change, ChangePartitions) and change.action == "truncate" and step.names_live:
                which = ", ".join(f"`{name}`" for name in change.names) or "every partition"
                yield self.finding(step.at, f"Every row in {which} of `{change.table}` is deleted.")

    def _matters(self, step: Step) -> bool:
        operation = step.operation
        if not isinstance(operation, TruncateTable) or not step.names_live:
            return False
        unlogged = step.table is not None and step.table.unlogged
        return not unlogged and not operation.table.text.startswith(self.staging_tables)


def _reloads(migration: Migration) -> dict[int, WriteRows]:
    """What puts rows in as the next thing that happens after a TRUNCATE, by the identity of its step."""
    reloads: dict[int, WriteRows] = {}
    after: Operation | None = None
    for step in reversed(migration.steps):
        if not isinstance(step.operation, TruncateTable):
            after = step.operation
        elif isinstance(after, WriteRows) and after.kind in ("insert", "copy"):
            reloads[id(step)] = after
    return reloads
