"""The configuration of a project: what a review wants to know beside the SQL."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlreview.config_checks import check_command_line, engine_mistakes, overrides_of, settings_of
from sqlreview.config_errors import ConfigError, checked, raise_first
from sqlreview.config_files import (
    Layer,
    by_source,
    check_schema,
    config_in,
    find_config,
    layers_of,
    root_of,
    shown_path,
    within_project,
)
from sqlreview.config_merge import NOTHING_SAID, CommandLine, merged, moved, version_of, with_command_line
from sqlreview.config_model import PathSettings, Settings
from sqlreview.config_sizes import SizeFiles, check_limits, read_sizes, sizes_of
from sqlreview.findings import Severity
from sqlreview.packs import Packs, load_packs
from sqlreview.path_patterns import is_called
from sqlreview.report import Report
from sqlreview.rule import Rule
from sqlreview.ruleset import PROFILES, RuleSet, options_of, selected
from sqlreview.sql.engines import Engine, engine_of
from sqlreview.table_sizes import TableSizes

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

__all__ = [
    "CommandLine",
    "Config",
    "ConfigError",
    "by_source",
    "config_for",
    "config_in",
    "config_of",
    "find_config",
    "grouped",
    "load_config",
    "read_config",
    "shown_path",
]


@dataclass(frozen=True, slots=True)
class Basis:
    """What a configuration was made of."""

    settings: Settings
    """What the files say together."""
    packs: Packs
    said: CommandLine
    layers: tuple[Layer, ...]
    """The files, the nearest last."""
    sizes: SizeFiles = field(default_factory=dict)
    """What the files with sizes of tables say."""


@dataclass(frozen=True, slots=True)
class Config:
    """Everything a review wants to know beside the SQL; `load_config({})` is the default one."""

    engine: Engine
    """The engine of files for which neither a path nor their SQL tells another."""
    rules: tuple[Rule[Any], ...]
    """The rules that are switched on, with their options, by id."""
    severities: Mapping[str, Severity] = field(default_factory=dict)
    """Configured severities by rule id or pack."""
    include: tuple[str, ...] = ()
    embedded: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: Severity | None = Severity.WARNING
    """The least severity that fails a check; None for never."""
    released: str | None = None
    assume_in_transaction: bool | None = None
    root: Path = Path()
    """The directory that patterns and files are relative to."""
    source: Path | None = None
    """The file it was read from."""
    warnings: tuple[str, ...] = ()
    """What could not be loaded but stops no review, such as a broken rule pack."""
    heeds_comments: bool = True
    """Whether comments of a file may silence what is found in it."""
    engine_is_set: bool = False
    """Whether somebody named the engine, so that nothing has to be guessed."""
    engines: tuple[tuple[str, Engine], ...] = ()
    """Patterns of paths and the engine of their files; of several that match the last one holds."""
    case_sensitive_tables: bool = False
    """Whether MySQL and MariaDB tell tables apart by upper and lower case."""
    convention: str | None = None
    """The migration tool of files that no pattern matches; None where the files themselves should tell."""
    conventions: tuple[tuple[str, str], ...] = ()
    """Patterns of paths and the migration tool whose files they are; of several that match the last one holds."""
    schema: str | None = None
    """The file that holds the schema the migrations start from, relative to `root`."""
    sizes: TableSizes | None = None
    """How large tables are; None where nothing is said about it."""
    profile: str = "recommended"
    overrides: tuple[PathSettings, ...] = ()
    """Other settings for some paths."""
    here: str = ""
    """What paths are relative to, where it is not the current directory."""
    basis: Basis | None = field(default=None, compare=False, repr=False)
    _by_overrides: dict[tuple[int, ...], Config] = field(default_factory=dict, init=False, compare=False, repr=False)
    _rule_sets: dict[Engine, RuleSet] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def files(self) -> tuple[Path, ...]:
        """The files it was read from: its own and those it extends."""
        layers = self.basis.layers if self.basis else ()
        return tuple(layer.source for layer in layers if layer.source is not None)

    @property
    def inputs(self) -> tuple[Path, ...]:
        """The files it depends on: those it was read from, and those with the sizes of tables."""
        sizes = self.basis.sizes if self.basis else ()
        return (*self.files, *(Path(os.path.abspath(self.root / name)) for name in sizes))

    def engine_for(self, path: str) -> Engine | None:
        """The engine that is configured for a file; None where the files themselves should tell."""
        engine: Engine | None = self._of_path(path, self.engines)
        return engine or (self.engine if self.engine_is_set else None)

    def engine_called(self, name: str) -> Engine:
        """An engine that was detected, with what the configuration says of it."""
        return self.engine if name == self.engine.name else _engine(name, None, self.case_sensitive_tables)

    def convention_for(self, path: str) -> str | None:
        """The migration tool that is configured for a file; None where the files themselves should tell."""
        tool: str | None = self._of_path(path, self.conventions)
        return tool or self.convention

    def at(self, path: str) -> Config:
        """The configuration of one file: this one with the overrides for its path."""
        matching = self.overrides_at(path)
        if not matching or self.basis is None:
            return self
        if matching not in self._by_overrides:
            self._by_overrides[matching] = _overridden(self, self.basis, matching)
        return self._by_overrides[matching]

    def overrides_at(self, path: str) -> tuple[int, ...]:
        """The numbers of the overrides that are for a path."""
        if not self.overrides:
            return ()
        relative = self.relative(path)
        return tuple(number for number, one in enumerate(self.overrides) if _matches(one.paths, relative))

    def settings_with(self, overrides: Iterable[int] = ()) -> Settings:
        """What the files, some of the overrides and the command line say together."""
        if self.basis is None:
            return Settings()
        below = merged((self.basis.settings, *(self.overrides[number] for number in overrides)))
        return with_command_line(below, self.basis.said)

    def rule_set(self, engine: Engine | None = None) -> RuleSet:
        """Its rules for an engine, ready to run; the same object every time."""
        engine = engine or self.engine
        if engine not in self._rule_sets:
            raises = PROFILES[self.profile].raises
            self._rule_sets[engine] = RuleSet(self.rules, engine, self.severities, raises, self.sizes)
        return self._rule_sets[engine]

    def is_failed_by(self, report: Report) -> bool:
        """Whether a finding is severe enough to fail a check."""
        if not self.overrides:
            return report.reaches(self.fail_on)
        limits = ((finding, self.at(finding.path).fail_on) for finding in report.findings)
        return any(limit is not None and finding.severity.rank <= limit.rank for finding, limit in limits)

    def idle_patterns(self, paths: Iterable[str]) -> tuple[str, ...]:
        """The keys whose patterns match none of these files, as they are written: probably misspelt ones."""
        below = [self.relative(path) for path in paths]
        keys: dict[str, tuple[str, ...]] = {}
        for table, entries in (("engines", self.engines), ("conventions", self.conventions)):
            keys |= {f'{table}."{pattern}"': (pattern,) for pattern, _ in entries}
        keys |= {f"overrides.paths = {list(one.paths)}": one.paths for one in self.overrides}
        return tuple(key for key, patterns in keys.items() if not any(_matches(patterns, path) for path in below))

    def missing_releases(self, paths: Sequence[str]) -> tuple[str, ...]:
        """The names that `released` gives and that none of these files has."""
        names = {self.released, *(one.released for one in self.overrides)} - {None}
        below = [self.relative(path) for path in paths] if names else []
        return tuple(sorted(name for name in names if name and not any(is_called(path, name) for path in below)))

    def relative(self, path: str) -> str:
        """A path as patterns see it: relative to the directory of the configuration, with forward slashes."""
        absolute = os.path.abspath(os.path.join(self.here, path))
        return os.path.relpath(absolute, os.path.abspath(self.root)).replace(os.sep, "/")

    def place_of(self, path: str) -> str:
        """A path within the project, for what its folders tell; of a stray file only the nearest ones belong to it."""
        return within_project(self.relative(path))

    def _of_path(self, path: str, entries: tuple[tuple[str, Any], ...]) -> Any:
        if not entries:
            return None
        relative = self.relative(path)
        return next((value for pattern, value in reversed(entries) if _matches((pattern,), relative)), None)


def config_for(start: Path, packs: Packs | None = None, said: CommandLine = NOTHING_SAID) -> Config:
    """The configuration that holds for a file or directory, or the default one; raises ConfigError."""
    return config_of(find_config(start), packs, said)


def config_of(
    source: Path | None, packs: Packs | None = None, said: CommandLine = NOTHING_SAID, below: Layer | None = None
) -> Config:
    """The configuration of a file, or the default one, above the settings of `below`; raises ConfigError."""
    if source is not None:
        return read_config(source, packs, said, below)
    return _config_of((below or Layer("settings", {}),), packs or load_packs(), said)


def grouped(
    paths: Sequence[str], packs: Packs | None = None, said: CommandLine = NOTHING_SAID
) -> list[tuple[Config, list[str]]]:
    """Paths by the configuration that holds for them; raises ConfigError for the first that cannot be used."""
    return [(config_of(source, packs, said), members) for source, members in by_source(paths).items()]


def read_config(
    source: Path,
    packs: Packs | None = None,
    said: CommandLine = NOTHING_SAID,
    below: Layer | None = None,
    text: str | None = None,
) -> Config:
    """The configuration of a file, or of a text in its place, and of those it extends; raises ConfigError."""
    layers = layers_of(Path(os.path.abspath(source)), text)
    config = _config_of((below, *layers) if below else layers, packs or load_packs(), said)
    config = replace(config, root=root_of(layers), source=source)
    check_schema(layers, config.root)
    return config


def load_config(
    table: Mapping[str, Any], packs: Packs | None = None, said: CommandLine = NOTHING_SAID, where: str = "settings"
) -> Config:
    """The configuration that a table of settings describes; raises ConfigError, which calls the table `where`.

    `extends` is for files and has no effect here.
    """
    return _config_of((Layer(where, table),), packs or load_packs(), said)


def _config_of(layers: Sequence[Layer], packs: Packs, said: CommandLine) -> Config:
    settings = merged(moved(settings_of(layer, packs), layer.below) for layer in layers)
    _check_version(settings, layers)
    check_command_line(said, settings, packs)
    check_limits(settings, layers)
    root = root_of(layers) if layers[-1].source else Path()
    basis = Basis(settings, packs, said, tuple(layers), read_sizes(layers, root))
    final = with_command_line(settings, said)
    named = said.engine is not None or any("engine" in layer.table for layer in layers)
    config = Config(
        engine=_engine(final.engine, version_of(final), final.case_sensitive_tables),
        rules=(),
        include=final.include,
        embedded=final.embedded,
        exclude=final.exclude,
        released=final.released,
        assume_in_transaction=final.assume_in_transaction,
        warnings=packs.warnings,
        engine_is_set=named,
        engines=tuple(
            (pattern, _engine(name, None, final.case_sensitive_tables)) for pattern, name in final.engines.items()
        ),
        case_sensitive_tables=final.case_sensitive_tables,
        convention=final.convention,
        conventions=tuple(final.conventions.items()),
        schema=os.path.normpath(final.schema_).replace(os.sep, "/") if final.schema_ is not None else None,
        overrides=overrides_of(final),
        basis=basis,
    )
    return _with_rules(config, final, basis)


def _with_rules(config: Config, settings: Settings, basis: Basis) -> Config:
    """The configuration with what settings say of rules and of tables."""
    chosen = selected(basis.packs.rules, settings.select, settings.ignore, PROFILES[settings.profile])
    return replace(
        config,
        rules=tuple(
            _rule(rule, settings.options.get(rule.id)) for rule in chosen if _level(rule.id, settings.severity) != "off"
        ),
        severities={name: level for name, level in settings.severity.items() if level != "off"},
        fail_on=None if settings.fail_on == "never" else Severity(settings.fail_on),
        sizes=sizes_of(settings, basis.sizes),
        profile=settings.profile,
    )


def _overridden(config: Config, basis: Basis, overrides: tuple[int, ...]) -> Config:
    """A configuration with some of its overrides, the last of which wins."""
    said: dict[str, Any] = {}
    for number in overrides:
        own = vars(config.overrides[number])
        said |= {name: value for name, value in own.items() if name in ("released", "assume_in_transaction")}
    return _with_rules(replace(config, **said), config.settings_with(overrides), basis)


def _engine(name: str, version: str | None, case_sensitive_tables: bool) -> Engine:
    engine = engine_of(name, version)
    return replace(engine, case_sensitive_tables=case_sensitive_tables and engine.family == "mysql")


def _rule(rule: type[Rule[Any]], options: Mapping[str, Any] | None) -> Rule[Any]:
    return checked(rule, options, "settings", ("options", rule.id)) if options else options_of(rule, None)


def _level(rule_id: str, levels: Mapping[str, str]) -> str | None:
    return levels.get(rule_id) or levels.get(rule_id.partition("/")[0])


def _check_version(settings: Settings, layers: Sequence[Layer]) -> None:
    """Raises ConfigError for a version that the engine does not have; another file may have named the engine."""
    version = version_of(settings)
    if version is None:
        return
    layer = next((layer for layer in reversed(layers) if "version" in layer.table), layers[-1])
    found = engine_mistakes(layer.where, settings.engine, version, ("engine", "version"))
    raise_first(layer.error(one.keys, one.message) for one in found)


def _matches(patterns: tuple[str, ...], relative: str) -> bool:
    return not relative.startswith("../") and bool(_spec(patterns).match_file(relative))


@lru_cache(maxsize=256)
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)
