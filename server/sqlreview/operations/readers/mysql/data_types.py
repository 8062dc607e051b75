"""Data types of MySQL and MariaDB, under the names the other engines share where the type is the same.

`int` is "integer", `decimal` is "numeric", `double` is "double precision", `bool` is "tinyint(1)"; what only MySQL has
keeps its own name: tinyint, mediumint, float, datetime, year, enum, set, the texts and blobs, json and the geometries
(https://dev.mysql.com/doc/refman/8.4/en/data-types.html).
"""

from __future__ import annotations

from sqlreview.operations.parts import ColumnType
from sqlreview.operations.readers.mysql.words import closed_group, is_string
from sqlreview.sql.cursor import Cursor, Unreadable

_CANONICAL = {
    "int": "integer",
    "int1": "tinyint",
    "int2": "smallint",
    "int3": "mediumint",
    "int4": "integer",
    "int8": "bigint",
    "middleint": "mediumint",
    "dec": "numeric",
    "decimal": "numeric",
    "fixed": "numeric",
    "number": "numeric",
    "double": "double precision",
    "real": "double precision",
    "float8": "double precision",
    "float4": "float",
    "character": "char",
    "nchar": "char",
    "nvarchar": "varchar",
    "varcharacter": "varchar",
    "varchar2": "varchar",
    "raw": "varbinary",
    "clob": "longtext",
    "geometrycollection": "geomcollection",
}
_NATIONAL = ("nchar", "nvarchar", "national")
_NATIONAL_CHARSET = "utf8mb3"
_SINGLE_PRECISION_BITS = 24
_TYPES = """
    BIGINT BINARY BIT BLOB BOOL BOOLEAN CHAR CHARACTER CLOB DATE DATETIME DEC DECIMAL DOUBLE ENUM FIXED FLOAT FLOAT4
    FLOAT8 GEOMCOLLECTION GEOMETRY GEOMETRYCOLLECTION INET4 INET6 INT INT1 INT2 INT3 INT4 INT8 INTEGER JSON LINESTRING
    LONG LONGBLOB LONGTEXT MEDIUMBLOB MEDIUMINT MEDIUMTEXT MIDDLEINT MULTILINESTRING MULTIPOINT MULTIPOLYGON NATIONAL
    NCHAR NUMBER NUMERIC NVARCHAR POINT POLYGON RAW REAL ROW SERIAL SET SMALLINT TEXT TIME TIMESTAMP TINYBLOB TINYINT
    TINYTEXT UUID VARBINARY VARCHAR VARCHAR2 VARCHARACTER VECTOR XMLTYPE YEAR
"""
TYPE_WORDS = frozenset(_TYPES.split())
"""Words that begin a type; MySQL has no types of its users."""


def read_type(cursor: Cursor) -> ColumnType:
    """Reads a data type with width, labels, UNSIGNED, ZEROFILL and CHARACTER SET; raises Unreadable at other words."""
    first = cursor.at
    if cursor.word not in TYPE_WORDS and cursor.word[:2] not in ("{{", "${"):
        raise Unreadable(f"{cursor.word or 'the end'} is no data type")
    in_capitals = cursor.tokens.text(first).isupper()
    word = cursor.next().lower()
    name, arguments = _named(cursor, word)
    unsigned, zerofill = _signs(cursor)
    charset = read_charset(cursor) if name in _CHARACTER_TYPES else None
    if charset is None and word in _NATIONAL:
        charset = _NATIONAL_CHARSET
    return ColumnType(
        name,
        cursor.span_from(first),
        arguments,
        in_capitals=in_capitals,
        unsigned=unsigned,
        zerofill=zerofill,
        charset=charset,
    )


_CHARACTER_TYPES = frozenset(("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set"))


def _named(cursor: Cursor, word: str) -> tuple[str, tuple[str, ...]]:
    """The canonical name of a type and its arguments."""
    match word:
        case "bool" | "boolean":
            return "tinyint", ("1",)
        case "national":
            cursor.next()
        case "double":
            cursor.accept("PRECISION")
        case "long":
            return _long(cursor), ()
        case "char" if cursor.accept("BYTE"):
            return "binary", ()
    varying = word in ("char", "character", "nchar", "national") and _varying(cursor, word)
    arguments = _arguments(cursor)
    if varying:
        return "varchar", arguments
    if word == "char" and cursor.accept("BYTE"):
        return "binary", arguments
    if word == "float" and len(arguments) == 1 and arguments[0].isdecimal():
        return ("float" if int(arguments[0]) <= _SINGLE_PRECISION_BITS else "double precision"), ()
    return ("char" if word == "national" else _CANONICAL.get(word, word)), arguments


def _varying(cursor: Cursor, word: str) -> bool:
    if word == "national" and cursor.tokens.words[cursor.at - 1] in ("VARCHAR", "VARCHARACTER"):
        return True
    return cursor.accept_any("VARYING", "VARCHAR") is not None


def _long(cursor: Cursor) -> str:
    if cursor.accept("VARBINARY"):
        return "mediumblob"
    if cursor.accept_any("CHAR", "CHARACTER"):
        cursor.expect("VARYING")
    else:
        cursor.accept_any("VARCHAR", "VARCHARACTER")
    return "mediumtext"


def _arguments(cursor: Cursor) -> tuple[str, ...]:
    if cursor.word != "(":
        return ()
    arguments = tuple(_argument(item) for item in closed_group(cursor).items())
    if not arguments:
        raise Unreadable("nothing stands in the brackets of a type")
    return arguments


def _argument(item: Cursor) -> str:
    """A number, or a label of ENUM and SET."""
    index = item.at
    word = item.next()
    if not item.done or not (word.isdecimal() or is_string(word) or word[:1] in "{$:%?@"):
        raise Unreadable(f"unexpected {item.word or word} in the brackets of a type")
    return item.tokens.text(index)


def _signs(cursor: Cursor) -> tuple[bool, bool]:
    unsigned = zerofill = False
    while word := cursor.accept_any("UNSIGNED", "SIGNED", "ZEROFILL"):
        unsigned = unsigned or word != "SIGNED"
        zerofill = zerofill or word == "ZEROFILL"
    return unsigned, zerofill


def read_charset(cursor: Cursor) -> str | None:
    """Reads CHARACTER SET c, CHARSET c, ASCII, UNICODE and the word BINARY beside them; None where none is written."""
    charset = None
    while True:
        if accept_charset(cursor):
            charset = charset_name(cursor)
        elif cursor.word == "ASCII":
            charset = "latin1"
            cursor.at += 1
        elif cursor.word == "UNICODE":
            charset = "ucs2"
            cursor.at += 1
        elif cursor.word == "BYTE":
            charset = "binary"
            cursor.at += 1
        elif not cursor.accept("BINARY"):  # the collation that compares codes, which has no name before it is resolved
            return charset


def accept_charset(cursor: Cursor) -> bool:
    """Steps over CHARACTER SET or CHARSET."""
    return cursor.accept("CHARACTER", "SET") or cursor.accept("CHAR", "SET") or cursor.accept("CHARSET")


def charset_name(cursor: Cursor) -> str:
    """Reads the name of a character set or collation, bare or in quotes, in lower case."""
    word = cursor.next()
    if is_string(word) or word[:1] in '"`':
        return word.strip("'\"`").lower()
    if not (word[0].isalnum() or word[0] in "_{$@:"):
        raise Unreadable(f"{word} is no name")
    return word.lower()
