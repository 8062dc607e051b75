"""security/per-row-policy-function."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import AlterPolicy, CreatePolicy
from sqlreview.schema.policy_calls import calls_per_row

_NOTES = """
CREATE TABLE notes (id bigint PRIMARY KEY, owner_id bigint NOT NULL);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
"""


class PerRowPolicyFunction(Rule[CreatePolicy | AlterPolicy]):
    """A policy calls a session function once per row instead of once per query.

    Why: the condition is a filter that runs for every row the query looks at, and the call with it. In a subquery it
    becomes a value that is computed once.

    Instead: `(select auth.uid())`.
    """

    id = "security/per-row-policy-function"
    severity = Severity.INFO
    sources = ("https://supabase.com/docs/guides/database/postgres/row-level-security", "measured on PostgreSQL 18")
    examples = (
        Bad(
            """
            CREATE POLICY own ON notes USING (owner_id = current_setting('app.user')::bigint);
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE POLICY own ON notes USING (owner_id = (select current_setting('app.user')::bigint));
            """,
            given=_NOTES,
        ),
        Good(
            "CREATE POLICY own ON notes USING (owner_id = (SELECT current_setting('app.user')::bigint));",
            given=_NOTES,
        ),
    )

    functions: frozenset[str] = frozenset({"auth.uid", "auth.jwt", "auth.role", "auth.email", "current_setting"})
    """Functions that answer the same for all rows of a query; the STABLE ones of the history are known."""

    def check(self, subject: CreatePolicy | AlterPolicy, context: Context) -> Iterator[Finding]:
        """Reports calls without a column among their arguments outside of subqueries."""
        for name, span in calls_per_row(subject, self.functions, context.catalog):
            edits = (Edit.insert(span.start, "(select "), Edit.insert(span.end, ")"))
            message = f"`{name}` is called for every row, although its answer is the same for all."
            yield self.finding(span, message, Fix("Call it once per query", edits, FixKind.UNSAFE))
