"""PRAGMA, transactions and maintenance."""

from __future__ import annotations

from typing import Literal

from sqlreview.operations.namespaces import Other
from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import Reader
from sqlreview.operations.readers.phrases import require_end
from sqlreview.operations.readers.sqlite.names import read_identifier, read_name
from sqlreview.operations.sessions import Analyze, Begin, Commit, Rollback, Savepoint, SetSetting, Vacuum
from sqlreview.sql.cursor import Cursor, Unreadable, unquoted
from sqlreview.sql.engines import Engine

_ANSWERING = """
    analysis_limit collation_list compile_options database_list data_version foreign_key_check foreign_key_list
    freelist_count function_list incremental_vacuum index_info index_list index_xinfo integrity_check module_list
    optimize page_count pragma_list quick_check shrink_memory stats table_info table_list table_xinfo wal_checkpoint
"""
_QUESTIONS = frozenset(_ANSWERING.split())
"""Pragmas that answer or do something once (https://www.sqlite.org/pragma.html)."""
_BOOLEAN = """
    foreign_keys legacy_alter_table defer_foreign_keys ignore_check_constraints recursive_triggers writable_schema
    trusted_schema case_sensitive_like reverse_unordered_selects cell_size_check query_only
"""
_SWITCHES = frozenset(_BOOLEAN.split())
_ON = ("1", "yes", "true", "on")
_OFF = ("0", "no", "false", "off")


def pragma(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """PRAGMA [schema.]name [= value | (value)]; one that sets nothing is a question."""
    statement = cursor.span
    cursor.expect("PRAGMA")
    name = read_name(cursor)
    setting = name.text.lower()
    if cursor.done or setting in _QUESTIONS:
        return (Other(span=statement, kind=f"pragma {setting}"),)
    value = _pragma_value(cursor)
    require_end(cursor)
    if setting in _SWITCHES:
        value = "on" if value in _ON else "off" if value in _OFF else value
    return (SetSetting(span=statement, name=setting, value=value, local=setting == "defer_foreign_keys"),)


def _pragma_value(cursor: Cursor) -> str:
    if not cursor.accept("="):
        inside = cursor.group()
        value = inside.span.of(cursor.tokens.sql)
    else:
        value = cursor.span.of(cursor.tokens.sql)
        cursor.at = cursor.stop
    if not value:
        raise Unreadable("PRAGMA without a value")
    return unquoted(value).strip('"').lower()


_Lock = Literal["", "RESERVED", "EXCLUSIVE DATABASE"]
_TAKEN_AT_ONCE: dict[str | None, _Lock] = {"IMMEDIATE": "RESERVED", "EXCLUSIVE": "EXCLUSIVE DATABASE"}


def begin(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """BEGIN [DEFERRED|IMMEDIATE|EXCLUSIVE] [TRANSACTION [name]]."""
    statement = cursor.span
    cursor.expect("BEGIN")
    way = cursor.accept_any("DEFERRED", "IMMEDIATE", "EXCLUSIVE", "CONCURRENT")
    _skip_transaction(cursor)
    require_end(cursor)
    return (Begin(span=statement, lock=_TAKEN_AT_ONCE.get(way, "")),)


def _skip_transaction(cursor: Cursor) -> None:
    if cursor.accept("TRANSACTION") and not cursor.done and cursor.word != "TO":
        read_identifier(cursor)


def commit(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """COMMIT or END [TRANSACTION [name]]."""
    statement = cursor.span
    cursor.next()
    _skip_transaction(cursor)
    require_end(cursor)
    return (Commit(span=statement),)


def rollback(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ROLLBACK [TRANSACTION [name]] [TO [SAVEPOINT] name]."""
    statement = cursor.span
    cursor.expect("ROLLBACK")
    _skip_transaction(cursor)
    operation: Operation = Rollback(span=statement)
    if cursor.accept("TO"):
        cursor.accept("SAVEPOINT")
        operation = Savepoint(span=statement, name=read_identifier(cursor), action="rollback")
    require_end(cursor)
    return (operation,)


def savepoint(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """SAVEPOINT name or RELEASE [SAVEPOINT] name."""
    statement = cursor.span
    action = "save" if cursor.next() == "SAVEPOINT" else "release"
    if action == "release" and cursor.peek():
        cursor.accept("SAVEPOINT")
    name = read_identifier(cursor)
    require_end(cursor)
    return (Savepoint(span=statement, name=name, action=action),)


def vacuum(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """VACUUM [schema] [INTO file], which writes the whole database anew."""
    statement = cursor.span
    cursor.expect("VACUUM")
    if not cursor.done and cursor.word != "INTO":
        read_identifier(cursor)
    if cursor.accept("INTO"):
        cursor.next()
        return (Other(span=statement, kind="vacuum into"),)
    require_end(cursor)
    return (Vacuum(span=statement, table=None, full=True),)


def analyze(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ANALYZE [schema | table | index]."""
    statement = cursor.span
    cursor.expect("ANALYZE")
    table = None if cursor.done else read_name(cursor)
    require_end(cursor)
    return (Analyze(span=statement, table=table),)


def attach(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ATTACH [DATABASE] file AS name, and DETACH [DATABASE] name."""
    statement = cursor.span
    kind = f"{cursor.next().lower()} database"
    cursor.accept("DATABASE")
    if kind.startswith("attach") and not cursor.skip_to("AS"):
        raise Unreadable("ATTACH without AS")
    cursor.accept("AS")
    read_identifier(cursor)
    return (Other(span=statement, kind=kind),)


def explain(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """EXPLAIN [QUERY PLAN] statement, which changes nothing."""
    return (Other(span=cursor.span, kind="explain"),)


READERS: dict[tuple[str, ...], Reader] = {
    ("PRAGMA",): pragma,
    ("BEGIN",): begin,
    ("COMMIT",): commit,
    ("END",): commit,
    ("ROLLBACK",): rollback,
    ("SAVEPOINT",): savepoint,
    ("RELEASE",): savepoint,
    ("VACUUM",): vacuum,
    ("ANALYZE",): analyze,
    ("ATTACH",): attach,
    ("DETACH",): attach,
    ("EXPLAIN",): explain,
}
