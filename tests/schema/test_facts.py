"""Facts on top of the catalog: each case lists what is known of its tables.

SQLREVIEW_UPDATE=1 writes the lists anew; read the difference before committing it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from catalog_cases import catalogs_of

from sqlreview.schema import Catalog, Index, Table
from sqlreview.schema.definition import table_definition
from sqlreview.schema.keys import (
    column_users,
    duplicate_of,
    foreign_keys_to,
    index_serving_foreign_key,
    is_redundant_prefix,
    proves_not_null,
    referenced_key_matches,
    unique_keys,
    views_using,
)

_CASES = sorted((Path(__file__).parent / "facts").glob("*.sql"))


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.stem)
def test_facts(case: Path) -> None:
    *_, (_, catalog) = catalogs_of(case.read_text(encoding="utf-8"))
    shown = "\n".join("\n".join((table_definition(table), *_facts(catalog, table), "")) for table in catalog.all(Table))
    expected = case.with_suffix(".txt")
    if os.environ.get("SQLREVIEW_UPDATE"):
        expected.write_text(shown, encoding="utf-8")
    assert shown == expected.read_text(encoding="utf-8")


def _facts(catalog: Catalog, table: Table) -> Iterator[str]:
    yield from (f"-- no two rows agree in {', '.join(key)}" for key in unique_keys(table))
    for constraint in table.foreign_keys:
        index = index_serving_foreign_key(table, constraint)
        key = referenced_key_matches(catalog, constraint)
        yield f"-- {constraint.name} is served by {_name(index)}, refers to a key: {'unknown' if key is None else key}"
    for index in table.indexes:
        yield from _index_facts(table, index)
    for column in table.columns:
        if proof := proves_not_null(table, column.name):
            yield f"-- {column.name} is not null by {proof.name}"
        if users := column_users(table, column.name):
            yield f"-- {column.name} is used by {', '.join(user.name for user in users)}"
    yield from (f"-- is referred to by {owner.name} {item.name}" for owner, item in foreign_keys_to(catalog, table))
    yield from (f"-- is read by {view.name}" for view in views_using(catalog, table))


def _index_facts(table: Table, index: Index) -> Iterator[str]:
    if other := duplicate_of(index, table.indexes):
        yield f"-- {index.name} duplicates {other.name}"
    if other := is_redundant_prefix(index, table.indexes):
        yield f"-- {index.name} is a prefix of {other.name}"


def _name(index: Index | None) -> str:
    return index.name if index else "no index"
