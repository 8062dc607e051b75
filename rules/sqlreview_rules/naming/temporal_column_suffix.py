"""naming/temporal-column-suffix."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import AddColumn, CreateTable
from sqlreview.operations.written import words_of, written_columns

_INSTANTS = ("timestamp", "timestamptz", "datetime")
_KNOWN = frozenset(("from", "to", "since", "until", "birthday", "dob", "day", "birthdate", "before", "after"))


class TemporalColumnSuffix(Rule[CreateTable | AddColumn]):
    """The name of a temporal column does not show whether it holds a point in time or a day.

    Why: `created` and `due` do not say whether a comparison with a date leaves the last day out.

    Instead: `created_at` for a point in time, `due_on` or `due_date` for a day.
    """

    id = "naming/temporal-column-suffix"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            CREATE TABLE memos (id bigint PRIMARY KEY, created timestamptz NOT NULL);
                                                       ^^^^^^^
            """
        ),
        Good("CREATE TABLE memos (id bigint PRIMARY KEY, created_at timestamptz NOT NULL, due_date date);"),
    )

    instant_suffixes: tuple[str, ...] = ("_at", "_time", "_ts")
    """How names of points in time may end."""
    date_suffixes: tuple[str, ...] = ("_on", "_date")
    """How names of days may end."""

    def check(self, subject: CreateTable | AddColumn, context: Context) -> Iterator[Finding]:
        """Reports timestamps and dates with other names."""
        for column in written_columns(subject):
            name = column.name.text.lower()
            words = words_of(column.name.text)
            suffixes = self.instant_suffixes if column.type.name in _INSTANTS else self.date_suffixes
            is_temporal = column.type.name in (*_INSTANTS, "date") and not column.type.dimensions
            if is_temporal and not name.endswith(suffixes) and words[-1:] and words[-1] not in _KNOWN:
                kind = "a day" if column.type.name == "date" else "a point in time"
                yield self.finding(column.name.span, f"The name of `{column.name}` does not show that it holds {kind}.")
