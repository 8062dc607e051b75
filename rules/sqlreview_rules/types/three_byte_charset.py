"""types/three-byte-charset."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule
from sqlreview.operations import AddColumn, ConvertCharset, CreateSchema, CreateTable, ModifyColumn, SetTableOptions
from sqlreview.operations.charsets import (
    CharsetClause,
    CharsetOperation,
    charset_columns,
    column_charset,
    is_fixed_format,
    table_charset,
)

_NARROW = ("utf8mb3", "latin1", "ucs2", "ascii")


class ThreeByteCharset(Rule[CreateTable | AddColumn | ModifyColumn | SetTableOptions | ConvertCharset | CreateSchema]):
    """utf8 in MySQL and MariaDB is a three-byte character set that rejects emoji and some CJK characters.

    Why: a text with an emoji is refused with error 1366 in strict mode, and cut off where it stands without it;
    latin1 and ascii hold even less.

    Instead: `utf8mb4`. For codes and hashes `ascii` and `latin1` are fine.
    """

    id = "types/three-byte-charset"
    engines = ("mysql", "mariadb")
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/charset-unicode-utf8mb3.html", "measured on MariaDB 10.11")
    examples = (
        Bad(
            """
            CREATE TABLE remark (id BIGINT PRIMARY KEY, body TEXT NOT NULL) DEFAULT CHARSET=utf8;
                                                                                    ^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE remark (id BIGINT PRIMARY KEY, body TEXT NOT NULL) DEFAULT CHARSET=utf8mb4;
            """,
            engine="mysql",
        ),
        Good(
            "CREATE TABLE remark (id BIGINT PRIMARY KEY, body TEXT NOT NULL) DEFAULT CHARSET=utf8mb4;", engine="mysql"
        ),
    )

    allowed: frozenset[str] = frozenset()
    """Character sets that are used on purpose, such as "latin1"."""

    def check(self, subject: CharsetOperation, context: Context) -> Iterator[Finding]:
        """Reports tables and databases with such a character set, and columns that differ from their table."""
        sql = context.statement.text
        whole = table_charset(subject, sql)
        main = whole[0].charset if whole else None
        clauses = list(whole)
        for column in charset_columns(subject):
            own = column_charset(column, sql)
            if own and own[0].charset == main and self._is_narrow(own[0]):
                clauses += own
            elif own and self._is_narrow(own[0]) and not (is_fixed_format(column) and own[0].charset != "utf8mb3"):
                yield self._finding(own, f"`{column.name}`")
        if main is not None and self._is_narrow(whole[0]):
            yield self._finding(tuple(clauses), _described(subject))

    def _is_narrow(self, clause: CharsetClause) -> bool:
        return clause.charset in _NARROW and not {clause.charset, clause.name} & self.allowed

    def _finding(self, clauses: tuple[CharsetClause, ...], where: str) -> Finding:
        first = clauses[0]
        width = "three-byte characters" if first.charset == "utf8mb3" else "a part of all characters"
        message = f"{first.name} in {where} holds only {width}, so an emoji is refused."
        if first.charset != "utf8mb3" or any("mysql500" in clause.name for clause in clauses):
            return self.finding(first.span, message)
        edits = tuple(Edit.replace(item.name_span, _four_bytes(item.name)) for item in clauses)
        return self.finding(first.span, message, Fix("Write utf8mb4", edits, FixKind.UNSAFE))


def _described(subject: CharsetOperation) -> str:
    if isinstance(subject, CreateSchema):
        return "the database"
    return f"`{subject.table.text}`"


def _four_bytes(name: str) -> str:
    first, mark, rest = name.partition("_")
    return f"utf8mb4{mark}{rest}" if first in ("utf8", "utf8mb3") else name
