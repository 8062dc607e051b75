"""Columns that name the key of another table without a foreign key."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.operations.written import words_of
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.keys import primary_key_columns
from sqlreview.schema.records import Column, Table
from sqlreview.schema.table_roles import has_kind_beside, holds_things, points_to, table_of_things, takes_foreign_keys
from sqlreview.schema.type_comparison import Match, key_types_match
from sqlreview.sql.engines import Engine

_ELSEWHERE = frozenset(
    (
        "external",
        "session",
        "request",
        "trace",
        "span",
        "correlation",
        "device",
        "stripe",
        "remote",
        "legacy",
        "foreign",
    )
)

_TEXTS = frozenset(("text", "varchar", "char", "bpchar", "citext"))


def loose_references(table: Table, catalog: Catalog, engine: Engine) -> Iterator[tuple[Column, Table, Match]]:
    """The columns called <x>_id, each with the table of <x> beside this one, and how well the types go together."""
    if not holds_things(table) or not takes_foreign_keys(table, engine):
        return
    bound = {name for key in table.foreign_keys for name in key.columns}
    for column in table.columns:
        stem = points_to(column.name)
        if not stem or column.name in bound or column.generated or not _ELSEWHERE.isdisjoint(words_of(stem)):
            continue
        parent = table_of_things(stem, table, catalog)
        if parent is None or parent.key == table.key or has_kind_beside(table, stem):
            continue
        match = _match(parent, column, catalog) if takes_foreign_keys(parent, engine) else "unknown"
        if match != "unknown":
            yield column, parent, match


def _match(parent: Table, column: Column, catalog: Catalog) -> Match:
    key = primary_key_columns(parent)
    target = parent.column(key[0]) if len(key) == 1 else None
    if target is None or target.type is None or column.type is None or parent.temporary or parent.foreign:
        return "unknown"
    match = key_types_match(column.type, target.type, catalog)
    # a text beside a number or uuid is most likely an id of something else
    return "unknown" if match == "refused" and column.type.name in _TEXTS else match
