"""The file a question of the client is about, which need not be open, and all projects of the workspace."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sqlreview.config import find_config
from sqlreview.history import Entry, FileState, History
from sqlreview.lsp import convert
from sqlreview.lsp.configurations import CONFIGURATION_FILES
from sqlreview.lsp.documents import Place, Text
from sqlreview.lsp.homes import Home
from sqlreview.lsp.session import Session
from sqlreview.sql.engines import Engine


@dataclass(frozen=True, slots=True)
class Target:
    """A file of a project, as the editor or the disk has it."""

    home: Home
    state: FileState
    uri: str
    text: Text

    @property
    def engine(self) -> Engine:
        """The engine it is written for."""
        return self.home.review_with(self.state).rules.engine

    @property
    def history(self) -> History:
        """The migrations it stands among."""
        return self.home.review_with(self.state).history

    @property
    def views(self) -> list[Target]:
        """The file, or one view of it for each engine whose SQL it has."""
        reviews = self.home.project.reviews_of(self.state.path)
        return [replace(self, state=review.history.by_path[self.state.path]) for review in reviews]

    def view_at(self, offset: int) -> Target:
        """The view that has a statement at a place."""
        return next((view for view in self.views if view.entry_at(offset) is not None), self)

    def entry_at(self, offset: int) -> Entry | None:
        """The statement that touches a place; of two the one that begins there."""
        entries = self.state.entries
        index = bisect_left(entries, offset + 1, key=_start) - 1
        entry = entries[index] if index >= 0 else None
        return entry if entry is not None and offset <= entry.end else None


def _start(entry: Entry) -> int:
    return entry.start


def target_of(session: Session, uri: str) -> Target | None:
    """The file of a URI; None when it is in no project."""
    opened = session.files.get(uri)
    if opened is not None:
        home = opened.home
        return Target(home, home.file_of(opened.path), uri, opened.text) if home is not None else None
    path = convert.path_of(uri)
    home = session.home_of(path) if path is not None else None
    return in_home(session, home, home.file_of(path)) if home is not None and path is not None else None


def in_home(session: Session, home: Home, state: FileState) -> Target:
    """A file of a project as a target."""
    return Target(home, state, *session.locate(home, state))


def place_in(session: Session, uri: str, place: Place) -> tuple[Target, int] | None:
    """The file and the offset a client points at; None when it is in no project."""
    target = target_of(session, uri)
    if target is None:
        return None
    offset = target.text.offset(place)
    return target.view_at(offset), offset


def targets_in(session: Session) -> Iterator[Target]:
    """Every file of every project of the workspace, project by project, in the order in which they run."""
    for home in homes_in(session):
        for state in files_in(home):
            if state.path in home.paths:
                yield in_home(session, home, state)


def files_in(home: Home) -> Iterator[FileState]:
    """The files of a project, history by history."""
    for review in home.project.reviews.values():
        yield from review.history.files


def homes_in(session: Session) -> list[Home]:
    """The projects of the workspace: those of its folders, of folders below with their own settings, of lone files."""
    for folder in session.folders:
        if folder not in session.roots:
            session.roots[folder] = list(_roots_below(folder))
    roots = dict.fromkeys(root for folder in session.folders for root in session.roots[folder])
    found = [session.home_at(root) for root in roots]
    lone = [file.home for file in session.files.values() if file.home is not None and not file.home.root]
    return [*found, *lone]


def _roots_below(folder: str) -> Iterator[str]:
    yield folder
    for path, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "node_modules")
        if path != folder and any(name in files for name in CONFIGURATION_FILES):
            source = find_config(Path(path))
            if source is not None and str(source.parent) == path:
                yield path
