"""Reads statements on transactions, settings, locks, maintenance and COPY."""

from __future__ import annotations

from sqlreview.operations.namespaces import Other
from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import Reader
from sqlreview.operations.readers.phrases import is_on, read_flags, require_end
from sqlreview.operations.readers.settings import read_setting, read_setting_value
from sqlreview.operations.sessions import (
    Analyze,
    Begin,
    Commit,
    LockTable,
    Rollback,
    Savepoint,
    SetSetting,
    Vacuum,
    WriteRows,
)
from sqlreview.sql.cursor import Cursor, Name, Unreadable
from sqlreview.sql.engines import Engine
from sqlreview.text import Span

_TRANSACTION_MODES = frozenset(
    [
        *("ISOLATION", "LEVEL", "SERIALIZABLE", "REPEATABLE", "READ", "COMMITTED", "UNCOMMITTED"),
        *("WRITE", "ONLY", "NOT", "DEFERRABLE", ","),
    ]
)


def begin(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """BEGIN [WORK|TRANSACTION] [modes] or START TRANSACTION [modes]."""
    statement = cursor.span
    if cursor.next() == "START":
        cursor.expect("TRANSACTION")
    else:
        cursor.accept_any("WORK", "TRANSACTION")
    while cursor.word in _TRANSACTION_MODES:
        cursor.at += 1
    require_end(cursor)
    return (Begin(span=statement),)


def commit(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """COMMIT or END [WORK|TRANSACTION] [AND [NO] CHAIN]; COMMIT PREPARED."""
    statement = cursor.span
    cursor.next()
    if cursor.word == "PREPARED":
        return (Other(span=statement, kind="commit prepared"),)
    return (Commit(span=statement, chain=_transaction_end(cursor)),)


def _transaction_end(cursor: Cursor) -> bool:
    cursor.accept_any("WORK", "TRANSACTION")
    chain = cursor.accept("AND", "CHAIN")
    cursor.accept("AND", "NO", "CHAIN")
    require_end(cursor)
    return chain


def rollback(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ROLLBACK or ABORT [WORK|TRANSACTION] [AND [NO] CHAIN | TO SAVEPOINT name]; ROLLBACK PREPARED."""
    statement = cursor.span
    cursor.next()
    if cursor.word == "PREPARED":
        return (Other(span=statement, kind="rollback prepared"),)
    cursor.accept_any("WORK", "TRANSACTION")
    if not cursor.accept("TO"):
        return (Rollback(span=statement, chain=_transaction_end(cursor)),)
    return (_savepoint(cursor, "rollback", statement),)


def _savepoint(cursor: Cursor, action: str, span: Span) -> Operation:
    if cursor.word == "SAVEPOINT" and cursor.peek():
        cursor.at += 1
    name = cursor.identifier()
    require_end(cursor)
    return Savepoint(span=span, name=name, action=action)


def savepoint(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """SAVEPOINT name or RELEASE [SAVEPOINT] name."""
    statement = cursor.span
    action = "save" if cursor.next() == "SAVEPOINT" else "release"
    return (_savepoint(cursor, action, statement),)


def prepare_transaction(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """PREPARE TRANSACTION 'id', which ends the transaction of this session."""
    return (Commit(span=cursor.span),)


def set_setting(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """SET [SESSION|LOCAL] name = value and all its special forms."""
    statement = cursor.span
    cursor.expect("SET")
    local = cursor.word == "LOCAL" and cursor.peek() not in ("=", "TO")
    if local or (cursor.word == "SESSION" and cursor.peek() not in ("=", "TO", "AUTHORIZATION", "CHARACTERISTICS")):
        cursor.at += 1
    name, value = _special_setting(cursor) or read_setting(cursor)
    require_end(cursor)
    return (SetSetting(span=statement, name=name, value=value, local=local),)


_NOTED_AS_WRITTEN = {
    ("TRANSACTION",): "transaction",
    ("CONSTRAINTS",): "constraints",
    ("SESSION", "CHARACTERISTICS", "AS", "TRANSACTION"): "session characteristics",
    ("XML", "OPTION"): "xmloption",
}


def _special_setting(cursor: Cursor) -> tuple[str, str | None] | None:
    if cursor.accept("SESSION", "AUTHORIZATION"):
        return "session_authorization", read_setting_value(cursor)
    if cursor.peek() in ("=", "TO"):
        return None
    for words, name in _NOTED_AS_WRITTEN.items():
        if cursor.accept(*words):
            value = cursor.span.of(cursor.tokens.sql)
            cursor.at = cursor.stop
            return name, value
    return None


def reset_setting(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """RESET name, RESET ALL, RESET TIME ZONE."""
    statement = cursor.span
    cursor.expect("RESET")
    if cursor.accept("TIME", "ZONE"):
        name = "timezone"
    elif cursor.accept("SESSION", "AUTHORIZATION"):
        name = "session_authorization"
    else:
        name = ".".join(part.text for part in _dotted(cursor))
    require_end(cursor)
    return (SetSetting(span=statement, name=name, value=None),)


def _dotted(cursor: Cursor) -> list[Name]:
    parts = [cursor.identifier()]
    while cursor.accept("."):
        parts.append(cursor.identifier())
    return [Name(None, part.text, part.span) for part in parts]


def lock_table(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """LOCK [TABLE] [ONLY] a, b [IN mode MODE] [NOWAIT]."""
    statement = cursor.span
    cursor.expect("LOCK")
    cursor.accept("TABLE")
    tables = [(cursor.word == "ONLY", _relation(cursor))]
    while cursor.accept(","):
        tables.append((cursor.word == "ONLY", _relation(cursor)))
    mode = _lock_mode(cursor) if cursor.accept("IN") else "ACCESS EXCLUSIVE"
    nowait = cursor.accept("NOWAIT")
    require_end(cursor)
    return tuple(
        LockTable(span=statement if len(tables) == 1 else table.span, table=table, mode=mode, nowait=nowait, only=only)
        for only, table in tables
    )


def _relation(cursor: Cursor) -> Name:
    cursor.accept("ONLY")
    name = cursor.name()
    cursor.accept("*")
    return name


def _lock_mode(cursor: Cursor) -> str:
    first = cursor.at
    if not cursor.skip_to("MODE"):
        raise Unreadable("LOCK without MODE")
    mode = " ".join(cursor.tokens.words[first : cursor.at])
    cursor.at += 1
    return mode


_VACUUM_WORDS = ("FULL", "FREEZE", "VERBOSE", "ANALYZE", "ANALYSE")


def vacuum(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """VACUUM [(options) | FULL FREEZE VERBOSE ANALYZE] [a (columns), b]."""
    statement = cursor.span
    cursor.expect("VACUUM")
    options = read_flags(cursor) if cursor.word == "(" else {}
    while word := cursor.accept_any(*_VACUUM_WORDS):
        options[word] = "TRUE"
    full = is_on(options, "FULL")
    analyzed = is_on(options, "ANALYZE") or is_on(options, "ANALYSE")
    skips = is_on(options, "SKIP_LOCKED")
    return tuple(
        Vacuum(span=span, table=table, full=full, analyze=analyzed, skip_locked=skips, only=only)
        for table, span, only in _maintained_tables(cursor, statement)
    )


def _maintained_tables(cursor: Cursor, statement: Span) -> list[tuple[Name | None, Span, bool]]:
    """Every table with the span of its operation and whether ONLY stands before it."""
    if cursor.done:
        return [(None, statement, False)]
    tables: list[tuple[Name, bool]] = []
    for item in cursor.items():
        only = item.word == "ONLY"
        tables.append((_relation(item), only))
        if item.word == "(":
            item.group()
        require_end(item)
    return [(table, statement if len(tables) == 1 else table.span, only) for table, only in tables]


def analyze(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ANALYZE [(options) | VERBOSE] [a (columns), b]."""
    statement = cursor.span
    cursor.next()
    if cursor.word == "(":
        cursor.group()
    cursor.accept("VERBOSE")
    return tuple(
        Analyze(span=span, table=table, only=only) for table, span, only in _maintained_tables(cursor, statement)
    )


def copy(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """COPY table [(columns)] FROM ..., which writes rows, or COPY ... TO, which reads them."""
    statement = cursor.span
    cursor.expect("COPY")
    if cursor.word == "(":
        return (Other(span=statement, kind="copy"),)
    if cursor.word == "BINARY" and cursor.peek() not in ("FROM", "TO", "(", "."):
        cursor.at += 1
    table = cursor.name()
    if cursor.word == "(":
        cursor.group()
    direction = cursor.accept_any("FROM", "TO")
    if direction is None:
        raise Unreadable(f"expected FROM or TO, found {cursor.word or 'the end'}")
    if direction == "TO":
        return (Other(span=statement, kind="copy"),)
    return (WriteRows(span=statement, table=table, kind="copy"),)


READERS: dict[tuple[str, ...], Reader] = {
    ("BEGIN",): begin,
    ("START", "TRANSACTION"): begin,
    ("COMMIT",): commit,
    ("END",): commit,
    ("ROLLBACK",): rollback,
    ("ABORT",): rollback,
    ("SAVEPOINT",): savepoint,
    ("RELEASE",): savepoint,
    ("PREPARE", "TRANSACTION"): prepare_transaction,
    ("SET",): set_setting,
    ("RESET",): reset_setting,
    ("LOCK",): lock_table,
    ("VACUUM",): vacuum,
    ("ANALYZE",): analyze,
    ("ANALYSE",): analyze,
    ("COPY",): copy,
}
