"""Columns that say again what the row they point to says."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlreview.operations.written import words_of
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.keys import primary_key_columns
from sqlreview.schema.records import Column, Table
from sqlreview.schema.table_roles import points_to, table_of_things

_ATTRIBUTES = frozenset(("name", "email", "title", "code", "city", "country", "phone"))
_OF_A_MOMENT = """
    order orders invoice invoices receipt receipts payment payments quote quotes bill bills item items line lines
    snapshot snapshots sale sales purchase purchases notification notifications report reports
"""
_MOMENTS = frozenset(_OF_A_MOMENT.split())


def copied_attributes(table: Table, catalog: Catalog, key: Collection[str] = ()) -> Iterator[tuple[Column, Table, str]]:
    """The columns `<x>_<attribute>` beside `<x>_id`, with the table of <x> and the name the attribute has there.

    With `key` only what its columns point to counts, by name or by a foreign key; without it foreign keys count.
    """
    if not _MOMENTS.isdisjoint(words_of(table.name)) or _is_deliberate(table.comment):
        return
    parents = dict(_parents(table, catalog, key))
    own = primary_key_columns(table)
    bound = {name for item in table.foreign_keys for name in item.columns}
    for column in table.columns:
        for stem, parent in parents.items():
            name = column.name[len(stem) + 1 :]
            if not column.name.startswith(f"{stem}_") or column.name in own or column.name in bound or name == "id":
                continue
            is_common = bool(key) or name in _ATTRIBUTES
            if is_common and parent.column(name) and not column.generated and not _is_deliberate(column.comment):
                yield column, parent, name


def _parents(table: Table, catalog: Catalog, key: Collection[str]) -> Iterator[tuple[str, Table]]:
    for item in table.foreign_keys:
        stem = points_to(item.columns[0]) if len(item.columns) == 1 else ""
        parent = catalog.table_at(item.referenced)
        if stem and parent is not None and (not key or item.columns[0] in key):
            yield stem, parent
    for name in key:
        stem = points_to(name)
        found = table_of_things(stem, table, catalog)
        if found is not None:
            yield stem, found


def _is_deliberate(comment: str | None) -> bool:
    text = (comment or "").lower()
    return "denormal" in text or "snapshot" in text or "copy" in text
