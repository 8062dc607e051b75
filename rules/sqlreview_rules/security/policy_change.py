"""security/policy-change."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import AlterPolicy, CreatePolicy, DropPolicy, SetRowSecurity

_NOTES = "CREATE TABLE notes (id bigint PRIMARY KEY);"


class PolicyChange(Rule[CreatePolicy | AlterPolicy | DropPolicy | SetRowSecurity]):
    """Who sees which rows changes.

    Why: a mistake in a policy shows rows to those who must not see them, and no error says so. The rule marks such
    statements for a second pair of eyes.

    Instead: a review by whoever answers for the data; then `-- sqlreview: ignore` with the reason.
    """

    id = "security/policy-change"
    severity = Severity.INFO
    enabled = False
    examples = (
        Bad(
            """
            ALTER TABLE notes DISABLE ROW LEVEL SECURITY;
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=_NOTES,
        ),
        Good("ALTER TABLE notes ADD COLUMN body text;", given=_NOTES),
    )

    def check(
        self, subject: CreatePolicy | AlterPolicy | DropPolicy | SetRowSecurity, context: Context
    ) -> Iterator[Finding]:
        """Reports changes of policies and of row level security, what takes it away more loudly."""
        is_less = isinstance(subject, DropPolicy) or (
            isinstance(subject, SetRowSecurity) and subject.mode in ("disable", "no force")
        )
        message = f"This changes who sees which rows of `{subject.table.text}`."
        yield self.finding(subject.span, message, severity=Severity.WARNING if is_less else None)
