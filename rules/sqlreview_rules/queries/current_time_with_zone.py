"""queries/current-time-with-zone."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, Span
from sqlreview.operations import AddCheck, AddColumn, CreateTable, SetColumnDefault
from sqlreview.queries import Query, functions_of
from sqlreview.schema.written_expressions import calls_in_definition

_SHIFTS = "CREATE TABLE shifts (id bigint PRIMARY KEY, starts_at time NOT NULL);"


class CurrentTimeWithZone(Rule[Query | CreateTable | AddColumn | SetColumnDefault | AddCheck]):
    """CURRENT_TIME is a time with time zone, a type nobody should store or compare.

    Why: the zone of a time without a date says nothing about daylight saving, and comparisons with a plain time depend
    on the TimeZone of the session.

    Instead: `LOCALTIME` for the time of day, `now()` for a point in time.
    """

    id = "queries/current-time-with-zone"
    severity = Severity.INFO
    sources = ("https://wiki.postgresql.org/wiki/Don't_Do_This#Don.27t_use_CURRENT_TIME",)
    examples = (
        Bad(
            """
            SELECT id FROM shifts WHERE starts_at < CURRENT_TIME;
                                                    ^^^^^^^^^^^^
            """,
            fixed="""
            SELECT id FROM shifts WHERE starts_at < LOCALTIME;
            """,
            given=_SHIFTS,
        ),
        Bad(
            """
            CREATE TABLE breaks (id bigint PRIMARY KEY, starts_at time NOT NULL DEFAULT CURRENT_TIME(0));
                                                                                        ^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE breaks (id bigint PRIMARY KEY, starts_at time NOT NULL DEFAULT LOCALTIME(0));
            """,
        ),
        Good("SELECT id FROM shifts WHERE starts_at < LOCALTIME;", given=_SHIFTS),
    )

    def check(
        self, subject: Query | CreateTable | AddColumn | SetColumnDefault | AddCheck, context: Context
    ) -> Iterator[Finding]:
        """Reports every use in a query, a default or a check."""
        if isinstance(subject, Query):
            spans = [call.span for call in functions_of(subject) if call.name == "current_time" and call.schema is None]
        else:
            spans = calls_in_definition(subject, "CURRENT_TIME")
        for span in dict.fromkeys(spans):
            word = Span(span.start, span.start + len("CURRENT_TIME"))
            fix = Fix("Say LOCALTIME", (Edit.replace(word, "LOCALTIME"),), FixKind.UNSAFE)
            yield self.finding(span, "CURRENT_TIME has a time zone but no date, so the zone means nothing.", fix)
