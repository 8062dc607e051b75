"""Folds RENAME of a table where dropped and renamed tables leave references behind: SQLite and MySQL."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.copies import replaced
from sqlreview.schema.fold_drops import drop_relation, keep_references
from sqlreview.schema.links import change_table, move
from sqlreview.schema.origins import Key, Origin
from sqlreview.schema.records import Table
from sqlreview.schema.sqlite_keys import with_names_after_table


def move_table(editor: CatalogEditor, table: Table, new: Key, origin: Origin) -> None:
    """Gives a table another name; one that was filled from the table of that name goes on with its history."""
    old = table.key
    if old == new:  # the same letters in another case
        editor.put(new, replace(table, name=new[2]))
        return
    waiting = _reserved(editor, new)
    leaves_references = _leaves_references(editor)
    if leaves_references:
        editor.put(old, replace(table, referenced_by=(), used_by=()))
    referring = [other for key in table.referenced_by if key != old and (other := editor.table_at(key)) is not None]
    move(editor, {old: new})
    moved = editor.table_at(new)
    if moved is None:
        return
    if leaves_references:
        moved = _with_old_references(moved, table, old)
        for other in referring:
            change_table(editor, other.key, partial(_with_old_references, before=other, old=old))
        to_itself = (new,) if old in table.referenced_by else ()
        keep_references(editor, replace(table, referenced_by=(*table.referenced_by, *to_itself)))
    if editor.session.family == "sqlite":
        moved = with_names_after_table(editor, moved, table.name)
    moved = replace(moved, renamed_from=old, renamed=origin)
    if waiting is not None:
        moved = replace(
            moved,
            referenced_by=_merged(moved.referenced_by, waiting.referenced_by, old, new),
            used_by=_merged(moved.used_by, waiting.used_by, old, new),
        )
    source = moved.rows_from
    takes_place = source is not None and source.home == new and source.origin.run == origin.run
    editor.put(new, replaced(moved, origin) if takes_place else moved)


def _reserved(editor: CatalogEditor, key: Key) -> Table | None:
    """Who names a table that is not there; whatever else has the name is gone."""
    waiting = editor.table_at(key)
    if waiting is not None and not waiting.created:
        editor.remove(key)
        return waiting
    drop_relation(editor, key, cascade=False)
    return None


def _leaves_references(editor: CatalogEditor) -> bool:
    """Whether PRAGMA legacy_alter_table keeps foreign keys and views pointing to the old name."""
    session = editor.session
    if session.family != "sqlite" or session.setting("legacy_alter_table") != "on":
        return False
    return session.setting("foreign_keys") != "on"


def _with_old_references(moved: Table, before: Table, old: Key) -> Table:
    """The table, whose foreign keys to the renamed one (or to itself) keep the name they were written with."""
    constraints = tuple(
        replace(item, referenced=old) if was.referenced == old else item
        for item, was in zip(moved.constraints, before.constraints, strict=True)
    )
    return replace(moved, constraints=constraints)


def _merged(keys: tuple[Key, ...], more: tuple[Key, ...], old: Key, new: Key) -> tuple[Key, ...]:
    return tuple(dict.fromkeys((*keys, *(new if key == old else key for key in more))))
