"""Statements that explain others by executing them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Literal

from sqlreview.frozen import frozen
from sqlreview.patterns import regex
from sqlreview.sql.cursor import Cursor, folded
from sqlreview.sql.engines import Engine
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_WRITES = frozenset({"INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE"})
_PREPARED = regex(r"(?is)\s*+PREPARE\s++(\w++)\s*+(?:\([^()]*+\)\s*+)?+AS\s++(\w++)")
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
    if cursor.word.startswith(("${", "{{")) and cursor.at == len(cursor.tokens) - 1:
        return ExplainedWrite(span=span, kind="unknown", verb="statement")  # a template is the whole statement
    verb = _verb(cursor, engine)
    if verb is None:
        return None
    prepared = folded(cursor.tokens.text(cursor.at + 1), engine) if verb == "EXECUTE" else ""
    return ExplainedWrite(span=span, kind="unknown" if prepared else "write", verb=verb, prepared=prepared)


def explained_query(tokens: Tokens) -> Span | None:
    """The query that an EXPLAIN is about, if it only reads."""
    cursor = Cursor(tokens)
    if not cursor.accept_any("EXPLAIN", "DESCRIBE", "DESC"):
        return None
    cursor.accept("QUERY", "PLAN")
    if cursor.word == "(" and tokens.engine.family == "postgres":
        cursor.group()
    cursor.accept_any("ANALYZE", "ANALYSE", "EXTENDED", "PARTITIONS")
    cursor.accept("VERBOSE")
    if cursor.accept("FORMAT", "="):
        cursor.skip()
    reads = cursor.word == "SELECT" or (cursor.word == "WITH" and _WRITES.isdisjoint(tokens.words))
    return tokens.span(cursor.at, len(tokens)) if reads else None


def prepared_kind(name: str, earlier: Iterable[str]) -> Literal["write", "unknown"] | None:
    """What executing a prepared statement does, told by the statements before, the last one first; None for a read."""
    for text in earlier:
        match = _PREPARED.match(text)
        if match and match[1].lower() == name:
            return "write" if match[2].upper() in ("INSERT", "UPDATE", "DELETE", "MERGE") else None
    return "unknown"


def explains_by_executing(head: str, engine: Engine) -> bool:
    """Whether the beginning of a statement is an EXPLAIN ANALYZE of whatever comes behind it."""
    cursor = Cursor(Tokens(head, engine))
    return _head(cursor, engine) and cursor.done


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
