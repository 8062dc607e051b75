"""Files as the editor shows them, and diagnostics on their way to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

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
    answered: tuple[str, int, list[str]] | None = None
    """Result id, version and diagnostics the client knows."""


@dataclass(frozen=True, slots=True)
class Publication:
    """Diagnostics to push."""

    uri: str
    version: int | None
    pieces: Sequence[str]


def is_reviewed(language: str, path: str) -> bool:
    """Whether an opened text is SQL, or a document or program that may hold some."""
    if host_of(path):
        return True
    return any(word in language.lower() for word in _LANGUAGES) or PurePath(path).suffix.lower() in SUFFIXES
