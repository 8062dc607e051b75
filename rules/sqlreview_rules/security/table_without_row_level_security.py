"""security/table-without-row-level-security."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.schema import Catalog, Table
from sqlreview.schema.definition import relation_name
from sqlreview.schema.row_security import speaks_of_web_users

_NOTES = """
CREATE TABLE notes (id bigint PRIMARY KEY, tenant_id bigint NOT NULL);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON notes USING (tenant_id = current_setting('app.tenant')::bigint);
"""
_BOOKKEEPING = ("migration", "schema_version", "schema_history", "goose_db", "changelog", "schema_info")


class TableWithoutRowLevelSecurity(Rule[Catalog]):
    """A table has no row level security although tables like it have.

    Why: a new table has row level security off, so everybody with a privilege on it sees and changes the rows of all
    tenants.

    Instead: `ALTER TABLE ... ENABLE ROW LEVEL SECURITY` and policies like those of the other tables; without policies
    nobody but the owner sees a row.
    """

    id = "security/table-without-row-level-security"
    sources = ("https://www.postgresql.org/docs/current/ddl-rowsecurity.html",)
    examples = (
        Bad(
            """
            CREATE TABLE files (id bigint PRIMARY KEY, tenant_id bigint NOT NULL);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE files (id bigint PRIMARY KEY, tenant_id bigint NOT NULL);
            ALTER TABLE files ENABLE ROW LEVEL SECURITY;
            """,
            given=_NOTES,
        ),
        Good("CREATE TABLE zones (id bigint PRIMARY KEY, name text NOT NULL);", given=_NOTES),
        Good("CREATE TABLE files (id bigint PRIMARY KEY, tenant_id bigint NOT NULL);"),
    )

    tenant_columns: frozenset[str] = frozenset({"tenant_id", "org_id", "organization_id", "account_id", "workspace_id"})
    """Columns that say to whom a row belongs."""
    exposed_schemas: frozenset[str] = frozenset({"public"})
    """Schemas that browsers reach, where policies speak of their users."""

    def check(self, subject: Catalog, context: Context) -> Iterator[Finding]:
        """Reports tables without row level security beside tables that have it."""
        tables = list(subject.all(Table))
        secured = [table for table in tables if table.row_security and table.policies]
        is_web = subject.session.web_roles or "supabase" in context.place.split("/")[:-1]
        if not secured and not is_web:
            return
        tenants = {column.name for table in secured for column in table.columns} & self.tenant_columns
        is_web = is_web or any(speaks_of_web_users(policy) for table in secured for policy in table.policies)
        for table in tables:
            if table.row_security or not _is_ordinary(table):
                continue
            partition = Severity.INFO if table.partition_of else None
            shared = next((column.name for column in table.columns if column.name in tenants), None)
            if is_web and table.schema in self.exposed_schemas:
                message = f"`{table.name}` has no row level security, so every user of the API sees all of its rows."
                yield self.finding(table.origin, message, *_fixes(table), severity=partition or Severity.ERROR)
            elif shared:
                message = f"`{table.name}` has `{shared}` like tables with row level security, but has none itself."
                yield self.finding(table.origin, message, *_fixes(table), severity=partition)


def _is_ordinary(table: Table) -> bool:
    if not table.created or table.temporary or table.foreign:
        return False
    return not any(word in table.name for word in _BOOKKEEPING)


def _fixes(table: Table) -> Iterator[Fix]:
    text = f";\nALTER TABLE {relation_name(table.key)} ENABLE ROW LEVEL SECURITY"
    yield Fix("Enable row level security", (Edit.insert(table.origin.span.end, text),), FixKind.UNSAFE)
