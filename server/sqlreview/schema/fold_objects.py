"""Folds sequences, routines, schemas and extensions into the catalog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from sqlreview.operations import (
    AlterRoutine,
    AlterSequence,
    CreateExtension,
    CreateRoutine,
    CreateSchema,
    CreateSequence,
    DropExtension,
    DropRoutine,
    DropSchema,
    Name,
    RenameSchema,
)
from sqlreview.schema.catalog import EVERYTHING, CatalogEditor
from sqlreview.schema.fold_drops import drop_relation
from sqlreview.schema.fold_renames import move_to_schema, rename_relation
from sqlreview.schema.links import change_table, move, with_key, without_key
from sqlreview.schema.mentions import table_or_mention
from sqlreview.schema.origins import Key, Origin
from sqlreview.schema.records import Extension, Routine, Schema, Sequence, Table, Trigger, View


def create_sequence(editor: CatalogEditor, operation: CreateSequence, origin: Origin) -> None:
    """CREATE SEQUENCE."""
    key = editor.key_for_new("relation", operation.sequence, operation.temporary)
    existing = editor.get(key)
    if existing is not None and (operation.if_not_exists or not isinstance(existing, Sequence)):
        return
    sequence = Sequence(
        schema=key[1],
        name=key[2],
        type=operation.type.name if operation.type else "bigint",
        temporary=key[1] == "pg_temp",
        origin=origin,
    )
    editor.put(key, sequence)
    if operation.owned_by:
        _own(editor, key, sequence, operation.owned_by, origin)


def _own(
    editor: CatalogEditor, key: Key, sequence: Sequence, owned_by: tuple[Name, str] | None, origin: Origin
) -> None:
    if sequence.owned_by:
        change_table(
            editor,
            sequence.owned_by[0],
            lambda table: replace(table, sequences=without_key(table.sequences, key)),
        )
    owner = table_or_mention(editor, owned_by[0], origin) if owned_by else None
    if owned_by is None or owner is None:
        editor.put(key, replace(sequence, owned_by=None))
        return
    editor.put(key, replace(sequence, owned_by=(owner.key, owned_by[1])))
    editor.put(owner.key, replace(owner, sequences=with_key(owner.sequences, key)))


def alter_sequence(editor: CatalogEditor, operation: AlterSequence, origin: Origin) -> None:
    """ALTER SEQUENCE: RENAME TO, SET SCHEMA and OWNED BY."""
    key = editor.resolve("relation", operation.sequence)
    sequence = editor.get(key) if key else None
    if key is None or not isinstance(sequence, Sequence):
        return
    if operation.action == "rename" and operation.new_name:
        rename_relation(editor, key, operation.new_name.text)
    elif operation.action == "schema" and operation.new_name:
        move_to_schema(editor, key, operation.new_name.text)
    elif operation.action == "owned":
        _own(editor, key, sequence, operation.owned_by, origin)


_PROMISES: tuple[Literal["volatile", "stable", "immutable"], ...] = ("volatile", "stable", "immutable")


def create_routine(editor: CatalogEditor, operation: CreateRoutine, origin: Origin) -> None:
    """CREATE [OR REPLACE] FUNCTION or PROCEDURE; overloads share a record."""
    key = editor.key_for_new("routine", operation.name)
    signature = tuple(str(argument.type) for argument in operation.arguments if argument.mode not in ("out", "table"))
    routine = Routine(
        schema=key[1],
        name=key[2],
        kind=operation.kind,
        language=operation.language,
        volatility=operation.volatility,
        security_definer=operation.security_definer is not None,
        search_path=any(name == "search_path" for name, _ in operation.settings),
        returns=operation.returns,
        signatures=(signature,),
        public=not editor.session.private_functions,
        origin=origin,
    )
    existing = editor.get(key)
    if isinstance(existing, Routine) and operation.or_replace:
        routine = replace(routine, public=existing.public)
    if isinstance(existing, Routine) and not (existing.overloads == 1 and existing.signatures == (signature,)):
        routine = _with_overload(routine, existing, signature)
    editor.put(key, routine)


def _with_overload(routine: Routine, existing: Routine, signature: tuple[str, ...]) -> Routine:
    known = signature in existing.signatures
    weakest = next(promise for promise in _PROMISES if promise in (routine.volatility, existing.volatility))
    return replace(
        routine,
        volatility=weakest,
        security_definer=routine.security_definer or existing.security_definer,
        search_path=all(item.search_path or not item.security_definer for item in (routine, existing)),
        returns=routine.returns if routine.returns == existing.returns else None,
        overloads=existing.overloads if known else existing.overloads + 1,
        signatures=existing.signatures if known else (*existing.signatures, signature),
    )


def alter_routine(editor: CatalogEditor, operation: AlterRoutine, origin: Origin) -> None:
    """ALTER FUNCTION: RENAME TO, SET SCHEMA, volatility, SECURITY DEFINER and SET search_path."""
    key = editor.resolve("routine", operation.name)
    routine = editor.get(key) if key else None
    if key is None or not isinstance(routine, Routine):
        return
    new = operation.new_name.text if operation.new_name else None
    if operation.action == "rename" and new:
        move(editor, {key: (key[0], key[1], new)})
        _change_triggers(editor, key, lambda trigger: replace(trigger, function=new))
    elif operation.action == "schema" and new:
        move(editor, {key: (key[0], new, key[2])})
    elif operation.action == "options":
        editor.put(key, _with_options(routine, operation.options.split()))


def _with_options(routine: Routine, words: list[str]) -> Routine:
    for promise in _PROMISES:
        if promise.upper() in words and (routine.overloads == 1 or promise == "volatile"):
            routine = replace(routine, volatility=promise)
    if "SEARCH_PATH" in words or words[-2:] == ["RESET", "ALL"]:
        routine = replace(routine, search_path="RESET" not in words)
    if "DEFINER" in words:
        return replace(routine, security_definer=True)
    if "INVOKER" in words and routine.overloads == 1:
        return replace(routine, security_definer=False)
    return routine


def drop_routine(editor: CatalogEditor, operation: DropRoutine, origin: Origin) -> None:
    """DROP FUNCTION or PROCEDURE; CASCADE drops the triggers that call it."""
    key = editor.resolve("routine", operation.name)
    routine = editor.get(key) if key else None
    if key is None or not isinstance(routine, Routine):
        return
    if routine.overloads > 1:
        editor.put(key, replace(routine, overloads=routine.overloads - 1))
        return
    editor.remove(key)
    if not operation.cascade:
        return
    _change_triggers(editor, key, lambda trigger: None)


def _change_triggers(editor: CatalogEditor, function: Key, change: Callable[[Trigger], Trigger | None]) -> None:
    """Changes or drops (None) every trigger that calls a function."""
    names = (function[2], f"{function[1]}.{function[2]}")
    for table in list(editor.all(Table)):
        changed = [change(item) if item.function in names else item for item in table.triggers]
        triggers = tuple(item for item in changed if item is not None)
        if triggers != table.triggers:
            editor.put(table.key, replace(table, triggers=triggers))


def create_schema(editor: CatalogEditor, operation: CreateSchema, origin: Origin) -> None:
    """CREATE SCHEMA."""
    key = ("schema", "", operation.schema.text)
    if editor.get(key) is None or not operation.if_not_exists:
        editor.put(key, Schema(name=operation.schema.text, origin=origin))


def drop_schema(editor: CatalogEditor, operation: DropSchema, origin: Origin) -> None:
    """DROP SCHEMA; CASCADE drops everything in it."""
    name = operation.schema.text
    editor.remove(("schema", "", name))
    if not operation.cascade:
        return
    for key in _keys_in(editor, name):
        if isinstance(editor.get(key), Table | View | Sequence):
            drop_relation(editor, key, cascade=True)
        else:
            editor.remove(key)


def _keys_in(editor: CatalogEditor, schema: str) -> list[Key]:
    if editor.reads is not None:
        editor.reads.add(EVERYTHING)
    return sorted(key for key in editor.objects if key[1] == schema)


def rename_schema(editor: CatalogEditor, operation: RenameSchema, origin: Origin) -> None:
    """ALTER SCHEMA ... RENAME TO, with everything in it."""
    old, new = operation.schema.text, operation.new_name.text
    record = editor.get(("schema", "", old))
    if isinstance(record, Schema):
        editor.remove(("schema", "", old))
        editor.put(("schema", "", new), replace(record, name=new))
    keys = _keys_in(editor, old)
    for key in keys:
        drop_relation(editor, (key[0], new, key[2]), cascade=False)
    move(editor, {key: (key[0], new, key[2]) for key in keys})
    for table in list(editor.all(Table)):
        columns = tuple(
            replace(column, type=replace(column.type, schema=new))
            if column.type is not None and column.type.schema == old
            else column
            for column in table.columns
        )
        if columns != table.columns:
            editor.put(table.key, replace(table, columns=columns))


def create_extension(editor: CatalogEditor, operation: CreateExtension, origin: Origin) -> None:
    """CREATE EXTENSION."""
    name = operation.extension.text
    key = ("extension", "", name)
    if editor.get(key) is None or not operation.if_not_exists:
        schema = operation.schema.text if operation.schema else None
        editor.put(key, Extension(name=name, schema=schema, origin=origin))


def drop_extension(editor: CatalogEditor, operation: DropExtension, origin: Origin) -> None:
    """DROP EXTENSION."""
    editor.remove(("extension", "", operation.extension.text))
