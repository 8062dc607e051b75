"""keys/duplicate-soft-delete-flags."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.schema import Table
from sqlreview.schema.table_roles import is_own_design

_TIMES = frozenset(("deleted_at", "deletedat", "deleted_on", "removed_at"))
_FLAGS = frozenset(("is_deleted", "isdeleted", "deleted", "archived", "is_archived"))


class DuplicateSoftDeleteFlags(Rule[Table]):
    """Two columns express the same state of deletion.

    Why: one is set and the other forgotten, and whether a row is deleted depends on which query is asked.

    Instead: the time alone, or a flag that is generated from it.
    """

    id = "keys/duplicate-soft-delete-flags"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    examples = (
        Bad(
            """
            CREATE TABLE memos (id bigint PRIMARY KEY, deleted_at timestamptz, is_deleted boolean NOT NULL);
                                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """
        ),
        Good("CREATE TABLE memos (id bigint PRIMARY KEY, deleted_at timestamptz);"),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports a flag beside a time of deletion, unless it is computed, after the last migration."""
        time = next((column for column in subject.columns if column.name.lower() in _TIMES), None)
        if time is None or not is_own_design(subject):
            return
        for column in subject.columns:
            if column.name.lower() in _FLAGS and not column.generated:
                message = f"`{subject.name}.{column.name}` and `{time.name}` say the same, until one is forgotten."
                yield self.finding(column.origin, message)
