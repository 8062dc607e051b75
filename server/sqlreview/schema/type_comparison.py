"""Which types a foreign key can join, as measured on PostgreSQL 18, MariaDB 10.11 and SQLite 3.40."""

from __future__ import annotations

from typing import Literal

from sqlreview.operations import SERIAL_TYPES, ColumnType, Name
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.sqlite_affinity import affinity_of

Match = Literal["same", "different", "refused", "unknown"]

_DEEPEST_DOMAIN = 8
_FAMILIES = {
    **dict.fromkeys(("smallint", "integer", "bigint"), "integer"),
    **dict.fromkeys(("real", "double precision"), "float"),
    **dict.fromkeys(("text", "varchar", "char", "bpchar"), "string"),
    **dict.fromkeys(("date", "timestamp", "timestamptz"), "instant"),
    **{name: name for name in ("numeric", "uuid", "boolean", "bytea", "inet", "time", "interval")},
}
_ACCEPTED = frozenset((("integer", "numeric"), ("integer", "float"), ("numeric", "float"), ("time", "interval")))
"""Family of the referencing and of the referenced column: there is an implicit cast from the first to the second."""


def base_type(kind: ColumnType, catalog: Catalog) -> ColumnType:
    """The type behind domains and serial names."""
    for _ in range(_DEEPEST_DOMAIN):
        found = None if kind.dimensions else catalog.user_type(Name(kind.schema, kind.name, kind.span))
        if found is None or found.kind != "domain" or found.base is None:
            break
        kind = found.base
    real = SERIAL_TYPES.get(kind.name)
    return ColumnType(real, kind.span) if real else kind


def is_wider(kind: ColumnType, other: ColumnType) -> bool:
    """Whether one integer type holds all values of another and more."""
    widths = ("smallint", "integer", "bigint")
    return kind.name in widths and other.name in widths and widths.index(kind.name) > widths.index(other.name)


def key_types_match(referencing: ColumnType, referenced: ColumnType, catalog: Catalog) -> Match:
    """Whether a foreign key between columns of two types is natural, accepted although they differ, or refused.

    Lengths and precisions play no role, and neither do the names of string types.
    """
    one, other = base_type(referencing, catalog), base_type(referenced, catalog)
    match catalog.session.family:
        case "mysql":
            return _mysql_match(one, other)
        case "sqlite":
            return _sqlite_match(one, other)
    if (one.name, one.schema, one.dimensions) == (other.name, other.schema, other.dimensions):
        return "same"
    family, wanted = _FAMILIES.get(one.name), _FAMILIES.get(other.name)
    if family is None or wanted is None or one.dimensions or other.dimensions:
        return "unknown"
    if family == wanted:
        return "same" if family == "string" else "different"
    return "different" if (family, wanted) in _ACCEPTED else "refused"


_MYSQL_INTEGERS = ("tinyint", "smallint", "mediumint", "integer", "bigint")
_MYSQL_GROUPS = {
    **dict.fromkeys(("char", "varchar"), "string"),
    **dict.fromkeys(("binary", "varbinary"), "bytes"),
    **dict.fromkeys(("datetime", "timestamp"), "instant"),
    **{name: name for name in ("date", "time", "year", "numeric", "float", "double precision", "bit", "uuid")},
}
"""Types InnoDB takes for the same, whatever their lengths."""


def _mysql_match(one: ColumnType, other: ColumnType) -> Match:
    if one.name in _MYSQL_INTEGERS or other.name in _MYSQL_INTEGERS:
        return "same" if (one.name, one.unsigned) == (other.name, other.unsigned) else "refused"
    group, wanted = _MYSQL_GROUPS.get(one.name), _MYSQL_GROUPS.get(other.name)
    if group is None or wanted is None:
        return "same" if one.name == other.name else "unknown"
    charsets = {one.charset, other.charset} - {None}
    return "same" if group == wanted and len(charsets) < 2 else "refused"


def _sqlite_match(one: ColumnType, other: ColumnType) -> Match:
    is_text = [affinity_of(kind) == "text" for kind in (one, other)]
    return "same" if is_text[0] == is_text[1] else "different"
