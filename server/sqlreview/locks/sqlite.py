"""What SQLite locks, writes again and reads: a transaction that writes locks the whole database for all other writers.

The lock is RESERVED from the first write to the end of the transaction. With a rollback journal the commit waits until
all readers have ended, and holds them up while it is written; in WAL mode readers are never in the way
(https://www.sqlite.org/lockingv3.html, https://www.sqlite.org/wal.html).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from sqlreview import operations as o
from sqlreview.locks.impact import NOTHING, SQLITE_DATABASE, Impact, combined, locking
from sqlreview.locks.situation import Situation, key_of, label, record_of, relation_of, spoken
from sqlreview.operations import Name, Operation
from sqlreview.schema import Catalog, IndexName, Origin, Table, View
from sqlreview.sql.engines import Engine

_WRITING = locking("RESERVED", SQLITE_DATABASE)
_TEMPORARY = ("pg_temp.", "temp.")
_ALONE = Impact(transaction_allowed=False)
_STORED_PRAGMAS = frozenset(("user_version", "application_id", "schema_version"))


def impact_of(
    operation: Operation,
    catalog: Catalog,
    engine: Engine,
    together: tuple[Operation, ...] = (),
    origin: Origin | None = None,
) -> Impact:
    """The impact of one operation on an SQLite of that version, with the catalog as the operation finds it."""
    impact = _IMPACTS.get(type(operation))
    if impact is None:
        return NOTHING
    situation = Situation(catalog, engine, together, origin)
    found = impact(operation, situation)
    return _on_rows(found, situation) if found.is_slow else found


def _on_rows(impact: Impact, situation: Situation) -> Impact:
    """An impact without the work on temporary tables, which have a file of their own, and on those without rows."""
    names = {*impact.rewrites, *impact.scans, *impact.index_builds}
    left = {name for name in names if not name.startswith(_TEMPORARY) and not _has_no_rows_yet(name, situation)}
    return replace(
        impact,
        rewrites=tuple(name for name in impact.rewrites if name in left),
        scans=tuple(name for name in impact.scans if name in left),
        index_builds=tuple(name for name in impact.index_builds if name in left),
    )


def _has_no_rows_yet(relation: str, situation: Situation) -> bool:
    """Whether this run of migrations has created the table, and has written nothing into it."""
    table, here = situation.catalog.table_at(key_of(relation)), situation.origin
    if table is None or here is None or not table.created or table.written is not None:
        return False
    return table.origin.run == here.run and table.rebuilt is None


def _is_temporary(name: Name, situation: Situation) -> bool:
    """Whether a relation is one of the session's own, which stands in another file."""
    record = record_of(name, situation)
    return name.schema in ("temp", "pg_temp") or (isinstance(record, Table | View) and record.temporary)


def _writing(*relations: Name, situation: Situation) -> Impact:
    return NOTHING if all(_is_temporary(name, situation) for name in relations) else _WRITING


def _create_table(operation: o.CreateTable, situation: Situation) -> Impact:
    """CREATE TABLE: no lock on what is there already, or is temporary; AS SELECT reads what its query reads."""
    if operation.if_not_exists and record_of(operation.table, situation) is not None:
        return NOTHING
    read = _copied(operation.copied, situation)
    return read if operation.temporary or operation.table.schema == "temp" else combined(_WRITING, read)


def _copied(copied: o.CopiedRows | None, situation: Situation) -> Impact:
    """The table whose rows a statement takes over."""
    if copied is None or not copied.complete:
        return NOTHING
    return Impact(scans=(relation_of(copied.source, situation),))


def _change_table(
    operation: o.RenameTable | o.RenameColumn | o.DropNotNull | o.DropConstraint, situation: Situation
) -> Impact:
    """What changes nothing but the stored schema."""
    return _writing(operation.table, situation=situation)


def _check_table(operation: o.AddCheck | o.SetNotNull, situation: Situation) -> Impact:
    """What reads all rows to see whether they agree."""
    return _reading(operation.table, situation)


def _reading(table: Name, situation: Situation) -> Impact:
    taken = _writing(table, situation=situation)
    return combined(taken, Impact(scans=(relation_of(table, situation),)))


def _add_column(operation: o.AddColumn, situation: Situation) -> Impact:
    """ADD COLUMN: stores the definition only; a CHECK of its own, or NOT NULL if it is generated, reads all rows."""
    column = operation.column
    checked = any(isinstance(item, o.Check) for item in column.constraints)
    if checked or (column.generated is not None and column.not_null is not None):
        return _reading(operation.table, situation)
    return _writing(operation.table, situation=situation)


def _drop_column(operation: o.DropColumn, situation: Situation) -> Impact:
    """DROP COLUMN: writes every row again without it, unless the column is virtual."""
    table = situation.catalog.table(operation.table)
    column = table.column(operation.column.text) if table else None
    taken = _writing(operation.table, situation=situation)
    if column is not None and column.generated is not None and not column.generated.stored:
        return taken
    return combined(taken, Impact(rewrites=(relation_of(operation.table, situation),)))


def _drop(operation: Operation, situation: Situation) -> Impact:
    """DROP of a table, view, index or trigger: pages are freed, rows are not read."""
    name = next(
        found for part in ("table", "view", "index", "name") if (found := getattr(operation, part, None)) is not None
    )
    if not isinstance(name, Name):
        return _WRITING
    if getattr(operation, "if_exists", False) and record_of(name, situation) is None:
        return Impact(unknown=(f"whether {spoken(relation_of(name, situation))} exists",))
    return _writing(name, situation=situation)


