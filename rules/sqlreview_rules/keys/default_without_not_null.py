"""keys/default-without-not-null."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.schema import Table
from sqlreview.schema.column_definitions import accepts_null, defined_columns, is_flag, is_null_default
from sqlreview.schema.table_roles import has_own_columns, holds_copies


class DefaultWithoutNotNull(Rule[Table]):
    """A column with a DEFAULT still stores NULL when NULL is written.

    Why: the default steps in only where an INSERT leaves the column out. Programs that send every column send NULL,
    and who wrote the default did not reckon with it.

    Instead: `NOT NULL DEFAULT ...`. Where NULL is meant to be possible, write the word NULL.
    """

    id = "keys/default-without-not-null"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            CREATE TABLE visits (id bigint PRIMARY KEY, happened_at timestamptz DEFAULT now());
                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE visits (id bigint PRIMARY KEY, happened_at timestamptz NOT NULL DEFAULT now());
            """,
        ),
        Good("CREATE TABLE visits (id bigint PRIMARY KEY, happened_at timestamptz NOT NULL DEFAULT now());"),
        Good("CREATE TABLE visits (id bigint PRIMARY KEY, left_at timestamptz NULL DEFAULT now());"),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports columns that have a default and are nullable after the last migration although nobody says so."""
        if not has_own_columns(subject) or holds_copies(subject):
            return
        defined = {item.column.name: item for item in defined_columns(subject, context.statement.operations)}
        for column in subject.columns:
            if is_flag(column) or is_null_default(column) or not accepts_null(subject, column, context.catalog):
                continue
            item = defined.get(column.name)
            edit = item.with_not_null if item else None
            fixes = (Fix("Add NOT NULL", (edit,), FixKind.UNSAFE),) if edit else ()
            message = f"`{subject.name}.{column.name}` has a default, and stores NULL all the same where it is written."
            yield self.finding(column.origin, message, *fixes)
