"""Which files are reviewed together: the SQL files of a folder that one configuration holds for, or a file alone."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from types import MappingProxyType

from sqlreview.config import Config, find_config
from sqlreview.history import FileState
from sqlreview.lsp.documents import Replacement, Text, difference
from sqlreview.migrations.project import (
    SUFFIXES,
    SourceFile,
    as_given,
    belongs_to,
    discover,
    is_metadata,
    natural_key,
    read_source,
    with_metadata,
)
from sqlreview.project import Project
from sqlreview.review import Review
from sqlreview.sql.hosts import host_of
from sqlreview.text import Encoding

_PATIENCE = 3000
"""Statements of a file, or of a history, that are few enough to be looked at as a whole after every keystroke."""


@dataclass(slots=True, eq=False)
class Home:
    """Files under review together, up to date with what is open in the editor."""

    root: str
    """The folder whose files it holds; empty for a file alone."""
    config: Config
    project: Project
    names: dict[str, str]
    """The name in the project of every absolute path."""
    paths: dict[str, str]
    """The absolute path of every name in the project."""
    encoding: Encoding
    texts: dict[str, Text] = field(default_factory=dict)
    """Line indexes of files that are not open, by name."""
    unread: tuple[str, ...] = ()
    """The files that could not be read, and why."""

    def holds(self, path: str) -> bool:
        """Whether a file is part of the project."""
        return path in self.names

    def path_of(self, name: str) -> str:
        """The absolute path of a name in the project, of a file that need not exist."""
        base = str(self.config.source.parent) if self.config.source else self.root
        return self.paths.get(name) or os.path.normpath(os.path.join(base, name))

    def review_of(self, path: str) -> Review:
        """The review a file takes part in."""
        return self.project.by_path[self.names[path]]

    def review_with(self, state: FileState) -> Review:
        """The review that a state of a file belongs to; SQL of several engines in one document has one for each."""
        reviews = self.project.reviews_of(state.path)
        return next((one for one in reviews if one.history.by_path.get(state.path) is state), reviews[0])

    def file_of(self, path: str) -> FileState:
        """The state of a file under review."""
        name = self.names[path]
        return self.project.by_path[name].history.by_path[name]

    def edit(self, path: str, edit: Replacement) -> None:
        """Replaces a range of a file and reviews what that changes."""
        name = self.names[path]
        self.texts.pop(name, None)
        self.project.edit(name, edit.start, edit.end, edit.text)

    def set_text(self, path: str, text: str) -> None:
        """Gives a file another text and reviews what that changes."""
        before = self.file_of(path).written
        if before != text:
            self.edit(path, difference(before, text))

    def index_of(self, name: str) -> Text:
        """The lines of a file that is not open."""
        index = self.texts.get(name)
        if index is None:
            state = self.project.by_path[name].history.by_path[name]
            index = self.texts[name] = Text(state.written, self.encoding)
        return index


def root_of(path: str, folder: str, config: Config) -> str:
    """The folder whose files share a project with a file: the workspace folder, or one below with its own settings."""
    own = str(config.source.parent) if config.source else folder
    return own if is_below(own, folder) and is_below(path, own) else folder


class Membership(Enum):
    """What a file is to the project of a folder."""

    MEMBER = "member"
    EXCLUDED = "excluded"
    """The configuration leaves it out."""
    STRANGER = "stranger"
    """It has no suffix of SQL, or another repository within the folder holds it."""


def is_without_sql(path: str, text: str) -> bool:
    """Whether a file is a document or program in which there is nothing to review."""
    host = host_of(path)
    if host is None:
        return False
    from sqlreview.sql.hosts.reading import parts_of

    return not parts_of(text, host)


def membership(path: str, root: str, config: Config, is_open: bool = False) -> Membership:
    """Whether a file, which need not exist, belongs to the project of a folder.

    A document or program does as long as it is open, unless the configuration leaves it out.
    """
    if is_open and host_of(path):
        config = replace(config, embedded=("*",))
    if not is_below(path, root) or find_config(Path(path).parent) != config.source:
        return Membership.STRANGER
    if belongs_to(path, root, config):
        return Membership.MEMBER
    is_known = path.lower().endswith(SUFFIXES) or (is_open and host_of(path) is not None)
    return Membership.EXCLUDED if is_known else Membership.STRANGER


def folder_home(root: str, config: Config, open_texts: Mapping[str, str], encoding: Encoding) -> Home:
    """Reads and reviews the files of a folder that its configuration holds for."""
    texts: dict[str, str] = {}
    beside: dict[str, tuple[tuple[str, str], ...]] = {}
    governed: dict[str, bool] = {}
    found = discover([root], config)
    for file in found.files:
        path = os.path.abspath(file.path)
        folder = os.path.dirname(path)
        if folder not in governed:
            governed[folder] = find_config(Path(folder)) == config.source
        if governed[folder]:
            texts[path], beside[path] = file.text, file.beside
    for path, text in open_texts.items():
        if path in texts or membership(path, root, config, is_open=True) is Membership.MEMBER:
            texts[path] = text
            if path not in beside:
                beside[path] = with_metadata([SourceFile(path, text)])[0].beside
    base = str(config.source.parent) if config.source else root
    names = {path: as_given(os.path.relpath(path, base)) for path in texts}
    home = _home(root, config, texts, names, encoding, beside)
    home.unread = tuple(f"{error.path} {error.message}" for error in found.errors)
    return home


def lonely_home(path: str, text: str, config: Config, encoding: Encoding) -> Home:
    """Reviews one text alone."""
    config = config if config.source else replace(config, root=Path(), here="")
    return _home("", config, {path: text}, {path: path}, encoding)


def _home(
    root: str,
    config: Config,
    texts: Mapping[str, str],
    names: dict[str, str],
    encoding: Encoding,
    beside: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType({}),
) -> Home:
    ordered = sorted(texts, key=lambda path: natural_key(names[path]))
    files = [SourceFile(names[path], texts[path], beside=beside.get(path, ())) for path in ordered]
    # what a project consists of stays for long, and collecting garbage around it would cost as much as reviewing it
    gc.unfreeze()
    gc.disable()
    try:
        project = Project(files, replace(config, here=str(config.source.parent)) if config.source else config)
    finally:
        gc.enable()
    gc.collect()
    gc.freeze()
    project.be_patient(_PATIENCE)
    return Home(root, config, project, names, {name: path for path, name in names.items()}, encoding)


def is_below(path: str, folder: str) -> bool:
    """Whether a path is a folder or lies in it."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def disk_text(path: str) -> str | None:
    """The text of a file as it is stored; None when it cannot be reviewed."""
    match read_source(path):
        case SourceFile(text=text):
            return text
        case _:
            return None


def follow_disk(home: Home, paths: Iterable[str]) -> bool:
    """Gives files of a project the texts they have on disk by now; False where the project has to be made anew."""
    texts: dict[str, str] = {}
    for path in paths:
        if is_metadata(path) and is_below(path, home.root):
            return False
        text = disk_text(path) if membership(path, home.root, home.config) is Membership.MEMBER else None
        if home.holds(path) != (text is not None):
            return False
        if text is not None:
            texts[path] = text
    for path, text in texts.items():
        home.set_text(path, text)
    return True
