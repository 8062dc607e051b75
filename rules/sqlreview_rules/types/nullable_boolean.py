"""types/nullable-boolean."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations.written import words_of
from sqlreview.schema import Column, Table
from sqlreview.schema.column_definitions import DefinedColumn, accepts_null, defined_columns, is_flag
from sqlreview.schema.table_roles import has_own_columns, holds_copies

_UNKNOWN_AT_FIRST = frozenset(("verified", "consent", "consented", "answer", "answered", "result", "confirmed"))


class NullableBoolean(Rule[Table]):
    """A boolean that accepts NULL has three states.

    Why: neither `WHERE active` nor `WHERE NOT active` finds the rows where it is NULL, so they are missing from both
    lists. A DEFAULT does not help: whoever writes NULL gets NULL.

    Instead: `boolean NOT NULL DEFAULT false`. Where the third state is meant, write the word NULL.
    """

    id = "types/nullable-boolean"
    subsumes = ("keys/default-without-not-null",)
    engines = EVERY_ENGINE
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/datatype-boolean.html",)
    examples = (
        Bad(
            """
            CREATE TABLE features (id bigint PRIMARY KEY, is_active boolean DEFAULT true);
                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE features (id bigint PRIMARY KEY, is_active boolean NOT NULL DEFAULT true);
            """,
        ),
        Good("CREATE TABLE features (id bigint PRIMARY KEY, is_active boolean NOT NULL DEFAULT true);"),
        Good("CREATE TABLE answers (id bigint PRIMARY KEY, is_correct boolean NULL);"),
    )

    three_states: frozenset[str] = frozenset()
    """Columns that may be neither true nor false."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports booleans that are nullable after the last migration although nobody says so."""
        if not has_own_columns(subject) or holds_copies(subject):
            return
        defined = {item.column.name: item for item in defined_columns(subject, context.statement.operations)}
        for column in subject.columns:
            item = defined.get(column.name)
            is_boolean = is_flag(column) or _says_boolean(item, context)
            if not is_boolean or not accepts_null(subject, column, context.catalog):
                continue
            words = words_of(column.name)
            is_unset = column.default is None and bool(words) and words[-1] in _UNKNOWN_AT_FIRST
            if not is_unset and column.name not in self.three_states:
                message = f"`{subject.name}.{column.name}` may be true, false or NULL."
                edit = item.with_not_null if item else None
                yield self.finding(column.origin, message, *_fixes(column, edit))


def _says_boolean(item: DefinedColumn | None, context: Context) -> bool:
    """Whether the definition says BOOLEAN, which MySQL keeps as a number."""
    kind = item.definition.type if item else None
    return kind is not None and context.text(kind.span)[:4].lower() == "bool" and not kind.dimensions


def _fixes(column: Column, edit: Edit | None) -> Iterator[Fix]:
    if edit is None:
        return
    if column.default is None:
        edit = Edit(
            edit.span, f"{edit.text} DEFAULT {'false' if column.type and column.type.name != 'tinyint' else '0'}"
        )
    yield Fix("Add NOT NULL", (edit,), FixKind.UNSAFE)
