"""What holds for every catalog of MySQL, in order and in disorder: references have two sides, reads are complete."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from immutables import Map
from mysql_cases import edited, opened, parts_of

from sqlreview.schema import EVERYTHING, Catalog, Key, Table
from sqlreview.sql.engines import engine_of

_MARIADB = engine_of("mariadb")
_CASES = sorted(Path(__file__).parent.glob("*.sql"))
_SEEDS = 12


def _statements(case: Path) -> list[str]:
    return [text for _, statements in parts_of(case.read_text(encoding="utf-8"), _MARIADB) for text in statements]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.stem)
def test_a_statement_depends_on_nothing_but_what_it_reads(case: Path) -> None:
    catalog = opened(_MARIADB)
    for serial, statement in enumerate(_statements(case)):
        reads: set[Key] = set()
        editor = edited(catalog.tracked(reads), statement, serial, _MARIADB)
        if EVERYTHING not in reads:
            seen = Catalog(Map({key: record for key, record in catalog.objects.items() if key in reads}))
            assert edited(seen, statement, serial, _MARIADB).changes == editor.changes, statement
        assert editor.changes.keys() <= reads, statement
        catalog = Catalog(editor.objects)
        assert list(_contradictions(catalog)) == [], statement


@pytest.mark.parametrize("seed", range(_SEEDS))
def test_disorder_leaves_no_contradictions(seed: int) -> None:
    statements = list(chain.from_iterable(map(_statements, _CASES)))
    random.Random(seed).shuffle(statements)
    catalog = opened(_MARIADB)
    for serial, statement in enumerate(statements):
        catalog = edited(catalog, statement, serial, _MARIADB).finished()
        assert list(_contradictions(catalog)) == [], statement


def _contradictions(catalog: Catalog) -> Iterator[str]:
    for table in catalog.all(Table):
        for title, parts in (("columns", table.columns), ("indexes", table.indexes)):
            names = [part.name for part in parts]
            if len(names) != len(set(names)):
                yield f"{table.key} has two {title} of one name: {names}"
        for index in table.indexes:
            if index.constraint and table.constraint(index.constraint) is None:
                yield f"{table.key} has an index of a lost constraint {index.constraint}"
        for constraint in table.constraints:
            if constraint.index and table.index(constraint.index) is None:
                yield f"{table.key} has a constraint of a lost index {constraint.index}"
        yield from _one_sided(catalog, table)


def _one_sided(catalog: Catalog, table: Table) -> Iterator[str]:
    for item in table.foreign_keys:
        other = catalog.table_at(item.referenced)
        if other is None or table.key not in other.referenced_by:
            yield f"{table.key} references {item.referenced}, which does not know"
    for owner in map(catalog.table_at, table.referenced_by):
        if owner is None or all(item.referenced != table.key for item in owner.foreign_keys):
            yield f"{table.key} is referenced by a table that does not know"
