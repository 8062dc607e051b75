"""Files as the editor shows them, and diagnostics on their way to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from sqlreview.lsp.configuration_mistakes import mistakes_in
from sqlreview.lsp.configurations import is_configuration
from sqlreview.lsp.documents import Text
from sqlreview.lsp.homes import Home
from sqlreview.lsp.sheets import Sheet
from sqlreview.migrations.project import SUFFIXES
from sqlreview.sql.hosts import host_of

_LANGUAGES = ("sql", "postgres")


@dataclass(slots=True, eq=False)
class OpenFile:
    """A file as the editor shows it."""

    uri: str
    path: str
    """Absolute path, or the URI of what is not on disk."""
    version: int
    text: Text
    home: Home | None = None
    """None for files that are left out of the review."""
    sheet: Sheet = field(default_factory=Sheet)
    result: tuple[str, list[str]] | None = None
    """The latest diagnostics anybody asked for, and their result id."""
    answered: tuple[int, list[str]] | None = None
    """The version and diagnostics that the client shows; what a report about the workspace says of it is not shown."""

    known_mistakes: tuple[int, list[str]] | None = None
    """For a configuration the version that was checked, and the diagnostics of its mistakes."""

    def mistakes(self) -> list[str]:
        """The diagnostics of a configuration, found once for each version: to search names alike takes a while."""
        if self.known_mistakes is None or self.known_mistakes[0] != self.version:
            self.known_mistakes = (self.version, mistakes_in(self.path, self.text))
        return self.known_mistakes[1]

    @property
    def is_configuration(self) -> bool:
        """Whether it holds settings rather than SQL."""
        return is_configuration(self.path)


@dataclass(frozen=True, slots=True)
class Publication:
    """Diagnostics to push."""

    uri: str
    version: int | None
    pieces: Sequence[str]


def is_reviewed(language: str, path: str) -> bool:
    """Whether an opened text is SQL, a document or program that may hold some, or a configuration."""
    if host_of(path) or is_configuration(path):
        return True
    return any(word in language.lower() for word in _LANGUAGES) or PurePath(path).suffix.lower() in SUFFIXES
