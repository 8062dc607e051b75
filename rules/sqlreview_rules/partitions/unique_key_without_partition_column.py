"""partitions/unique-key-without-partition-column."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, Span, without
from sqlreview.operations import AddColumn, AddPrimaryKey, AddUnique, CreateIndex, CreateTable, PrimaryKey, Unique
from sqlreview.operations import ChangePartitions as Partitioning
from sqlreview.operations.written import appended_element, written_constraints
from sqlreview.schema import Table
from sqlreview.schema.keys import unique_keys
from sqlreview.schema.naming import quoted

Subject = CreateTable | AddColumn | AddPrimaryKey | AddUnique | CreateIndex | Partitioning


class UniqueKeyWithoutPartitionColumn(Rule[Subject]):
    """A primary key or unique key of a partitioned table lacks a partition column, which the server refuses.

    Why: every partition has its own index, so only a key with the partition columns can be unique in all of them.

    Instead: add them to the key; the other columns alone are then no longer guaranteed to be unique.
    """

    id = "partitions/unique-key-without-partition-column"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE",)
    examples = (
        Bad(
            """
            CREATE TABLE events (
                id bigint PRIMARY KEY,
                          ^^^^^^^^^^^
                created_at timestamptz NOT NULL
            ) PARTITION BY RANGE (created_at);
            """,
            fixed="""
            CREATE TABLE events (
                id bigint,
                created_at timestamptz NOT NULL,
                PRIMARY KEY (id, created_at)
            ) PARTITION BY RANGE (created_at);
            """,
            sqlstate="0A000",
        ),
        Good("CREATE TABLE logs (id bigint, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);"),
    )

    def check(self, subject: Subject, context: Context) -> Iterator[Finding]:
        """Reports keys without all partition columns."""
        table = None if isinstance(subject, CreateTable) else context.catalog.table(subject.table)
        maker = subject if isinstance(subject, CreateTable | Partitioning) else table
        by = maker.partition_by if maker else None
        # PostgreSQL refuses a key beside a partition expression for another reason
        if by is None or (context.engine.family == "postgres" and any(key.column is None for key in by.keys)):
            return
        needed = [key.column.text for key in by.keys if key.column]
        needed += [name for key in by.keys if key.expression for name in key.expression.columns]
        for span, columns, places in _keys(subject, table):
            missing = [quoted(name) for name in needed if name not in columns]
            if missing:
                names = ", ".join(missing)
                message = f"A unique key of `{subject.table.text}` has to contain its partition column {names}."
                yield self.finding(span, message, *_fixes(subject, span, places, names, context))


def _keys(subject: Subject, table: Table | None) -> Iterator[tuple[Span, list[str | None], list[Span]]]:
    if isinstance(subject, Partitioning):
        if subject.partition_by and subject.partition_by.keys and table:
            for key in unique_keys(table):
                yield subject.partition_by.keys[0].span, [*key], []
    elif isinstance(subject, CreateIndex):
        if subject.unique:
            columns = [key.column.text if key.column else None for key in subject.keys]
            yield subject.span, columns, [key.span for key in subject.keys]
    else:
        for part in written_constraints(subject):
            if isinstance(part, PrimaryKey | Unique) and not part.using_index:
                yield part.span, [column.text for column in part.columns], [column.span for column in part.columns]


def _fixes(subject: Subject, span: Span, places: list[Span], names: str, context: Context) -> Iterator[Fix]:
    sql, last = context.statement.text, places[-1] if places else span
    edits: tuple[Edit, ...] = (Edit.insert(last.end, f", {names}"),)
    if last.start < span.start:
        element = f"{span.of(sql)} ({last.of(sql)}, {names})"
        added = appended_element(subject, element, sql) if isinstance(subject, CreateTable) else None
        edits = (without(sql, span), added) if added else ()
    if edits and places:
        yield Fix("Add the partition column", edits, FixKind.UNSAFE)
