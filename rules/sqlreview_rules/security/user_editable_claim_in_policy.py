"""security/user-editable-claim-in-policy."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import AlterPolicy, CreatePolicy
from sqlreview.schema.policy_calls import trusted_user_claims

_NOTES = """
CREATE SCHEMA auth;
CREATE FUNCTION auth.jwt() RETURNS jsonb LANGUAGE sql STABLE AS $$ SELECT '{}'::jsonb $$;
CREATE TABLE notes (id bigint PRIMARY KEY);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
"""


class UserEditableClaimInPolicy(Rule[CreatePolicy | AlterPolicy]):
    """A policy trusts a claim that users can change themselves.

    Why: `user_metadata` of a Supabase token is what the user has last sent to the API; whoever sets `role` to `admin`
    there is one.

    Instead: `app_metadata`, which only the server sets, or a table of roles.
    """

    id = "security/user-editable-claim-in-policy"
    severity = Severity.ERROR
    sources = ("https://supabase.com/docs/guides/database/postgres/row-level-security",)
    examples = (
        Bad(
            """
            CREATE POLICY admins ON notes USING (((SELECT auth.jwt()) -> 'user_metadata' ->> 'role') = 'admin');
                                                                         ^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE POLICY admins ON notes USING (((SELECT auth.jwt()) -> 'app_metadata' ->> 'role') = 'admin');
            """,
            given=_NOTES,
        ),
        Good(
            "CREATE POLICY admins ON notes USING (((SELECT auth.jwt()) -> 'app_metadata' ->> 'role') = 'admin');",
            given=_NOTES,
        ),
    )

    def check(self, subject: CreatePolicy | AlterPolicy, context: Context) -> Iterator[Finding]:
        """Reports every use in the conditions of a policy."""
        for span in trusted_user_claims(subject):
            text = context.text(span)
            better = text.replace("user_metadata", "app_metadata").replace("raw_user_meta", "raw_app_meta")
            fix = Fix("Read what the server sets", (Edit.replace(span, better),), FixKind.UNSAFE)
            message = "Users can change this claim themselves, and with it what the policy lets them see."
            yield self.finding(span, message, fix)
