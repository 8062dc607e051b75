"""Folds views and materialized views into the catalog."""

from __future__ import annotations

from dataclasses import replace

from sqlreview.operations import (
    CreateMaterializedView,
    CreateView,
    Name,
    RefreshMaterializedView,
    RenameView,
    SetObjectSchema,
    SetStorageParameters,
)
from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.fold_drops import clear_table, drop_relation, unlink_view
from sqlreview.schema.fold_renames import move_to_schema, rename_relation
from sqlreview.schema.links import move, with_key
from sqlreview.schema.mentions import mention, relation_key
from sqlreview.schema.origins import Key, Origin
from sqlreview.schema.records import Record, Table, View

_SYSTEM_SCHEMAS = ("pg_catalog", "information_schema")


def create_view(editor: CatalogEditor, operation: CreateView, origin: Origin) -> None:
    """CREATE [OR REPLACE] VIEW."""
    key = editor.key_for_new("relation", operation.view, operation.temporary)
    existing = editor.get(key)
    if operation.if_not_exists and existing is not None and not (isinstance(existing, Table) and not existing.created):
        return
    view = View(
        schema=key[1],
        name=key[2],
        columns=tuple(column.text for column in operation.columns),
        uses=_uses(editor, operation.uses, key, origin),
        options=operation.options,
        temporary=key[1] == "pg_temp",
        origin=origin,
    )
    if isinstance(existing, View) and not existing.materialized:
        unlink_view(editor, existing)
        if operation.or_replace:
            view = replace(
                view,
                triggers=existing.triggers,
                comment=existing.comment,
                origin=existing.origin,
                replaced=origin,
            )
        view = replace(view, used_by=existing.used_by)
    elif existing is not None:
        view = replace(view, used_by=_replaced(editor, existing, key))
    _put(editor, view)


def _replaced(editor: CatalogEditor, existing: Record, key: Key) -> tuple[Key, ...]:
    """Takes what had the name of a new view out of the catalog; returns the views known to read it."""
    if isinstance(existing, Table) and not existing.created and not any(_ties_of_tables(existing)):
        editor.remove(key)
        clear_table(editor, existing)
        return existing.used_by
    drop_relation(editor, key, cascade=False)
    return ()


def _ties_of_tables(table: Table) -> tuple[tuple[Key, ...], ...]:
    return table.referenced_by, table.partitions, table.inherited_by


def create_materialized_view(editor: CatalogEditor, operation: CreateMaterializedView, origin: Origin) -> None:
    """CREATE MATERIALIZED VIEW."""
    key = editor.key_for_new("relation", operation.view)
    existing = editor.get(key)
    if existing is not None and operation.if_not_exists:
        return
    used_by = _replaced(editor, existing, key) if existing is not None else ()
    view = View(
        schema=key[1],
        name=key[2],
        materialized=True,
        columns=tuple(column.text for column in operation.columns),
        uses=_uses(editor, operation.uses, key, origin),
        populated=operation.with_data,
        used_by=used_by,
        origin=origin,
    )
    _put(editor, view)


def _uses(editor: CatalogEditor, names: tuple[Name, ...], own: Key, origin: Origin) -> tuple[Key, ...]:
    keys: dict[Key, None] = {}
    for name in names:
        key = relation_key(editor, name)
        if key == own:
            continue
        keys[key] = None
        if key[1] not in _SYSTEM_SCHEMAS and editor.get(key) is None:
            editor.put(key, mention(editor, name, origin))
    return tuple(keys)


def _put(editor: CatalogEditor, view: View) -> None:
    editor.put(view.key, view)
    for key in view.uses:
        used = editor.get(key)
        if isinstance(used, Table | View) and view.key not in used.used_by:
            editor.put(key, replace(used, used_by=with_key(used.used_by, view.key)))


def refresh_materialized_view(editor: CatalogEditor, operation: RefreshMaterializedView, origin: Origin) -> None:
    """REFRESH MATERIALIZED VIEW, which fills or empties it."""
    view = editor.view(operation.view)
    if view is not None and view.populated != operation.with_data:
        editor.put(view.key, replace(view, populated=operation.with_data))


def rename_view(editor: CatalogEditor, operation: RenameView, origin: Origin) -> None:
    """ALTER [MATERIALIZED] VIEW ... RENAME TO."""
    key = editor.resolve("relation", operation.view)
    if key is not None and isinstance(editor.get(key), View | Table):
        rename_relation(editor, key, operation.new_name.text)


def set_schema(editor: CatalogEditor, operation: SetObjectSchema, origin: Origin) -> None:
    """ALTER VIEW and its like ... SET SCHEMA; a type only leaves its old place."""
    if operation.kind in ("type", "domain"):
        key = editor.resolve("type", operation.name)
        if key is not None:
            move(editor, {key: (key[0], operation.schema.text, key[2])})
        return
    key = editor.resolve("relation", operation.name)
    if key is not None and isinstance(editor.get(key), View | Table):
        move_to_schema(editor, key, operation.schema.text)


def set_parameters(editor: CatalogEditor, operation: SetStorageParameters, origin: Origin) -> None:
    """SET and RESET (...) of a view; the parameters of tables and indexes are not kept."""
    view = editor.view(operation.name)
    if view is None or operation.kind != "view":
        return
    changed = {name for name, _ in operation.parameters}
    options = tuple(option for option in view.options if option[0] not in changed)
    if not operation.reset:
        options = (*options, *operation.parameters)
    editor.put(view.key, replace(view, options=options))
