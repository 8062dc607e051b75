"""partitions/nullable-partition-key."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule
from sqlreview.operations import ColumnDefinition, Name
from sqlreview.operations.written import table_creation
from sqlreview.schema import Column, Table
from sqlreview.schema.partition_bounds import partitions_of


class NullablePartitionKey(Rule[Table]):
    """A partition column allows NULL, but no partition accepts rows without a value.

    Why: an INSERT that leaves the column out fails with "no partition of relation found for row" instead of naming the
    column. In MySQL and MariaDB that is so for LIST; RANGE puts NULL into the lowest partition.

    Instead: declare the column NOT NULL, or add a DEFAULT partition (for LIST also a partition whose values contain
    NULL).
    """

    id = "partitions/nullable-partition-key"
    engines = ("postgres", "mysql", "mariadb")
    sources = ("https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARMS-PARTITION-BY",)
    examples = (
        Bad(
            """
            CREATE TABLE readings (sensor bigint NOT NULL, taken_at timestamptz, UNIQUE (sensor, taken_at))
                                                           ^^^^^^^^
                PARTITION BY RANGE (taken_at);
            """,
            fixed="""
            CREATE TABLE readings (sensor bigint NOT NULL, taken_at timestamptz NOT NULL, UNIQUE (sensor, taken_at))
                PARTITION BY RANGE (taken_at);
            """,
        ),
        Good(
            """
            CREATE TABLE readings (sensor bigint, taken_at timestamptz, PRIMARY KEY (sensor, taken_at))
                PARTITION BY RANGE (taken_at);
            """
        ),
        Good("CREATE TABLE carts (id bigint, shop bigint, PRIMARY KEY (id, shop)) PARTITION BY HASH (shop);"),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports partition columns in which NULL has nowhere to go."""
        by = subject.partition_by
        strategies = ("list",) if context.engine.family == "mysql" else ("list", "range")
        if by is None or by.strategy not in strategies or not subject.complete or _accepts_null(subject, context):
            return
        creation = table_creation(context.statement.operations, subject.origin.span)
        written = {item.name.text: item for item in creation.columns} if creation else {}
        for key in by.keys:
            column = subject.column(key.column.text) if key.column else None
            if column is not None and not _is_required(column, context):
                definition = written.get(column.name)
                at = subject.origin.within(definition.name.span if definition else key.span)
                message = f"No partition of `{subject.name}` accepts rows without `{column.name}`, which may be NULL."
                yield self.finding(at, message, *_fixes(definition))


def _accepts_null(table: Table, context: Context) -> bool:
    bounds = [item.bound for item in partitions_of(context.catalog, table)]
    bounds += [item.bound for item in table.partition_definitions]
    return any(bound.strategy == "default" or "NULL" in map(str.upper, bound.values) for bound in bounds if bound)


def _is_required(column: Column, context: Context) -> bool:
    if column.not_null or column.identity or column.type is None:
        return True
    domain = context.catalog.user_type(Name(column.type.schema, column.type.name, column.type.span))
    return domain is not None and domain.is_constrained_domain


def _fixes(definition: ColumnDefinition | None) -> Iterator[Fix]:
    if definition and definition.type and not definition.null_span:
        edit = Edit.insert(definition.type.span.end, " NOT NULL")
        yield Fix("Make the column NOT NULL", (edit,), FixKind.UNSAFE)
