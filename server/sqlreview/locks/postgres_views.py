"""What statements on views and materialized views lock, fill and read."""

from __future__ import annotations

from collections.abc import Iterable

from sqlreview.locks.impact import Impact, combined, locking
from sqlreview.locks.situation import Situation, base_tables, is_missing, label, record_of, relation_of, with_children
from sqlreview.operations import (
    AlterView,
    CreateMaterializedView,
    CreateView,
    DropView,
    Name,
    RefreshMaterializedView,
    RenameView,
)
from sqlreview.schema import Key, Table, View


def views_above(keys: Iterable[Key], situation: Situation) -> tuple[Key, ...]:
    """Views, and the views that read them in turn: what DROP ... CASCADE takes along."""
    found: dict[Key, None] = {}
    waiting = list(keys)
    while waiting:
        key = waiting.pop(0)
        if key in found:
            continue
        found[key] = None
        record = situation.catalog.get(key)
        if isinstance(record, View):
            waiting.extend(record.used_by)
    return tuple(found)


def views_reading(table: Table, column: str, situation: Situation) -> tuple[list[Key], list[Key]]:
    """The views that read a column, and those of which it is not known what they read."""
    reading: list[Key] = []
    unread: list[Key] = []
    for key in table.used_by:
        view = situation.catalog.get(key)
        if not isinstance(view, View) or not view.reads:
            unread.append(key)
        elif (table.key, column) in view.reads:
            reading.append(key)
    return reading, unread


def create_view(operation: CreateView, situation: Situation) -> Impact:
    """CREATE VIEW: reads nothing; OR REPLACE locks the view that is there."""
    taken = locking("ACCESS SHARE", *(relation_of(name, situation) for name in operation.uses))
    if operation.or_replace and record_of(operation.view, situation) is not None:
        return combined(locking("ACCESS EXCLUSIVE", relation_of(operation.view, situation)), taken)
    return taken


def create_materialized_view(operation: CreateMaterializedView, situation: Situation) -> Impact:
    """CREATE MATERIALIZED VIEW: reads its tables as a query does, and nobody waits."""
    if operation.if_not_exists and record_of(operation.view, situation) is not None:
        return Impact()
    direct = locking("ACCESS SHARE", *(relation_of(name, situation) for name in operation.uses))
    if not operation.with_data:
        return direct
    keys = (_key(name, situation) for name in operation.uses)
    return combined(direct, _reading(tuple(keys), situation))


def _key(name: Name, situation: Situation) -> Key:
    catalog = situation.catalog
    return catalog.resolve("relation", name) or catalog.key_for_new("relation", name)


def _reading(keys: tuple[Key, ...], situation: Situation) -> Impact:
    """Reading the relations of a query from end to end, which is what a query without a useful index does."""
    base = base_tables(keys, situation)
    relations = [name for key in base for name in with_children(key, situation)]
    looked_through = [label(key) for key in keys if key not in base]
    return combined(locking("ACCESS SHARE", *looked_through, *relations), Impact(scans=_stored(base, situation)))


def _stored(keys: tuple[Key, ...], situation: Situation) -> tuple[str, ...]:
    names: list[str] = []
    for key in keys:
        for relation in with_children(key, situation):
            schema, _, name = relation.partition(".")
            record = situation.catalog.get(("relation", schema, name))
            if not isinstance(record, Table) or (record.partition_by is None and not record.foreign):
                names.append(relation)
    return tuple(names)


def refresh(operation: RefreshMaterializedView, situation: Situation) -> Impact:
    """REFRESH: fills the view anew while everybody waits; CONCURRENTLY lets readers go on."""
    relation = relation_of(operation.view, situation)
    view = situation.catalog.view(operation.view)
    query = _reading(view.uses, situation) if view else Impact(unknown=(f"the query of {relation}",))
    if not operation.with_data:
        return locking("EXCLUSIVE" if operation.concurrently else "ACCESS EXCLUSIVE", relation)
    if operation.concurrently:
        return combined(locking("EXCLUSIVE", relation), query, Impact(scans=(relation,)))
    return combined(locking("ACCESS EXCLUSIVE", relation), query, Impact(rewrites=(relation,)))


def drop_view(operation: DropView, situation: Situation) -> Impact:
    """DROP VIEW: the view, and with CASCADE the views above it."""
    absent = is_missing(operation.view, operation.if_exists, situation)
    if absent is not None:
        return absent
    taken = locking("ACCESS EXCLUSIVE", relation_of(operation.view, situation))
    view = situation.catalog.view(operation.view)
    if view is None or not operation.cascade:
        return taken
    return combined(taken, locking("ACCESS EXCLUSIVE", *(label(key) for key in views_above(view.used_by, situation))))


def change_view(operation: RenameView | AlterView, situation: Situation) -> Impact:
    """ALTER VIEW: the catalog only, under ACCESS EXCLUSIVE unless it is about statistics."""
    is_gentle = isinstance(operation, AlterView) and operation.action == "statistics"
    mode = "SHARE UPDATE EXCLUSIVE" if is_gentle else "ACCESS EXCLUSIVE"
    return locking(mode, relation_of(operation.view, situation))
