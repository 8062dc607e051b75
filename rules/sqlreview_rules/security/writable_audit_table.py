"""security/writable-audit-table."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule
from sqlreview.schema import Catalog, Origin

_LOG = "CREATE TABLE audit_log (id bigint PRIMARY KEY, doc text NOT NULL);"


class WritableAuditTable(Rule[Catalog]):
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

    def check(self, subject: Catalog, context: Context) -> Iterator[Finding]:
        """Reports grants that nothing further on takes back."""
        reported: set[Origin] = set()
        for right in subject.session.audit_rights:
            if right.role not in self.owners and right.origin not in reported:
                reported.add(right.origin)
                yield self.finding(right.origin, f"`{right.role}` may {right.verbs} rows of `{right.tables[0].text}`.")
