"""partitions/delete-for-retention."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.queries import Delete
from sqlreview.schema import Column, Table
from sqlreview.schema.partition_bounds import partition_columns
from sqlreview.schema.resolution import column_of
from sqlreview.schema.table_roles import keeps_records

_TIMES = ("timestamp", "timestamptz", "date", "datetime")


class DeleteForRetention(Rule[Delete]):
    """Old rows of a table of events are deleted instead of dropping partitions.

    Why: the DELETE writes every row once more, leaves their space and index entries behind, and takes longer each time.
    Dropping a partition removes a file.

    Instead: partitions by time, and `DETACH PARTITION ... CONCURRENTLY` and DROP TABLE in PostgreSQL, `DROP PARTITION`
    in MySQL and MariaDB.
    """

    id = "partitions/delete-for-retention"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.INFO
    examples = (
        Bad(
            """
            DELETE FROM ev WHERE at < now() - interval '90 days';
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given="CREATE TABLE ev (id bigint, at timestamptz, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);",
        ),
        Good(
            "DELETE FROM ev WHERE id = 7 AND at < now();",
            given="CREATE TABLE ev (id bigint, at timestamptz, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);",
        ),
    )

    def check(self, subject: Delete, context: Context) -> Iterator[Finding]:
        """Reports DELETEs whose only condition is that a time is before another."""
        found = _cut(subject, context)
        if found is None:
            return
        table, column = found
        if table.partition_by is None:
            is_log = keeps_records(table) and subject.limit is None and not table.partition_of
            if is_log and column.type and column.type.name in _TIMES:
                message = f"Old rows of `{table.name}` go one by one; partitions by `{column.name}` could be dropped."
                yield self.finding(subject.span, message, severity=Severity.HINT)
        elif table.partition_by.strategy == "range" and column.name in _keys(table):
            message = f"Old rows of `{table.name}` go one by one, though its partitions could be dropped."
            yield self.finding(subject.span, message)
        elif column.type and column.type.name in _TIMES:
            message = f"Old rows of `{table.name}` go one by one, for its partitions are not by `{column.name}`."
            yield self.finding(subject.span, message, severity=Severity.WARNING)


def _cut(query: Delete, context: Context) -> tuple[Table, Column] | None:
    """The column of `column < value` or `value > column`, where that is all of WHERE."""
    part = query.where.predicate if query.where and len(query.sources) == 1 else None
    if part is None or part.kind != "range" or part.left is None or part.right is None:
        return None
    is_first = part.operator in ("<", "<=")
    old, limit = (part.left, part.right) if is_first else (part.right, part.left)
    if old.column is None or not limit.is_outside or limit.kind == "number":
        return None
    return column_of(old.column, query, context.catalog)


def _keys(table: Table) -> tuple[str, ...]:
    by = table.partition_by
    computed = tuple(name for key in by.keys if key.expression for name in key.expression.columns) if by else ()
    return partition_columns(table) or computed
