"""A server with the set-up of one case at a time on it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import psycopg

from sqlreview.dev.measure.cases import Case
from sqlreview.dev.measure.installations import ServerError
from sqlreview.dev.measure.observation import relations, rows_read_by_all
from sqlreview.dev.measure.servers import Connection, Server

_CLEAR = """
DO $$
DECLARE found record;
BEGIN
  FOR found IN SELECT subname AS name FROM pg_subscription LOOP
    EXECUTE format('ALTER SUBSCRIPTION %I SET (slot_name = NONE)', found.name);
    EXECUTE format('DROP SUBSCRIPTION %I', found.name);
  END LOOP;
  FOR found IN SELECT pubname AS name FROM pg_publication LOOP
    EXECUTE format('DROP PUBLICATION %I', found.name);
  END LOOP;
  FOR found IN SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^pg_'
    AND nspname NOT IN ('information_schema', 'measuring') LOOP
    EXECUTE format('DROP SCHEMA %I CASCADE', found.name);
  END LOOP;
END $$;
CREATE SCHEMA public;
CREATE SCHEMA app;
"""
_OTHER_DATABASES = (
    "SELECT datname FROM pg_database WHERE NOT datistemplate AND datname NOT IN ('postgres', current_database())"
)
_OTHER_SESSIONS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
"""
_MARKS_COUNTED = "SELECT pg_stat_get_tuples_inserted('measuring.marks'::regclass)"
_MOST_SECONDS = 30


@dataclass(slots=True)
class Bench:
    """A server, a session that watches it, and what stands on it."""

    server: Server
    watcher: Connection
    """Never reads a table of a case."""
    standing: tuple[str, ...] | None = None
    """The set-up that stands as it was made; None when something may have changed since."""
    oids: dict[str, int] = field(default_factory=dict)
    """The relations of the set-up, by name."""
    marks: int = 0
    """How many rows have been written into the table that shows how far the server has counted."""


@contextmanager
def bench_on(server: Server) -> Iterator[Bench]:
    """A bench with nothing on it yet."""
    with server.connect() as watcher:
        watcher.execute("SET client_min_messages = error; CREATE SCHEMA measuring; CREATE TABLE measuring.marks ()")
        yield Bench(server, watcher)


def lay(bench: Bench, case: Case) -> None:
    """Makes what the case stands on, unless it stands there untouched; raises psycopg.Error when that fails."""
    if bench.standing == case.setup:
        return
    bench.standing = None
    bench.watcher.execute(_CLEAR)
    for (name,) in bench.watcher.execute(_OTHER_DATABASES).fetchall():
        bench.watcher.execute(f'DROP DATABASE "{name}"')
    with bench.server.connect() as session:
        session.execute("SET client_min_messages = error")
        for statement in case.setup:
            session.execute(statement)
    bench.standing = case.setup
    bench.oids = {relation.label: oid for oid, relation in relations(bench.watcher).items()}


@contextmanager
def session_of(bench: Bench, case: Case) -> Iterator[Connection]:
    """A new session with the settings of the case; closed in the end, whatever its state."""
    session = bench.server.connect()
    try:
        for setting in case.session:
            session.execute(setting)
        yield session
    finally:
        session.close()


def rows_read_so_far(bench: Bench, oids: Iterable[int]) -> dict[int, int]:
    """The rows that all sessions together have read of each relation; waits until other sessions have ended.

    Servers count late, up to PostgreSQL 14 in a process of its own, but in order: once a row is counted that was
    written after the sessions ended, so is what they have read.
    """
    _wait_for(bench, _OTHER_SESSIONS, 0)
    with bench.server.connect() as session:
        session.execute("INSERT INTO measuring.marks DEFAULT VALUES")
    bench.marks += 1
    _wait_for(bench, _MARKS_COUNTED, bench.marks)
    return rows_read_by_all(bench.watcher, oids)


def _wait_for(bench: Bench, query: str, number: int) -> None:
    deadline = time.monotonic() + _MOST_SECONDS
    while bench.watcher.execute(query).fetchall() != [(number,)]:
        if time.monotonic() > deadline:
            raise ServerError(f"PostgreSQL {bench.server.installation.release} is not done after {_MOST_SECONDS} s")
        time.sleep(0.005)


def attempt(session: Connection, statements: tuple[str, ...]) -> psycopg.Error | None:
    """Runs statements until one fails, and returns its error."""
    try:
        for statement in statements:
            session.execute(statement)
    except psycopg.Error as error:
        return error
    return None
