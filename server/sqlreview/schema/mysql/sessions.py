"""What MySQL statements leave in the session: the database in use, settings, and no transaction after DDL."""

from __future__ import annotations

from dataclasses import replace

from sqlreview.operations import (
    Call,
    Commit,
    CreateTable,
    Do,
    DropTable,
    Execute,
    Operation,
    Other,
    Prepare,
    Rollback,
    Savepoint,
    SetSetting,
    SetVariable,
    Unknown,
    UseDatabase,
    VariableText,
    WriteRows,
)
from sqlreview.schema import fold_sessions
from sqlreview.schema.catalog import SESSION, Catalog, CatalogEditor
from sqlreview.schema.mysql.texts import built_operations
from sqlreview.schema.origins import Origin

_WITHOUT_COMMIT = (
    *(Call, Commit, Do, Execute, Other, Prepare, Rollback, Savepoint),
    *(SetSetting, SetVariable, Unknown, UseDatabase, WriteRows),
)
"""https://dev.mysql.com/doc/refman/8.4/en/implicit-commit.html: everything else ends the open transaction."""


def commit_implicitly(editor: CatalogEditor, operation: Operation, origin: Origin) -> None:
    """Ends the open transaction before a statement that cannot be part of one."""
    if isinstance(operation, _WITHOUT_COMMIT) or _is_temporary(editor, operation):
        return
    if editor.session.in_transaction:
        fold_sessions.commit(editor, Commit(span=operation.span), origin)


def _is_temporary(editor: CatalogEditor, operation: Operation) -> bool:
    match operation:
        case CreateTable(temporary=True):
            return True
        case DropTable(table=name):
            table = editor.table(name)
            return table is not None and table.temporary
    return False


def use_database(editor: CatalogEditor, operation: UseDatabase, origin: Origin) -> None:
    """USE: unqualified names mean objects of that database, else of the one nothing is known of."""
    name = operation.database.text
    editor.put(SESSION, replace(editor.session, search_path=(name, "public")))


def set_setting(editor: CatalogEditor, operation: SetSetting, origin: Origin) -> None:
    """SET of a session variable; SET GLOBAL is for sessions to come."""
    if not operation.everywhere:
        fold_sessions.set_setting(editor, operation, origin)


def set_variable(editor: CatalogEditor, operation: SetVariable, origin: Origin) -> None:
    """SET @name, which may hold a text, and that of a statement."""
    texts = {name: text for name, text in editor.session.texts if name != operation.name}
    if operation.text is not None:
        texts[operation.name] = operation.text
    if tuple(texts.items()) != editor.session.texts:
        editor.put(SESSION, replace(editor.session, texts=tuple(texts.items())))

    def text_of(piece: VariableText) -> str | None:
        return texts.get(piece.name)

    built = built_operations(editor, operation.templates, text_of, operation.span)
    _keep(editor, operation.name, (*operation.definitions, *built), origin)


def prepare(editor: CatalogEditor, operation: Prepare, origin: Origin) -> None:
    """PREPARE of a text, or of what a variable holds."""
    definitions, place = operation.definitions, origin
    if operation.variable is not None:
        definitions, place = script(editor, operation.variable) or ((), origin)
    _keep(editor, operation.name, definitions, place)


def script(catalog: Catalog, name: str) -> tuple[tuple[Operation, ...], Origin] | None:
    """What a variable or prepared statement does, and where its text stands."""
    return next(((found, origin) for other, found, origin in catalog.session.scripts if other == name), None)


def _keep(editor: CatalogEditor, name: str, definitions: tuple[Operation, ...], origin: Origin) -> None:
    session = editor.session
    scripts = tuple(item for item in session.scripts if item[0] != name)
    if definitions:
        scripts = (*scripts, (name, definitions, origin))
    if scripts != session.scripts:
        editor.put(SESSION, replace(session, scripts=scripts))
