"""partitions/query-without-partition-key."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Related, Rule, Severity, regex
from sqlreview.queries import Delete, Select, Source, Update, row_conditions_of
from sqlreview.schema import Table
from sqlreview.schema.resolution import column_names, table_of

_CHOSEN = regex(r"(?i)\bPARTITION\s*+\(")


class QueryWithoutPartitionKey(Rule[Select | Update | Delete]):
    """A query on a partitioned table does not restrict the partition key, so every partition is read.

    Why: the server leaves out partitions only by conditions on the key; without one it looks into the indexes of all of
    them, and with each new partition the query gets slower.

    Instead: a condition on the key beside the others, such as the time range the program knows anyway.
    """

    id = "partitions/query-without-partition-key"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITION-PRUNING",)
    examples = (
        Bad(
            """
            SELECT id FROM ev WHERE id = 5;
                           ^^
            """,
            given="CREATE TABLE ev (id bigint, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);",
        ),
        Good(
            "SELECT id FROM ev WHERE id = 5 AND day = DATE '2025-05-01';",
            given="CREATE TABLE ev (id bigint, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);",
        ),
    )

    def check(self, subject: Select | Update | Delete, context: Context) -> Iterator[Finding]:
        """Reports tables that are read by other conditions only."""
        if subject.where is None or subject.role == "insert-source":
            return
        named = {column.column for condition in row_conditions_of(subject) for column in condition.predicate.columns}
        named.update(name.text for source in subject.sources for name in source.using)
        for source in subject.sources:
            table = table_of(source, context.catalog)
            keys = _keys(table)
            if table is None or not keys or not keys.isdisjoint(named) or source.natural:
                continue
            if _CHOSEN.search(context.text(source.span)) or not _is_searched(source, subject, context):
                continue
            message = f"Nothing restricts {', '.join(sorted(keys))}, so every partition of `{table.name}` is read."
            related = (Related("It gets its partitions here", table.origin),)
            yield self.finding(source.name.span if source.name else source.span, message, related=related)


def _keys(table: Table | None) -> set[str]:
    keys = table.partition_by.keys if table and table.partition_by else ()
    found = {key.column.text for key in keys if key.column}
    return found.union(name for key in keys if key.expression for name in key.expression.columns)


def _is_searched(source: Source, query: Select | Update | Delete, context: Context) -> bool:
    """Whether a condition of WHERE certainly reads a column of the relation."""
    if len(query.sources) == 1:
        return True
    names = column_names(source, context.catalog) or ()
    columns = query.where.predicate.columns if query.where else ()
    return any(
        item.qualifier == source.exposed_name or (not item.qualifier and item.column in names) for item in columns
    )
