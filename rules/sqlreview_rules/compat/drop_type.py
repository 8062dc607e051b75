"""compat/drop-type."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Migration, Rule, Severity, departures
from sqlreview.operations import DropType, Other, SetColumnType
from sqlreview.schema import Record, Table, Type

_MOOD = "CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');"
_OTHERS = ("operator", "cast")


class DropTypeInUse(Rule[Migration]):
    """A type is dropped, and code that names it fails.

    Why: casts (`$1::mood`), arguments of functions and drivers that look types up by name stop working. That columns
    still use it says compat/drop-breaks-dependants.

    Instead: drop it when nothing names it any more, or together with the change that moves its columns to another one.
    """

    id = "compat/drop-type"
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/sql-droptype.html",)
    examples = (
        Bad(
            """
            DROP TYPE mood;
            ^^^^^^^^^^^^^^
            """,
            given=_MOOD,
        ),
        Good("CREATE TYPE scratch AS ENUM ('a');\nDROP TYPE scratch;"),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports types, operators and casts that the file found and leaves to nobody."""
        moved = subject.operations(SetColumnType)
        for gone in departures(subject, context, DropType):
            if moved or _is_used(gone.record, subject):
                continue
            kind = "domain" if isinstance(gone.record, Type) and gone.record.kind == "domain" else "type"
            yield self.finding(gone.at, f"Code that names the {kind} `{gone.name}` fails from here on.")
        others = subject.operations(Other)
        for position, other in others:
            verb, _, kind = other.kind.partition(" ")
            if verb == "drop" and kind in _OTHERS and not any(item.kind == f"create {kind}" for _, item in others):
                at = subject.origins[position].within(other.span)
                yield self.finding(at, f"Code that uses the {kind} fails from here on.")


def _is_used(record: Record | None, migration: Migration) -> bool:
    """Whether columns had the type: they went in the same file, or it cannot be dropped without them."""
    if not isinstance(record, Type):
        return False
    columns = (column for table in migration.before.all(Table) for column in table.columns)
    return any(column.type is not None and column.type.name == record.name for column in columns)
