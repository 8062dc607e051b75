"""types/uuid-as-text."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.schema import Table
from sqlreview.schema.typed_columns import TypedColumn, typed_columns

_TEXTS = frozenset(("text", "varchar", "char", "bpchar"))
_NAMES = frozenset(("uuid", "guid"))
_ELSEWHERE = frozenset(("external", "remote", "provider", "legacy", "foreign", "vendor", "request", "stripe"))
_LENGTH = "36"


class UuidAsText(Rule[Table]):
    """UUIDs are stored as text.

    Why: each takes 37 bytes instead of 16, in the table and in every index, letter case makes two of one, and nothing
    stops a value that is no UUID.

    Instead: `uuid` in PostgreSQL and MariaDB since 10.7, `binary(16)` in MySQL.
    """

    id = "types/uuid-as-text"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/datatype-uuid.html",)
    examples = (
        Bad(
            """
            CREATE TABLE devices (id char(36) PRIMARY KEY);
                                     ^^^^^^^^
            """
        ),
        Bad(
            """
            CREATE TABLE devices (id bigint PRIMARY KEY, device_guid varchar(40) NOT NULL);
                                                                     ^^^^^^^^^^^
            """,
            engine="mysql",
        ),
        Good("CREATE TABLE devices (id uuid PRIMARY KEY DEFAULT gen_random_uuid());"),
        Good("CREATE TABLE devices (id binary(16) PRIMARY KEY, external_uuid char(36));", engine="mysql"),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports texts of 36 characters and texts that are named or filled so after the last migration."""
        for column in typed_columns(subject):
            if column.type.name in _TEXTS and not column.type.dimensions and _is_uuid(column):
                message = f"`{subject.name}.{column.column.name}` stores UUIDs as text, in more than twice the space."
                yield self.finding(column.at, message)


def _is_uuid(column: TypedColumn) -> bool:
    if not _ELSEWHERE.isdisjoint(column.words):
        return False
    default = column.column.default
    is_made = default is not None and any("uuid" in name for name in default.functions)
    is_long = column.type.name != "text" and column.type.arguments == (_LENGTH,)
    return is_made or is_long or not _NAMES.isdisjoint(column.words[-1:])