def _drop_trigger(operation: o.DropTrigger, situation: Situation) -> Impact:
    """DROP TRIGGER, which names no table."""
    name = operation.name.text
    known = any(trigger.name == name for table in situation.catalog.all(Table) for trigger in table.triggers)
    if not known and operation.if_exists:
        return Impact(unknown=(f"whether trigger {name} exists",))
    return _WRITING


def _create_index(operation: o.CreateIndex, situation: Situation) -> Impact:
    """CREATE INDEX: reads the table and writes the index."""
    name = operation.name
    if operation.if_not_exists and name is not None and record_of(name, situation) is not None:
        return NOTHING
    rows = (relation_of(operation.table, situation),)
    taken = _writing(operation.table, situation=situation)
    return combined(taken, Impact(scans=rows, index_builds=rows))


def _create_view(operation: o.CreateView, situation: Situation) -> Impact:
    is_there = operation.if_not_exists and record_of(operation.view, situation) is not None
    return NOTHING if operation.temporary or is_there else _WRITING


def _create_trigger(operation: o.CreateTrigger, situation: Situation) -> Impact:
    return NOTHING if operation.temporary else _WRITING


def _reindex(operation: o.Reindex, situation: Situation) -> Impact:
    """REINDEX: all indexes, those of a table, or one of them."""
    if operation.name is None:
        return combined(_WRITING, *(_rebuilt(table) for table in _stored(situation)))
    record = record_of(operation.name, situation)
    owner = situation.catalog.table_at(record.table) if isinstance(record, IndexName) else record
    if not isinstance(owner, Table):
        return replace(_WRITING, unknown=(f"the indexes of {spoken(relation_of(operation.name, situation))}",))
    return combined(_WRITING, _rebuilt(owner))


def _rebuilt(table: Table) -> Impact:
    name = (label(table.key),)
    if table.without_rowid:  # the table is the index of its primary key
        return Impact(rewrites=name)
    return Impact(scans=name, index_builds=name) if table.indexes else NOTHING


def _stored(situation: Situation) -> Iterable[Table]:
    return (table for table in situation.catalog.all(Table) if not table.temporary and table.module is None)


def _analyze(operation: o.Analyze, situation: Situation) -> Impact:
    """ANALYZE: reads indexes from end to end, and stores what it has counted."""
    record = record_of(operation.table, situation) if operation.table else None
    owner = situation.catalog.table_at(record.table) if isinstance(record, IndexName) else record
    tables = [owner] if isinstance(owner, Table) else list(_stored(situation)) if operation.table is None else []
    read = tuple(label(table.key) for table in tables if table.indexes or table.without_rowid)
    return combined(_WRITING, Impact(scans=read))


def _vacuum(operation: o.Vacuum, situation: Situation) -> Impact:
    """VACUUM: writes the whole file again, in a transaction of its own."""
    rewritten = tuple(label(table.key) for table in _stored(situation))
    return combined(_WRITING, _ALONE, Impact(rewrites=rewritten))


def _write_rows(operation: o.WriteRows, situation: Situation) -> Impact:
    """INSERT, UPDATE, DELETE: the whole database is locked for other writers, however few rows there are."""
    relation = relation_of(operation.table, situation)
    taken = _writing(operation.table, situation=situation)
    if operation.kind == "update" and not operation.filtered:
        return combined(taken, Impact(rewrites=(relation,)))
    if operation.kind in ("update", "delete") and operation.filtered:
        return combined(taken, Impact(unknown=(f"how many rows of {spoken(relation)} are read",)))
    return combined(taken, _copied(operation.copied, situation))


def _set(operation: o.SetSetting, situation: Situation) -> Impact:
    """PRAGMA: a few are stored in the file."""
    if operation.name == "journal_mode":
        return combined(_WRITING, _ALONE)
    return _WRITING if operation.name in _STORED_PRAGMAS else NOTHING


def _other(operation: o.Other, situation: Situation) -> Impact:
    """PRAGMA that checks the file, while others write, or gives pages of it back."""
    match operation.kind:
        case "pragma integrity_check" | "pragma quick_check":
            return Impact(scans=tuple(label(table.key) for table in _stored(situation)))
        case "pragma foreign_key_check":
            return Impact(scans=tuple(label(table.key) for table in _stored(situation) if table.foreign_keys))
        case "pragma incremental_vacuum":
            return _WRITING
    return NOTHING


def _begin(operation: o.Begin, situation: Situation) -> Impact:
    """BEGIN IMMEDIATE and EXCLUSIVE lock at once."""
    return locking(operation.lock, SQLITE_DATABASE) if operation.lock else NOTHING


_IMPACTS: dict[type[Operation], Callable[[Any, Situation], Impact]] = {
    o.AddCheck: _check_table,
    o.AddColumn: _add_column,
    o.Analyze: _analyze,
    o.Begin: _begin,
    o.CreateIndex: _create_index,
    o.CreateTable: _create_table,
    o.CreateTrigger: _create_trigger,
    o.CreateView: _create_view,
    o.DropColumn: _drop_column,
    o.DropConstraint: _change_table,
    o.DropIndex: _drop,
    o.DropNotNull: _change_table,
    o.DropTable: _drop,
    o.DropTrigger: _drop_trigger,
    o.DropView: _drop,
    o.Other: _other,
    o.Reindex: _reindex,
    o.RenameColumn: _change_table,
    o.RenameTable: _change_table,
    o.SetNotNull: _check_table,
    o.SetSetting: _set,
    o.Vacuum: _vacuum,
    o.WriteRows: _write_rows,
}
