"""keys/missing-primary-key."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import CreateTable
from sqlreview.operations.written import table_creation, with_primary_key
from sqlreview.schema import Table
from sqlreview.schema.keys import unique_keys


class MissingPrimaryKey(Rule[Table]):
    """A table has no primary key.

    Why: nothing names one row, so duplicates cannot be told apart or deleted singly. When the table is replicated
    PostgreSQL refuses UPDATE and DELETE, and a replica of MySQL or MariaDB reads the whole table for each row.

    Instead: `id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY` (MySQL: `id bigint AUTO_INCREMENT`, SQLite: `id
    INTEGER`), or the columns that identify a row anyway. The key of a partitioned table contains its partition columns.
    """

    id = "keys/missing-primary-key"
    engines = EVERY_ENGINE
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/logical-replication-publication.html",)
    examples = (
        Bad(
            """
            CREATE TABLE sensors (id bigint NOT NULL, label text);
                         ^^^^^^^
            """,
            fixed="""
            CREATE TABLE sensors (id bigint NOT NULL, label text, PRIMARY KEY (id));
            """,
        ),
        Bad(
            """
            CREATE TABLE readings (sensor bigint NOT NULL, taken_at timestamptz NOT NULL, value numeric NOT NULL);
                         ^^^^^^^^
            """
        ),
        Good("CREATE TABLE readings (sensor bigint, taken_at timestamptz, PRIMARY KEY (sensor, taken_at));"),
        Good("CREATE TABLE sensors (id bigint NOT NULL); ALTER TABLE sensors ADD PRIMARY KEY (id);"),
        Good("CREATE UNLOGGED TABLE import_lines (line text);"),
    )

    keyless_tables: frozenset[str] = frozenset()
    """Tables that need no key, such as logs that are only written."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports tables that have no primary key after the last migration."""
        within = (item for item in context.statement.within if isinstance(item, CreateTable))
        creation = table_creation((*context.statement.operations, *within), subject.origin.span)
        if subject.primary_key or creation is None or subject.name in self.keyless_tables or _needs_none(subject):
            return
        key = next((columns for columns in unique_keys(subject) if _all_required(subject, columns)), ())
        known = f"; its key ({', '.join(key)}) could be one" if key else ""
        message = f"`{subject.name}` has no primary key, so nothing identifies a row{known}."
        has_rowid = context.engine.family == "sqlite"
        severity = Severity.WARNING if subject.partition_by or key or has_rowid else None
        at, fixes = subject.origin.within(creation.table.span), _fixes(subject, creation, key, context)
        yield self.finding(at, message, *fixes, severity=severity)


def _needs_none(table: Table) -> bool:
    if not (table.complete and table.created) or table.temporary or table.unlogged or table.foreign or table.module:
        return True
    by_expression = table.partition_by is not None and any(key.column is None for key in table.partition_by.keys)
    return bool(table.partition_of or table.inherits or not table.columns or by_expression)


def _all_required(table: Table, names: tuple[str, ...]) -> bool:
    return all((column := table.column(name)) is not None and column.not_null for name in names)


def _fixes(table: Table, creation: CreateTable, key: tuple[str, ...], context: Context) -> tuple[Fix, ...]:
    if not key and table.column("id") is not None:
        key = ("id",)
    elif not key and len(table.foreign_keys) == len(table.columns) == 2:
        key = tuple(column.name for column in table.columns)
    parts = table.partition_by.keys if table.partition_by else ()
    columns = [*key, *(item.column.text for item in parts if item.column and item.column.text not in key)]
    edit = with_primary_key(creation, columns, context.statement.text) if key else None
    return (Fix("Add a primary key", (edit,), FixKind.UNSAFE),) if edit else ()
