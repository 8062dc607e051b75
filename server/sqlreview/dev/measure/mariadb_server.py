"""Throw-away MariaDB servers: a socket in a folder of their own, fast rather than safe."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pymysql

from sqlreview.dev.measure.installations import ServerError
from sqlreview.patterns import regex

PACKAGES = "mariadb-server-core and mariadb-client-core"
"""The Debian packages that bring the programs and start no service."""
_VERSION = regex(r"Ver (\d++)\.(\d++)(\S*+)")
_PLACES = "/usr/sbin:/usr/local/sbin:/usr/libexec"
"""Where servers often are, and users do not search."""
_SETTINGS = (
    "--skip-networking",
    "--character-set-server=utf8mb4",
    "--innodb-flush-log-at-trx-commit=0",
    "--innodb-doublewrite=0",
    "--innodb-flush-method=nosync",
    "--skip-sync-frm",
    "--innodb-buffer-pool-size=64M",
    "--innodb-stats-auto-recalc=0",  # its work in the background would get in the way
)
_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class MariadbInstallation:
    """The programs of one server."""

    series: str
    """The release series, "10.11"."""
    release: str
    server: str
    installer: str


@dataclass(frozen=True, slots=True)
class MariadbServer:
    """A running server, whose user root has no password."""

    installation: MariadbInstallation
    socket: str

    def connect(self, database: str | None = None) -> Any:
        """A new session in autocommit mode."""
        return pymysql.connect(unix_socket=self.socket, user="root", database=database, autocommit=True)


def found_mariadb(folder: Path | None = None) -> dict[str, MariadbInstallation]:
    """The servers of a folder (any `*/bin` or `*/sbin` with mariadbd in it) and that of the system, by series."""
    places = [str(place) for kind in ("bin", "sbin") for place in sorted(folder.glob(f"*/{kind}"))] if folder else []
    found: dict[str, MariadbInstallation] = {}
    for place in (*places, f"{os.environ.get('PATH', '')}:{_PLACES}"):
        server = shutil.which("mariadbd", path=place)
        installer = shutil.which("mariadb-install-db", path=place)
        said = subprocess.run([server, "--version"], capture_output=True, text=True, check=False) if server else None
        match = _VERSION.search(said.stdout) if said else None
        if server and installer and match:
            series = f"{match[1]}.{match[2]}"
            found.setdefault(series, MariadbInstallation(series, f"{series}{match[3]}", server, installer))
    return found


@contextmanager
def running_mariadb(installation: MariadbInstallation) -> Iterator[MariadbServer]:
    """Starts a new server, and removes it with all its files in the end."""
    with tempfile.TemporaryDirectory(prefix="sqlreview-") as name:
        home = Path(name)
        options = [f"--datadir={home / 'data'}", *(["--user=root"] if os.name == "posix" and os.geteuid() == 0 else [])]
        install = [installation.installer, "--no-defaults", "--auth-root-authentication-method=normal"]
        done = subprocess.run([*install, "--skip-test-db", *options], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise ServerError(f"mariadb-install-db {installation.release}: {done.stderr.strip()[-500:]}")
        socket = str(home / "socket")
        serve = [installation.server, "--no-defaults", f"--socket={socket}", f"--tmpdir={home}", *options, *_SETTINGS]
        with (home / "log").open("wb") as log:
            process = subprocess.Popen(serve, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        try:
            server = MariadbServer(installation, socket)
            _wait_for(server, process, home / "log")
            yield server
        finally:
            process.kill()  # nothing in it is kept
            process.wait(_PATIENCE)


def _wait_for(server: MariadbServer, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            session = server.connect()
            session.close()
            return
        except pymysql.Error as error:
            if process.poll() is not None or time.monotonic() > deadline:
                said = log.read_text(encoding="utf-8", errors="replace").strip()[-500:]
                raise ServerError(f"MariaDB {server.installation.release} does not start: {said or error}") from None
            time.sleep(0.02)
