"""security/view-bypasses-row-level-security."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import CreateMaterializedView, CreateView
from sqlreview.schema import Table, View
from sqlreview.schema.row_security import reads_as_caller, secured_tables_behind

_NOTES = """
CREATE TABLE notes (id bigint PRIMARY KEY, owner text NOT NULL);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON notes USING (owner = current_user);
"""


class ViewBypassesRowLevelSecurity(Rule[View]):
    """A view reads a table with row level security as its owner, so the policies do not apply to its readers.

    Why: everybody who may read the view sees the rows of everybody.

    Instead: `WITH (security_invoker = true)`, from PostgreSQL 15 on; before that a function, or an owner of the view
    to whom the policies apply.
    """

    id = "security/view-bypasses-row-level-security"
    versions = "security_invoker: postgres >= 15"
    sources = ("https://www.postgresql.org/docs/current/sql-createview.html",)
    examples = (
        Bad(
            """
            CREATE VIEW note_list AS SELECT id FROM notes;
                        ^^^^^^^^^
            """,
            fixed="CREATE VIEW note_list WITH (security_invoker = true) AS SELECT id FROM notes;",
            given=_NOTES,
        ),
        Good("CREATE VIEW note_list WITH (security_invoker = true) AS SELECT id FROM notes;", given=_NOTES),
    )

    unexposed_schemas: frozenset[str] = frozenset({"private", "internal", "admin", "pg_temp"})
    """Schemas whose views only administrators read."""

    def check(self, subject: View, context: Context) -> Iterator[Finding]:
        """Reports views that show the rows of a secured table to everybody."""
        if subject.temporary or subject.schema in self.unexposed_schemas or reads_as_caller(subject):
            return
        table = next(secured_tables_behind(context.catalog, subject), None)
        if table is None:
            return
        span = subject.origin.span
        creation = next((item for item in context.statement.operations if item.span == span), None)
        if isinstance(creation, CreateView | CreateMaterializedView):
            span = creation.view.span
        # before PostgreSQL 15 a view cannot do otherwise
        severity = Severity.HINT if context.version < 15 and not subject.materialized else None
        fixes = _fixes(subject, creation, context) if isinstance(creation, CreateView) else ()
        yield self.finding(subject.origin.within(span), _message(subject, table), *fixes, severity=severity)


def _message(view: View, table: Table) -> str:
    if view.materialized:
        return f"`{view.name}` keeps rows of `{table.name}`, and no policy applies to a materialized view."
    return f"`{view.name}` shows every row of `{table.name}`, as the policies do not apply to the owner of the view."


def _fixes(view: View, creation: CreateView, context: Context) -> Iterator[Fix]:
    head = context.statement.text[: creation.query.start].rstrip()
    is_plain = not (creation.options or view.options or view.replaced)
    if context.version >= 15 and is_plain and head[-3:].upper().strip() == "AS":
        edit = Edit.insert(len(head) - 2, "WITH (security_invoker = true) ")
        yield Fix("Add security_invoker", (edit,), FixKind.UNSAFE)
