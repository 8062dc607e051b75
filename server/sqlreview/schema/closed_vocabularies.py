"""Columns of text that by their names take a fixed set of words."""

from __future__ import annotations

from typing import Literal

from sqlreview.operations.written import words_of
from sqlreview.patterns import regex
from sqlreview.schema.records import Column, Table

_CLOSED = frozenset(("status", "state", "role", "operation"))
_GRADES = frozenset(("priority", "severity", "gender"))
_MAYBE_CLOSED = frozenset(("type", "kind", "level", "category"))
_PROTOCOLS = frozenset(
    (
        "oauth",
        "oauth2",
        "oidc",
        "sso",
        "saml",
        "auth",
        "session",
        "sessions",
        "login",
        "logins",
        "token",
        "tokens",
        "nonce",
    )
)
_OPEN_TYPES = frozenset(("event", "content", "mime", "media", "device", "error", "file", "image", "document", "data"))
_ADDRESS = frozenset(("city", "country", "zip", "zipcode", "postal", "postcode", "street", "province"))
_DISCRIMINATORS = (("type",), ("kind",), ("level",))
_LONGEST_WORD = 50
_WORD = regex(r"'[\w -]+'")


def closed_vocabulary(table: Table, column: Column) -> Literal["certain", "likely"] | None:
    """How surely a column of text takes a fixed set of words, as a status does; None where nothing says so."""
    words, kind = words_of(column.name), column.type
    is_text = kind is not None and kind.name in ("text", "varchar", "char") and not kind.dimensions
    if not words or not is_text or column.inherited or column.copied or column.generated:
        return None
    default = column.default is not None and bool(_WORD.match(column.default.text))
    if words[-1] in _CLOSED:
        return None if words[-1] == "state" and _is_no_status(table, column, default) else "certain"
    if words[-1] in _GRADES:
        return "likely"
    return "likely" if _is_discriminator(table, column, words, default) else None


def _is_no_status(table: Table, column: Column, default: bool) -> bool:
    """Whether the state is that of an address, or a token that a protocol calls so."""
    words = {word for other in table.columns for word in words_of(other.name)}
    if not default and not _PROTOCOLS.isdisjoint({*words, *words_of(table.name)}):
        return True
    return _length(column) == 2 or not _ADDRESS.isdisjoint(words)


def _is_discriminator(table: Table, column: Column, words: tuple[str, ...], default: bool) -> bool:
    is_open = words[0] in _OPEN_TYPES or table.column("_".join((*words[:-1], "id"))) is not None
    alone = words in _DISCRIMINATORS and column.not_null and column.default is None
    is_likely = default or alone or (column.default is None and _length(column) in range(1, _LONGEST_WORD + 1))
    return is_likely and words[-1] in _MAYBE_CLOSED and not (len(words) > 1 and is_open)


def _length(column: Column) -> int:
    """How many characters it takes; 0 where nothing is said."""
    length = column.type.arguments[0] if column.type and column.type.arguments else ""
    return int(length) if length.isdecimal() else 0
