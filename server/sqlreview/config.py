"""Finds and reads the configuration of a project."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sqlreview.config_errors import ConfigError, checked, nearest, with_line
from sqlreview.config_model import Settings
from sqlreview.findings import Severity
from sqlreview.packs import Packs, load_packs
from sqlreview.rule import Rule
from sqlreview.ruleset import options_of, selected
from sqlreview.sql.engines import Engine, engine_of

__all__ = ["Config", "ConfigError", "Overrides", "config_for", "find_config", "grouped", "load_config", "read_config"]

FILE_NAME = "sqlreview.toml"
PYPROJECT = "pyproject.toml"
GROUPS = ("all", "default")
"""Names of sets of rules beside packs and rules."""
COMMAND_LINE = "command line"


@dataclass(frozen=True, slots=True)
class Config:
    """Everything a review wants to know beside the SQL; `load_config({})` is the default one."""

    engine: Engine
    rules: tuple[Rule[Any], ...]
    """The rules that are switched on, with their options, by id."""
    severities: Mapping[str, Severity] = field(default_factory=dict)
    """Configured severities by rule id or pack."""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: Severity | None = Severity.WARNING
    """The least severity that fails a check; None for never."""
    released: str | None = None
    assume_in_transaction: bool | None = None
    root: Path = Path()
    """The directory that include and exclude are relative to."""
    source: Path | None = None
    """The file it was read from."""
    warnings: tuple[str, ...] = ()
    """What could not be loaded but stops no review, such as a broken rule pack."""


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the command line says instead of the file; None and () leave the file's word."""

    engine: str | None = None
    version: str | None = None
    select: tuple[str, ...] = ()
    """Replaces the file's `select`, its `ignore` and its severities that say "off"."""
    ignore: tuple[str, ...] = ()
    """Is added to the file's `ignore`."""
    fail_on: str | None = None


_NOTHING = Overrides()


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


def config_in(folder: Path) -> Path | None:
    """The configuration file that a directory holds."""
    if (folder / FILE_NAME).is_file():
        return folder / FILE_NAME
    return folder / PYPROJECT if _has_tool_table(folder / PYPROJECT) else None


def config_for(start: Path, packs: Packs | None = None, overrides: Overrides = _NOTHING) -> Config:
    """The configuration that holds for a file or directory, or the default one; raises ConfigError."""
    found = find_config(start)
    return read_config(found, packs, overrides) if found else load_config({}, packs, overrides)


def grouped(
    paths: Sequence[str], packs: Packs | None = None, overrides: Overrides = _NOTHING
) -> list[tuple[Config, list[str]]]:
    """Paths by the configuration that holds for them; raises ConfigError for the first that cannot be used."""
    groups: dict[Path | None, list[str]] = {}
    for path in paths:
        groups.setdefault(find_config(Path(path)), []).append(path)
    return [
        (read_config(source, packs, overrides) if source else load_config({}, packs, overrides), members)
        for source, members in groups.items()
    ]


def read_config(source: Path, packs: Packs | None = None, overrides: Overrides = _NOTHING) -> Config:
    """The configuration of a file; raises ConfigError naming file, line and key."""
    where = shown_path(source)
    try:
        text = source.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError(where, "", f"cannot be read: {(error.strerror or str(error)).lower()}") from None
    except UnicodeDecodeError:
        raise ConfigError(where, "", "is not UTF-8") from None
    table, prefix = _parsed(text, source, where)
    try:
        config = load_config(table, packs, overrides, where)
    except ConfigError as error:
        raise with_line(error, text, prefix) from None
    return replace(config, root=source.parent, source=source)


def load_config(
    table: Mapping[str, Any], packs: Packs | None = None, overrides: Overrides = _NOTHING, where: str = "settings"
) -> Config:
    """The configuration that a table of settings describes; raises ConfigError, which calls the table `where`."""
    packs = packs or load_packs()
    settings = checked(Settings, table, where) if table else Settings()
    _check_names(settings, packs, where)
    _check_engine(settings.engine, _version(settings), where, ("engine", "version"))
    with_options = _rules_with_options(settings, packs, where)
    if overrides != _NOTHING:
        settings = _overridden(settings, overrides, packs)
    chosen = selected(packs.rules, settings.select, settings.ignore)
    return Config(
        engine=engine_of(settings.engine, _version(settings)),
        rules=tuple(
            with_options.get(rule.id) or options_of(rule, None)
            for rule in chosen
            if _level(rule.id, settings.severity) != "off"
        ),
        severities={name: level for name, level in settings.severity.items() if level != "off"},
        include=_patterns(settings.include, where, "include"),
        exclude=_patterns(settings.exclude, where, "exclude"),
        fail_on=None if settings.fail_on == "never" else settings.fail_on,
        released=settings.released,
        assume_in_transaction=settings.assume_in_transaction,
        warnings=packs.warnings,
    )


def _level(rule_id: str, levels: Mapping[str, str]) -> str | None:
    return levels.get(rule_id) or levels.get(rule_id.partition("/")[0])


