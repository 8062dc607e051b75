"""security/exposed-sensitive-column."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule
from sqlreview.operations import Grant
from sqlreview.schema.secret_columns import secret_columns

_EVERYBODY = frozenset({"public", "anon", "authenticated"})
_READING = frozenset({"SELECT", "ALL", "ALL PRIVILEGES"})


class ExposedSensitiveColumn(Rule[Grant]):
    """Everybody may read a table that has a column for credentials.

    Why: PUBLIC is every role; `anon` and `authenticated` are all who reach an API such as PostgREST's. Without row
    level security they read every row with all of its columns.

    Instead: a GRANT of the harmless columns, `GRANT SELECT (id, name)`, row level security, or a table of its own.
    """

    id = "security/exposed-sensitive-column"
    sources = ("https://www.postgresql.org/docs/current/sql-grant.html",)
    examples = (
        Bad(
            """
            GRANT SELECT ON members TO PUBLIC;
                            ^^^^^^^
            """,
            given="CREATE TABLE members (id bigint PRIMARY KEY, api_key text NOT NULL);",
        ),
        Good(
            "GRANT SELECT ON members TO pg_monitor;",
            given="CREATE TABLE members (id bigint PRIMARY KEY, api_key text NOT NULL);",
        ),
    )

    def check(self, subject: Grant, context: Context) -> Iterator[Finding]:
        """Reports grants of whole tables."""
        roles = [role.text for role in subject.grantees if role.text in _EVERYBODY]
        if subject.revoke or subject.kind != "table" or not roles or _READING.isdisjoint(subject.privileges):
            return
        for name in subject.objects:
            table = context.catalog.table(name)
            secrets = secret_columns(table) if table and not table.row_security else ()
            if secrets and "(" not in context.statement.text[: name.span.start]:
                yield self.finding(name.span, f"`{roles[0]}` may read `{secrets[0]}` of every row of `{name.text}`.")
