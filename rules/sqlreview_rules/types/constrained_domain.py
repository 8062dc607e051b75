"""types/constrained-domain."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import CreateDomain


class ConstrainedDomain(Rule[CreateDomain]):
    """A domain with CHECK or NOT NULL makes later changes scan or rewrite every table that uses it.

    Why: a column of such a type cannot be added without rewriting the table, and another CHECK of the domain reads all
    tables that use it while their writers wait.

    Instead: a domain without constraints, or the base type, with a CHECK in each table, which can be added `NOT VALID`.
    """

    id = "types/constrained-domain"
    severity = Severity.INFO
    enabled = False
    sources = ("https://www.postgresql.org/docs/current/sql-createdomain.html", "measured on PostgreSQL 12 to 18")
    examples = (
        Bad(
            """
            CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """
        ),
        Good("CREATE DOMAIN user_id AS bigint;"),
    )

    def check(self, subject: CreateDomain, context: Context) -> Iterator[Finding]:
        """Reports domains that reject values of their base type."""
        if subject.not_null or subject.checks:
            message = f"Adding a column of type `{subject.domain}` to a table will rewrite the table."
            yield self.finding(subject.span, message)
