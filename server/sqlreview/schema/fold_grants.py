"""Folds what GRANT and REVOKE say of functions into the catalog."""

from __future__ import annotations

from dataclasses import replace

from sqlreview.operations import AlterDefaultPrivileges, Grant
from sqlreview.schema.audit_grants import after_grant
from sqlreview.schema.catalog import SESSION, CatalogEditor
from sqlreview.schema.origins import Origin
from sqlreview.schema.records import Routine, Table

_KINDS = ("function", "procedure", "routine")
_ALL = ("all functions in schema", "all procedures in schema", "all routines in schema")
_EVERYBODY = ("public", "anon", "authenticated")
"""Also the roles of whoever reaches the database through an API such as PostgREST's."""
_RUNNING = frozenset(("EXECUTE", "ALL", "ALL PRIVILEGES"))


def grant(editor: CatalogEditor, operation: Grant, origin: Origin) -> None:
    """GRANT and REVOKE: whether all may run a function, browsers reach tables, and who may change audit tables."""
    if "table" in operation.kind:
        known = editor.all(Table) if operation.kind != "table" and not operation.revoke else ()
        tables = ((table.schema, table.name) for table in known)
        rights = after_grant(editor.session.audit_rights, operation, tables, origin)
        if rights != editor.session.audit_rights:
            editor.put(SESSION, replace(editor.session, audit_rights=rights))
    is_web = any(role.text in _EVERYBODY[1:] for role in operation.grantees) and "table" in operation.kind
    if is_web and not operation.revoke and not editor.session.web_roles:
        editor.put(SESSION, replace(editor.session, web_roles=True))
    everybody = ("public",) if operation.revoke else _EVERYBODY
    if _RUNNING.isdisjoint(operation.privileges) or not any(role.text in everybody for role in operation.grantees):
        return
    if operation.kind in _KINDS:
        for name in operation.objects:
            routine = editor.routine(name)
            if routine is not None:
                _set_public(editor, routine, not operation.revoke)
    elif operation.kind in _ALL:
        schemas = {name.text for name in operation.objects}
        for routine in [item for item in editor.all(Routine) if item.schema in schemas]:
            _set_public(editor, routine, not operation.revoke)


def _set_public(editor: CatalogEditor, routine: Routine, public: bool) -> None:
    if routine.public != public:
        editor.put(("routine", routine.schema, routine.name), replace(routine, public=public))


def alter_default_privileges(editor: CatalogEditor, operation: AlterDefaultPrivileges, origin: Origin) -> None:
    """ALTER DEFAULT PRIVILEGES: whether everybody may run the functions to come."""
    is_public = any(role.text == "public" for role in operation.grantees)
    if operation.kind in ("functions", "routines") and is_public and not _RUNNING.isdisjoint(operation.privileges):
        session = editor.session
        if session.private_functions != operation.revoke:
            editor.put(SESSION, replace(session, private_functions=operation.revoke))
