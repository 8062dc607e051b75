"""`sqlreview check --show-config`: what holds for a path, and which line says so."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlreview.config import Config
from sqlreview.config_errors import item
from sqlreview.config_files import Layer, shown_path
from sqlreview.config_merge import ADDED, CommandLine
from sqlreview.options import kebab
from sqlreview.path_patterns import moved_up
from sqlreview.patterns import regex
from sqlreview.reporters.rule_documentation import as_toml

_BARE_KEY = regex(r"[A-Za-z0-9_-]++")
_KEYS = (
    *("profile", "engine", "version", "case_sensitive_tables", "convention", "schema_", "include", "exclude"),
    *("select", "ignore", "fail_on", "released", "assume_in_transaction"),
)
_IF_SAID = ("sizes", "large_tables", "small_tables", "small_rows", "large_rows")
"""Keys that are shown only where somebody has written them."""
_BY_PATTERN = ("engines", "conventions")
_TABLES = (*_BY_PATTERN, "tables", "severity")
_OPTIONS = {"profile": "--profile", "engine": "--engine", "version": "--engine-version", "fail_on": "--fail-on"}


@dataclass(frozen=True, slots=True)
class _Part:
    """A table of settings in a file: the file's own or one of its overrides."""

    layer: Layer
    table: Mapping[str, Any]
    keys: tuple[str, ...] = ()

    def written(self, keys: tuple[str, ...], key: str) -> str | None:
        """A key of a table within it as the file has it: patterns of a file further down begin otherwise there."""
        table: Any = self.table
        for name in keys:
            table = table.get(name, {})
        if key in table or keys[0] not in _BY_PATTERN:
            return key if key in table else None
        return next((name for name in table if moved_up(name, self.layer.below) == key), None)

    def place(self, *keys: str) -> str:
        """Where a key stands: `db/sqlreview.toml:3`."""
        line = self.layer.line_of(*self.keys, *keys)
        return self.layer.where if line is None else f"{self.layer.where}:{line}"


def shown_config(path: str, config: Config, verbose: bool = False) -> str:
    """The settings that hold for a file or directory as TOML, each with the place that says so."""
    overrides = () if os.path.isdir(path) else config.overrides_at(path)
    lines = [f"# {path}", f"# {_origin(config)}"]
    if config.source is not None and config.root != config.source.parent.absolute():
        lines.append(f"# patterns count from {shown_path(config.root)}")
    lines += [] if os.path.isdir(path) else _told_of_file(path, config)
    lines += _settings(config, overrides)
    if os.path.isdir(path):
        lines += _overrides(config)
    rules = config.rules if os.path.isdir(path) else config.at(path).rule_set(config.engine_for(path)).rules
    lines += ["", f"# rules that are on: {len(rules)}"]
    if verbose:
        lines += [f"#   {rule.id}" for rule in rules]
    return "\n".join(lines) + "\n"


def _origin(config: Config) -> str:
    if config.source is None:
        return "no configuration file"
    *others, own = [shown_path(file) for file in config.files]
    return f"configuration {own}" + (f", which extends {', '.join(reversed(others))}" if others else "")


def _told_of_file(path: str, config: Config) -> Iterator[str]:
    engine, convention = config.engine_for(path), config.convention_for(path)
    yield f"# engine: {engine or 'not configured; the SQL tells, or ' + str(config.engine)}"
    yield f"# convention: {convention or 'not configured; names and contents tell'}"


def _settings(config: Config, overrides: tuple[int, ...]) -> Iterator[str]:
    settings = config.settings_with(overrides)
    every = _parts(config)
    own = [part for part in every if not part.keys]
    parts = [*own, *(part for number, part in enumerate(part for part in every if part.keys) if number in overrides)]
    said = config.basis.said if config.basis else CommandLine()
    for key in (*_KEYS, *_IF_SAID):
        value = getattr(settings, key)
        if value is not None and (key in _KEYS or key in vars(settings)):
            is_guess = key == "engine" and not config.engine_is_set
            begin, end = ("# ", ", unless the SQL of a folder tells another") if is_guess else ("", "")
            yield f"{begin}{kebab(key)} = {as_toml(value)}  # {_said_by(key, parts, said)}{end}"
    for name in _TABLES:
        entries = getattr(settings, name)
        yield from _table((name,), entries, parts)
    for rule, options in settings.options.items():
        yield from _table(("options", rule), options, parts)


def _table(keys: tuple[str, ...], entries: Mapping[str, Any], parts: list[_Part]) -> Iterator[str]:
    if entries:
        yield from ("", f"[{'.'.join(_quoted(key) for key in keys)}]")
    for key, value in entries.items():
        places = [part.place(*keys, written) for part in parts if (written := part.written(keys, key)) is not None]
        yield f"{_quoted(key)} = {as_toml(value)}  # {places[-1] if places else 'default'}"


def _overrides(config: Config) -> Iterator[str]:
    for part in _parts(config):
        if part.keys:
            yield from ("", "[[overrides]]")
            for key, value in part.table.items():
                if key == "paths":
                    value = [moved_up(pattern, part.layer.below) for pattern in value]
                yield f"{_quoted(key)} = {as_toml(value)}  # {part.place(key)}"


def _parts(config: Config) -> list[_Part]:
    """The tables of all files, and after them those of their overrides, as they are numbered."""
    layers = config.basis.layers if config.basis else ()
    files = [_Part(layer, layer.table) for layer in layers]
    return files + [
        _Part(layer, table, ("overrides", item(number)))
        for layer in layers
        for number, table in enumerate(layer.table.get("overrides", ()))
    ]


def _said_by(key: str, parts: Iterable[_Part], said: CommandLine) -> str:
    """What gave a setting its value."""
    option = _OPTIONS.get(key)
    if option is not None and getattr(said, key) is not None:
        return option
    if key == "select" and said.select:
        return "--select"
    places: list[str] = []
    more = next((more for more, name in ADDED.items() if name == key), key)
    for part in parts:
        if kebab(key) in part.table:
            places = [part.place(kebab(key))]
        if kebab(more) in part.table and more != key:
            places.append(part.place(kebab(more)))
    if key == "ignore" and said.ignore:
        places = ["--ignore"] if said.select else [*places, "--ignore"]
    return " + ".join(places) or "default"


def _quoted(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else json.dumps(key, ensure_ascii=False)
