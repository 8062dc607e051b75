"""Finds configuration files and reads their tables, with those of the files they extend."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlreview.config_errors import ConfigError, line_of

FILE_NAME = "sqlreview.toml"
PYPROJECT = "pyproject.toml"

_NEAR = 4
"""How many parts of a path that leads out of the project are taken for its own."""


@dataclass(frozen=True, slots=True)
class Layer:
    """The settings of one file, as they are written."""

    where: str
    """What the user knows the file as."""
    table: Mapping[str, Any]
    source: Path | None = None
    text: str = ""
    prefix: tuple[str, ...] = ()
    """The keys of the table that holds the settings."""
    below: str = ""
    """The way from the directory that all patterns count from to the one that those of this file count from."""

    def line_of(self, *keys: str, value: str | None = None) -> int | None:
        """The line that sets a key."""
        return line_of(self.text, (*self.prefix, *keys), value) if self.text else None

    def error(self, keys: tuple[str, ...], message: str, value: str | None = None) -> ConfigError:
        """A mistake in this file."""
        return ConfigError(self.where, keys, message, self.line_of(*keys, value=value), value)


def find_config(start: Path) -> Path | None:
    """The configuration file that holds for a path: the nearest one upwards, at most up to a repository's root."""
    absolute = Path(os.path.abspath(start))
    for folder in (absolute, *absolute.parents):
        found = config_in(folder)
        if found is not None:
            return found
        if (folder / ".git").exists():
            return None
    return None


def by_source(paths: Iterable[str]) -> dict[Path | None, list[str]]:
    """Paths by the configuration file that holds for them."""
    groups: dict[Path | None, list[str]] = {}
    for path in paths:
        groups.setdefault(find_config(Path(path)), []).append(path)
    return groups


def config_in(folder: Path) -> Path | None:
    """The configuration file that a directory holds."""
    if (folder / FILE_NAME).is_file():
        return folder / FILE_NAME
    return folder / PYPROJECT if has_tool_table(folder / PYPROJECT) else None


def has_tool_table(path: Path) -> bool:
    """Whether a `pyproject.toml` configures sqlreview."""
    try:
        content = path.read_bytes()
    except OSError:
        return False
    return b"sqlreview" in content and _tool_table_or_broken(content)


def layers_of(source: Path, text: str | None = None) -> tuple[Layer, ...]:
    """A configuration file, or a text in its place, after those it extends, most distant first; raises ConfigError."""
    layers: dict[Path, Layer] = {}
    _add(_layer(source) if text is None else _layer_of(source, text), (), layers)
    places = [_place(layer, source.parent) for layer in layers.values()]
    root = min(places, key=lambda place: len(place.parts))
    return tuple(
        replace(layer, below="" if place == root else place.relative_to(root).as_posix())
        for layer, place in zip(layers.values(), places, strict=True)
    )


def root_of(layers: Sequence[Layer]) -> Path:
    """The directory that the patterns of all files count from: that of the uppermost file."""
    own = layers[-1]
    assert own.source is not None
    return own.source.parents[len(Path(own.below).parts)]


def check_schema(layers: Sequence[Layer], root: Path) -> None:
    """Raises ConfigError where the file with the schema is not there."""
    layer = next((layer for layer in reversed(layers) if "schema" in layer.table), None)
    if layer is None:
        return
    name = layer.table["schema"]
    folder = os.path.join(root, layer.below)
    place = os.path.normpath(os.path.join(folder, name))
    if not Path(place).is_relative_to(folder):
        raise layer.error(("schema",), f"`{name}` does not lie below the configuration file")
    if not os.path.isfile(place):
        raise layer.error(("schema",), f"there is no file `{name}`")


def _place(layer: Layer, own: Path) -> Path:
    """What patterns of a file count from: its own directory if that lies above the configuration, else the latter's."""
    assert layer.source is not None
    return layer.source.parent if own.is_relative_to(layer.source.parent) else own


def within_project(relative: str) -> str:
    """A path below the project; of one that leads out of it only the nearest folders say something of the file."""
    return relative if not relative.startswith("../") else "/".join(relative.split("/")[-_NEAR:]).replace("../", "")


