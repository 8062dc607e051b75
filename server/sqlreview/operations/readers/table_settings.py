"""Actions of ALTER TABLE that change how a table is kept rather than what it holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from sqlreview.operations.namespaces import Other
from sqlreview.operations.parts import Operation
from sqlreview.operations.readers.keys import read_parameters
from sqlreview.operations.security import ChangeOwner
from sqlreview.operations.tables import (
    SetAccessMethod,
    SetClusterIndex,
    SetInheritance,
    SetLogged,
    SetReplicaIdentity,
    SetRowSecurity,
    SetStorageParameters,
    SetTableSchema,
    SetTablespace,
    SetTriggerState,
)
from sqlreview.sql.cursor import Cursor, Name, Unreadable
from sqlreview.text import Span

_ROW_SECURITY = ("ROW", "LEVEL", "SECURITY")


def _read_set(cursor: Cursor, table: Name) -> Operation:
    span = cursor.span
    cursor.expect("SET")
    if cursor.word == "(":
        parameters = read_parameters(cursor)
        return SetStorageParameters(span=span, kind="table", name=table, parameters=parameters)
    reader = _SETTINGS.get(cursor.word)
    if reader is None:
        raise Unreadable(f"unexpected {cursor.word or 'end'} after SET")
    return reader(cursor, span, table)


def _set_schema(cursor: Cursor, span: Span, table: Name) -> Operation:
    cursor.next()
    return SetTableSchema(span=span, table=table, schema=cursor.identifier())


def _set_logged(cursor: Cursor, span: Span, table: Name) -> Operation:
    return SetLogged(span=span, table=table, logged=cursor.next() == "LOGGED")


def _set_tablespace(cursor: Cursor, span: Span, table: Name) -> Operation:
    cursor.next()
    return SetTablespace(span=span, kind="table", name=table, tablespace=cursor.identifier())


def _set_access_method(cursor: Cursor, span: Span, table: Name) -> Operation:
    cursor.expect("ACCESS", "METHOD")
    return SetAccessMethod(span=span, table=table, method=cursor.identifier().text)


def _set_without(cursor: Cursor, span: Span, table: Name) -> Operation:
    if cursor.accept("WITHOUT", "CLUSTER"):
        return SetClusterIndex(span=span, table=table, index=None)
    cursor.next()
    cursor.expect("OIDS")
    return Other(span=span, kind="alter table set oids", tables=(table,))


_SETTINGS: dict[str, Callable[[Cursor, Span, Name], Operation]] = {
    "SCHEMA": _set_schema,
    "LOGGED": _set_logged,
    "UNLOGGED": _set_logged,
    "TABLESPACE": _set_tablespace,
    "ACCESS": _set_access_method,
    "WITHOUT": _set_without,
    "WITH": _set_without,
}


def _read_reset(cursor: Cursor, table: Name) -> Operation:
    span = cursor.span
    cursor.expect("RESET")
    parameters = tuple((name, "") for name, _ in read_parameters(cursor))
    return SetStorageParameters(span=span, kind="table", name=table, parameters=parameters, reset=True)


def _read_owner(cursor: Cursor, table: Name) -> Operation:
    span = cursor.span
    cursor.expect("OWNER", "TO")
    return ChangeOwner(span=span, kind="table", name=table, owner=cursor.identifier().text)


def _read_cluster(cursor: Cursor, table: Name) -> Operation:
    span = cursor.span
    cursor.expect("CLUSTER", "ON")
    return SetClusterIndex(span=span, table=table, index=cursor.identifier())


def _read_inherit(cursor: Cursor, table: Name) -> Operation:
    span = cursor.span
    cursor.expect("INHERIT")
    return SetInheritance(span=span, table=table, parent=cursor.name(), inherits=True)


def _read_of(cursor: Cursor, table: Name) -> Operation:
    span = cursor.span
    cursor.expect("OF")
    cursor.name()
    return SetInheritance(span=span, table=table, parent=None, inherits=True)


def _read_not_of(cursor: Cursor, table: Name) -> Operation:
    span = cursor.span
    cursor.expect("NOT", "OF")
    return SetInheritance(span=span, table=table, parent=None, inherits=False)


def _read_no(cursor: Cursor, table: Name) -> Operation:
    span = cursor.span
    cursor.expect("NO")
    if cursor.accept("INHERIT"):
        return SetInheritance(span=span, table=table, parent=cursor.name(), inherits=False)
    cursor.expect("FORCE", *_ROW_SECURITY)
    return SetRowSecurity(span=span, table=table, mode="no force")


def _read_force(cursor: Cursor, table: Name) -> Operation:
    span = cursor.span
    cursor.expect("FORCE", *_ROW_SECURITY)
    return SetRowSecurity(span=span, table=table, mode="force")


def _read_enable(cursor: Cursor, table: Name) -> Operation:
    span = cursor.span
    cursor.expect("ENABLE")
    if cursor.accept(*_ROW_SECURITY):
        return SetRowSecurity(span=span, table=table, mode="enable")
    if cursor.accept("ALWAYS"):
        return _read_trigger_state(cursor, span, table, "enable always")
    if cursor.accept("REPLICA"):
        return _read_trigger_state(cursor, span, table, "enable replica")
    return _read_trigger_state(cursor, span, table, "enable")


def _read_disable(cursor: Cursor, table: Name) -> Operation:
    span = cursor.span
    cursor.expect("DISABLE")
    if cursor.accept(*_ROW_SECURITY):
        return SetRowSecurity(span=span, table=table, mode="disable")
    return _read_trigger_state(cursor, span, table, "disable")


_State = Literal["enable", "disable", "enable always", "enable replica"]


def _read_trigger_state(cursor: Cursor, span: Span, table: Name, state: _State) -> Operation:
    if cursor.accept("RULE"):
        return SetTriggerState(span=span, table=table, kind="rule", name=cursor.identifier().text, state=state)
    cursor.expect("TRIGGER")
    return SetTriggerState(span=span, table=table, kind="trigger", name=cursor.identifier().text, state=state)


_IDENTITIES: dict[str, Literal["default", "full", "nothing"]] = {
    "DEFAULT": "default",
    "FULL": "full",
    "NOTHING": "nothing",
}


def _read_replica_identity(cursor: Cursor, table: Name) -> Operation:
    span = cursor.span
    cursor.expect("REPLICA", "IDENTITY")
    if cursor.accept("USING", "INDEX"):
        return SetReplicaIdentity(span=span, table=table, identity="index", index=cursor.identifier())
    identity = _IDENTITIES.get(cursor.next())
    if identity is None:
        raise Unreadable("expected DEFAULT, FULL, NOTHING or USING INDEX")
    return SetReplicaIdentity(span=span, table=table, identity=identity)


def _read_options(cursor: Cursor, table: Name) -> Operation:
    span = cursor.span
    cursor.expect("OPTIONS")
    cursor.group()
    return Other(span=span, kind="alter foreign table options", tables=(table,))


SETTING_ACTIONS: dict[str, Callable[[Cursor, Name], Operation]] = {
    "SET": _read_set,
    "RESET": _read_reset,
    "OWNER": _read_owner,
    "CLUSTER": _read_cluster,
    "INHERIT": _read_inherit,
    "OF": _read_of,
    "NOT": _read_not_of,
    "NO": _read_no,
    "FORCE": _read_force,
    "ENABLE": _read_enable,
    "DISABLE": _read_disable,
    "REPLICA": _read_replica_identity,
    "OPTIONS": _read_options,
}
"""First words of these actions, with their readers."""
