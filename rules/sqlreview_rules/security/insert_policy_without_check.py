"""security/insert-policy-without-check."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule
from sqlreview.schema import Policy, Table

_NOTES = "CREATE TABLE notes (id bigint PRIMARY KEY, owner text NOT NULL);"


class InsertPolicyWithoutCheck(Rule[Table]):
    """An INSERT policy without WITH CHECK denies every insert.

    Why: PostgreSQL takes the policy without a word, and refuses every INSERT with a row level security violation.

    Instead: `WITH CHECK (owner = current_user)`.
    """

    id = "security/insert-policy-without-check"
    sources = ("https://www.postgresql.org/docs/current/sql-createpolicy.html", "measured on PostgreSQL 15 and 18")
    examples = (
        Bad(
            """
            ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
            CREATE POLICY add_note ON notes FOR INSERT TO PUBLIC;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=_NOTES,
        ),
        Good(
            """
            ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
            CREATE POLICY add_note ON notes FOR INSERT WITH CHECK (owner = current_user);
            CREATE POLICY edit ON notes FOR UPDATE USING (owner = current_user);
            """,
            given=_NOTES,
        ),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports such policies where no other one lets the same roles insert."""
        for policy in subject.policies:
            if policy.command != "insert" or policy.check is not None or not policy.permissive:
                continue
            if not any(_covers(other, policy) for other in subject.policies):
                message = f"No row passes `{policy.name}`, so every INSERT into `{subject.name}` is refused."
                yield self.finding(policy.origin, message)


def _covers(other: Policy, policy: Policy) -> bool:
    passes = other.check is not None or (other.command == "all" and other.using is not None)
    is_for_all = not other.roles or "public" in other.roles
    return (
        other.permissive
        and other.command in ("insert", "all")
        and passes
        and (is_for_all or set(other.roles) >= set(policy.roles) > set())
    )
