"""types/timestamp-without-time-zone."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, regex
from sqlreview.operations import CreateCompositeType, CreateDomain
from sqlreview.operations.written import words_of
from sqlreview.schema import Table
from sqlreview.schema.typed_columns import TypedColumn, typed_columns

_LOCAL_CAST = regex(r"(?i)(?:::|\bas\s)\s*+timestamp(?:\s*+\(\d\))?+(?!\w)(?!\s++with\b)")
_ZONES = frozenset(("tz", "tzid", "timezone"))


class TimestampWithoutTimeZone(Rule[Table | CreateDomain | CreateCompositeType]):
    """A timestamp column without time zone stores a wall-clock reading, not an instant.

    Why: nothing says in which zone the clock hung. Compared with `now()`, the same row gives another answer in every
    session whose TimeZone differs, and readings around a change to daylight saving time are ambiguous.

    Instead: `timestamptz`, which stores the instant in the same eight bytes. Name a column that really means local
    time so (`opens_at_local`), or keep its zone in a column beside it (`time_zone`).
    """

    id = "types/timestamp-without-time-zone"
    sources = ("https://www.postgresql.org/docs/current/datatype-datetime.html#DATATYPE-DATETIME-INPUT-TIME-STAMPS",)
    examples = (
        Bad(
            """
            CREATE TABLE visits (id bigint PRIMARY KEY, seen_at timestamp(3) without time zone NOT NULL);
                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE visits (id bigint PRIMARY KEY, seen_at timestamptz(3) NOT NULL);
            """,
        ),
        Bad(
            """
            ALTER TABLE orders ADD COLUMN paid_at TIMESTAMP;
                                                  ^^^^^^^^^
            """,
            fixed="""
            ALTER TABLE orders ADD COLUMN paid_at TIMESTAMPTZ;
            """,
            given=SHOP,
        ),
        Good("ALTER TABLE orders ADD COLUMN paid_at timestamptz;", given=SHOP),
        Good("CREATE TABLE shops (id bigint PRIMARY KEY, time_zone text NOT NULL, opens_at timestamp NOT NULL);"),
    )

    local_columns: frozenset[str] = frozenset()
    """Columns that hold local time on purpose."""

    def check(self, subject: Table | CreateDomain | CreateCompositeType, context: Context) -> Iterator[Finding]:
        """Reports columns and types made of timestamp that are not meant as local time."""
        if not isinstance(subject, Table):
            parts = subject.attributes if isinstance(subject, CreateCompositeType) else (subject,)
            for kind in (part.type for part in parts):
                if kind is not None and kind.name == "timestamp" and kind.schema in (None, "pg_catalog"):
                    yield self.finding(kind.span, "This type stores a clock reading without saying in which zone.")
            return
        if any(_names_zone(words_of(column.name)) for column in subject.columns):
            return
        used = {name for it in subject.indexes for key in it.keys if key.expression for name in key.expression.columns}
        for column in typed_columns(subject):
            if column.type.name == "timestamp" and not self._is_local(column):
                message = f"`{subject.name}.{column.column.name}` stores a clock reading without saying in which zone."
                # the zone of the session would convert what a generated column or an index computes: refused (42P17)
                can_change = column.is_definition and not column.column.generated and column.column.name not in used
                fixes = (_with_zone(column),) if can_change else ()
                yield self.finding(column.at, message, *fixes)
            default = column.column.default
            if default is not None and column.type.name == "timestamptz" and _LOCAL_CAST.search(default.text):
                message = f"The default of `{subject.name}.{column.column.name}` loses its time zone on the way."
                yield self.finding(column.column.origin.within(default.span), message)

    def _is_local(self, column: TypedColumn) -> bool:
        words = column.words
        return column.column.name in self.local_columns or "local" in words or words[:1] in (("birth",), ("birthday",))


def _names_zone(words: tuple[str, ...]) -> bool:
    return words[-1:] == ("zone",) or not _ZONES.isdisjoint(words)


def _with_zone(column: TypedColumn) -> Fix:
    seconds = f"({column.type.arguments[0]})" if column.type.arguments else ""
    new = column.replacement(f"timestamptz{seconds}")
    return Fix("Use timestamptz", (Edit.replace(column.type.span, new),), FixKind.UNSAFE)
