"""The cases run on MariaDB: after each part its information_schema and our catalog say the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from mysql_cases import catalogs_of, parts_of
from mysql_facts import facts_of_catalog, facts_of_server

from sqlreview.schema import Table
from sqlreview.sql.engines import engine_of

_MARIADB = engine_of("mariadb")
_CASES = sorted(path for path in Path(__file__).parent.glob("*.sql") if not path.stem.startswith("mysql"))


_SYSTEM = ("information_schema", "mysql", "performance_schema", "sys")


@pytest.fixture
def home(mariadb: Callable[[], Any]) -> Iterator[tuple[Any, str]]:
    """A connection to an empty database, and its name; databases that an earlier case made are gone."""
    connection = mariadb()
    cursor = connection.cursor()
    cursor.execute("SELECT database()")
    ((name,),) = cursor.fetchall()
    cursor.execute("SHOW DATABASES")
    for (other,) in cursor.fetchall():
        if other not in (*_SYSTEM, name):
            cursor.execute(f"DROP DATABASE `{other}`")
    yield connection, name
    connection.close()


@pytest.mark.server
@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.stem)
def test_catalog_is_that_of_the_server(case: Path, home: tuple[Any, str]) -> None:
    sql = case.read_text(encoding="utf-8")
    connection, database = home
    cursor = connection.cursor()
    parts = zip(parts_of(sql, _MARIADB), catalogs_of(sql, _MARIADB), strict=True)
    for (title, statements), (_, catalog) in parts:
        for statement in statements:
            cursor.execute(statement)
        server, ours = facts_of_server(connection, database), facts_of_catalog(catalog)
        unknown = tuple(f"column {table.schema}.{table.name}." for table in catalog.all(Table) if not table.complete)
        server = {fact for fact in server if not fact.startswith(unknown)}
        different = [f"{title}: server {fact}" for fact in sorted(server - ours)]
        different += [f"{title}: ours   {fact}" for fact in sorted(ours - server)]
        assert not different, "\n".join(different)
