"""A file under review, with what the migration tool keeps beside it."""

from __future__ import annotations

from dataclasses import dataclass

CQL = ".cql"
"""How the names of files for Cassandra end."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file under review."""

    path: str
    """As it was given, or below the directory that was given; with forward slashes."""
    text: str
    down: bool = False
    """Whether it undoes a migration, so that it is no part of the history."""
    encoding: str = "utf-8"
    """What it is written back with."""
    beside: tuple[tuple[str, str], ...] = ()
    """Files of the migration tool that speak of it, such as `metadata.toml`: path from its folder, and text."""

    @property
    def name(self) -> str:
        """The last part of its path."""
        return self.path.rpartition("/")[2]

    @property
    def folder(self) -> str:
        """The path of its folder; "" for the current one."""
        return self.path.rpartition("/")[0]

    def metadata(self, name: str) -> str | None:
        """The text of a file beside it, by its path from the folder."""
        return next((text for other, text in self.beside if other == name), None)
