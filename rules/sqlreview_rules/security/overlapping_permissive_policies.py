"""security/overlapping-permissive-policies."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Related, Rule, Severity
from sqlreview.schema import Table
from sqlreview.schema.row_security import overlapping_policies

_NOTES = """
CREATE TABLE notes (id bigint PRIMARY KEY, owner text NOT NULL, team text NOT NULL);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
"""


class OverlappingPermissivePolicies(Rule[Table]):
    """Several permissive policies for the same role and command are combined with OR.

    Why: a second policy never narrows the first; rows that either lets pass are visible. All of them are evaluated for
    every row.

    Instead: one policy with OR, where that is meant, or `AS RESTRICTIVE` for the one that narrows.
    """

    id = "security/overlapping-permissive-policies"
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/sql-createpolicy.html",)
    examples = (
        Bad(
            """
            CREATE POLICY own ON notes FOR SELECT USING (owner = current_user);
            CREATE POLICY team ON notes FOR ALL USING (team = session_user);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=_NOTES,
        ),
        Good(
            """
            CREATE POLICY own ON notes FOR SELECT USING (owner = current_user);
            CREATE POLICY team ON notes AS RESTRICTIVE FOR SELECT USING (team = session_user);
            """,
            given=_NOTES,
        ),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports each policy that an earlier one of its table overlaps."""
        for policy, earlier in overlapping_policies(subject):
            both = f"`{policy.name}` and `{earlier.name}`"
            message = f"{both} are combined with OR: a row of `{subject.name}` has to pass one of them only."
            yield self.finding(policy.origin, message, related=(Related("The other policy.", earlier.origin),))
