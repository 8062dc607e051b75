"""types/time-with-time-zone."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule
from sqlreview.schema import Table
from sqlreview.schema.typed_columns import typed_columns


class TimeWithTimeZone(Rule[Table]):
    """A time with time zone column keeps an offset but no date, so daylight saving cannot be resolved.

    Why: PostgreSQL stores the offset that is in force at the input, 12:00:00+01, and it stays so in summer.

    Instead: `timestamptz` for a moment; for a time that recurs every day `time`, with the name of the zone beside it.
    """

    id = "types/time-with-time-zone"
    sources = ("https://wiki.postgresql.org/wiki/Don%27t_Do_This#Don.27t_use_timetz",)
    examples = (
        Bad(
            """
            CREATE TABLE alarms (id bigint PRIMARY KEY, rings_at timetz NOT NULL);
                                                                 ^^^^^^
            """,
            fixed="""
            CREATE TABLE alarms (id bigint PRIMARY KEY, rings_at timestamptz NOT NULL);
            """,
        ),
        Good("CREATE TABLE alarms (id bigint PRIMARY KEY, rings_at time NOT NULL, zone text NOT NULL);"),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports columns of the type after the last migration."""
        for item in typed_columns(subject):
            if item.type.name == "timetz":
                message = f"`{subject.name}.{item.column.name}` keeps an offset without a date it belongs to."
                edit = Edit.replace(item.at.span, item.replacement("timestamptz"))
                fixes = (Fix("Use timestamptz", (edit,), FixKind.UNSAFE),) if item.is_definition else ()
                yield self.finding(item.at, message, *fixes)
