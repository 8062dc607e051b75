"""cql/unbounded-partition."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule
from sqlreview.operations.cql import CreateCqlTable

_IDS = ("uuid", "text", "bigint", "int", "varchar", "timeuuid")
_TIMES = ("timestamp", "timeuuid", "date")


class UnboundedPartition(Rule[CreateCqlTable]):
    """A time-ordered table keeps all rows of one entity in a single growing partition.

    Why: a partition is stored, repaired and compacted as one. Beyond about 100 MB or 100,000 rows reads get slow and
    nodes run out of memory, and this one grows as long as the entity lives.

    Instead: a bucket of time in the partition key, such as the day, or an expiry for all rows.
    """

    id = "cql/unbounded-partition"
    engines = ("cql",)
    sources = ("https://cassandra.apache.org/doc/latest/cassandra/developing/data-modeling/index.html",)
    examples = (
        Bad(
            """
            -- file: tables.cql
            CREATE TABLE pings (device_id uuid, ts date, PRIMARY KEY (device_id, ts));
                                                                      ^^^^^^^^^^^^^
            """,
            fixed="""
            -- file: tables.cql
            CREATE TABLE pings (bucket_date date, device_id uuid, ts date, PRIMARY KEY ((device_id, bucket_date), ts));
            """,
            engine="cql",
        ),
        Good(
            """
            -- file: tables.cql
            CREATE TABLE pings (device_id uuid, day date, ts timestamp, v int, PRIMARY KEY ((device_id, day), ts));
            """,
            engine="cql",
        ),
    )

    def check(self, subject: CreateCqlTable, context: Context) -> Iterator[Finding]:
        """Reports a key of one id and a time."""
        if subject.expires or subject.key is None or len(subject.partition) != 1 or not subject.clustering:
            return
        types = {column.name: column.type for column in subject.columns}
        owner, first = subject.partition[0], subject.clustering[0]
        is_id = owner.text == "id" or owner.text.endswith("_id")
        if not is_id or types.get(owner.text) not in _IDS or types.get(first.text) not in _TIMES:
            return
        opening = context.statement.text.find("(")
        edits = (
            Edit.insert(opening + 1, "bucket_date date, "),
            Edit.replace(owner.span, f"({context.text(owner.span)}, bucket_date)"),
        )
        fix = Fix("Part it by day", edits, FixKind.UNSAFE)
        yield self.finding(subject.key, f"The partition of one `{owner}` grows with every `{first}` for ever.", fix)
