"""types/enum-like-column-without-check."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, regex
from sqlreview.operations.written import words_of
from sqlreview.schema import Column, Table
from sqlreview.schema.closed_vocabularies import closed_vocabulary
from sqlreview.schema.naming import quoted

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
            vocabulary = closed_vocabulary(subject, column)
            if vocabulary is None or column.name in self.open_columns or _is_checked(subject, column):
                continue
            message = f"`{subject.name}.{column.name}` looks like a fixed set of words but accepts any text."
            severity = None if vocabulary == "certain" else Severity.INFO
            yield self.finding(column.origin, message, *_fixes(subject, column), severity=severity)


def _is_checked(table: Table, column: Column) -> bool:
    return any(item.kind in ("check", "foreign key") and column.name in item.columns for item in table.constraints)


def _fixes(table: Table, column: Column) -> tuple[Fix, ...]:
    value = _WORD.match(column.default.text) if column.default else None
    if value is None or column.origin.statement != table.origin.statement:
        return ()
    edit = Edit.insert(column.origin.span.end, f" CHECK ({quoted(column.name)} IN ({value[0]}))")
    return (Fix("Add a CHECK with its values", (edit,), FixKind.GUIDANCE),)
