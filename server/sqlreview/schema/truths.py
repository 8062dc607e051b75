"""What a CHECK lets pass, read from its text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlreview.sql.cursor import Cursor, folded
from sqlreview.sql.engines import engine_of
from sqlreview.sql.tokens import Tokens

_POSTGRES = engine_of("postgres")
_LENGTHS = ("LENGTH", "CHAR_LENGTH", "CHARACTER_LENGTH", "OCTET_LENGTH", "CARDINALITY")
_REFLEXIVE = ("=", "<=", ">=")


def always_true_part(condition: str, is_required: Callable[[str], bool]) -> str | None:
    """The part of an OR list that no row can violate, as written; None when every part may be false.

    `is_required` says which columns are NOT NULL. NULL as a result counts as true, as it does in a CHECK.
    """
    for part in _alternatives(Cursor(Tokens(condition, _POSTGRES))):
        if _is_always_true(part, is_required):
            return part.span.of(condition)
    return None


def _alternatives(cursor: Cursor) -> Iterator[Cursor]:
    """The parts between ORs outside brackets; nothing when the list cannot be split safely."""
    cursor = _unwrapped(cursor)
    first = cursor.at
    parts: list[Cursor] = []
    scan = Cursor(cursor.tokens, cursor.at, cursor.stop)
    while scan.skip_to("OR", "CASE"):
        if scan.word == "CASE":
            return
        parts.append(Cursor(cursor.tokens, first, scan.at))
        scan.at += 1
        first = scan.at
    for part in (*parts, Cursor(cursor.tokens, first, cursor.stop)):
        inner = _unwrapped(part)
        if inner.at != part.at:
            yield from _alternatives(inner)
        else:
            yield part


def _unwrapped(cursor: Cursor) -> Cursor:
    while cursor.word == "(" and cursor.tokens.close_of(cursor.at) == cursor.stop - 1:
        cursor = Cursor(cursor.tokens, cursor.at + 1, cursor.stop - 1)
    return cursor


def _is_always_true(part: Cursor, is_required: Callable[[str], bool]) -> bool:
    words = part.tokens.words[part.at : part.stop]
    match words:
        case ["TRUE"] | ["NOT", "FALSE"]:
            return True
        case [_, "IS", "NOT", "NULL"] | [_, "NOTNULL"]:
            return _is_name(part) and is_required(folded(part.tokens.text(part.at)))
        case [left, operator, right] if left == right and operator in _REFLEXIVE:
            return left[:1].isdigit() or left[:1] == "'" or _is_name(part)
        case [function, "(", _, ")", ">=", "0"] | [function, "(", _, ")", ">", "-", "1"]:
            return function in _LENGTHS
        case _:
            return False


def _is_name(part: Cursor) -> bool:
    return Cursor(part.tokens, part.at, part.at + 1).sees_identifier()
