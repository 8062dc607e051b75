"""partitions/time-zone-dependent-bound."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, Span, regex
from sqlreview.operations import AttachPartition, CreateRoutine, CreateTable, Do, PartitionBound
from sqlreview.schema import Table
from sqlreview.schema.dynamic_bounds import local_bounds
from sqlreview.schema.partition_bounds import partition_columns, value_spans

_LOCAL = regex(r"(?i)'(\d{4}-\d\d?-\d\d?)([ T]\d\d?:\d\d(?::\d\d(?:\.\d++)?+)?+)?+\s*+'")


class TimeZoneDependentBound(Rule[CreateTable | AttachPartition | CreateRoutine | Do]):
    """A partition bound on timestamptz depends on the session time zone.

    Why: '2025-01-01' is the midnight of whoever runs the statement. Partitions that a laptop, a server and a cron job
    have made leave gaps of hours between them, or are refused as overlapping.

    Instead: say the offset, `'2025-01-01 00:00:00+00'`, in all bounds of the table; in a function that makes partitions
    use variables of type timestamptz and `SET timezone = 'UTC'`.
    """

    id = "partitions/time-zone-dependent-bound"
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/datatype-datetime.html", "measured on PostgreSQL 15")
    examples = (
        Bad(
            """
            CREATE TABLE ev_25 PARTITION OF ev FOR VALUES FROM ('2025-01-01') TO (MAXVALUE);
                                                                ^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE ev_25 PARTITION OF ev FOR VALUES FROM ('2025-01-01 00:00:00+00') TO (MAXVALUE);
            """,
            given="CREATE TABLE ev (id bigint, at timestamptz, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);",
        ),
        Good(
            """
            CREATE TABLE ev (id bigint, at timestamptz, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
            CREATE TABLE ev_25 PARTITION OF ev FOR VALUES FROM ('2025-01-01 00:00:00+00') TO (MAXVALUE);
            """
        ),
    )

    def check(self, subject: CreateTable | AttachPartition | CreateRoutine | Do, context: Context) -> Iterator[Finding]:
        """Reports bounds without an offset for a column that is known to be timestamptz, literal or formatted."""
        if isinstance(subject, CreateRoutine | Do):
            body = subject.body
            for parted, span in local_bounds(context.statement.text, body, context.catalog) if body else ():
                message = f"These dates are other moments of `{parted.name}` in a session with another time zone."
                yield self.finding(span, message, severity=Severity.WARNING)
            return
        parent = subject.partition_of if isinstance(subject, CreateTable) else subject.table
        table = context.catalog.table(parent) if parent else None
        bound = subject.bound
        if table is None or bound is None or bound.strategy != "range" or context.session.setting("timezone"):
            return
        spans = list(_local_values(table, bound, context))
        if spans:
            edits = tuple(Edit.replace(span, _with_offset(context.text(span))) for span in spans)
            message = f"This bound of `{table.name}` is another moment in a session with another time zone."
            yield self.finding(spans[0], message, Fix("Say UTC", edits, FixKind.UNSAFE))


def _local_values(table: Table, bound: PartitionBound, context: Context) -> Iterator[Span]:
    columns = [table.column(name) for name in partition_columns(table) or ()]
    for group in value_spans(context.statement.text, bound):
        for column, span in zip(columns, group, strict=False):
            is_zoned = column is not None and column.type is not None and column.type.name == "timestamptz"
            if is_zoned and _LOCAL.fullmatch(context.text(span)):
                yield span


def _with_offset(text: str) -> str:
    match = _LOCAL.fullmatch(text)
    return f"'{match[1]}{match[2] or ' 00:00:00'}+00'" if match else text
