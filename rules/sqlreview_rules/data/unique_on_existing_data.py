"""data/unique-on-existing-data."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Migration, Rule, Severity, Step
from sqlreview.operations import AddPrimaryKey, AddUnique, CreateIndex, WriteRows
from sqlreview.schema import Column, Table
from sqlreview.schema.keys import is_unique_on


class UniqueOnExistingData(Rule[Migration]):
    """The new unique rule covers rows that are there already, and fails on the first duplicate.

    Why: the migration stops half-way through a deployment. A failed `CREATE UNIQUE INDEX CONCURRENTLY` leaves an
    invalid index behind, which refuses new duplicates all the same and which IF NOT EXISTS takes for the real one.

    Instead: look for duplicates first (`SELECT columns, count(*) FROM t GROUP BY columns HAVING count(*) > 1`), merge
    them in a migration of its own, then add the index.
    """

    id = "data/unique-on-existing-data"
    engines = ("postgres", "mysql", "mariadb", "sqlite")
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY",)
    examples = (
        Bad(
            """
            CREATE UNIQUE INDEX CONCURRENTLY orders_note_key ON orders (note);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good("CREATE UNIQUE INDEX CONCURRENTLY users_name_email_key ON users (name, email);", given=SHOP),
        Good(
            """
            ALTER TABLE orders ADD COLUMN reference text;
            CREATE UNIQUE INDEX CONCURRENTLY orders_reference_key ON orders (reference);
            """,
            given=SHOP,
            in_transaction=False,
        ),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports unique indexes and keys on columns that the file finds filled, unless it deletes rows first."""
        for step in subject.steps_of(CreateIndex, AddUnique, AddPrimaryKey):
            before = subject.before.table_at(step.table.key) if step.table else None
            columns = _columns(step)
            if before is None or not columns or not step.names_live or before.emptied:
                continue
            found = [step.table.column(name) for name in columns] if step.table else []
            if any(column is not None and column.origin.is_beside(step.at) and _differs(column) for column in found):
                continue
            is_proven = step.table is not None and is_unique_on(step.table, columns)
            if not is_proven and _may_hold_duplicates(before, columns) and not _cleans_up(subject, step):
                names = ", ".join(columns)
                message = f"Two rows of `{before.name}` with the same ({names}) make this fail."
                yield self.finding(step.at, message)


def _columns(step: Step) -> tuple[str, ...]:
    """The columns that become unique; none where an index exists already or has keys that are no columns."""
    match step.operation:
        case CreateIndex(unique=True, keys=keys) if all(key.column for key in keys):
            return tuple(key.column.text for key in keys if key.column)
        case AddUnique(constraint=key) | AddPrimaryKey(constraint=key) if key.using_index is None:
            return tuple(column.text for column in key.columns)
    return ()


def _may_hold_duplicates(before: Table, columns: tuple[str, ...]) -> bool:
    """Whether columns were there before the file, and no key of then consists of some of them."""
    known = any(before.column(name) is not None for name in columns)
    return known and not is_unique_on(before, columns)


def _differs(column: Column) -> bool:
    """Whether the rows that exist have different values, or none, in a new column."""
    return column.default is None or bool(column.default.functions) or column.default.is_null


def _cleans_up(migration: Migration, step: Step) -> bool:
    return any(
        isinstance(item.operation, WriteRows)
        and item.operation.kind in ("delete", "update")
        and item.table is not None
        and step.table is not None
        and item.table.key == step.table.key
        for item in migration.steps_of(WriteRows)
    )
