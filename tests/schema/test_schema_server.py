"""The cases that a real server accepts: after each part its catalog and ours say the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from catalog_cases import catalogs_of, parts_of
from catalog_snapshot import facts_of_catalog, facts_of_server

from sqlreview.schema import Table

_CASES = sorted(Path(__file__).parent.glob("*.sql"))


@pytest.mark.server
@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.stem)
def test_catalog_is_that_of_the_server(case: Path, postgres: Callable[[], Any]) -> None:
    sql = case.read_text(encoding="utf-8")
    connection = postgres()
    for (title, statements), (_, catalog) in zip(parts_of(sql), catalogs_of(sql), strict=True):
        for statement in statements:
            connection.execute(statement)
        server, ours = facts_of_server(connection), facts_of_catalog(catalog)
        unknown = tuple(f"column {table.schema}.{table.name}." for table in catalog.all(Table) if not table.complete)
        server = {fact for fact in server if not fact.startswith(unknown)}
        different = [f"{title}: server {fact}" for fact in sorted(server - ours)]
        different += [f"{title}: ours   {fact}" for fact in sorted(ours - server)]
        assert not different, "\n".join(different)
