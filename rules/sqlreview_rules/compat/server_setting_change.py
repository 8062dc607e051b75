"""compat/server-setting-change."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Migration, Rule, Severity
from sqlreview.operations import CreateRole, Operation, Other, SetSetting

_PLACES = {"alter system": "the whole server", "alter database": "every session of the database"}


class ServerSettingChange(Rule[Migration]):
    """The migration changes a setting for a whole server, database or role.

    Why: it reaches sessions that have nothing to do with the migration, begins with the next connection or the next
    restart, and is gone on a server that is built from its configuration.

    Instead: keep such settings with the configuration of the server; in a migration `SET` or `SET LOCAL`.
    """

    id = "compat/server-setting-change"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.INFO
    enabled = False
    sources = ("https://www.postgresql.org/docs/current/sql-alterdatabase.html",)
    examples = (
        Bad(
            """
            ALTER ROLE CURRENT_USER SET work_mem = '256MB';
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """
        ),
        Good("SET work_mem = '256MB';"),
        Bad(
            """
            SET GLOBAL long_query_time = 10;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            engine="mysql",
        ),
        Good("SET SESSION long_query_time = 10;", engine="mysql"),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports settings of more than the session, but not those of a role that the file creates."""
        made = {item.role.text for _, item in subject.operations(CreateRole) if not item.alter}
        for position, operation in subject.operations(Other, CreateRole, SetSetting):
            reach = _reach(operation, made)
            if reach is not None:
                at = subject.origins[position].within(operation.span)
                yield self.finding(at, f"This sets `{reach[0]}` for {reach[1]}.")


def _reach(operation: Operation, made: set[str]) -> tuple[str, str] | None:
    """The setting and whom it reaches; None for what ends with the session."""
    match operation:
        case SetSetting(name=name, everywhere=True):
            return name, "the whole server"
        case CreateRole(setting=(name, _), role=role, alter=True) if role.text not in made:
            return name, "all sessions of every role" if role.text == "all" else f"every session of `{role}`"
        case Other(kind=kind, setting=(name, _)) if kind in _PLACES:
            return name, _PLACES[kind]
    return None