def shown_path(path: Path) -> str:
    """The path as the user knows it: relative where it lies below the current directory."""
    absolute = Path(os.path.abspath(path))
    return str(absolute.relative_to(Path.cwd())) if absolute.is_relative_to(Path.cwd()) else str(absolute)


def _add(layer: Layer, way: tuple[Layer, ...], layers: dict[Path, Layer]) -> None:
    assert layer.source is not None
    way = (*way, layer)
    for name in _extended(layer):
        base = Path(os.path.normpath(layer.source.parent / name))
        _refuse_circle(base, name, way)
        if base not in layers:
            try:
                found = _layer(base)
            except ConfigError as error:
                if not error.missing:
                    raise
                refused = layer.error(("extends",), f"{error.path} {error.message}", name)
                refused.missing = error.missing
                raise refused from None
            _add(found, way, layers)
    layers[layer.source] = layer


def _extended(layer: Layer) -> Iterator[str]:
    """The files a file names; what is no name is found when the table is checked."""
    names = layer.table.get("extends", ())
    for name in (names,) if isinstance(names, str) else names if isinstance(names, list) else ():
        if isinstance(name, str):
            yield name


def _refuse_circle(base: Path, name: str, way: tuple[Layer, ...]) -> None:
    places = [layer.source for layer in way]
    if base in places:
        circle = " extends ".join(layer.where for layer in (*way[places.index(base) :], way[places.index(base)]))
        raise way[-1].error(("extends",), f"goes round in a circle: {circle}", name)


def _layer(source: Path) -> Layer:
    """The settings of a file."""
    try:
        text = source.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise _unreadable(source, f"cannot be read: {(error.strerror or str(error)).lower()}") from None
    except UnicodeDecodeError:
        raise _unreadable(source, "is not UTF-8") from None
    except ValueError as error:  # a name that no file can have
        raise _unreadable(source, f"cannot be read: {error}") from None
    return _layer_of(source, text)


def _layer_of(source: Path, text: str) -> Layer:
    where = shown_path(source)
    table, prefix = _parsed(text, source, where)
    return Layer(where, table, source, text, prefix)


def _unreadable(source: Path, message: str) -> ConfigError:
    error = ConfigError(shown_path(source), "", message)
    error.missing = str(source)
    return error


def _parsed(text: str, source: Path, where: str) -> tuple[Mapping[str, Any], tuple[str, ...]]:
    """The settings of a file, and the keys of the table that holds them."""
    import tomllib

    try:
        table: Any = tomllib.loads(text, parse_float=_Written)
    except tomllib.TOMLDecodeError as error:
        message, line = toml_problem(str(error), text)
        raise ConfigError(where, "", f"is not valid TOML: {message}", line) from None
    prefix = ("tool", "sqlreview") if source.name == PYPROJECT else ()
    for depth, key in enumerate(prefix, 1):
        table = table.get(key, {})
        if not isinstance(table, dict):
            raise ConfigError(where, prefix[:depth], "should be a table")
    version = table.get("version")
    return {**table, "version": version.text} if isinstance(version, _Written) else table, prefix


class _Written(float):
    """A number that remembers how it was written: version 3.40 is not version 3.4."""

    def __new__(cls, text: str) -> _Written:
        number = super().__new__(cls, text)
        number.text = text
        return number

    text: str


def toml_problem(message: str, text: str) -> tuple[str, int]:
    """What tomllib's message says, and the line it means."""
    problem, _, place = message.partition(" (at line ")
    number = place.partition(",")[0]
    problem = problem.removesuffix(" (at end of document)")
    line = int(number) if number.isdigit() else text.count("\n") + 1
    return problem[:1].lower() + problem[1:], line


def _tool_table_or_broken(content: bytes) -> bool:
    import tomllib

    try:
        table: Any = tomllib.loads(content.decode("utf-8-sig"))
    except ValueError:
        return b"[tool.sqlreview" in content
    tool = table.get("tool")
    return isinstance(tool, dict) and "sqlreview" in tool
