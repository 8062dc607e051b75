"""Procedures of MySQL: what their definitions do to the schema happens when they are called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlreview.operations import AddColumn, Call, CreateRoutine, Execute, Operation
from sqlreview.schema import fold_objects
from sqlreview.schema.catalog import Catalog, CatalogEditor
from sqlreview.schema.mysql.sessions import script
from sqlreview.schema.mysql.texts import built_operations
from sqlreview.schema.origins import Origin
from sqlreview.schema.records import Routine


def create_routine(editor: CatalogEditor, operation: CreateRoutine, origin: Origin) -> None:
    """CREATE PROCEDURE and CREATE FUNCTION; MySQL has no overloads."""
    key = editor.key_for_new("routine", operation.name)
    editor.remove(key)
    fold_objects.create_routine(editor, operation, origin)
    routine = editor.get(key)
    if (operation.definitions or operation.templates) and isinstance(routine, Routine):
        known = replace(routine, definitions=operation.definitions, templates=operation.templates)
        editor.put(key, known)


def called_definitions(editor: Catalog, operation: Operation, origin: Origin) -> Iterator[tuple[Operation, Origin]]:
    """What CALL and EXECUTE do to the schema, and where it is written; columns that exist are not added again."""
    found = _called(editor, operation)
    if found is None:
        return
    definitions, written = found
    for definition in definitions:
        if not _is_there(editor, definition):
            yield definition, replace(written, span=definition.span, transaction=origin.transaction, run=origin.run)
    for definition in _built_definitions(editor, operation) if isinstance(operation, Call) else ():
        if not _is_there(editor, definition):
            yield definition, origin


def _built_definitions(catalog: Catalog, call: Call) -> tuple[Operation, ...]:
    """What the texts do that a procedure puts together from the strings it is called with; all stand at the CALL."""
    routine = catalog.routine(call.procedure)
    if routine is None:
        return ()

    def argument(number: int) -> str | None:
        return call.arguments[number] if number < len(call.arguments) else None

    return built_operations(catalog, routine.templates, argument, call.span)


def _called(catalog: Catalog, operation: Operation) -> tuple[tuple[Operation, ...], Origin] | None:
    match operation:
        case Call(procedure=name):
            routine = catalog.routine(name)
            return (routine.definitions, routine.origin) if routine else None
        case Execute(name=name):
            return script(catalog, name)
    return None


def _is_there(catalog: Catalog, operation: Operation) -> bool:
    """Whether it would add a column that exists, before which procedures look."""
    if not isinstance(operation, AddColumn):
        return False
    table = catalog.table(operation.table)
    return table is not None and table.column(operation.column.name.text) is not None
