"""The account a stored object of MySQL runs as."""

from __future__ import annotations

from dataclasses import dataclass

from sqlreview.sql.cursor import Cursor, folded, unquoted
from sqlreview.sql.engines import Engine
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_HEAD = 400
_BEFORE = frozenset(("CREATE", "ALTER", "OR", "REPLACE", "ALGORITHM", "=", "UNDEFINED", "MERGE", "TEMPTABLE"))


@dataclass(frozen=True, slots=True)
class Definer:
    """A DEFINER clause that names an account."""

    user: str
    account: str
    """With the host, where one is written: user@host."""
    span: Span
    """From the word DEFINER to the end of the account."""


def definer_in(text: str, engine: Engine) -> Definer | None:
    """The DEFINER clause of CREATE or ALTER; None without one, and for CURRENT_USER and roles that are current."""
    head = text[:_HEAD]
    if "definer" not in head.lower():
        return None
    cursor = Cursor(Tokens(text, engine, 0, min(len(text), _HEAD)))
    while cursor.word in _BEFORE:
        cursor.at += 1
    first = cursor.at
    if not cursor.accept("DEFINER") or not cursor.accept("=") or cursor.done:
        return None
    if cursor.word in ("CURRENT_USER", "CURRENT_ROLE"):
        return None
    user = _name(cursor, engine)
    host = ""
    if cursor.word[:1] == "@":
        host = _host(cursor, engine)
    return Definer(user, f"{user}@{host}" if host else user, cursor.span_from(first))


def _name(cursor: Cursor, engine: Engine) -> str:
    text = cursor.tokens.text(cursor.at)
    cursor.at += 1
    return unquoted(text) if text[:1] == "'" else str(folded(text, engine))


def _host(cursor: Cursor, engine: Engine) -> str:
    text = cursor.tokens.text(cursor.at)[1:]
    if text:
        cursor.at += 1
        return text.strip("'\"`")
    cursor.at += 1
    return _name(cursor, engine) if not cursor.done else ""
