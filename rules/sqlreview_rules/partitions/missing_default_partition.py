"""partitions/missing-default-partition."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import PartitionBound
from sqlreview.operations.written import table_creation
from sqlreview.schema import Routine, Table

_SALES = "CREATE TABLE sales (id bigint, region text, PRIMARY KEY (id, region)) PARTITION BY LIST (region);"


class MissingDefaultPartition(Rule[Table]):
    """Rows outside all partitions are rejected because there is no catch-all partition.

    Why: an INSERT of a value that no partition takes fails, also of NULL, and of today's date after the last bound.

    Instead: a DEFAULT partition, or one up to MAXVALUE; or a job that adds partitions in time. In PostgreSQL the price
    is that DETACH CONCURRENTLY is refused, and that a new partition has to look through the default one.
    """

    id = "partitions/missing-default-partition"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.INFO
    versions = "postgres >= 11"
    sources = ("https://www.postgresql.org/docs/current/ddl-partitioning.html", "measured on PostgreSQL and MariaDB")
    examples = (
        Bad(
            f"""
            {_SALES}
                         ^^^^^
            CREATE TABLE sales_eu PARTITION OF sales FOR VALUES IN ('de', 'fr');
            """,
            fixed=f"""
            {_SALES}
            CREATE TABLE sales_default PARTITION OF sales DEFAULT;
            CREATE TABLE sales_eu PARTITION OF sales FOR VALUES IN ('de', 'fr');
            """,
        ),
        Good(f"{_SALES} CREATE TABLE sales_rest PARTITION OF sales DEFAULT;"),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports partitioned tables that do not take every value."""
        kind = subject.partition_by
        bounds = _bounds(subject)
        if kind is None or kind.strategy not in ("range", "list") or not bounds or not subject.created:
            return
        if any(_takes_the_rest(bound) for bound in bounds) or (kind.strategy, context.engine.name) == ("list", "mysql"):
            return
        what = "a value of no partition" if kind.strategy == "list" else "a value outside these ranges"
        severity = Severity.WARNING if kind.strategy == "list" else Severity.INFO
        severity = Severity.HINT if _is_automated(context) else severity
        fixes = (_mysql_fixes if subject.partition_definitions else _postgres_fixes)(subject, context)
        message = f"`{subject.name}` has no catch-all partition, so inserting {what} fails."
        creation = table_creation(context.statement.operations, subject.origin.span)
        at = creation.table.span if creation else kind.span
        yield self.finding(subject.origin.within(at), message, *fixes, severity=severity)


def _bounds(table: Table) -> tuple[PartitionBound | None, ...]:
    return table.bounds or tuple(partition.bound for partition in table.partition_definitions)


def _takes_the_rest(bound: PartitionBound | None) -> bool:
    return bound is None or bound.strategy == "default" or any(item.upper() == "MAXVALUE" for item in bound.upper[:1])


def _is_automated(context: Context) -> bool:
    routines = (routine.name for routine in context.catalog.all(Routine))
    return context.catalog.extension("pg_partman") is not None or any("partition" in name for name in routines)


def _postgres_fixes(table: Table, context: Context) -> Iterator[Fix]:
    if not context.released and table.partition_of is None:
        prefix = "" if table.schema == "public" else f"{table.schema}."
        text = f";\nCREATE TABLE {prefix}{table.name}_default PARTITION OF {prefix}{table.name} DEFAULT"
        edit = Edit.insert(len(context.statement.text), text)
        yield Fix("Add a default partition", (edit,), FixKind.UNSAFE)


def _mysql_fixes(table: Table, context: Context) -> Iterator[Fix]:
    last = table.partition_definitions[-1]
    if context.text(last.span).upper().startswith("PARTITION") and last.bound and last.bound.strategy == "range":
        values = ", ".join(["MAXVALUE"] * len(last.bound.upper))
        edit = Edit.insert(last.span.end, f", PARTITION pmax VALUES LESS THAN ({values})")
        yield Fix("Add a partition up to MAXVALUE", (edit,), FixKind.UNSAFE)
