"""types/enum-like-column-without-check."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, regex
from sqlreview.operations.written import words_of
from sqlreview.schema import Column, Table
from sqlreview.schema.naming import quoted

_CLOSED = frozenset(("status", "state", "role", "operation"))
_MAYBE_CLOSED = frozenset(("type", "kind", "level", "category", "priority", "severity", "gender"))
_OPEN_TYPES = frozenset(("event", "content", "mime", "media", "device", "error", "file", "image", "document", "data"))
_ADDRESS = frozenset(("city", "country", "zip", "zipcode", "postal", "postcode", "street", "province"))
_COPIES = frozenset(("history", "archive", "archived", "staging", "stage", "import", "imports", "backup", "snapshot"))
_WORD = regex(r"'[\w -]+'")


class EnumLikeColumnWithoutCheck(Rule[Table]):
    """A column that takes a fixed set of words accepts any text.

    Why: a typing error in one program ('cancelled', 'canceled') becomes a value that no query looks for.

    Instead: `CHECK (status IN (...))`, an enum type where there is one, or a table of the values. On an existing table
    of PostgreSQL add the constraint as `NOT VALID` and validate it afterwards.
    """

    id = "types/enum-like-column-without-check"
    engines = EVERY_ENGINE
    versions = "CHECK: mysql >= 8.0.16"
    examples = (
        Bad(
            """
            CREATE TABLE tickets (id bigint PRIMARY KEY, status varchar(20) DEFAULT 'open');
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE tickets (id bigint PRIMARY KEY, status varchar(20) DEFAULT 'open' CHECK (status IN ('open')));
            """,
        ),
        Good(
            "CREATE TABLE tickets (id bigint PRIMARY KEY, status text NOT NULL CHECK (status IN ('open', 'closed')));"
        ),
    )

    open_columns: frozenset[str] = frozenset()
    """Columns that may hold any text."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports columns, as they are after the last migration, that look like an enumeration and are unchecked."""
        is_copy = not _COPIES.isdisjoint(words_of(subject.name))
        forgets_checks = context.engine.name == "mysql" and context.version < 8
        if subject.temporary or subject.foreign or subject.partition_of or is_copy or forgets_checks:
            return
        for column in subject.columns:
            severity = _severity(subject, column)
            if severity is None or column.name in self.open_columns or _is_checked(subject, column):
                continue
            message = f"`{subject.name}.{column.name}` looks like a fixed set of words but accepts any text."
            yield self.finding(column.origin, message, *_fixes(subject, column), severity=severity)


def _severity(table: Table, column: Column) -> Severity | None:
    words, kind = words_of(column.name), column.type
    is_text = kind is not None and kind.name in ("text", "varchar", "char") and not kind.dimensions
    if not words or not is_text or column.inherited or column.copied or column.generated:
        return None
    default = column.default is not None and bool(_WORD.match(column.default.text))
    if words[-1] == "state" and (not default or not _ADDRESS.isdisjoint(_all_words(table))):
        return None  # of an address, or a token that a protocol calls state
    if words[-1] in _CLOSED:
        return Severity.WARNING
    is_open = words[0] in _OPEN_TYPES or table.column("_".join((*words[:-1], "id"))) is not None
    return Severity.INFO if default and words[-1] in _MAYBE_CLOSED and not (len(words) > 1 and is_open) else None


def _all_words(table: Table) -> set[str]:
    return {word for column in table.columns for word in words_of(column.name)}


def _is_checked(table: Table, column: Column) -> bool:
    return any(item.kind in ("check", "foreign key") and column.name in item.columns for item in table.constraints)


def _fixes(table: Table, column: Column) -> tuple[Fix, ...]:
    value = _WORD.match(column.default.text) if column.default else None
    if value is None or column.origin.statement != table.origin.statement:
        return ()
    edit = Edit.insert(column.origin.span.end, f" CHECK ({quoted(column.name)} IN ({value[0]}))")
    return (Fix("Add a CHECK with its values", (edit,), FixKind.GUIDANCE),)
