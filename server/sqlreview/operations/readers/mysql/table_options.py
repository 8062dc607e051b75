"""Options of a MySQL table, in CREATE TABLE, ALTER TABLE and the definitions of partitions."""

from __future__ import annotations

from sqlreview.operations.readers.mysql.data_types import accept_charset, charset_name
from sqlreview.operations.readers.mysql.words import read_value
from sqlreview.sql.cursor import Cursor, Unreadable

_NAMES = """
    AUTO_INCREMENT AUTOEXTEND_SIZE AVG_ROW_LENGTH CHECKSUM COMMENT COMPRESSION CONNECTION DATA_DIRECTORY
    DELAY_KEY_WRITE ENCRYPTED ENCRYPTION ENCRYPTION_KEY_ID ENGINE ENGINE_ATTRIBUTE IETF_QUOTES INDEX_DIRECTORY
    INSERT_METHOD ITEF_QUOTES KEY_BLOCK_SIZE MAX_ROWS MIN_ROWS NODEGROUP PACK_KEYS PAGE_CHECKSUM PAGE_COMPRESSED
    PAGE_COMPRESSION_LEVEL PASSWORD ROW_FORMAT SECONDARY_ENGINE SECONDARY_ENGINE_ATTRIBUTE SEQUENCE
    STATS_AUTO_RECALC STATS_PERSISTENT STATS_SAMPLE_PAGES STORAGE TABLE_CHECKSUM TABLESPACE TRANSACTIONAL TYPE UNION
"""
_OPTIONS = frozenset(_NAMES.split())


def read_table_options(cursor: Cursor) -> tuple[tuple[str, str], ...]:
    """Reads as many options as there are, with or without commas between them."""
    options: list[tuple[str, str]] = []
    while accept_table_option(cursor, options):
        if cursor.word == "," and not _starts_option(cursor, 1):
            break
        cursor.accept(",")
    return tuple(options)


def starts_table_option(cursor: Cursor) -> bool:
    """Whether a table option stands under the cursor."""
    return _starts_option(cursor, 0)


def _starts_option(cursor: Cursor, ahead: int) -> bool:
    word, following = cursor.peek(ahead), cursor.peek(ahead + 1)
    match word:
        case "DEFAULT":
            return following in ("CHARACTER", "CHARSET", "CHAR", "COLLATE", "ENCRYPTION")
        case "DATA" | "INDEX":
            return following == "DIRECTORY"
        case "CHARACTER" | "CHAR":
            return following == "SET"
        case "CHARSET" | "COLLATE":
            return True
        case "WITH":
            return following == "SYSTEM"
        case "SECONDARY_ENGINE" | "TABLESPACE" | "STORAGE" | "SEQUENCE":
            return True
        case _ if word in _OPTIONS:
            return True
    return following == "=" and word.replace("_", "").isalnum()


def accept_table_option(cursor: Cursor, options: list[tuple[str, str]]) -> bool:
    """Steps over one option and adds it to the list, and says whether one stood there."""
    if not starts_table_option(cursor):
        return False
    if cursor.accept("WITH", "SYSTEM", "VERSIONING"):
        options.append(("system_versioning", "on"))
        return True
    cursor.accept("DEFAULT")
    if accept_charset(cursor):
        cursor.accept("=")
        options.append(("charset", charset_name(cursor)))
        return True
    if cursor.accept("COLLATE"):
        cursor.accept("=")
        options.append(("collate", charset_name(cursor)))
        return True
    name = cursor.next().lower()
    if name in ("data", "index"):
        cursor.expect("DIRECTORY")
        name = f"{name}_directory"
    cursor.accept("=")
    options.append((_SYNONYMS.get(name, name), _read_option_value(cursor, name)))
    return True


_SYNONYMS = {"type": "engine", "table_checksum": "checksum"}


def _read_option_value(cursor: Cursor, name: str) -> str:
    if cursor.word == "(":
        inside = cursor.group()
        return inside.span.of(cursor.tokens.sql) if not inside.done else ""
    if name == "storage" and cursor.word not in ("DISK", "MEMORY"):
        cursor.accept("ENGINE")  # STORAGE ENGINE = x of partitions
        cursor.accept("=")
    value = read_value(cursor)
    if cursor.word in ("K", "M", "G") and value.isdecimal():
        value += cursor.next()
    if not value and name == "engine":
        raise Unreadable("expected the name of a storage engine")
    return value
