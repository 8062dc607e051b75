"""views/rewrite-rule."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule
from sqlreview.operations import CreateRule

_LEDGER = "CREATE TABLE ledger (id bigint PRIMARY KEY, amount numeric(12, 2) NOT NULL);"


class RewriteRule(Rule[CreateRule]):
    """A rewrite rule changes statements in ways that surprise.

    Why: it is a macro, not a trigger. Expressions such as `nextval` or `random()` are evaluated more than once, the
    number of rows that is reported is that of another statement, and COPY passes it by.

    Instead: a trigger, INSTEAD OF on a view, or a REVOKE where something should be impossible.
    """

    id = "views/rewrite-rule"
    sources = ("https://www.postgresql.org/docs/current/rules-triggers.html",)
    examples = (
        Bad(
            """
            CREATE RULE keep AS ON DELETE TO ledger DO INSTEAD NOTHING;
                        ^^^^
            """,
            given=_LEDGER,
        ),
        Good("REVOKE DELETE ON ledger FROM PUBLIC;", given=_LEDGER),
    )

    def check(self, subject: CreateRule, context: Context) -> Iterator[Finding]:
        """Reports every rule but those by which PostgreSQL itself keeps views."""
        if subject.name.text != "_RETURN":
            message = f"`{subject.name}` rewrites every {subject.event.upper()} of `{subject.table.text}` like a macro."
            yield self.finding(subject.name.span, message)
