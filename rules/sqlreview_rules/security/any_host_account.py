"""security/any-host-account."""

from collections.abc import Iterator

from sqlreview import SHOP_MYSQL, Bad, Context, Finding, Good, Rule
from sqlreview.operations import CreateRole, Grant
from sqlreview.operations.written import words_of

_HARMLESS = frozenset(("USAGE", "PROCESS", "REPLICATION CLIENT", "BINLOG MONITOR"))
_TENDING = frozenset(("backup", "dump", "monitor", "monitoring", "exporter", "replication", "repl", "root", "admin"))


class AnyHostAccount(Rule[CreateRole | Grant]):
    """An account is open to every host or gets global privileges.

    Why: from wherever the server can be reached the password alone is in the way; and what is granted on `*.*` holds
    for every schema, those of the server included.

    Instead: name the host or network, and the schema: `GRANT ... ON shop.* TO 'app'@'10.0.%'`.
    """

    id = "security/any-host-account"
    engines = ("mysql", "mariadb")
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/account-names.html", "MariaDB 10.11")
    examples = (
        Bad(
            """
            CREATE USER 'app'@'%' IDENTIFIED BY 'x1';
                        ^^^^^^^^^
            GRANT SELECT ON *.* TO 'app'@'%';
                                   ^^^^^^^^^
            """,
            given=SHOP_MYSQL,
            engine="mysql",
        ),
        Good(
            """
            CREATE USER 'clerk'@'10.1.2.3';
            GRANT SELECT, INSERT ON shop.* TO 'clerk'@'10.1.2.3';
            """,
            given=SHOP_MYSQL,
            engine="mysql",
        ),
    )

    open_accounts: frozenset[str] = frozenset()
    """Accounts, without their host, that are open on purpose."""

    def check(self, subject: CreateRole | Grant, context: Context) -> Iterator[Finding]:
        """Reports accounts without a host that are created, and privileges on everything."""
        if isinstance(subject, CreateRole):
            name, _, host = subject.role.text.partition("@")
            is_role = "ROLE" in context.statement.text[: subject.role.span.start].upper().split()
            if host in ("", "%") and not is_role and not subject.alter and not self._is_meant(name):
                yield self.finding(subject.role.span, f"`{name}` may log in from every host.")
        elif subject.kind != "server" and not subject.revoke:
            for grantee in subject.grantees:
                name, _, host = grantee.text.partition("@")
                if host == "%" and not self._is_meant(name):
                    yield self.finding(grantee.span, f"`{name}` gets these privileges from every host.")
        elif subject.kind == "server" and not subject.revoke and not _HARMLESS.issuperset(subject.privileges):
            for grantee in subject.grantees:
                name = grantee.text.partition("@")[0]
                if not self._is_meant(name):
                    yield self.finding(grantee.span, f"`{name}` gets these privileges in every schema of the server.")

    def _is_meant(self, name: str) -> bool:
        return name in self.open_accounts or not _TENDING.isdisjoint(words_of(name))
