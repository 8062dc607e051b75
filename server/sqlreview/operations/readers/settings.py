"""Reads `name = value` of SET, shared by sessions, functions and roles."""

from __future__ import annotations

from sqlreview.operations.readers.phrases import is_string
from sqlreview.sql.cursor import Cursor, Unreadable, folded, unquoted


def read_setting(cursor: Cursor) -> tuple[str, str | None]:
    """Reads `name TO|= value [, value]`, `name FROM CURRENT`, `TIME ZONE value` and their like; DEFAULT gives None."""
    special = _SPECIAL.get(cursor.word)
    if special is not None and _stands_alone(cursor):
        cursor.at += 1
        if special == "timezone":
            cursor.expect("ZONE")
        return special, read_setting_value(cursor)
    name = cursor.identifier().text
    while cursor.accept("."):
        name += f".{cursor.identifier().text}"
    if cursor.accept("FROM", "CURRENT"):
        return name, None
    if cursor.accept_any("TO", "=", ":=") is None:
        raise Unreadable(f"expected TO, found {cursor.word or 'the end'}")
    return name, read_setting_value(cursor)


def read_stored_setting(cursor: Cursor) -> tuple[str, str | None] | None:
    """Reads SET name = value, or RESET name, of ALTER SYSTEM, DATABASE and ROLE; None where it says something else."""
    try:
        if cursor.accept("SET"):
            return read_setting(cursor)
        if cursor.accept("RESET"):
            name = cursor.identifier().text
            while cursor.accept("."):
                name += f".{cursor.identifier().text}"
            return name, None
    except Unreadable:
        return None
    return None


_SPECIAL = {"TIME": "timezone", "NAMES": "client_encoding", "SCHEMA": "search_path", "ROLE": "role"}


def _stands_alone(cursor: Cursor) -> bool:
    return cursor.peek() not in ("TO", "=", ":=", ".")


def read_setting_value(cursor: Cursor) -> str | None:
    """Reads one value or several separated by commas, without quotes; DEFAULT gives None."""
    if cursor.accept("DEFAULT"):
        return None
    parts = [_single_value(cursor)]
    while cursor.accept(","):
        parts.append(_single_value(cursor))
    return ", ".join(parts)


def _single_value(cursor: Cursor) -> str:
    sign = cursor.accept_any("-", "+") or ""
    index = cursor.at
    word = cursor.next()
    if is_string(word):
        return unquoted(word)
    if word == "INTERVAL" and is_string(cursor.word):
        value = unquoted(cursor.next())
        while cursor.accept_any("HOUR", "TO", "MINUTE"):
            pass
        return value
    return sign + folded(cursor.tokens.text(index))
