"""How SQLite treats the values of a column (https://www.sqlite.org/datatype3.html)."""

from __future__ import annotations

from typing import Literal

from sqlreview.operations import ColumnType

Affinity = Literal["integer", "text", "blob", "real", "numeric"]

_BY_WORDS: tuple[tuple[tuple[str, ...], Affinity], ...] = (
    (("int",), "integer"),
    (("char", "clob", "text"), "text"),
    (("blob",), "blob"),
    (("real", "floa", "doub"), "real"),
)
"""The first of these that stands anywhere in the words of a type decides."""


def affinity_of(kind: ColumnType | None) -> Affinity:
    """What SQLite turns the values of a column into where it can; a column without a type keeps them as they are."""
    if kind is None:
        return "blob"
    written = str(kind).lower()
    found = next((affinity for words, affinity in _BY_WORDS if any(word in written for word in words)), None)
    return found or "numeric"


def is_integer(kind: ColumnType | None) -> bool:
    """Whether the type is exactly INTEGER, which makes a primary key the rowid."""
    return kind is not None and kind.name == "integer" and not kind.arguments
