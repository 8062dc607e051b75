"""Folds settings and transaction control: what holds in the session, and what ROLLBACK brings back."""

from __future__ import annotations

from dataclasses import replace

from sqlreview.operations import Begin, Commit, CreateRole, Other, Rollback, Savepoint, SetSetting
from sqlreview.schema.catalog import EVERYTHING, SESSION, CatalogEditor
from sqlreview.schema.origins import Key, Origin
from sqlreview.schema.records import StoredTimeouts
from sqlreview.schema.session import RollbackPoint, RollbackPoints, Session

ROLLBACK_POINTS: Key = ("session", "", "rollback points")
STORED_TIMEOUTS: Key = ("session", "", "stored timeouts")
_DEFAULT_PATH = ("public",)


def begin(editor: CatalogEditor, operation: Begin, origin: Origin) -> None:
    """BEGIN; inside a transaction it changes nothing."""
    session = editor.session
    if session.transaction is None:
        _start(editor, session, origin, origin.transaction)


def _start(
    editor: CatalogEditor, session: Session, origin: Origin, transaction: int, savepoint: str | None = None
) -> None:
    editor.put(SESSION, replace(session, transaction=transaction))
    point = RollbackPoint(name=savepoint, objects=_everything(editor), began=savepoint is not None)
    editor.put(ROLLBACK_POINTS, RollbackPoints(points=(point,), origin=replace(origin, transaction=transaction)))


def _everything(editor: CatalogEditor) -> object:
    """The map of all objects; whoever keeps it depends on all of them."""
    if editor.reads is not None:
        editor.reads.add(EVERYTHING)
    return editor.objects


def commit(editor: CatalogEditor, operation: Commit, origin: Origin) -> None:
    """COMMIT, which ends SET LOCAL."""
    session = editor.session
    if session.in_transaction:
        _end(editor, operation.chain, origin)
    else:  # it ends the transaction of a tool nobody told us of, if there was one
        editor.put(SESSION, replace(session, separate=True))


def rollback(editor: CatalogEditor, operation: Rollback, origin: Origin) -> None:
    """ROLLBACK: everything is as the BEGIN found it."""
    if not editor.session.in_transaction:
        return
    points = _points(editor, origin)
    first = points[0] if points else None
    if first is not None and (first.name is None or first.began):
        _restore(editor, first)
    _end(editor, operation.chain, origin)


def _end(editor: CatalogEditor, chain: bool, origin: Origin) -> None:
    session = editor.session
    path = session.search_path if session.search_path_before is None else session.search_path_before
    ended = replace(
        session, search_path=path, search_path_before=None, local_settings=(), transaction=None, wrapped=False
    )
    editor.remove(ROLLBACK_POINTS)
    if chain:
        _start(editor, ended, origin, origin.statement)
    else:
        editor.put(SESSION, ended)


def savepoint(editor: CatalogEditor, operation: Savepoint, origin: Origin) -> None:
    """SAVEPOINT, RELEASE SAVEPOINT and ROLLBACK TO SAVEPOINT."""
    if not editor.session.in_transaction:
        if editor.session.family == "sqlite" and operation.action == "save":
            _start(editor, editor.session, origin, origin.transaction, operation.name.text)
        return
    points = _points(editor, origin)
    name = operation.name.text
    if operation.action == "save":
        point = RollbackPoint(name=name, objects=_everything(editor))
        _put_points(editor, (*points, point), origin)
        return
    at = next((at for at in range(len(points) - 1, -1, -1) if points[at].name == name), None)
    if at is None:
        return
    if operation.action == "rollback":
        _restore(editor, points[at])
        _put_points(editor, points[: at + 1], origin)
    elif at == 0 and points[0].began:
        _end(editor, False, origin)
    else:
        _put_points(editor, points[:at], origin)


def _points(editor: CatalogEditor, origin: Origin) -> tuple[RollbackPoint, ...]:
    """The points of this transaction; a transaction no COMMIT ended may have left others behind."""
    record = editor.get(ROLLBACK_POINTS)
    if not isinstance(record, RollbackPoints):
        return ()
    same = (record.origin.path, record.origin.transaction) == (origin.path, origin.transaction)
    return record.points if same else ()


def _put_points(editor: CatalogEditor, points: tuple[RollbackPoint, ...], origin: Origin) -> None:
    editor.put(ROLLBACK_POINTS, RollbackPoints(points=points, origin=origin))


def _restore(editor: CatalogEditor, point: RollbackPoint) -> None:
    _everything(editor)
    objects = point.objects
    for key, record in list(editor.objects.items()):
        before = objects.get(key)
        if before is None:
            editor.remove(key)
        elif before is not record:
            editor.put(key, before)
    for key, record in objects.items():
        if key not in editor.objects:
            editor.put(key, record)


def set_setting(editor: CatalogEditor, operation: SetSetting, origin: Origin) -> None:
    """SET, SET LOCAL and RESET."""
    session = editor.session
    if operation.local and not session.in_transaction:
        return
    if operation.name == "foreign_keys" and session.family == "sqlite" and session.in_transaction:
        return  # SQLite ignores it there (https://www.sqlite.org/pragma.html#pragma_foreign_keys)
    if operation.name == "all" and operation.value is None:
        editor.put(SESSION, replace(session, settings=(), local_settings=(), search_path=_DEFAULT_PATH))
    elif operation.name == "search_path":
        editor.put(SESSION, _with_path(session, operation))
    else:
        editor.put(SESSION, _with_setting(session, operation))


def store_timeout(editor: CatalogEditor, operation: CreateRole | Other, origin: Origin) -> None:
    """ALTER ROLE, DATABASE or SYSTEM ... SET: who connects later finds the timeout set."""
    if operation.setting is None or not operation.setting[0].endswith("_timeout"):
        return
    name, value = operation.setting
    known = editor.get(STORED_TIMEOUTS)
    values = {**dict(known.values if isinstance(known, StoredTimeouts) else ()), name: value or "0"}
    editor.put(STORED_TIMEOUTS, StoredTimeouts(values=tuple(values.items()), origin=origin))


def _with_path(session: Session, operation: SetSetting) -> Session:
    path = _DEFAULT_PATH if operation.value is None else _schemas(operation.value)
    if not operation.local:
        return replace(session, search_path=path, search_path_before=None)
    before = session.search_path if session.search_path_before is None else session.search_path_before
    return replace(session, search_path=path, search_path_before=before)


def _schemas(value: str) -> tuple[str, ...]:
    """The schemas of a search path; "$user" is left out because nobody knows who will run the statement."""
    names = (name.strip().strip('"') for name in value.split(","))
    return tuple(name for name in names if name and name not in ("$user", "pg_catalog", "pg_temp"))


def _with_setting(session: Session, operation: SetSetting) -> Session:
    name, value = operation.name, operation.value
    local = tuple(item for item in session.local_settings if item[0] != name)
    kept = tuple(item for item in session.settings if item[0] != name)
    if operation.local:
        added = ((name, value),) if value is not None else ()
        return replace(session, local_settings=(*local, *added))
    if value is not None:
        kept = (*kept, (name, value))
    return replace(session, local_settings=local, settings=kept)
