"""Throw-away PostgreSQL servers: a socket in a folder of their own, fast rather than safe."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from sqlreview.dev.measure.installations import Installation, ServerError, run_as

Connection = psycopg.Connection[tuple[Any, ...]]

_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_wal_size": "256MB",
    "autovacuum": "off",  # its locks would be taken for those of the statement
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "max_parallel_maintenance_workers": "0",
    "timezone": "UTC",
}
_DATABASE = "lab"  # cases name it: REINDEX DATABASE lab
_ROLES = ("app_user", "app_owner")
_TABLESPACE = "other_space"
_SECONDS_TO_START = 60.0


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    installation: Installation
    socket: Path
    """The folder of its socket."""

    def connect(self, database: str = _DATABASE) -> Connection:
        """A new session in autocommit mode."""
        return psycopg.connect(
            host=str(self.socket),
            user="postgres",
            dbname=database,
            autocommit=True,
            prepare_threshold=None,
            options="-c search_path=app,public -c statement_timeout=60s",
        )


@contextmanager
def running(installation: Installation) -> Iterator[Server]:
    """Starts a new server that has what the cases name, and removes it with all its files in the end."""
    home = Path(tempfile.mkdtemp(prefix="sqlreview-"))
    space = home / "space"
    space.mkdir()
    owner = run_as()
    if owner:
        for folder in (home, space):
            os.chown(folder, owner["user"], owner["group"])
    try:
        _initialise(installation, home / "data")
        process = _start(installation, home)
        try:
            server = Server(installation, home)
            _furnish(server, space, process)
            yield server
        finally:
            _stop(process)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _initialise(installation: Installation, data: Path) -> None:
    command = [str(installation.programs / "initdb"), "-D", str(data), "-U", "postgres", "-A", "trust"]
    options = ["-E", "UTF8", "--no-locale", "--no-sync"]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=False, **run_as())
    if done.returncode != 0:
        raise ServerError(f"initdb of PostgreSQL {installation.release}: {done.stderr.strip()}")


def _start(installation: Installation, home: Path) -> subprocess.Popen[bytes]:
    settings = [part for name, value in _SETTINGS.items() for part in ("-c", f"{name}={value}")]
    with (home / "log").open("wb") as log:
        return subprocess.Popen(
            [str(installation.programs / "postgres"), "-D", str(home / "data"), "-k", str(home), *settings],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            **run_as(),
        )


def _furnish(server: Server, space: Path, process: subprocess.Popen[bytes]) -> None:
    """Makes the database, the roles and the tablespace that cases name."""
    with _first_session(server, process) as session:
        session.execute(f"CREATE DATABASE {_DATABASE}")
        session.execute(f"CREATE TABLESPACE {_TABLESPACE} LOCATION '{space}'")
        for role in _ROLES:
            session.execute(f"CREATE ROLE {role}")


def _first_session(server: Server, process: subprocess.Popen[bytes]) -> Connection:
    deadline = time.monotonic() + _SECONDS_TO_START
    while True:
        try:
            return server.connect("postgres")
        except psycopg.OperationalError as error:
            if process.poll() is not None or time.monotonic() > deadline:
                log = (server.socket / "log").read_text(encoding="utf-8", errors="replace").strip()[-500:]
                raise ServerError(f"PostgreSQL {server.installation.release} does not start: {log or error}") from None
            time.sleep(0.05)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGINT)  # a fast shutdown: sessions are disconnected
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
