"""Finds what is wrong with the settings of one file: types, names, patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from sqlreview.config_errors import COMMAND_LINE, ConfigError, checked, item, nearest, raise_first, with_lines
from sqlreview.config_files import Layer
from sqlreview.config_merge import CommandLine
from sqlreview.config_model import PathSettings, Settings
from sqlreview.config_sizes import table_mistakes
from sqlreview.packs import Packs
from sqlreview.sql.engines import SUPPORTED_VERSIONS, engine_of

GROUPS = ("all", "default")
"""Names of sets of rules beside packs and rules."""
_LISTS = ("select", "extend_select", "ignore", "extend_ignore")
_PATTERNS = ("include", "embedded", "exclude", "extend_exclude")

_ELSEWHERE = {"engine": "engines", "version": "engines", "convention": "conventions"}
"""Keys that an override has not, and the tables that serve instead."""

Keys = tuple[str, ...]


def settings_of(layer: Layer, packs: Packs) -> Settings:
    """The settings of a file, with its overrides as PathSettings; raises ConfigError, which knows every mistake."""
    try:
        settings = checked(Settings, layer.table, layer.where) if layer.table else Settings()
        settings = settings.but_with(overrides=_overrides(settings, layer.where)) if settings.overrides else settings
        raise_first(_mistakes(settings, packs, layer.where))
    except ConfigError as error:
        raise with_lines(error, layer.text, layer.prefix) from None
    return settings


def overrides_of(settings: Settings) -> tuple[PathSettings, ...]:
    """The overrides of checked settings."""
    checked_ones: tuple[object, ...] = settings.overrides
    return tuple(one for one in checked_ones if isinstance(one, PathSettings))


def check_command_line(said: CommandLine, settings: Settings, packs: Packs) -> None:
    """Raises ConfigError for what an option names in vain."""
    known = _names(packs)
    errors = [
        *_unknown(COMMAND_LINE, ("--select",), said.select, known),
        *_unknown(COMMAND_LINE, ("--ignore",), said.ignore, known),
    ]
    words = {"fail-on": said.fail_on, "profile": said.profile}
    for name, word in words.items():
        if word is not None:
            errors += _refused(f"--{name}", {name: word})
    if said.engine is not None or said.version is not None:
        name = said.engine or settings.engine.partition(" ")[0]
        errors += engine_mistakes(COMMAND_LINE, name, said.version, ("--engine", "--engine-version"))
    raise_first(errors)


def engine_mistakes(where: str, name: str, version: str | None, keys: tuple[str, str]) -> Iterator[ConfigError]:
    """What is wrong with an engine's name or version."""
    try:
        engine_of(name)
    except ValueError as error:
        yield ConfigError(where, keys[0], _with_nearest_engine(error, name), value=name)
        return
    try:
        engine_of(name.partition(" ")[0] if version is not None else name, version)
    except ValueError as error:
        yield ConfigError(where, keys[1], str(error))


def _refused(option: str, table: Mapping[str, str]) -> Iterator[ConfigError]:
    try:
        checked(Settings, table, COMMAND_LINE)
    except ConfigError as error:
        yield ConfigError(COMMAND_LINE, option, error.message)


def _overrides(settings: Settings, where: str) -> tuple[PathSettings, ...]:
    found: list[PathSettings] = []
    errors: list[ConfigError] = []
    for number, table in enumerate(settings.overrides):
        try:
            found.append(checked(PathSettings, table, where, ("overrides", item(number))))
        except ConfigError as error:
            errors += [_with_place(single) for single in error.all]
    raise_first(errors)
    return tuple(found)


def _with_place(error: ConfigError) -> ConfigError:
    """The mistake, with the place of a key that does exist, but not in an override."""
    place = _ELSEWHERE.get(error.keys[-1])
    if place is None or not error.message.startswith("unknown key"):
        return error
    message = f"belongs into the table `[{place}]`, which has a pattern of paths and a name in each line"
    return ConfigError(error.path, error.keys, message)


