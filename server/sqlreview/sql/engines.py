"""The database products sqlreview reads, with the version a project runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from sqlreview.patterns import regex

Release = tuple[int, int]
"""Major and minor number of a version; PostgreSQL counts in majors only."""

Family = Literal["postgres", "mysql", "sqlite"]
"""Engines of one family share a syntax: MariaDB reads as MySQL does."""

SUPPORTED_VERSIONS: dict[str, tuple[Release, Release, Release]] = {
    "postgres": ((12, 0), (18, 0), (15, 0)),
    "mysql": ((5, 7), (9, 99), (8, 0)),
    "mariadb": ((10, 4), (12, 99), (10, 11)),
    "sqlite": ((3, 8), (3, 99), (3, 40)),
    "cql": ((3, 0), (5, 99), (4, 0)),
}
"""Engine name: oldest, newest and default version."""

_NAMES = {"postgresql": "postgres", "pg": "postgres", "maria": "mariadb", "sqlite3": "sqlite", "cassandra": "cql"}
_FAMILIES: dict[str, Family] = {"mariadb": "mysql", "mysql": "mysql", "sqlite": "sqlite"}
_VERSION = regex(r"v?(\d{1,4})(?:\.(\d{1,4}))?(?:\.(?:\d+|x))*")


@dataclass(frozen=True, slots=True)
class Engine:
    """A database product and its version."""

    name: str
    version: int
    """Its major number."""
    minor: int = 0
    case_sensitive_tables: bool = False
    """Whether MySQL tells `Users` from `users`, as with lower_case_table_names=0; other engines have one answer."""
    patch: int | None = None
    """The second number of PostgreSQL's version, 14.2, where it was given; what it can do does not depend on it."""
    family: Family = field(init=False, repr=False, compare=False)
    """Whose syntax it reads; looked up for every name, so it is worked out once."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "family", _FAMILIES.get(self.name, "postgres"))

    @property
    def release(self) -> Release:
        """Its version, to be compared: `engine.release >= (8, 4)`."""
        return self.version, self.minor

    def __str__(self) -> str:
        return f"{self.name} {_shown(self.name, self.release)}"


@lru_cache(maxsize=64)
def engine_of(name: str, version: int | str | None = None) -> Engine:
    """The engine called `name` ("postgres", "mysql 8.4"); raises ValueError naming what is known."""
    word, _, inline = name.strip().lower().partition(" ")
    word = _NAMES.get(word, word)
    if word not in SUPPORTED_VERSIONS:
        raise ValueError(f"unknown engine {name!r}; known are {', '.join(SUPPORTED_VERSIONS)}")
    oldest, newest, default = SUPPORTED_VERSIONS[word]
    wanted = version if version is not None else inline.strip()
    release = _release_of(word, wanted) if wanted != "" else default
    if not oldest <= release <= newest:
        known = f"versions {_shown(word, oldest)} to {_shown(word, newest)} are"
        raise ValueError(f"{word} {_shown(word, release)} is not supported; {known}")
    return Engine(word, *release, patch=_patch_of(wanted) if word == "postgres" else None)


def _release_of(word: str, version: int | str) -> Release:
    match = _VERSION.fullmatch(str(version).strip())
    if match is None:
        raise ValueError(f"version {version!r} of {word} is not a number")
    return int(match[1]), 0 if word == "postgres" else int(match[2] or 0)


def _patch_of(version: int | str) -> int | None:
    _, _, rest = str(version).strip().partition(".")
    first = rest.partition(".")[0]
    return int(first) if first.isdecimal() else None


def _shown(name: str, release: Release) -> str:
    major, minor = release
    if name == "postgres" or minor == 99:
        return str(major)
    return f"{major}.{minor}"
