"""security/policy-without-row-level-security."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.schema import Table
from sqlreview.schema.naming import quoted

_NOTES = "CREATE TABLE notes (id bigint PRIMARY KEY, owner text NOT NULL);"


class PolicyWithoutRowLevelSecurity(Rule[Table]):
    """A policy is created on a table whose row level security is off.

    Why: the policy has no effect at all, and there is no message: everyone with SELECT reads every row.

    Instead: `ALTER TABLE notes ENABLE ROW LEVEL SECURITY`. FORCE alone does not enable it.
    """

    id = "security/policy-without-row-level-security"
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/ddl-rowsecurity.html", "measured on PostgreSQL 15")
    examples = (
        Bad(
            """
            CREATE POLICY own ON notes USING (owner = current_user);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
            CREATE POLICY own ON notes USING (owner = current_user);
            """,
            given=_NOTES,
        ),
        Good(
            """
            ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
            CREATE POLICY own ON notes USING (owner = current_user);
            """,
            given=_NOTES,
        ),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports the first policy of a known table that is not secured in the end."""
        if subject.row_security or not subject.created or not subject.policies:
            return
        policy = subject.policies[0]
        name = (
            quoted(subject.name) if subject.schema == "public" else f"{quoted(subject.schema)}.{quoted(subject.name)}"
        )
        edit = Edit.insert(0, f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY;\n")
        message = f"`{policy.name}` has no effect, because row level security of `{subject.name}` is off."
        yield self.finding(policy.origin, message, Fix("Enable row level security", (edit,), FixKind.UNSAFE))
