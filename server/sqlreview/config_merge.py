"""Settings over settings: a file over those it extends, overrides over a file, the command line over everything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from sqlreview.config_model import PathSettings, Settings
from sqlreview.options import Options
from sqlreview.path_patterns import moved_up

ADDED = {"extend_select": "select", "extend_ignore": "ignore", "extend_exclude": "exclude"}
"""Keys that add to another."""
_CHAINED = ("overrides",)
"""Lists that go on where those of the other file end."""
_OWN = ("extends", "paths")
"""What speaks of the settings themselves."""


@dataclass(frozen=True, slots=True)
class CommandLine:
    """What the command line says instead of the file; None and () leave the file's word."""

    engine: str | None = None
    version: str | None = None
    select: tuple[str, ...] = ()
    """Replaces every `select`, `ignore` and severity "off" of the file."""
    ignore: tuple[str, ...] = ()
    """Is added to the file's `ignore`."""
    fail_on: str | None = None
    profile: str | None = None


NOTHING_SAID = CommandLine()


def merged(layers: Iterable[Options]) -> Settings:
    """The settings that hold when later ones win over earlier ones, key by key."""
    values: dict[str, Any] = {}
    for layer in layers:
        _put(values, dict(vars(layer)))
    return Settings(**values)


def moved(settings: Settings, below: str) -> Settings:
    """Checked settings as they must be written in a directory above; `below` is the way from there to theirs."""
    if not below:
        return settings
    values: dict[str, Any] = dict(vars(settings))
    for name in ("include", "embedded", "exclude", "extend_exclude"):
        if name in values:
            values[name] = tuple(moved_up(pattern, below) for pattern in values[name])
    for name in ("engines", "conventions"):
        if name in values:
            values[name] = {moved_up(pattern, below): value for pattern, value in values[name].items()}
    if "overrides" in values:
        values["overrides"] = tuple(_moved_override(one, below) for one in values["overrides"])
    if values.get("schema_") is not None:
        values["schema_"] = f"{below}/{values['schema_']}"
    if values.get("sizes") is not None:
        values["sizes"] = moved_path(values["sizes"], below)
    return Settings(**values)


def moved_path(name: str, below: str) -> str:
    """The path of a file as it must be written in a directory above; `below` is the way from there."""
    return PurePath(below, name).as_posix() if below else name


def with_command_line(settings: Settings, said: CommandLine) -> Settings:
    """The settings with the word of the command line instead; names are expected to exist."""
    changes: dict[str, Any] = {"ignore": (*settings.ignore, *said.ignore)}
    if said.engine is not None or said.version is not None:
        changes |= _engine_changes(settings, said)
    if said.select:
        levels = {name: level for name, level in settings.severity.items() if level != "off"}
        changes |= {"select": said.select, "ignore": said.ignore, "severity": levels}
    for name in ("fail_on", "profile"):
        if getattr(said, name) is not None:
            changes[name] = getattr(said, name)
    return settings.but_with(**changes)


def version_of(settings: Settings) -> str | None:
    """The version as it is written."""
    version = settings.version
    return f"{version:g}" if isinstance(version, float) else version


def _moved_override(override: PathSettings, below: str) -> PathSettings:
    changes: dict[str, Any] = {"paths": tuple(moved_up(pattern, below) for pattern in override.paths)}
    if override.sizes is not None:
        changes["sizes"] = moved_path(override.sizes, below)
    return override.but_with(**changes)


def _engine_changes(settings: Settings, said: CommandLine) -> dict[str, Any]:
    engine, version = said.engine or settings.engine, said.version
    if version is None and engine == settings.engine.partition(" ")[0]:
        engine, version = settings.engine, version_of(settings)
    elif version is not None:
        engine = engine.partition(" ")[0]
    changes: dict[str, Any] = {"engine": engine, "version": version}
    return changes | ({"engines": {}} if said.engine is not None else {})


def _put(values: dict[str, Any], own: dict[str, Any]) -> None:
    if "engine" in own:  # another engine has other versions
        values.pop("version", None)
    for name, added in ADDED.items():
        more = own.pop(name, ())
        if added in own or more:
            have = own.pop(added) if added in own else values.get(added, getattr(Settings, added))
            values[added] = tuple(dict.fromkeys((*have, *more)))
    for name, value in own.items():
        if name in _CHAINED:
            values[name] = (*values.get(name, ()), *value)
        elif isinstance(value, Mapping):
            values[name] = _over(values.get(name, {}), value)
        elif name not in _OWN:
            values[name] = value


def _over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """The entries of two tables, those of the second last."""
    kept = {key: value for key, value in below.items() if key not in above}
    return kept | {key: _merged_value(below.get(key), value) for key, value in above.items()}


def _merged_value(below: object, above: object) -> object:
    if isinstance(below, Mapping) and isinstance(above, Mapping):
        return _over(below, above)
    return above
