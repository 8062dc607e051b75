"""The database products sqlreview reads, with the version a project runs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

SUPPORTED_VERSIONS: dict[str, tuple[int, int, int]] = {"postgres": (12, 18, 15)}
"""Engine name: oldest, newest and default major version."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A database product and its major version."""

    name: str
    version: int

    def __str__(self) -> str:
        return f"{self.name} {self.version}"


@lru_cache(maxsize=64)
def engine_of(name: str, version: int | str | None = None) -> Engine:
    """The engine called `name` ("postgres", "postgres 14"); raises ValueError naming what is known."""
    word, _, inline = name.strip().lower().partition(" ")
    word = {"postgresql": "postgres", "pg": "postgres"}.get(word, word)
    if word not in SUPPORTED_VERSIONS:
        raise ValueError(f"unknown engine {name!r}; known are {', '.join(SUPPORTED_VERSIONS)}")
    oldest, newest, default = SUPPORTED_VERSIONS[word]
    wanted = version if version is not None else inline or default
    try:
        number = int(str(wanted).split(".")[0])
    except ValueError:
        raise ValueError(f"version {wanted!r} of {word} is not a number") from None
    if not oldest <= number <= newest:
        raise ValueError(f"{word} {number} is not supported; versions {oldest} to {newest} are")
    return Engine(word, number)
