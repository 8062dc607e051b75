"""Which files of a directory belong to a review, by their names and by what the configuration says."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from sqlreview.migrations.sources import CQL
from sqlreview.sql.hosts.kinds import HOST_SUFFIXES, host_of

SUFFIXES = (".sql", ".ddl", ".pgsql", ".psql", CQL)
"""What counts as SQL in a directory; a file that is named itself is always read."""


class Selection(Protocol):
    """The part of a configuration that says which files of a directory belong to the review."""

    @property
    def include(self) -> tuple[str, ...]:
        """Patterns of files to take."""

    @property
    def embedded(self) -> tuple[str, ...]:
        """Patterns of documents and programs to take as well."""

    @property
    def exclude(self) -> tuple[str, ...]:
        """Patterns of files to leave out."""

    @property
    def schema(self) -> str | None:
        """The dump that migrations start from, relative to `root`; it is read wherever it lies."""

    @property
    def root(self) -> Path:
        """What the patterns are relative to."""


def membership_of(config: Selection) -> Callable[[str, bool], bool]:
    """A function that says of a path, and whether it is a directory, if the configuration lets it in."""
    if not config.include and not config.exclude and not config.embedded:
        return lambda path, is_directory: is_directory or path.lower().endswith(SUFFIXES)
    from pathspec import GitIgnoreSpec

    included = GitIgnoreSpec.from_lines(config.include) if config.include else None
    named = (pattern for pattern in config.include if pattern.lower().endswith(HOST_SUFFIXES))
    embedded = GitIgnoreSpec.from_lines([*config.embedded, *named])
    excluded = GitIgnoreSpec.from_lines(config.exclude)
    root = os.path.abspath(config.root)

    def belongs(path: str, is_directory: bool) -> bool:
        relative = os.path.relpath(os.path.abspath(path), root).replace(os.sep, "/")
        if relative.startswith("../"):
            return is_directory or path.lower().endswith(SUFFIXES)
        if excluded.match_file(relative + "/" if is_directory else relative):
            return False
        if is_directory:
            return True
        if host_of(path):
            return embedded.match_file(relative)
        return included.match_file(relative) if included else path.lower().endswith(SUFFIXES)

    return belongs
