"""Data types, under one canonical name each (https://www.postgresql.org/docs/current/datatype.html)."""

from __future__ import annotations

from collections.abc import Callable

from sqlreview.operations.parts import ColumnType
from sqlreview.sql.cursor import Cursor

_CANONICAL = {
    "int": "integer",
    "int4": "integer",
    "int8": "bigint",
    "int2": "smallint",
    "decimal": "numeric",
    "dec": "numeric",
    "float4": "real",
    "float8": "double precision",
    "bool": "boolean",
    "serial4": "serial",
    "serial8": "bigserial",
    "serial2": "smallserial",
}
_INTERVAL_FIELDS = ("YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND")
_Modified = tuple[str, tuple[str, ...], str | None]


def read_type(cursor: Cursor) -> ColumnType:
    """Reads a data type with its modifiers and array brackets."""
    first = cursor.at
    if cursor.word == "SETOF":
        cursor.next()
    reader = _BY_WORD.get(cursor.word)
    if reader is not None and cursor.peek() != ".":
        name, arguments, fields = reader(cursor)
        schema = None
    else:
        schema, name = _read_named(cursor)
        arguments, fields = _read_arguments(cursor), None
        if name == "bpchar" and arguments:
            name = "char"  # without a length bpchar has no limit, while char means char(1)
    dimensions = _read_dimensions(cursor)
    in_capitals = cursor.tokens.text(first).isupper()
    return ColumnType(name, cursor.span_from(first), arguments, dimensions, schema, fields, in_capitals)


def _read_named(cursor: Cursor) -> tuple[str | None, str]:
    quoted = cursor.word[:1] == '"'
    name = cursor.name()
    if cursor.word == "%" and cursor.peek() in ("TYPE", "ROWTYPE"):
        cursor.at += 1
        return None, f"{name}%{cursor.next().lower()}"
    if name.schema is not None and name.schema != "pg_catalog":
        return name.schema, name.text
    if name.text == "char" and (quoted or name.schema):
        return name.schema, '"char"'  # the one-byte internal type, another one than char
    return None, _CANONICAL.get(name.text, name.text)


def _read_arguments(cursor: Cursor) -> tuple[str, ...]:
    if cursor.word != "(":
        return ()
    return tuple(item.span.of(cursor.tokens.sql) for item in cursor.group().items())


def _read_dimensions(cursor: Cursor) -> int:
    if cursor.word == "ARRAY":
        cursor.at += 1
        if cursor.word == "[":
            cursor.group()
        return 1
    dimensions = 0
    while cursor.word == "[":
        cursor.group()
        dimensions += 1
    return dimensions


def _read_character(cursor: Cursor) -> _Modified:
    if cursor.next() == "NATIONAL":
        cursor.next()
    name = "varchar" if cursor.accept("VARYING") else "char"
    return name, _read_arguments(cursor), None


def _read_bit(cursor: Cursor) -> _Modified:
    cursor.next()
    name = "varbit" if cursor.accept("VARYING") else "bit"
    return name, _read_arguments(cursor), None


def _read_double(cursor: Cursor) -> _Modified:
    cursor.next()
    return ("double precision" if cursor.accept("PRECISION") else "double"), (), None


def _read_float(cursor: Cursor) -> _Modified:
    cursor.next()
    bits = _read_arguments(cursor)
    single = bool(bits) and bits[0].isdecimal() and int(bits[0]) <= 24
    return ("real" if single else "double precision"), (), None


def _read_time(cursor: Cursor) -> _Modified:
    name = cursor.next().lower()
    arguments = _read_arguments(cursor)
    if cursor.accept("WITH", "TIME", "ZONE"):
        return f"{name}tz", arguments, None
    cursor.accept("WITHOUT", "TIME", "ZONE")
    return name, arguments, None


def _read_interval(cursor: Cursor) -> _Modified:
    cursor.next()
    arguments = _read_arguments(cursor)
    fields = cursor.accept_any(*_INTERVAL_FIELDS)
    if fields and cursor.word == "TO" and cursor.peek() in _INTERVAL_FIELDS:
        cursor.next()
        fields = f"{fields} to {cursor.next()}"
    return "interval", arguments or _read_arguments(cursor), fields.lower() if fields else None


_BY_WORD: dict[str, Callable[[Cursor], _Modified]] = {
    "CHARACTER": _read_character,
    "CHAR": _read_character,
    "NCHAR": _read_character,
    "NATIONAL": _read_character,
    "BIT": _read_bit,
    "DOUBLE": _read_double,
    "FLOAT": _read_float,
    "TIMESTAMP": _read_time,
    "TIME": _read_time,
    "INTERVAL": _read_interval,
}
