"""types/timestamp-compared-with-timestamptz."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Related, Rule, Severity
from sqlreview.queries import Delete, Insert, Merge, Select, Update
from sqlreview.schema import Catalog, Column, Table
from sqlreview.schema.recorded_times import is_moment_of_row
from sqlreview.schema.table_roles import is_own_design
from sqlreview.schema.zoned_times import mixed_pairs


class TimestampComparedWithTimestamptz(Rule[Select | Insert | Update | Delete | Merge | Catalog]):
    """A timestamp column is compared with or filled from a time with zone, so the result depends on the session.

    Why: PostgreSQL takes the column for a reading of the session's clock. The same comparison is true under UTC and
    false under Asia/Tokyo, and one that a cron job stores is another moment for everyone else.

    Instead: `timestamptz` for the column, or a comparison with `now() AT TIME ZONE 'UTC'` once it is settled which zone
    the column holds.
    """

    id = "types/timestamp-compared-with-timestamptz"
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/datatype-datetime.html#DATATYPE-TIMEZONES",)
    examples = (
        Bad(
            """
            SELECT id FROM jobs WHERE run_at < now();
                                               ^^^^^
            """,
            given="CREATE TABLE jobs (id bigint PRIMARY KEY, run_at timestamp NOT NULL);",
        ),
        Good(
            "SELECT id FROM jobs WHERE run_at < now() AT TIME ZONE 'UTC' ORDER BY id LIMIT 10;",
            given="CREATE TABLE jobs (id bigint PRIMARY KEY, run_at timestamp NOT NULL);",
        ),
    )

    def check(
        self, subject: Select | Insert | Update | Delete | Merge | Catalog, context: Context
    ) -> Iterator[Finding]:
        """Reports what has a zone beside a column that has none, and a schema that uses both for one purpose."""
        if isinstance(subject, Catalog):
            yield from self._check_schema(subject)
            return
        for table, column, value in mixed_pairs(subject, context.catalog):
            message = f"`{table.name}.{column.name}` has no time zone, so the session's decides what this means."
            related = (Related(f"`{column.name}` gets its type here", column.type_origin or column.origin),)
            yield self.finding(value.span, message, related=related)

    def _check_schema(self, catalog: Catalog) -> Iterator[Finding]:
        by_type: dict[str, list[tuple[Table, Column]]] = {"timestamp": [], "timestamptz": []}
        for table in catalog.all(Table):
            for column in table.columns if is_own_design(table) else ():
                if column.type and column.type.name in by_type and is_moment_of_row(column) and not column.copied:
                    by_type[column.type.name].append((table, column))
        if by_type["timestamp"] and by_type["timestamptz"]:
            table, column = by_type["timestamp"][0]
            other, zoned = by_type["timestamptz"][0]
            message = f"`{table.name}.{column.name}` has no time zone, unlike `{other.name}.{zoned.name}`."
            related = (Related("The one with a time zone", zoned.type_origin or zoned.origin),)
            yield self.finding(column.type_origin or column.origin, message, related=related)
