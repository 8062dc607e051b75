"""The configurations in use, each read once until one of its files changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from os.path import basename
from pathlib import Path
from typing import Any

from sqlreview.config import Config, ConfigError, config_of, find_config, load_config
from sqlreview.config_files import FILE_NAME, PYPROJECT, Layer

CONFIGURATION_FILES = (FILE_NAME, PYPROJECT)

_Stamp = tuple[tuple[Path, int, int], ...]
"""The state of some files: modification time and size of each."""


def is_configuration(path: str) -> bool:
    """Whether a file can hold settings of sqlreview, be it for others to extend (`sqlreview.base.toml`)."""
    name = basename(path)
    return name == PYPROJECT or (name.startswith("sqlreview.") and name.endswith(".toml"))


@dataclass(frozen=True, slots=True)
class _Known:
    """What a configuration file was found to say."""

    config: Config
    files: tuple[Path, ...]
    """The file, those it extends, those with sizes of tables, and those it was refused for."""
    stamp: _Stamp


@dataclass(frozen=True, slots=True)
class _Read:
    """What reading a configuration file led to."""

    known: _Known
    messages: tuple[str, ...]


class Configurations:
    """Finds the configuration of a folder; after a mistake the last good one stays in use."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._below = Layer("the settings of the editor", {})
        self._known: dict[Path | None, _Known] = {}
        self._by_folder: dict[str, tuple[Config, Config]] = {}
        """For folders without a file the configuration of all such folders, and their own."""

    def use(self, settings: Mapping[str, Any]) -> bool:
        """Takes other settings of the editor, which hold where no file says otherwise; whether they are others."""
        if settings == self._below.table:
            return False
        self._below = Layer(self._below.where, settings)
        self._known.clear()
        return True

    def of(self, folder: str) -> Config:
        """The configuration that holds for a folder: the same object until its files change for the better."""
        source = find_config(Path(folder))
        config = self._current(source)
        return config if source else self._rooted(config, folder)

    def _rooted(self, config: Config, folder: str) -> Config:
        """The configuration of a folder without a file, in which patterns count from that folder."""
        known = self._by_folder.get(folder)
        if known is None or known[0] is not config:
            known = self._by_folder[folder] = (config, replace(config, root=Path(folder), here=folder))
        return known[1]

    def _current(self, source: Path | None) -> Config:
        known = self._known.get(source)
        if known is not None and _stamp_of(known.files) == known.stamp:
            return known.config
        read = self._read(source, known)
        for message in read.messages:
            self._tell(message)
        self._known[source] = read.known
        return read.known.config

    def _read(self, source: Path | None, before: _Known | None) -> _Read:
        """What a configuration file says; it is read again when other files turn out to be part of it.

        The state of the files is that before they were read, so that a change in between is noticed later.
        """
        files: tuple[Path, ...] = (source,) if source else ()
        while True:
            stamp = _stamp_of(files)
            config, found, messages = _outcome(source, self._below)
            found = tuple(dict.fromkeys((*files, *found)))
            if found == files:
                return _Read(_Known(config or (before.config if before else load_config({})), files, stamp), messages)
            files = found

    def holds(self, path: Path) -> bool:
        """Whether a configuration in use was read from a file, or needs it to be read."""
        return any(path in known.files for known in self._known.values())


def _outcome(source: Path | None, below: Layer) -> tuple[Config | None, tuple[Path, ...], tuple[str, ...]]:
    """The configuration, if it can be used, the files it consists of, and what to tell the user."""
    try:
        config = config_of(source, below=below)
    except ConfigError as error:
        return None, tuple(_named(error)), ("\n".join(str(single) for single in error.all),)
    return config, config.inputs, config.warnings


def _named(error: ConfigError) -> Iterable[Path]:
    """The files in which mistakes are, or that are missed."""
    return (Path(name).absolute() for single in error.all for name in (single.path, single.missing) if name)


def _stamp_of(files: Iterable[Path]) -> _Stamp:
    return tuple((path, *_state_of(path)) for path in files)


def _state_of(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size
