"""What holds for every catalog, in order and in disorder: both sides of a reference agree, and reads are complete."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from catalog_cases import POSTGRES, parts_of
from immutables import Map

from sqlreview.operations.lower import operations_of
from sqlreview.schema import EVERYTHING, Catalog, CatalogEditor, IndexName, Key, Origin, Sequence, Table, View
from sqlreview.schema.fold import apply
from sqlreview.sql.tokens import Tokens

_HERE = Path(__file__).parent
_CASES = sorted((*_HERE.glob("*.sql"), *(_HERE / "partial").glob("*.sql")))
_SEEDS = 12


def _statements(case: Path) -> list[str]:
    return [text for _, statements in parts_of(case.read_text(encoding="utf-8")) for text in statements]


def _fold(catalog: Catalog, statement: str, serial: int) -> CatalogEditor:
    editor = CatalogEditor(catalog)
    session = Catalog(catalog.objects).session
    transaction = serial if session.transaction is None else session.transaction
    for operation in operations_of(Tokens(statement, POSTGRES), POSTGRES):
        apply(editor, operation, Origin("case.sql", serial, operation.span, transaction))
    return editor


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.relative_to(_HERE).as_posix())
def test_a_statement_depends_on_nothing_but_what_it_reads(case: Path) -> None:
    catalog = Catalog()
    for serial, statement in enumerate(_statements(case)):
        reads: set[Key] = set()
        editor = _fold(catalog.tracked(reads), statement, serial)
        if EVERYTHING not in reads:
            seen = Catalog(Map({key: record for key, record in catalog.objects.items() if key in reads}))
            assert _fold(seen, statement, serial).changes == editor.changes, statement
        assert editor.changes.keys() <= reads, statement
        catalog = Catalog(editor.objects)
        assert list(_contradictions(catalog)) == [], statement


@pytest.mark.parametrize("seed", range(_SEEDS))
def test_disorder_leaves_no_contradictions(seed: int) -> None:
    statements = [statement for case in _CASES for statement in _statements(case)]
    random.Random(seed).shuffle(statements)
    catalog = Catalog()
    for serial, statement in enumerate(statements):
        catalog = _fold(catalog, statement, serial).finished()
        assert list(_contradictions(catalog)) == [], statement


def _contradictions(catalog: Catalog) -> Iterator[str]:
    for key, record in catalog.objects.items():
        match record:
            case Table():
                yield from _table_contradictions(catalog, key, record)
            case View():
                users = [other.used_by for other in map(catalog.get, record.uses) if isinstance(other, Table | View)]
                yield from (f"{key} is not among the users" for used_by in users if key not in used_by)
                yield from _unnamed_indexes(catalog, record)
            case IndexName(table=owner):
                found = catalog.get(owner)
                names = [index.name for index in found.indexes] if isinstance(found, Table | View) else []
                if record.name not in names:
                    yield f"{key} is no index of {owner}"
            case Sequence(owned_by=(owner, _)):
                table = catalog.table_at(owner)
                if table is not None and key not in table.sequences:
                    yield f"{key} is not among the sequences of {owner}"
            case _:
                pass


def _table_contradictions(catalog: Catalog, key: Key, table: Table) -> Iterator[str]:
    if table.key != key:
        yield f"{key} is called {table.key}"
    yield from _unnamed_indexes(catalog, table)
    yield from _one_sided(catalog, key, table)
    for name in ("columns", "constraints", "indexes"):
        names = [part.name for part in getattr(table, name)]
        if len(names) != len(set(names)):
            yield f"{key} has two {name} of one name: {names}"
    for index in table.indexes:
        if index.constraint and table.constraint(index.constraint) is None:
            yield f"{key} has an index of a lost constraint {index.constraint}"
    for sequence in map(catalog.get, table.sequences):
        if not isinstance(sequence, Sequence) or not sequence.owned_by or sequence.owned_by[0] != key:
            yield f"{key} has lost a sequence"


def _one_sided(catalog: Catalog, key: Key, table: Table) -> Iterator[str]:
    """References that only one of the two tables knows."""
    for title, others, back in (
        ("references", [item.referenced for item in table.foreign_keys], "referenced_by"),
        ("is a partition of", [table.partition_of], "partitions"),
        ("inherits", table.inherits, "inherited_by"),
    ):
        for other in map(catalog.table_at, others):
            if other is not None and key not in getattr(other, back):
                yield f"{key} {title} {other.key}, which does not know"
    yield from _unanswered(catalog, key, table)


def _unanswered(catalog: Catalog, key: Key, table: Table) -> Iterator[str]:
    """References to this table, and foreign keys from it, that lead nowhere."""
    for item in table.foreign_keys:
        if catalog.table_at(item.referenced) is None:
            yield f"{key} references {item.referenced}, which is gone"
    for partition in map(catalog.table_at, table.partitions):
        if partition is None or partition.partition_of != key:
            yield f"{key} has a partition that does not know"
    for child in map(catalog.table_at, table.inherited_by):
        if child is None or key not in child.inherits:
            yield f"{key} is inherited by a table that does not know"
    for owner in map(catalog.table_at, table.referenced_by):
        if owner is None or all(item.referenced != key for item in owner.foreign_keys):
            yield f"{key} is referenced by a table that does not know"


def _unnamed_indexes(catalog: Catalog, owner: Table | View) -> Iterator[str]:
    for index in owner.indexes:
        entry = catalog.get(("relation", owner.schema, index.name))
        if not isinstance(entry, IndexName) or entry.table != owner.key:
            yield f"{owner.key} has an index {index.name} whose name is {entry}"
