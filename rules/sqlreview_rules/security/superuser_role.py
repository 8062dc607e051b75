"""security/superuser-role."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Span, regex
from sqlreview.operations import CreateRole, Grant

_ATTRIBUTES = ("SUPERUSER", "BYPASSRLS", "REPLICATION", "CREATEROLE")
_ROLES = frozenset(
    ("pg_execute_server_program", "pg_read_server_files", "pg_write_server_files", "pg_read_all_data")
) | {"pg_write_all_data", "postgres", "rds_superuser"}
_PRIVILEGES = frozenset(("SUPER", "SYSTEM_USER", "FILE", "PROCESS", "CREATE USER"))


class SuperuserRole(Rule[CreateRole | Grant]):
    """A role gets superuser or policy-bypassing power.

    Why: superusers and roles with BYPASSRLS skip all row level security, and the roles for server files and programs
    reach the machine below the database. An application that is broken into hands this power on.

    Instead: the privileges on the tables that the role works with.
    """

    id = "security/superuser-role"
    engines = ("postgres", "mysql", "mariadb")
    sources = ("https://www.postgresql.org/docs/current/role-attributes.html",)
    examples = (
        Bad(
            """
            CREATE ROLE shop_app LOGIN SUPERUSER;
                                       ^^^^^^^^^
            DROP ROLE shop_app;
            """,
            fixed="""
            CREATE ROLE shop_app LOGIN NOSUPERUSER;
            DROP ROLE shop_app;
            """,
        ),
        Good(
            """
            CREATE ROLE shop_app LOGIN NOSUPERUSER;
            DROP ROLE shop_app;
            """
        ),
    )

    administrators: frozenset[str] = frozenset()
    """Roles that are meant to have such power."""

    def check(self, subject: CreateRole | Grant, context: Context) -> Iterator[Finding]:
        """Reports attributes, and memberships and privileges that are as powerful."""
        if isinstance(subject, CreateRole):
            if context.engine.family == "postgres" and subject.role.text not in self.administrators:
                yield from self._attributes(subject, context)
            return
        names = [name.text for name in subject.grantees]
        if subject.revoke or self.administrators.issuperset(names):
            return
        is_mysql = context.engine.family == "mysql"
        given = [name for name in subject.privileges if name in (_PRIVILEGES if is_mysql else _ROLES)]
        if given and subject.kind == ("server" if is_mysql else "role"):
            message = f"{', '.join(given)} gives `{', '.join(names)}` power over the whole server."
            yield self.finding(subject.span, message)

    def _attributes(self, subject: CreateRole, context: Context) -> Iterator[Finding]:
        for word in _ATTRIBUTES:
            if word not in subject.options:
                continue
            found = regex(rf"(?i)\b{word}\b").search(context.statement.text, subject.role.span.end)
            if found:
                span = Span(*found.span())
                fix = Fix(f"Write NO{word}", (Edit.replace(span, f"NO{word}"),), FixKind.UNSAFE)
                yield self.finding(span, f"{word} gives `{subject.role}` power beyond its own tables.", fix)
