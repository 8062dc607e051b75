"""What InnoDB does to give a column another type, character set or collation.

MariaDB as 10.11 was measured, MySQL as its manual says ("Online DDL Operations").
"""

from __future__ import annotations

from sqlreview.locks.mysql_work import CATALOG, COPY, IN_PLACE, INDEX, Work, dearest, is_innodb, is_mariadb, option_of
from sqlreview.locks.situation import Situation
from sqlreview.operations import ColumnType
from sqlreview.schema import Table

TEXTS = ("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set")
_INTEGERS = ("tinyint", "smallint", "mediumint", "int", "integer", "bigint")
_WITHOUT_SIZE = (*_INTEGERS, "float", "double", "double precision", "real", "year", "boolean")
"""Types whose modifiers say how they are shown or checked, not how they are stored."""
_WIDTHS = {"utf8mb4": 4, "utf8mb3": 3, "utf8": 3, "utf16": 4, "utf16le": 4, "utf32": 4, "ucs2": 2, "gb18030": 4}
_WIDTHS |= dict.fromkeys(("big5", "cp932", "euckr", "gb2312", "gbk", "sjis"), 2) | dict.fromkeys(("ujis", "eucjpms"), 3)
_STEPS = {"enum": (255,), "set": (8, 16, 24, 32)}
"""After so many values the stored number takes another byte."""


def type_change(
    old: tuple[ColumnType, str | None], new: tuple[ColumnType, str | None], column: str, table: Table, at: Situation
) -> Work:
    """The work of giving a column another type with another collation; both as they are written."""
    before, after = old[0], new[0]
    if before.name != after.name or before.unsigned != after.unsigned:
        return COPY
    match after.name:
        case "varchar":
            widths = _width(*old, table), _width(*new, table)
            return dearest(_longer(before, after, widths, table, at), _text_change(old, new, column, table, at))
        case "varbinary":
            return _longer(before, after, (1, 1), table, at)
        case "enum" | "set":
            return dearest(_listed(before, after), _text_change(old, new, column, table, at))
        case name if name in _WITHOUT_SIZE:
            return CATALOG
        case name if before.arguments != after.arguments:
            return COPY
        case name if name in TEXTS:
            return _text_change(old, new, column, table, at)
    return CATALOG


def charset_of(kind: ColumnType, collation: str | None, table: Table) -> str:
    """The character set of a column; utf8mb4 where neither column nor table says one."""
    found = kind.charset or (collation or "").partition("_")[0]
    found = found or option_of(table, "charset") or option_of(table, "collate").partition("_")[0]
    return {"utf8": "utf8mb3", "": "utf8mb4"}.get(found.lower(), found.lower())


def is_indexed(column: str, table: Table) -> bool:
    """Whether an index holds values of the column."""
    return any(column in index.columns for index in table.indexes)


def _width(kind: ColumnType, collation: str | None, table: Table) -> int:
    return _WIDTHS.get(charset_of(kind, collation, table), 1)


def _longer(before: ColumnType, after: ColumnType, widths: tuple[int, int], table: Table, at: Situation) -> Work:
    """VARCHAR or VARBINARY of another length: what counts is how many bytes store the length of a value."""
    old, new = _length(before), _length(after)
    if old is None or new is None or new < old:
        return CATALOG if old == new else COPY
    if new > old and not is_innodb(table):
        return COPY
    old_bytes, new_bytes = old * widths[0], new * widths[1]
    if is_mariadb(at):
        redundant = option_of(table, "row_format") == "redundant"
        return CATALOG if redundant or not 128 <= old_bytes <= 255 or new_bytes <= 255 else COPY
    if new_bytes == old_bytes:
        return CATALOG
    return IN_PLACE if (old_bytes <= 255) == (new_bytes <= 255) else COPY


def _length(kind: ColumnType) -> int | None:
    written = kind.arguments[0].strip() if kind.arguments else ""
    return int(written) if written.isdecimal() and len(written) < 10 else None


def _listed(before: ColumnType, after: ColumnType) -> Work:
    """ENUM or SET with another list: values at the end cost nothing, unless the number needs another byte."""
    old, new = len(before.arguments), len(after.arguments)
    grows = any(old <= step < new for step in _STEPS[after.name])
    return CATALOG if after.arguments[:old] == before.arguments and not grows else COPY


def _text_change(
    old: tuple[ColumnType, str | None], new: tuple[ColumnType, str | None], column: str, table: Table, at: Situation
) -> Work:
    """Another character set or collation, on top of what the type costs."""
    before, after = charset_of(*old, table), charset_of(*new, table)
    ordered = _order(old, table), _order(new, table)
    if before == after and ordered[0] == ordered[1]:
        return CATALOG
    widened = (before, after) == ("utf8mb3", "utf8mb4")
    if not is_mariadb(at):
        return IN_PLACE if (widened or after == "binary") and not is_indexed(column, table) else COPY
    if before != after and not widened:
        return COPY
    if ordered[0] == ordered[1]:
        return CATALOG
    key = table.primary_key
    if new[0].name in ("enum", "set") or (key is not None and column in key.columns):
        return COPY
    return INDEX if is_indexed(column, table) else CATALOG


def _order(kind: tuple[ColumnType, str | None], table: Table) -> str:
    """The collation without its character set: "general_ci"."""
    written = kind[1] or ("" if kind[0].charset else option_of(table, "collate"))
    return written.lower().partition("_")[2].replace("general_ci", "") if written else ""
