"""types/ip-as-text."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.schema import Table
from sqlreview.schema.typed_columns import typed_columns

_TEXTS = frozenset(("text", "varchar", "char", "bpchar"))
_NAMES = (("ip",), ("ip", "address"), ("remote", "addr"), ("client", "addr"), ("ip", "addr"))


class IpAsText(Rule[Table]):
    """Addresses of hosts are stored as text.

    Why: one address has several spellings as text, a network cannot be searched, and nothing stops a value that is no
    address.

    Instead: `inet` in PostgreSQL, `inet6` in MariaDB, `varbinary(16)` with INET6_ATON in MySQL.
    """

    id = "types/ip-as-text"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.HINT
    sources = ("https://www.postgresql.org/docs/current/datatype-net-types.html",)
    examples = (
        Bad(
            """
            CREATE TABLE visits (id bigint PRIMARY KEY, ip_address text NOT NULL);
                                                                   ^^^^
            """
        ),
        Bad(
            """
            CREATE TABLE visits (id bigint PRIMARY KEY, client_ip varchar(45) NOT NULL);
                                                                  ^^^^^^^^^^^
            """,
            engine="mysql",
        ),
        Good("CREATE TABLE visits (id bigint PRIMARY KEY, ip_address inet NOT NULL, user_ip_hash text);"),
        Good("CREATE TABLE visits (id bigint PRIMARY KEY, client_ip varbinary(16) NOT NULL);", engine="mysql"),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports texts that are named after addresses after the last migration."""
        for column in typed_columns(subject):
            is_named = column.words in _NAMES or column.words[-1:] == ("ip",) or column.words[-2:] == ("ip", "address")
            if is_named and column.type.name in _TEXTS and not column.type.dimensions:
                message = f"`{subject.name}.{column.column.name}` stores addresses of hosts as text."
                yield self.finding(column.at, message)
