"""security/role-in-migration."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import CreateRole, DropRole
from sqlreview.schema.versioned_files import is_versioned


class RoleInMigration(Rule[CreateRole | DropRole]):
    """A versioned migration creates, changes or drops a role of the whole server.

    Why: roles belong to the server, not to the database. Where a second database of the server runs the migration, the
    role exists already and the migration fails, and PostgreSQL has no IF NOT EXISTS for it.

    Instead: manage roles with the infrastructure, and only GRANT in the migration; or ask `pg_roles` in a DO block.
    """

    id = "security/role-in-migration"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/database-roles.html",)
    examples = (
        Bad(
            """
            -- file: migrations/V3__roles.sql
            CREATE ROLE reporters NOLOGIN;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            DROP ROLE reporters;
            ^^^^^^^^^^^^^^^^^^^
            """
        ),
        Good(
            """
            -- file: migrations/V3__grants.sql
            CREATE TABLE sales (id bigint PRIMARY KEY);
            GRANT SELECT ON sales TO pg_monitor;
            """
        ),
    )

    def check(self, subject: CreateRole | DropRole, context: Context) -> Iterator[Finding]:
        """Reports roles in files of a history; one with a password is another rule's, a setting of a role nobody's."""
        if context.body is not None or not is_versioned(context.place):
            return
        if isinstance(subject, CreateRole) and (subject.password or (subject.alter and "SET" in subject.options)):
            return
        guarded = "EXISTS" in context.text(subject.span).upper() or getattr(subject, "if_exists", False)
        verb = "dropped" if isinstance(subject, DropRole) else "changed" if subject.alter else "created"
        message = f"`{subject.role}` is {verb} for all databases of the server."
        yield self.finding(subject.span, message, severity=Severity.HINT if guarded else None)
