"""What the server knows: folders, open files and their reviews; everything here runs on the worker's thread."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from time import monotonic
from typing import Any

from sqlreview.config import Config, find_config
from sqlreview.history import FileState
from sqlreview.lsp import convert
from sqlreview.lsp.configurations import CONFIGURATION_FILES, Configurations
from sqlreview.lsp.documents import Change, Text
from sqlreview.lsp.embedded import pieces_around
from sqlreview.lsp.homes import (
    Home,
    Membership,
    disk_text,
    folder_home,
    follow_disk,
    is_below,
    is_without_sql,
    lonely_home,
    membership,
    root_of,
)
from sqlreview.lsp.opened import OpenFile, Publication, is_reviewed
from sqlreview.migrations.project import SUFFIXES
from sqlreview.sql.hosts import host_of
from sqlreview.text import Encoding

__all__ = ["OpenFile", "Publication", "Session"]

_log = logging.getLogger("sqlreview")

_PAUSE = 0.5
"""Seconds between changes that follow each other faster in typing."""

Tell = Callable[[str], None]
"""Shows a problem to the user."""


class Session:
    """Open files and the projects they belong to.

    `announced` holds the version of every open file that the client has reached, which may be ahead of the work done
    here; results for older versions are not worth sending.
    """

    def __init__(self, encoding: Encoding, folders: Iterable[str], tell: Tell, *, refreshes: bool = False) -> None:
        self.encoding = encoding
        self.refreshes = refreshes
        """Whether a client that pulls can be told of what is found later."""
        self.folders = [os.path.abspath(folder) for folder in folders]
        self.announced: dict[str, int] = {}
        self.files: dict[str, OpenFile] = {}
        self.by_path: dict[str, OpenFile] = {}
        self.homes: dict[str, Home] = {}
        self.roots: dict[str, list[str]] = {}
        """The folders with projects of their own below each workspace folder, once somebody has asked for all."""
        self.scanning: Callable[[str | None], None] = lambda folder: None
        """Is told which folder is about to be read and reviewed, and then None."""
        self.reviewed: Callable[[Home, float], None] = lambda home, seconds: None
        """Is told which project was read and reviewed, and how many seconds it took."""
        self._configurations = Configurations(tell)
        self._result_ids = count(1)
        self._changed = 0.0
        self._is_typing = False

    # -- what the client does ----------------------------------------------------------------------------------------

    def open(self, uri: str, path: str | None, language: str, version: int, text: str) -> None:
        """Takes a file over from the disk."""
        if not is_reviewed(language, path or uri):
            return
        self.close(uri)
        file = OpenFile(uri, path or uri, version, Text(text, self.encoding))
        self.files[uri] = self.by_path[file.path] = file
        self._settle(file)

    def change(self, uri: str, version: int, changes: Sequence[Change]) -> None:
        """Edits an open file."""
        file = self.files.get(uri)
        if file is None:
            return
        if file.home is None and host_of(file.path):
            self._begin(file, version, changes)
            return
        now = monotonic()
        self._is_typing, self._changed = now - self._changed < _PAUSE, now
        edits = [file.text.apply(change) for change in changes]
        file.version = version
        if len(edits) == 1:
            self._review(file, lambda home: home.edit(file.path, edits[0]))
        else:
            self._review(file, lambda home: home.set_text(file.path, file.text.text))

    def _begin(self, file: OpenFile, version: int, changes: Sequence[Change]) -> None:
        """Edits a document or program without SQL, which may get some."""
        for change in changes:
            file.text.apply(change)
        file.version = version
        self._settle(file)

    def close(self, uri: str) -> None:
        """Gives a file back to the disk."""
        file = self.files.pop(uri, None)
        if file is None:
            return
        self.by_path.pop(file.path, None)
        if file.home is None or not file.home.root:
            return
        stored = disk_text(file.path)
        if stored is None:
            self._rebuild(file.home)
        else:
            self._review(file, lambda home: home.set_text(file.path, stored))

    def saved(self, uri: str) -> None:
        """Looks whether the configuration changed, for clients that watch no files."""
        file = self.files.get(uri)
        if file is not None and file.is_configuration:
            self.disk_changed([file.path])
        home = file.home if file else None
        if home is not None and home.root and self._configuration(home.root) is not home.config:
            self.reload()

    def disk_changed(self, paths: Iterable[str]) -> None:
        """Follows files that were created, changed or deleted by others."""
        changed = [os.path.abspath(path) for path in paths]
        if any(self._configures(path) for path in changed):
            self.reload()
            return
        for home in list(self.homes.values()):
            self._follow_disk(home, [path for path in changed if path not in self.by_path])

    def folders_changed(self, added: Iterable[str], removed: Iterable[str]) -> None:
        """Adds and removes workspace folders."""
        gone = {os.path.abspath(folder) for folder in removed}
        self.folders = [folder for folder in self.folders if folder not in gone]
        self.folders += [path for folder in added if (path := os.path.abspath(folder)) not in self.folders]
        self.reload()

    def configure(self, settings: Mapping[str, Any]) -> None:
        """Takes other settings of the editor."""
        if self._configurations.use(settings):
            self.reload()

    def reload(self) -> None:
        """Reads configurations and files again."""
        self.homes.clear()
        self.roots.clear()
        self._settle_all(list(self.files.values()))

    @property
    def is_behind(self) -> bool:
        """Whether `catch_up` has something to do."""
        return any(file.home is not None and file.home.project.is_behind for file in self.files.values())

    def catch_up(self) -> None:
        """Checks what is too much for every keystroke: transactions and migrations as a whole in long files."""
        for home in {file.home for file in self.files.values() if file.home is not None}:
            home.project.catch_up()

    # -- what the client gets ----------------------------------------------------------------------------------------

    def pull(self, uri: str, previous: str | None) -> str | None:
        """The answer to a request for diagnostics, as JSON; None when the client is ahead of it."""
        file = self.files.get(uri)
        if file is None:
            return convert.full_report("0", ())
        if not self.refreshes and not self._is_typing and self._is_current(file):
            self.catch_up()
        report = self.report(file, previous)
        if report is not None and file.result is not None:
            file.answered = (file.version, file.result[1])
        return report

    def report(self, file: OpenFile, previous: str | None) -> str | None:
        """The same as part of a longer answer, which clients leave unused while they show the file."""
        if not self._is_current(file):
            return None
        pieces = self.pieces(file)
        if file.result is None or file.result[1] != pieces:
            file.result = (str(next(self._result_ids)), pieces)
        result_id = file.result[0]
        return convert.unchanged_report(result_id) if previous == result_id else convert.full_report(result_id, pieces)

    def is_outdated(self) -> bool:
        """Whether a file the client believes to know has other diagnostics by now."""
        return any(
            file.answered is not None
            and file.answered[0] == file.version
            and self._is_current(file)
            and file.answered[1] != self.pieces(file)
            for file in self.files.values()
        )

    def publications(self) -> list[Publication]:
        """The diagnostics of edited files, and those of others that changed since they were last published."""
        found: list[Publication] = []
        for file in self.files.values():
            if not self._is_current(file):
                continue
            pieces = self.pieces(file)
            if file.answered != (file.version, pieces):
                file.answered = (file.version, pieces)
                found.append(Publication(file.uri, file.version, pieces))
        return found

    def pieces(self, file: OpenFile) -> list[str]:
        """The diagnostics of an open file, as pieces of JSON that commas must join."""
        home = file.home
        if home is None:
            return file.mistakes() if file.is_configuration else []
        state = home.file_of(file.path)
        if state.embedding is not None:
            return pieces_around(home.project, home.names[file.path], file.text, partial(self.locate, home))
        return file.sheet.pieces(home.review_of(file.path), state, file.text, partial(self.locate, home))

    def locate(self, home: Home, state: FileState) -> tuple[str, Text]:
        """The URI and the lines of a file of a project."""
        path = home.paths[state.path]
        opened = self.by_path.get(path)
        if opened is not None and opened.home is home:
            return opened.uri, opened.text
        return convert.uri_of(path), home.index_of(state.path)

    def _is_current(self, file: OpenFile) -> bool:
        return self.announced.get(file.uri, file.version) == file.version

    # -- projects ----------------------------------------------------------------------------------------------------

    def _settle_all(self, files: Sequence[OpenFile]) -> None:
        for file in files:
            file.home = None
        for file in files:
            if file.home is None:
                self._settle(file)

    def _settle(self, file: OpenFile) -> None:
        """Finds or makes the project an open file belongs to."""
        if file.is_configuration:
            file.known_mistakes = None
            return
        folder = self._folder_of(file.path)
        if folder is None:
            own = os.path.dirname(file.path) if os.path.isabs(file.path) else (self.folders or [os.getcwd()])[0]
            file.home = lonely_home(file.path, file.text.text, self._configuration(own), self.encoding)
            return
        config = self._configuration(os.path.dirname(file.path))
        root = root_of(file.path, folder, config)
        config = self._configuration(root)
        match membership(file.path, root, config, is_open=True):
            case Membership.MEMBER:
                if is_without_sql(file.path, file.text.text):
                    file.home = None
                    return
                self._move_in(file, root, config)
            case Membership.EXCLUDED:
                file.home = None
            case Membership.STRANGER:
                own = os.path.dirname(file.path)
                file.home = lonely_home(file.path, file.text.text, self._configuration(own), self.encoding)

    def _move_in(self, file: OpenFile, root: str, config: Config) -> None:
        """Makes an open file a part of the project of a folder, which may have to be built."""
        home = self.homes.get(root)
        if home is not None and home.config is config and home.holds(file.path):
            file.home = home
            self._review(file, lambda home: home.set_text(file.path, file.text.text))
            return
        self._build(root, config)

    def _build(self, root: str, config: Config) -> Home:
        opened = {other.path: other.text.text for other in self.files.values() if is_below(other.path, root)}
        self.scanning(root)
        began = monotonic()
        try:
            home = self.homes[root] = folder_home(root, config, opened, self.encoding)
        finally:
            self.scanning(None)
        self.reviewed(home, monotonic() - began)
        for other in self.files.values():
            if home.holds(other.path):
                other.home = home
        return home

    def home_at(self, folder: str) -> Home:
        """The project whose files are below a folder, read and reviewed if that has not been done yet."""
        config = self._configuration(folder)
        home = self.homes.get(folder)
        return home if home is not None and home.config is config else self._build(folder, config)

    def home_of(self, path: str) -> Home | None:
        """The project of a file, which need not be open; None for files that are in no project."""
        if path in self.by_path:
            return self.by_path[path].home
        folder = self._folder_of(path)
        if folder is None or not (path.lower().endswith(SUFFIXES) or host_of(path)):
            return None
        home = self.home_at(root_of(path, folder, self._configuration(os.path.dirname(path))))
        return home if home.holds(path) else None

    def _rebuild(self, home: Home) -> None:
        """Reads the files of a project again, with what is open."""
        self.homes.pop(home.root, None)
        self._settle_all([file for file in self.files.values() if file.home is home])

    def _review(self, file: OpenFile, edit: Callable[[Home], None]) -> None:
        """Edits the project of a file; should that fail, the project is made anew, so that it is never half edited."""
        if file.home is None:
            return
        try:
            edit(file.home)
        except Exception:  # the boundary to incremental work: what cannot be followed is reviewed anew, never lost
            _log.exception("An edit of %s could not be followed; its project is reviewed anew.", file.path)
            self._rebuild(file.home)
            return
        if file.home.project.is_outdated:
            self._rebuild(file.home)

    def _follow_disk(self, home: Home, paths: Iterable[str]) -> None:
        if not follow_disk(home, paths):
            self._rebuild(home)

    def _configures(self, path: str) -> bool:
        """Whether a changed file is, or was, the configuration of a project."""
        if os.path.basename(path) not in CONFIGURATION_FILES:
            return self._configurations.holds(Path(path))
        homes = self.homes.values()
        changed = any(self._configuration(home.root) is not home.config for home in homes)
        return (
            changed
            or find_config(Path(path).parent) == Path(path)
            or any(home.config.source == Path(path) for home in homes)
        )

    def _configuration(self, folder: str) -> Config:
        return self._configurations.of(folder)

    def _folder_of(self, path: str) -> str | None:
        """The innermost workspace folder that holds a path."""
        holding = [folder for folder in self.folders if is_below(path, folder)]
        return max(holding, key=len, default=None)
