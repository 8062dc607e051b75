"""cql/missing-expiry-options."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations.cql import CreateCqlTable

_TIMES = ("timestamp", "timeuuid", "date")
_BUCKETS = ("bucket", "day", "date", "hour", "week", "month", "year")
_WINDOWS = """{'class': 'TimeWindowCompactionStrategy',
    'compaction_window_unit': 'DAYS', 'compaction_window_size': 1}"""


class MissingExpiryOptions(Rule[CreateCqlTable]):
    """A time-series table has no expiry or no compaction by windows of time.

    Why: without an expiry the rows of all days stay. Without TimeWindowCompactionStrategy old and new rows are merged
    into the same files, so that expired rows cannot be dropped file by file.

    Instead: `default_time_to_live` and `compaction = {'class': 'TimeWindowCompactionStrategy', ...}`; where rows are
    kept for ever, or every INSERT says USING TTL, an ignore comment.
    """

    id = "cql/missing-expiry-options"
    engines = ("cql",)
    severity = Severity.INFO
    enabled = False
    sources = ("https://cassandra.apache.org/doc/latest/cassandra/managing/operating/compaction/twcs.html",)
    examples = (
        Bad(
            """
            -- file: tables.cql
            CREATE TABLE pings (device_id uuid, day date, ts timestamp, PRIMARY KEY ((device_id, day), ts))
                         ^^^^^
                WITH compaction = {'class': 'TimeWindowCompactionStrategy'};
            """,
            fixed="""
            -- file: tables.cql
            CREATE TABLE pings (device_id uuid, day date, ts timestamp, PRIMARY KEY ((device_id, day), ts))
                WITH compaction = {'class': 'TimeWindowCompactionStrategy'} AND default_time_to_live = 7776000;
            """,
            engine="cql",
        ),
        Good(
            """
            -- file: tables.cql
            CREATE TABLE pings (device_id uuid, day date, ts timestamp, PRIMARY KEY ((device_id, day), ts))
                WITH default_time_to_live = 86400 AND compaction = {'class': 'TimeWindowCompactionStrategy'};
            """,
            engine="cql",
        ),
    )

    def check(self, subject: CreateCqlTable, context: Context) -> Iterator[Finding]:
        """Reports tables of times in buckets of time that lack one of the two."""
        missing = []
        if not subject.expires:
            missing.append(("an expiry of its rows", "default_time_to_live = 7776000"))
        if not subject.windowed:
            missing.append(("compaction by windows of time", f"compaction = {_WINDOWS}"))
        if subject.is_view or not missing or not _is_time_series(subject):
            return
        sql = context.statement.text
        added = " AND ".join(option for _, option in missing)
        has_options = ")" in sql and " WITH " in sql[sql.rfind("PRIMARY KEY") :].upper().replace("\n", " ")
        edit = Edit.insert(len(sql.rstrip().rstrip(";")), f" {'AND' if has_options else 'WITH'} {added}")
        lacking = " and without ".join(name for name, _ in missing)
        message = f"`{subject.table.text}` keeps a series of times without {lacking}."
        yield self.finding(subject.table.span, message, Fix("Add the options", (edit,), FixKind.UNSAFE))


def _is_time_series(table: CreateCqlTable) -> bool:
    types = {column.name: column.type for column in table.columns}
    in_buckets = any(part in _BUCKETS for column in table.partition for part in column.text.split("_"))
    return in_buckets and bool(table.clustering) and types.get(table.clustering[0].text) in _TIMES
