"""partitions/unsupported-partition-expression."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import ColumnType, CreateTable, IndexKey, PrimaryKey, Unique
from sqlreview.operations.written import written_constraints
from sqlreview.schema import Column, Table
from sqlreview.schema.index_expressions import mutable_part


class UnsupportedPartitionExpression(Rule[CreateTable]):
    """The partition expression is not allowed or makes a primary key impossible.

    Why: PostgreSQL refuses the statement: a table partitioned by an expression can have no primary or unique key, the
    expression has to be immutable, which the month of a timestamptz is not, and LIST takes one key.

    Instead: partition by the plain column, with bounds at the beginnings of months.
    """

    id = "partitions/unsupported-partition-expression"
    severity = Severity.ERROR
    sources = (
        "https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-LIMITATIONS",
        "measured on PostgreSQL 15 and 18",
    )
    examples = (
        Bad(
            """
            CREATE TABLE ev (id bigint, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (date_part('year', day));
                                                                                             ^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE ev (id bigint, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
            """,
            sqlstate="0A000",
        ),
        Good("CREATE TABLE ev (id bigint, at timestamptz, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);"),
    )

    def check(self, subject: CreateTable, context: Context) -> Iterator[Finding]:
        """Reports keys of PARTITION BY that the server refuses."""
        by = subject.partition_by
        if by is None:
            return
        if by.strategy == "list" and len(by.keys) > 1:
            yield self.finding(by.span, "LIST takes one key, so PostgreSQL refuses this.")
            return
        unique = next((item for item in written_constraints(subject) if isinstance(item, PrimaryKey | Unique)), None)
        table = _table_of(subject, context)
        for key in by.keys:
            if key.expression is None or (key.expression.columns == () and not key.expression.functions):
                continue
            part = mutable_part(key.expression, table, context.catalog, context.version)
            if part is not None:
                message = f"`{part.text}` is not immutable, so PostgreSQL refuses it as a partition key."
                yield self.finding(key.span, message, *_fixes(key))
            elif unique is not None:
                kind = "primary" if isinstance(unique, PrimaryKey) else "unique"
                message = f"A table partitioned by an expression cannot have a {kind} key."
                yield self.finding(key.span, message, *_fixes(key))


def _table_of(creation: CreateTable, context: Context) -> Table:
    """The columns as they will be, for the types of what the expression names."""
    place = context.origin
    columns = tuple(
        Column(name=item.name.text, type=item.type or ColumnType("", item.span), origin=place.within(item.span))
        for item in creation.columns
    )
    return Table(schema="public", name=creation.table.text, columns=columns, origin=place)


def _fixes(key: IndexKey) -> Iterator[Fix]:
    names = key.expression.columns if key.expression else ()
    if len(names) == 1:
        yield Fix("Partition by the column", (Edit.replace(key.span, names[0]),), FixKind.UNSAFE)
