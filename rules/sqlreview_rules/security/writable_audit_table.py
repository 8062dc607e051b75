"""security/writable-audit-table."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Migration, Rule
from sqlreview.schema.audit_grants import audit_grants

_LOG = "CREATE TABLE audit_log (id bigint PRIMARY KEY, doc text NOT NULL);"


class WritableAuditTable(Rule[Migration]):
    """Roles may change or delete rows of an audit table.

    Why: whoever takes over the program can remove what shows it.

    Instead: SELECT and INSERT only; an audit trigger with SECURITY DEFINER needs not even INSERT.
    """

    id = "security/writable-audit-table"
    engines = ("postgres", "mysql", "mariadb")
    examples = (
        Bad(
            """
            GRANT SELECT, INSERT, UPDATE, DELETE ON audit_log TO pg_monitor;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=_LOG,
        ),
        Good("GRANT SELECT, INSERT ON audit_log TO pg_monitor;", given=_LOG),
    )

    owners: frozenset[str] = frozenset()
    """Roles that may, because they own the table or clear out old rows."""

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports grants that the file does not take back further down."""
        for found in audit_grants(subject.operations, context.catalog):
            roles = [name for name in found.roles if name not in self.owners]
            if roles:
                at = subject.origins[found.position].within(found.span)
                message = f"`{roles[0]}` may {found.verbs} rows of `{found.table}`."
                yield self.finding(at, message)
