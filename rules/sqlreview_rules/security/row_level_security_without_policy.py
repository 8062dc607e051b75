"""security/row-level-security-without-policy."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity, regex
from sqlreview.operations import CreateTable
from sqlreview.schema import Table
from sqlreview.schema.row_security import speaks_of_web_users

_NOTES = "CREATE TABLE notes (id bigint PRIMARY KEY, owner text NOT NULL);"
_TENANTS = frozenset(("tenant_id", "org_id", "organization_id", "account_id", "workspace_id"))
_DENIED = regex(r"(?i)\b(?:den(?:y|ied)|no access|no polic|service[_ ]role|internal|backend|server only)")


class RowLevelSecurityWithoutPolicy(Rule[Table]):
    """Row level security is on but no permissive policy lets any row through.

    Why: every role but the owner and those with BYPASSRLS reads an empty table, without an error. Restrictive policies
    only take rows away.

    Instead: a permissive policy for each command, or a comment on the table that says access is denied on purpose.
    """

    id = "security/row-level-security-without-policy"
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/ddl-rowsecurity.html", "measured on PostgreSQL 15 and 18")
    examples = (
        Bad(
            """
            CREATE TABLE notes (id bigint PRIMARY KEY, owner text NOT NULL);
                         ^^^^^
            ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
            """
        ),
        Good(
            """
            ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
            CREATE POLICY own ON notes USING (owner = current_user);
            """,
            given=_NOTES,
        ),
        Good(
            """
            ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
            COMMENT ON TABLE notes IS 'Access is denied on purpose: only the owner reads it.';
            """,
            given=_NOTES,
        ),
    )

    private: frozenset[str] = frozenset()
    """Tables that only their owner or roles with BYPASSRLS use."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports secured tables that nobody else can read after the last migration."""
        if not subject.row_security or not subject.created or subject.name in self.private or subject.partition_of:
            return
        if any(policy.permissive for policy in subject.policies) or _DENIED.search(subject.comment or ""):
            return
        if _is_closed_on_purpose(subject, context):
            return
        why = "only restrictive policies" if subject.policies else "no policy"
        message = f"`{subject.name}` has {why}, so everybody but its owner finds no rows in it."
        created = next((item for item in context.statement.operations if isinstance(item, CreateTable)), None)
        at = subject.origin.within(created.table.span) if created else subject.origin
        yield self.finding(at, message)


def _is_closed_on_purpose(table: Table, context: Context) -> bool:
    """Whether the API of a platform reads other tables, or rows of tenants are closed until somebody opens them."""
    tenants = {column.name for column in table.columns} & _TENANTS
    for other in context.catalog.all(Table):
        shared = other.row_security and any(column.name in tenants for column in other.columns)
        if other.policies and (shared or any(speaks_of_web_users(policy) for policy in other.policies)):
            return True
    return False
