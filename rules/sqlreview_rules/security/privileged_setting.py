"""security/privileged-setting."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Migration, Rule, Severity, Span
from sqlreview.operations import Begin, Commit, Other, SetSetting, Truncate, WriteRows
from sqlreview.queries import Select, functions_of
from sqlreview.schema import Origin
from sqlreview.schema.setting_contexts import setting_context

_DATA = (Begin, Commit, Other, SetSetting, Truncate, WriteRows)


class PrivilegedSetting(Rule[Migration | Select]):
    """Application or migration SQL sets a parameter only superusers may set.

    Why: the role of an application or migration is refused, `permission denied to set parameter`; parameters of the
    server itself, such as shared_buffers, nobody can SET in a session.

    Instead: an administrator sets it with ALTER ROLE or ALTER DATABASE, or, from PostgreSQL 15 on, gives the role the
    right with GRANT SET ON PARAMETER. Parameters of the server stand in its configuration.
    """

    id = "security/privileged-setting"
    sources = ("https://www.postgresql.org/docs/current/view-pg-settings.html", "measured on PostgreSQL 15 and 18")
    examples = (
        Bad(
            """
            SET log_statement_stats = on;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """
        ),
        Bad(
            """
            SET shared_buffers = '2GB';
            ^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            sqlstate="55P02",
        ),
        Good("SET LOCAL statement_timeout = '5s';"),
        Good("SET work_mem = '64MB';"),
    )

    permitted: frozenset[str] = frozenset()
    """Parameters that the role may set, because it is an administrator's or was granted the right."""

    def check(self, subject: Migration | Select, context: Context) -> Iterator[Finding]:
        """Reports SET of such parameters; in files of data alone not of session_replication_role."""
        if isinstance(subject, Select):
            for call in functions_of(subject):
                name = call.arguments[0].string if call.name == "set_config" and call.arguments else None
                if name and setting_context(name) is not None and name not in self.permitted:
                    yield self._found(name, call.span)
            return
        for number, setting in subject.operations(SetSetting):
            if setting_context(setting.name) is None or setting.value is None or setting.name in self.permitted:
                continue
            is_load = all(issubclass(other, _DATA) for other in subject.kinds) and WriteRows in subject.kinds
            if setting.name != "session_replication_role" or not is_load:
                yield self._found(setting.name, subject.origins[number].within(setting.span))

    def _found(self, name: str, at: Origin | Span) -> Finding:
        if setting_context(name) == "server":
            message = f"No session can set {name}, which belongs to the server."
            return self.finding(at, message, severity=Severity.ERROR)
        return self.finding(at, f"Only a superuser may set {name}.")
