"""Each case folds its SQL as SQLite's: the text file beside it shows the catalog, and SQLite itself says the same.

`SQLREVIEW_UPDATE=1 pytest tests/schema/sqlite` writes the text files anew. A case that begins with `-- since: 3.53`
needs that version of SQLite.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from catalog_dump import dumped
from random_ddl import RandomDdl
from sqlite_cases import catalogs_of, folded, opened, parts_of
from sqlite_facts import facts_of_catalog, facts_of_sqlite, place_of, without_spaces_in_expressions

from sqlreview.schema import Catalog, Table
from sqlreview.schema.sqlite_affinity import affinity_of

_HERE = Path(__file__).parent
_CASES = sorted(_HERE.glob("*.sql"))
each_case = pytest.mark.parametrize("case", _CASES, ids=lambda case: case.stem)


@each_case
def test_catalog(case: Path) -> None:
    catalogs = catalogs_of(case.read_text(encoding="utf-8"))
    shown = "\n".join(f"== {title}\n{dumped(catalog)}{_lines(catalog)}" for title, catalog in catalogs)
    expected = case.with_suffix(".txt")
    if os.environ.get("SQLREVIEW_UPDATE"):
        expected.write_text(shown, encoding="utf-8")
    assert shown == expected.read_text(encoding="utf-8")


def _lines(catalog: Catalog) -> str:
    return "".join(f"{line}\n" for table in catalog.all(Table) for line in _rebuilding(table))


def _rebuilding(table: Table) -> Iterator[str]:
    if table.rebuilt:
        yield f"{table.name} rebuilt @{table.rebuilt.statement}"
    source = table.rows_from
    if source and not table.rebuilt:
        pairs = ", ".join(new if new == old else f"{new} = {old}" for new, old in source.columns)
        yield f"{table.name} filled from {source.home[2]} ({pairs}){'' if source.complete else ' in part'}"
    if source and source.lost:
        yield f"{table.name} lost {', '.join(source.lost)}"
    if source and source.renewed:
        yield f"{table.name} renewed {', '.join(source.renewed)}"


@each_case
def test_catalog_is_that_of_sqlite(case: Path) -> None:
    sql = case.read_text(encoding="utf-8")
    _require_version(sql)
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for (title, statements), (_, catalog) in zip(parts_of(sql), catalogs_of(sql), strict=True):
        for statement in statements:
            connection.execute(statement)
        different = "\n".join(_differences(connection, catalog))
        assert not different, f"{title}\n{different}"


@pytest.mark.parametrize("seed", range(40))
def test_what_sqlite_accepts_is_folded_as_it_does(seed: int) -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    ddl = RandomDdl(seed)
    catalog = opened(Catalog())
    accepted: list[str] = []
    for serial in range(60):
        statement = ddl.statement()
        try:
            connection.execute(statement)
        except sqlite3.Error:
            continue
        accepted.append(statement)
        catalog = folded(catalog, statement, serial, run=0)
        different = list(_differences(connection, catalog))
        assert not different, "\n".join((*accepted, *different))


def _differences(connection: sqlite3.Connection, catalog: Catalog) -> Iterator[str]:
    server, ours = facts_of_sqlite(connection), facts_of_catalog(catalog)
    unknown = tuple(f"column {place_of(table)}.".lower() for table in catalog.all(Table) if not table.complete)
    server = without_spaces_in_expressions({fact for fact in server if not fact.startswith(unknown or "-")})
    ours = without_spaces_in_expressions(ours)
    yield from (f"SQLite {fact}" for fact in sorted(server - ours))
    yield from (f"ours   {fact}" for fact in sorted(ours - server))


def _require_version(sql: str) -> None:
    first, _, _ = sql.partition("\n")
    if first.startswith("-- since: "):
        needed = tuple(map(int, first.removeprefix("-- since: ").split(".")))
        if sqlite3.sqlite_version_info[:2] < needed:
            pytest.skip(f"SQLite {sqlite3.sqlite_version} does not know these statements")


_CASTS = {"integer": "integer", "real": "real", "text": "text", "blob": "blob", "numeric": "real"}


@pytest.mark.parametrize(
    "written",
    [
        *("INT", "bigint unsigned", "POINT", "FLOATING POINT", "VARCHAR(10)", "NATIONAL CHARACTER(3)", "clob", "Text"),
        *("BLOB", "REAL", "DOUBLE PRECISION", "FLOAT", "NUMERIC", "DECIMAL(10, 5)", "BOOLEAN", "DATE", "STRING"),
        *("CHARINT", "JSONB", "any"),
    ],
)
def test_affinity_is_that_of_sqlite(written: str) -> None:
    connection = sqlite3.connect(":memory:")
    (catalog,) = (catalog for _, catalog in catalogs_of(f"CREATE TABLE t (c {written});"))
    (table,) = catalog.all(Table)
    ((kind,),) = connection.execute(f"SELECT typeof(CAST('1.5' AS {written}))")
    assert _CASTS[affinity_of(table.columns[0].type)] == kind
