"""queries/distinct-on-without-order-by."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Span
from sqlreview.queries import Select
from sqlreview.queries.selected import bare_meant, end_before_order
from sqlreview.schema.disjoint import keeps_whole_rows
from sqlreview.schema.keysets import key_columns

_SAMPLES = """
CREATE TABLE samples (
    id bigint PRIMARY KEY,
    device_id bigint NOT NULL,
    taken_at timestamptz NOT NULL,
    reading numeric NOT NULL
);
"""


class DistinctOnWithoutOrderBy(Rule[Select]):
    """DISTINCT ON keeps an arbitrary row of each group.

    Why: of the rows that agree in the keys the first one is kept, and without further sort keys the plan decides
    which that is.

    Instead: `ORDER BY` the same keys and then what decides: `ORDER BY device_id, taken_at DESC`.
    """

    id = "queries/distinct-on-without-order-by"
    sources = ("https://www.postgresql.org/docs/current/sql-select.html#SQL-DISTINCT",)
    examples = (
        Bad(
            """
            SELECT DISTINCT ON (device_id) device_id, reading FROM samples;
                   ^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            SELECT DISTINCT ON (device_id) device_id, reading FROM samples ORDER BY device_id, id DESC;
            """,
            given=_SAMPLES,
        ),
        Bad(
            """
            SELECT DISTINCT ON (device_id) device_id, reading FROM samples ORDER BY device_id;
                   ^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            SELECT DISTINCT ON (device_id) device_id, reading FROM samples ORDER BY device_id, id DESC;
            """,
            given=_SAMPLES,
        ),
        Good(
            "SELECT DISTINCT ON (device_id) device_id, reading FROM samples ORDER BY device_id, taken_at DESC;",
            given=_SAMPLES,
        ),
        Good("SELECT DISTINCT ON (device_id) device_id FROM samples;", given=_SAMPLES),
    )

    def check(self, subject: Select, context: Context) -> Iterator[Finding]:
        """Reports DISTINCT ON without a sort key that decides which row is kept."""
        if not subject.distinct or not subject.distinct_on:
            return
        keys = {bare_meant(value, subject) for value in subject.distinct_on}
        order = subject.order_by.keys if subject.order_by else ()
        if any(bare_meant(key.value, subject) not in keys for key in order) or keeps_whole_rows(
            subject, context.catalog
        ):
            return
        if any(bare_meant(output.value, subject) not in keys for output in subject.outputs):
            end = context.statement.text.index(")", subject.distinct_on[-1].span.end) + 1
            message = "No sort key decides which row of each group is kept, so it is an arbitrary one."
            yield self.finding(Span(subject.distinct.start, end), message, *_fixes(subject, context))


def _fixes(subject: Select, context: Context) -> Iterator[Fix]:
    columns = key_columns(subject, context.catalog)
    if columns is None:
        return
    last = f"{columns[-1]} DESC"
    if subject.order_by:
        edit = Edit.insert(subject.order_by.span.end, f", {last}")
    else:
        keys = ", ".join(value.text for value in subject.distinct_on)
        end = end_before_order(subject)
        blank = "" if end == subject.span.end else " "
        edit = Edit.insert(end, f" ORDER BY {keys}, {last}" if not blank else f"ORDER BY {keys}, {last} ")
    yield Fix("Keep the row with the highest key", (edit,), FixKind.GUIDANCE)