def _mistakes(settings: Settings, packs: Packs, where: str) -> Iterator[ConfigError]:
    yield from _unknown_engine(settings.engine, where, ("engine",))
    for pattern, engine in settings.engines.items():
        yield from _bad_patterns((pattern,), where, ("engines", pattern))
        yield from _unknown_engine(engine, where, ("engines", pattern))
    named = {("conventions", pattern): name for pattern, name in settings.conventions.items()}
    for keys, name in ({("convention",): settings.convention} | named).items():
        yield from _bad_patterns(keys[1:], where, keys)
        yield from _unknown_tool(name, where, keys)
    for key in _PATTERNS:
        yield from _bad_patterns(getattr(settings, key), where, (key.replace("_", "-"),))
    yield from _mistakes_about_rules(settings, packs, where, ())
    yield from table_mistakes(settings, where)
    for number, override in enumerate(overrides_of(settings)):
        prefix = ("overrides", item(number))
        if not override.paths:
            yield ConfigError(where, (*prefix, "paths"), "should name at least one pattern")
        yield from _bad_patterns(override.paths, where, (*prefix, "paths"))
        yield from _mistakes_about_rules(override, packs, where, prefix)
        yield from table_mistakes(override, where, prefix)


def _unknown_engine(engine: str, where: str, keys: Keys) -> Iterator[ConfigError]:
    try:
        engine_of(engine)
    except ValueError as error:
        yield ConfigError(where, keys, _with_nearest_engine(error, engine))


def _with_nearest_engine(error: ValueError, name: str) -> str:
    word = name.strip().lower().partition(" ")[0]
    return str(error) if word in SUPPORTED_VERSIONS else f"{error}{nearest(word, SUPPORTED_VERSIONS)}"


def _unknown_tool(name: str | None, where: str, keys: Keys) -> Iterator[ConfigError]:
    if name is None:
        return
    from sqlreview.migrations.conventions import IDS  # only where a tool is named

    if name not in IDS:
        hint = nearest(name, IDS) or f"; known are {', '.join(f'`{known}`' for known in IDS)}"
        yield ConfigError(where, keys, f"there is no migration tool `{name}`{hint}", value=name)


def _mistakes_about_rules(
    settings: Settings | PathSettings, packs: Packs, where: str, prefix: Keys
) -> Iterator[ConfigError]:
    known = _names(packs)
    rules_and_packs = known[len(GROUPS) :]
    judged = partial(_judged, packs=packs)
    for name in _LISTS:
        yield from _unknown(where, (*prefix, name.replace("_", "-")), judged(getattr(settings, name)), known)
    for name in settings.severity:
        yield from _unknown(where, (*prefix, "severity", name), judged((name,)), rules_and_packs)
    for name, values in settings.options.items():
        keys = (*prefix, "options", name)
        rule = packs.rule(name)
        if rule is None and not judged((name,)):
            continue
        if rule is None:
            yield ConfigError(where, keys, f"there is no rule `{name}`{nearest(name, _rule_ids(packs))}", value=name)
            continue
        try:
            checked(rule, values, where, keys)
        except ConfigError as error:
            yield error


def _judged(names: Iterable[str], packs: Packs) -> list[str]:
    """The names without those that a pack may have which could not be loaded: that is a warning of its own."""
    return [name for name in names if not packs.warnings or name.partition("/")[0] in (*packs.names, *GROUPS)]


def _names(packs: Packs) -> tuple[str, ...]:
    return (*GROUPS, *packs.names, *_rule_ids(packs))


def _rule_ids(packs: Packs) -> tuple[str, ...]:
    return tuple(rule.id for rule in packs.rules)


def _unknown(where: str, keys: Keys, names: Iterable[str], known: Sequence[str]) -> Iterator[ConfigError]:
    for name in names:
        if name not in known:
            kind = "rule" if "/" in name else "rule or pack"
            yield ConfigError(where, keys, f"there is no {kind} `{name}`{nearest(name, known)}", value=name)


def _bad_patterns(patterns: Iterable[str], where: str, keys: Keys) -> Iterator[ConfigError]:
    for pattern in patterns:
        fault = _fault_of(pattern)
        if fault:
            yield ConfigError(where, keys, f"`{pattern}` {fault}", value=pattern)


def _fault_of(pattern: str) -> str:
    """What is wrong with a pattern in the syntax of `.gitignore`; "" for nothing."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([pattern])
    except (ValueError, re.error):
        return "is not a pattern of .gitignore"
    bare = pattern.removeprefix("!")
    if not bare.strip() or bare.startswith("#"):
        return "matches nothing"
    if bare.startswith("./"):
        return f"matches nothing: patterns begin without `./`; did you mean `{pattern.replace('./', '/', 1)}`?"
    if "../" in bare or bare.endswith(".."):
        return "matches nothing: patterns are about what lies below the configuration"
    return ""
