"""types/oversized-varchar."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.schema import Table
from sqlreview.schema.typed_columns import TypedColumn, typed_columns

_LONG_WORDS = """
    email mail url uri path file filename hash password user agent address title name description comment note notes
    text body message subject link href avatar image token key secret content summary label
"""
_LONG = frozenset(_LONG_WORDS.split())
_SHORT = frozenset(("code", "flag", "status", "state", "type", "currency", "country"))
_HABIT = 255
_SHORT_LIMIT = 50


class OversizedVarchar(Rule[Table]):
    """A varchar length looks chosen by habit or is far larger than the data.

    Why: 255 says nothing about the values, so nothing stops a text where a code of two letters belongs. MySQL and
    MariaDB reserve the declared width in sort buffers and count it against the 65535 bytes of a row.

    Instead: the length the data has, or in PostgreSQL `text` with a CHECK.
    """

    id = "types/oversized-varchar"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            CREATE TABLE parcels (id bigint PRIMARY KEY, country_code varchar(255) NOT NULL);
                                                                      ^^^^^^^^^^^^
            """
        ),
        Bad(
            """
            CREATE TABLE parcels (id bigint PRIMARY KEY, note varchar(9000));
                                                              ^^^^^^^^^^^^^
            """,
            engine="mysql",
        ),
        Good("CREATE TABLE parcels (id bigint PRIMARY KEY, country_code varchar(2), url varchar(255));"),
        Good("CREATE TABLE parcels (id bigint PRIMARY KEY, note varchar(2000));", engine="mysql"),
    )

    max_length: int = 0
    """The longest length that is fine; 0 means 1000, and 2048 for MySQL and MariaDB."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports such lengths as they are after the last migration."""
        most = self.max_length or (2048 if context.engine.family == "mysql" else 1000)
        for column in typed_columns(subject):
            written = column.type.arguments[0] if column.type.arguments else ""
            if column.type.name == "varchar" and written.isdecimal() and _is_too_long(column, int(written), most):
                message = f"`{subject.name}.{column.column.name}` may be {written} characters long."
                yield self.finding(column.at, message)


def _is_too_long(column: TypedColumn, length: int, most: int) -> bool:
    if length > most:
        return True
    if length >= _SHORT_LIMIT and column.words[-1:] and column.words[-1] in _SHORT:
        return True
    return length == _HABIT and _LONG.isdisjoint(column.words)
