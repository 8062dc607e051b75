"""locks/domain-constraint-scan."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import AddDomainConstraint, SetDomainNotNull, ValidateDomainConstraint

_AMOUNTS = """
CREATE DOMAIN amount AS bigint;
CREATE TABLE orders (id bigint PRIMARY KEY, total amount NOT NULL);
"""
Changed = AddDomainConstraint | ValidateDomainConstraint | SetDomainNotNull


class DomainConstraintScan(Rule[Changed]):
    """The constraint of the domain is tested on every table that uses the domain, while writes wait.

    Why: the server locks each of these tables against writes (SHARE) and keeps the locks until all of them have been
    read. VALIDATE CONSTRAINT of a domain does the same, unlike that of a table.

    Instead: add it as NOT VALID, which looks at no table; validate it when few people write.
    """

    id = "locks/domain-constraint-scan"
    sources = (
        "https://www.postgresql.org/docs/current/sql-alterdomain.html",
        "measured on PostgreSQL 12 to 18",
    )
    examples = (
        Bad(
            """
            ALTER DOMAIN amount ADD CONSTRAINT amount_limit CHECK (VALUE < 100000);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="ALTER DOMAIN amount ADD CONSTRAINT amount_limit CHECK (VALUE < 100000) NOT VALID;",
            given=_AMOUNTS,
        ),
        Good("ALTER DOMAIN amount ADD CONSTRAINT amount_limit CHECK (VALUE < 100000) NOT VALID;", given=_AMOUNTS),
        Good("CREATE DOMAIN amount AS bigint;\nALTER DOMAIN amount ADD CHECK (VALUE < 100000);"),
    )

    def check(self, subject: Changed, context: Context) -> Iterator[Finding]:
        """Reports a constraint of a domain that is tested on tables in use; of an unknown domain as information."""
        domain = context.catalog.user_type(subject.domain)
        if domain is None:
            if _is_tested(subject):
                message = f"Every table that uses `{subject.domain}` is read, and writes to it wait meanwhile."
                yield self.finding(subject.span, message, *_fixes(subject), severity=Severity.INFO)
        elif any(_is_used(name, context) for name in context.impact.scans) and not context.created_in_run(domain):
            yield self.finding(subject.span, context.impact.explain(), *_fixes(subject))


def _is_tested(subject: Changed) -> bool:
    if isinstance(subject, AddDomainConstraint):
        return not subject.not_valid
    return subject.not_null if isinstance(subject, SetDomainNotNull) else True


def _is_used(relation: str, context: Context) -> bool:
    """Whether others may be using a relation that the history knows."""
    schema, _, name = relation.partition(".")
    table = context.catalog.table_at(("relation", schema, name))
    return table is not None and not table.temporary and not context.created_in_run(table)


def _fixes(subject: Changed) -> Iterator[Fix]:
    if isinstance(subject, AddDomainConstraint) and subject.check is not None:
        edit = Edit.insert(subject.check.span.end, " NOT VALID")
        yield Fix("Test new values only", (edit,), FixKind.UNSAFE)
