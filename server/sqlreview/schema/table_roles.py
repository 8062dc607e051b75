"""What a table is for, as far as its name, its keys and its columns tell."""

from __future__ import annotations

from sqlreview.operations.written import words_of
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.keys import primary_key_columns
from sqlreview.schema.records import Column, Table
from sqlreview.sql.engines import Engine

_RECORDS = """
    audit audits auditing audited history histories historical log logs logging event events activity activities archive
    archives archived journal journals journaling snapshot snapshots metric metrics changelog changelogs revisions
    trace traces
"""
_RECORD_WORDS = frozenset(_RECORDS.split())
_COPIES = """
    staging stage stg import imports imported export exports backup backups bak tmp temp raw landing dump copy shadow
"""
_COPY_WORDS = frozenset(_COPIES.split())
_WAREHOUSE = frozenset(("dim", "fact", "stg", "dwh", "dw", "mart", "agg"))
_WAREHOUSE_SCHEMAS = frozenset(("dwh", "dw", "warehouse", "staging", "stage", "reporting", "mart", "raw", "etl"))


def has_own_columns(table: Table) -> bool:
    """Whether the columns that are known are its author's decision: it lasts, and no other table gives it its form."""
    taken = table.partition_of or table.inherits or table.of_type or table.module
    return not (table.temporary or table.foreign or taken)


def is_own_design(table: Table) -> bool:
    """Whether, beyond that, all of its columns are known and no query has made them."""
    return has_own_columns(table) and table.created and table.complete and bool(table.columns)


def keeps_records(table: Table) -> bool:
    """Whether it looks like a log: rows about what happened, which are written once."""
    return not _RECORD_WORDS.isdisjoint(words_of(table.name))


def holds_copies(table: Table) -> bool:
    """Whether it looks like a stage of an import, a backup, or a table of a warehouse, which copies other tables."""
    words = words_of(table.name)
    if not _COPY_WORDS.isdisjoint(words) or table.schema in _WAREHOUSE_SCHEMAS:
        return True
    return bool(words) and words[0] in _WAREHOUSE


def holds_things(table: Table) -> bool:
    """Whether its rows are the business itself: it is neither a log nor a copy, and its columns are its own."""
    return is_own_design(table) and not keeps_records(table) and not holds_copies(table)


def is_junction(table: Table) -> bool:
    """Whether it connects rows of other tables: every column of its composite key points to one of them."""
    key = primary_key_columns(table)
    pointing = {name for constraint in table.foreign_keys for name in constraint.columns}
    if len(key) > 1:
        return all(name in pointing or points_to(name) for name in key)
    return len(pointing) > 1 and len(table.columns) <= len(pointing) + 1 + bool(key)


def surrogate_key(table: Table) -> Column | None:
    """The only column of the primary key, where it says nothing about the row and points to no other table."""
    key = primary_key_columns(table)
    column = table.column(key[0]) if len(key) == 1 else None
    if column is None or any(key[0] in constraint.columns for constraint in table.foreign_keys):
        return None
    kind = column.type.name if column.type else ""
    is_counted = kind in _COUNTED or column.identity is not None
    is_named_so = words_of(column.name)[-1:] in (("id",), ("uuid",), ("guid",), ("pk",))
    return column if is_counted or is_named_so else None


_COUNTED = frozenset(("smallint", "mediumint", "integer", "bigint", "smallserial", "serial", "bigserial", "uuid"))


def points_to(column: str) -> str:
    """What a column named <x>_id or <x>Id names, `x`; empty for other names."""
    words = words_of(column)
    if len(words) < 2 or words[-1] != "id":
        return ""
    return column[:-3] if column.lower().endswith("_id") else "_".join(words[:-1])


def plurals(stem: str) -> tuple[str, ...]:
    """How a table of such things may be called: the word itself and its plurals, also with a capital."""
    found = (stem, f"{stem}s", f"{stem}es", *((f"{stem[:-1]}ies",) if stem.endswith("y") else ()))
    return (*found, *(name[:1].upper() + name[1:] for name in found))


def table_of_things(stem: str, beside: Table, catalog: Catalog) -> Table | None:
    """The table that holds what a name speaks of, in the schema of another table: `author` finds `authors`."""
    keys = (("relation", beside.schema, type(beside.name)(name)) for name in plurals(stem))
    return next((table for key in keys if (table := catalog.table_at(key)) is not None), None) if stem else None


def has_kind_beside(table: Table, stem: str) -> bool:
    """Whether another column says which table `<stem>_id` points to, so that it may be one of several."""
    kinds = (f"{stem}_type", f"{stem}Type", f"{stem}_kind", f"{stem}_class", f"{stem}_table", f"{stem}_model")
    return any(table.column(name) is not None for name in kinds)


def takes_foreign_keys(table: Table, engine: Engine) -> bool:
    """Whether the server keeps foreign keys from and to it: MySQL has none for partitions and other storages."""
    if engine.family != "mysql":
        return True
    return table.partition_by is None and dict(table.options).get("engine", "innodb").lower() == "innodb"
