"""Statements that explain others by executing them."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from sqlreview.frozen import frozen
from sqlreview.sql.cursor import Cursor, folded
from sqlreview.sql.engines import Engine
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_WRITES = frozenset({"INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE"})
_OFF = frozenset({"FALSE", "OFF", "0"})


@frozen
class ExplainedWrite:
    """EXPLAIN ANALYZE of something that writes, which is executed."""

    span: Span
    """From the first word to the first word of what is explained."""
    kind: Literal["write", "unknown"]
    verb: str
    """The word of the write in upper case; EXECUTE for a prepared statement."""
    prepared: str = ""
    """The name of the prepared statement."""


def explained_write(sql: str, engine: Engine) -> ExplainedWrite | None:
    """The write that an EXPLAIN ANALYZE, or MariaDB's ANALYZE, executes."""
    cursor = Cursor(Tokens(sql, engine))
    analyses = _head(cursor, engine)
    if not analyses or cursor.done:
        return None
    span = cursor.tokens.span(0, cursor.at + 1)
    verb = _verb(cursor, engine)
    if verb is None:
        return None
    prepared = folded(cursor.tokens.text(cursor.at + 1), engine) if verb == "EXECUTE" else ""
    return ExplainedWrite(span=span, kind="unknown" if prepared else "write", verb=verb, prepared=prepared)


def _head(cursor: Cursor, engine: Engine) -> bool:
    """Steps over EXPLAIN and its options, and says whether the statement behind them is executed."""
    if engine.name == "mariadb":
        if not cursor.accept("ANALYZE"):
            return False
        if cursor.accept("FORMAT", "="):
            cursor.skip()
        return True
    if not cursor.accept_any("EXPLAIN", "DESCRIBE", "DESC"):
        return False
    if engine.family == "postgres" and cursor.word == "(":
        return _has_analyze(cursor.group())
    analyses = cursor.accept("ANALYZE") or cursor.accept("ANALYSE")
    cursor.accept("VERBOSE")
    if cursor.accept("FORMAT", "="):
        cursor.skip()
    return analyses


def _has_analyze(options: Cursor) -> bool:
    return any(
        item.word in ("ANALYZE", "ANALYSE") and item.peek().strip("'").upper() not in _OFF for item in options.items()
    )


def _verb(cursor: Cursor, engine: Engine) -> str | None:
    words = cursor.tokens.words[cursor.at :]
    if engine.name == "mysql":  # writes other than those of several tables are refused or not executed
        is_joined = words[0] in ("UPDATE", "DELETE") and bool({"JOIN", "USING"}.intersection(words))
        return words[0] if is_joined else None
    if words[0] in _WRITES:
        return words[0]
    if engine.family != "postgres":
        return None
    if words[0] == "EXECUTE":
        return "EXECUTE"
    if words[0] == "CREATE" and words[1] != "OR":
        return "CREATE"
    return _write_in_with(words) if words[0] == "WITH" else None


def _write_in_with(words: list[str]) -> str | None:
    """The word of a write in a WITH clause, or behind it."""
    for before, word in pairwise(words):
        if word in _WRITES and before in ("(", ")"):
            return word
    return None