def _patterns(patterns: tuple[str, ...], where: str, key: str) -> tuple[str, ...]:
    if patterns:
        from pathspec import GitIgnoreSpec

        for pattern in patterns:
            try:
                GitIgnoreSpec.from_lines([pattern])
            except (ValueError, re.error):
                message = f"`{pattern}` is not a pattern of .gitignore"
                raise ConfigError(where, key, message, value=pattern) from None
    return patterns


def _overridden(settings: Settings, overrides: Overrides, packs: Packs) -> Settings:
    known = (*GROUPS, *packs.names, *(rule.id for rule in packs.rules))
    _require_known(COMMAND_LINE, ("--select",), overrides.select, known)
    _require_known(COMMAND_LINE, ("--ignore",), overrides.ignore, known)
    changes: dict[str, Any] = {"ignore": (*settings.ignore, *overrides.ignore)}
    if overrides.engine is not None or overrides.version is not None:
        changes |= _engine_changes(settings, overrides)
    if overrides.select:
        levels = {name: level for name, level in settings.severity.items() if level != "off"}
        changes |= {"select": overrides.select, "ignore": overrides.ignore, "severity": levels}
    if overrides.fail_on is not None:
        changes["fail_on"] = checked(Settings, {"fail-on": overrides.fail_on}, COMMAND_LINE).fail_on
    return settings.but_with(**changes)


def _engine_changes(settings: Settings, overrides: Overrides) -> dict[str, Any]:
    engine, version = overrides.engine or settings.engine, overrides.version
    if version is None and engine == settings.engine.partition(" ")[0]:
        engine, version = settings.engine, _version(settings)
    _check_engine(engine, version, COMMAND_LINE, ("--engine", "--engine-version"))
    return {"engine": engine, "version": version}


def _version(settings: Settings) -> str | None:
    version = settings.version
    return f"{version:g}" if isinstance(version, float) else version


def _check_engine(name: str, version: str | None, where: str, keys: tuple[str, str]) -> None:
    try:
        engine_of(name)
    except ValueError as error:
        raise ConfigError(where, keys[0], str(error)) from None
    try:
        engine_of(name, version)
    except ValueError as error:
        raise ConfigError(where, keys[1], str(error)) from None


def _check_names(settings: Settings, packs: Packs, where: str) -> None:
    rules_and_packs = (*packs.names, *(rule.id for rule in packs.rules))
    _require_known(where, ("select",), settings.select, (*GROUPS, *rules_and_packs))
    _require_known(where, ("ignore",), settings.ignore, (*GROUPS, *rules_and_packs))
    for name in settings.severity:
        _require_known(where, ("severity", name), (name,), rules_and_packs)
    for name in settings.options:
        _require_known(where, ("options", name), (name,), rules_and_packs[len(packs.names) :])


def _require_known(where: str, key: tuple[str, ...], names: Iterable[str], known: Sequence[str]) -> None:
    for name in names:
        if name not in known:
            kind = "rule" if "/" in name or key[0] == "options" else "rule or pack"
            raise ConfigError(where, key, f"there is no {kind} `{name}`{nearest(name, known)}", value=name)


def _rules_with_options(settings: Settings, packs: Packs, where: str) -> dict[str, Rule[Any]]:
    rules: dict[str, Rule[Any]] = {}
    for rule_id, values in settings.options.items():
        rule = packs.rule(rule_id)
        if rule is not None:
            rules[rule_id] = checked(rule, values, where, ("options", rule_id))
    return rules


def shown_path(path: Path) -> str:
    """The path as the user knows it: relative where it lies below the current directory."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def _has_tool_table(path: Path) -> bool:
    try:
        content = path.read_bytes()
    except OSError:
        return False
    return b"sqlreview" in content and _tool_table_or_broken(content)


def _tool_table_or_broken(content: bytes) -> bool:
    import tomllib

    try:
        table: Any = tomllib.loads(content.decode("utf-8-sig"))
    except ValueError:
        return b"[tool.sqlreview" in content
    tool = table.get("tool")
    return isinstance(tool, dict) and "sqlreview" in tool


def _parsed(text: str, source: Path, where: str) -> tuple[Mapping[str, Any], tuple[str, ...]]:
    """The settings of a file, and the keys of the table that holds them."""
    import tomllib

    try:
        table: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message, line = _toml_problem(str(error), text)
        raise ConfigError(where, "", f"is not valid TOML: {message}", line) from None
    prefix = ("tool", "sqlreview") if source.name == PYPROJECT else ()
    for depth, key in enumerate(prefix, 1):
        table = table.get(key, {})
        if not isinstance(table, dict):
            raise ConfigError(where, prefix[:depth], "should be a table")
    return table, prefix


def _toml_problem(message: str, text: str) -> tuple[str, int]:
    problem, _, place = message.partition(" (at line ")
    number = place.partition(",")[0]
    problem = problem.removesuffix(" (at end of document)")
    line = int(number) if number.isdigit() else text.count("\n") + 1
    return problem[:1].lower() + problem[1:], line
