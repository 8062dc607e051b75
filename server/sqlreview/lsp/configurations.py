"""The configurations in use, each read once until it changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlreview.config import Config, ConfigError, find_config, load_config, read_config


@dataclass(frozen=True, slots=True)
class _Stamp:
    """The state of a configuration file."""

    source: Path | None
    modified: int
    size: int


class Configurations:
    """Finds the configuration of a folder; after a mistake the last good one stays in use."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._known: dict[Path | None, tuple[_Stamp, Config]] = {}

    def of(self, folder: str) -> Config:
        """The configuration that holds for a folder: the same object until its file changes for the better."""
        stamp = _stamp_of(folder)
        known = self._known.get(stamp.source)
        if known is not None and known[0] == stamp:
            return known[1]
        try:
            config = read_config(stamp.source) if stamp.source else load_config({})
            for warning in config.warnings:
                self._tell(warning)
        except ConfigError as error:
            self._tell(str(error))
            config = known[1] if known else load_config({})
        self._known[stamp.source] = (stamp, config)
        return config


def _stamp_of(folder: str) -> _Stamp:
    source = find_config(Path(folder))
    try:
        status = source.stat() if source else None
    except OSError:
        status = None
    return _Stamp(source, status.st_mtime_ns, status.st_size) if status else _Stamp(source, 0, 0)
