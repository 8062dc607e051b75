"""types/padded-char."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.schema import Table
from sqlreview.schema.typed_columns import TypedColumn, typed_columns

_CODE_WORDS = """
    code iso country currency language lang locale region state flag abbreviation abbr symbol initials suffix
    zip postcode zipcode yn
"""
_DIGEST_WORDS = """
    hash md5 sha sha1 sha256 sha512 digest checksum fingerprint crc uuid guid ulid hex token key id iban bic
"""
_CODES = frozenset(_CODE_WORDS.split())
_DIGESTS = frozenset(_DIGEST_WORDS.split())
_PROSE = frozenset(("name", "title", "city", "street", "address", "email", "comment", "note", "label", "description"))
_DIGEST_LENGTHS = frozenset((32, 36, 40, 64, 128))
_LONGEST_CODE = 20


class PaddedChar(Rule[Table]):
    """A char(n) column pads every value with blanks and gives no speed in return.

    Why: in PostgreSQL 'ab' in a char(10) takes ten bytes and comes back as ten characters; `=` ignores the blanks,
    `LIKE 'ab'` does not match them, and `length()` does not count them. MySQL and MariaDB pad the stored value and cut
    all blanks at its end when it is read, also those that belonged to it.

    Instead: `text` or `varchar(n)`. Codes and digests whose length is always the same may stay.
    """

    id = "types/padded-char"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/datatype-character.html",)
    examples = (
        Bad(
            """
            CREATE TABLE people (id bigint PRIMARY KEY, nickname char(30) NOT NULL);
                                                                 ^^^^^^^^
            """,
            fixed="""
            CREATE TABLE people (id bigint PRIMARY KEY, nickname varchar(30) NOT NULL);
            """,
        ),
        Good("CREATE TABLE people (id bigint PRIMARY KEY, nickname text NOT NULL, country char(2) NOT NULL);"),
        Good("CREATE TABLE uploads (id bigint PRIMARY KEY, is_open char(1) NOT NULL, content_md5 char(32) NOT NULL);"),
    )

    fixed_length: frozenset[str] = frozenset()
    """Columns whose values always have the full length."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports char(n) columns that do not look like codes or digests."""
        for column in typed_columns(subject):
            if column.type.name == "char" and not self._has_fixed_length(column, context.engine.family == "mysql"):
                length = column.type.arguments[0]
                message = f"`{subject.name}.{column.column.name}` pads every value with blanks to {length} characters."
                fixes = (_varying(column),) if column.is_definition else ()
                yield self.finding(column.at, message, *fixes)

    def _has_fixed_length(self, column: TypedColumn, is_mysql: bool) -> bool:
        written = column.type.arguments[0] if column.type.arguments else "1"
        length = int(written) if written.isdecimal() else 1
        words = column.column.name.lower().split("_")
        if (
            length < 2
            or (is_mysql and length <= _LONGEST_CODE)  # where char(n) is the habit of many, and short ones do no harm
            or (length in _DIGEST_LENGTHS and _PROSE.isdisjoint(words))
            or column.column.name in self.fixed_length
            or not _DIGESTS.isdisjoint(words)
        ):
            return True
        return length <= _LONGEST_CODE and not _CODES.isdisjoint(words)


def _varying(column: TypedColumn) -> Fix:
    written = f"varchar({column.type.arguments[0]})"
    new = column.replacement(written)
    return Fix("Use varchar", (Edit.replace(column.type.span, new),), FixKind.UNSAFE)
