"""A MariaDB server for tests: a socket and a data directory of its own, nothing on the network."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PACKAGES = "mariadb-server-core and mariadb-client-core"
"""The Debian packages that bring the programs and start no service."""
_HASTY = ("--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=32M", "--innodb-doublewrite=0")
_PATIENCE = 40.0


def program(name: str) -> str | None:
    """Where a program of MariaDB is; servers often are in /usr/sbin, which users do not search."""
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin:/usr/libexec")


def missing() -> str | None:
    """Why no server can be started, or None."""
    absent = [name for name in ("mariadbd", "mariadb-install-db") if program(name) is None]
    return f"{' and '.join(absent)} not found: apt-get install {PACKAGES}" if absent else None


@contextmanager
def running_server() -> Iterator[str]:
    """The socket of a server that runs as long as the context; its user root has no password."""
    with tempfile.TemporaryDirectory(prefix="sqlreview-mariadb-") as name:  # short: a socket's path has 107 bytes
        folder = Path(name)
        options = [f"--datadir={folder / 'data'}", *(["--user=root"] if os.geteuid() == 0 else []), *_HASTY]
        install = [program("mariadb-install-db"), "--no-defaults", "--auth-root-authentication-method=normal"]
        subprocess.run([*install, "--skip-test-db", *options], check=True, stdout=subprocess.DEVNULL)
        socket = str(folder / "socket")
        serve = [program("mariadbd"), "--no-defaults", f"--socket={socket}", "--skip-networking", *options]
        serve.append(f"--tmpdir={folder}")  # a server that starts deletes the temporary tables of others it finds
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen([*serve, "--character-set-server=utf8mb4"], stdout=log, stderr=log)
        try:
            _wait_for(socket, process, folder / "log")
            yield socket
        finally:
            process.kill()  # nothing in it is kept
            process.wait(_PATIENCE)


def connect(socket: str, database: str | None = None) -> Any:
    """A PyMySQL connection in autocommit mode."""
    import pymysql

    return pymysql.connect(unix_socket=socket, user="root", database=database, autocommit=True, charset="utf8mb4")


def _wait_for(socket: str, process: subprocess.Popen[bytes], log: Path) -> None:
    import pymysql

    until = time.monotonic() + _PATIENCE
    while True:
        if process.poll() is not None:
            raise RuntimeError(f"mariadbd ended at once:\n{log.read_text(errors='replace')[-2000:]}")
        try:
            connect(socket).close()
            return
        except pymysql.Error:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)
