"""What a directory holds, in the words of a configuration: engines and migration tools by path, and what to look at."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sqlreview.config import Config, config_in
from sqlreview.migrations.layout import Group, groups_of
from sqlreview.migrations.plan import Plan, openings_of, split_sections
from sqlreview.migrations.project import discover
from sqlreview.path_patterns import Entries, Value, escaped, patterns_for
from sqlreview.report import ReviewError

_UNLIKELY = ("seeds", "seed", "fixtures", "testdata", "test_data", "test-data", "test", "tests", "examples", "samples")
"""Names of directories whose SQL seldom runs in production."""
_MOST_FOLDERS = 30
"""How many folders are told of one by one."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a directory; paths and patterns count from it."""

    engine: str | None
    """The engine of all files."""
    engines: Entries
    """Where files have several: patterns and engines."""
    tool: str | None
    """The migration tool of all files."""
    tools: Entries
    likely: Entries
    """Tools that change how files are read if they are named, because their names alone are not quite believed."""
    unlikely: tuple[str, ...]
    """Patterns of directories that may better be left out."""
    dump: str | None
    """A file that says the whole schema beside migrations."""
    newest: str | None
    """The last migration, where there is one history."""
    groups: tuple[Group, ...]
    files: int
    projects: tuple[str, ...]
    """Directories with a configuration of their own."""
    errors: tuple[ReviewError, ...]
    config: Config
    """What holds for the directory without a configuration of its own."""

    def told(self) -> Iterator[str]:
        """What was found and what gave it away, in lines."""
        if not self.files:
            yield "there are no SQL files"
            return
        yield f"looked at {counted(self.files, 'SQL file')} in {counted(len(self._histories), 'history')}"
        for group in self._histories[:_MOST_FOLDERS]:
            yield f"  {group.name}: {described(group, self.config)}"
        if len(self._histories) > _MOST_FOLDERS:
            yield f"  and {len(self._histories) - _MOST_FOLDERS} more; `sqlreview check --show-files` prints all"
        foreign = Counter(group.foreign for group in self.groups if group.foreign)
        for product, number in sorted(foreign.items(), key=str):
            yield f"  {counted(number, 'file')} of {product}, which is not reviewed"
        for project in self.projects:
            yield f"  {project}: has a configuration of its own, which holds there"
        for error in self.errors:
            yield f"  {error.path}: {error.message}"

    @property
    def _histories(self) -> list[Group]:
        return [group for group in self.groups if not group.down]


def found_in(folder: Path, config: Config) -> Found:
    """Looks at the SQL files of a directory; `config` holds for what is not found."""
    discovery = discover([str(folder)], config, lambda below: config_in(below) is not None or (below / ".git").exists())
    groups = groups_of(discovery.files, config)
    below = {file.path: _below(file.path, folder) for file in discovery.files}
    engine, engines = patterns_for(_values(below, groups, _engine_of))
    tool, tools = patterns_for(_values(below, groups, _tool_of))
    return Found(
        engine=engine,
        engines=engines,
        tool=tool,
        tools=tools,
        likely=tuple(_likely(groups, folder)),
        unlikely=_unlikely(below.values()),
        dump=next((below[path] for path in _dumps(groups)), None),
        newest=next((below[path] for path in _newest(groups)), None),
        groups=groups,
        files=len(below),
        projects=tuple(_below(path, folder) for path in discovery.projects),
        errors=discovery.errors,
        config=config,
    )


def described(group: Group, config: Config) -> str:
    """A group in words: tool, engine, number of files, with what gave them away."""
    if group.foreign:
        return f"{group.foreign}, which is not reviewed"
    tool_is_set = config.convention_for(_first(group)) is not None
    tool = _with_reason(group.convention.title, "configured" if tool_is_set else group.convention_reason)
    engine_is_set = config.engine_for(_first(group)) is not None
    reason = "configured" if engine_is_set else group.engine_reason or "assumed"
    parts = [tool, _with_reason(str(group.engine or config.engine), reason)]
    if group.schema is not None:
        parts.append(f"on the schema of {group.schema}")
    return ", ".join((*parts, counted(len(group.files), "file")))


def _with_reason(thing: str, reason: str) -> str:
    return f"{thing} ({reason})" if reason else thing


def counted(number: int, thing: str) -> str:
    """`1 file`, `2 files`, `3 histories`."""
    if number == 1:
        return f"1 {thing}"
    return f"{number:,} {thing[:-1]}ies" if thing.endswith("y") else f"{number:,} {thing}s"


def _below(path: str, folder: Path) -> str:
    return os.path.relpath(path, folder).replace(os.sep, "/")


def _values(
    below: Mapping[str, str], groups: Sequence[Group], value_of: Callable[[Group], Value | None]
) -> dict[str, Value | None]:
    values: dict[str, Value | None] = dict.fromkeys(below.values())
    for group in groups:
        value = value_of(group)
        for path in group.paths or (file.path for file in group.files):
            if path in below and values[below[path]] is None:
                values[below[path]] = value
    return values


def _engine_of(group: Group) -> Value | None:
    if group.foreign or group.engine is None:
        return None
    return Value(str(group.engine), bool(group.engine_reason))


def _tool_of(group: Group) -> Value | None:
    if group.foreign or group.own or group.down:  # what was found there does not come from one tool of the folder
        return None
    return Value(group.convention.id, bool(group.convention_reason)) if _is_run_alike(group) else None


def _is_run_alike(group: Group) -> bool:
    """Whether it makes no difference to any file if its tool is named: one told from names is not quite believed."""
    engine = group.engine
    if group.is_set or engine is None or not group.convention_reason:
        return True
    for file in group.files:
        likely, sure = (
            Plan(group.convention, file, engine, None, is_sure).marks(file.text) for is_sure in (False, True)
        )
        sources = [(source.start, source.text) for source in split_sections(file.text, engine, likely.sections)]
        if openings_of(likely, engine, sources) != openings_of(sure, engine, sources):
            return False
    return True


def _likely(groups: Sequence[Group], folder: Path) -> Iterator[tuple[str, str]]:
    """Tools told from names that had better be named by somebody who knows."""
    for group in groups:
        if not group.down and group.convention_reason and not _is_run_alike(group):
            place = escaped(_below(group.name, folder))
            end = "" if any(file.path == group.name for file in group.files) else "/"
            yield f"/{place}{end}" if place != "." else "*", group.convention.id


def _first(group: Group) -> str:
    return group.files[0].path if group.files else group.name


def _unlikely(paths: Iterable[str]) -> tuple[str, ...]:
    found = {part for path in paths for part in PurePosixPath(path).parts[:-1] if part.lower() in _UNLIKELY}
    return tuple(f"{name}/" for name in sorted(found))


def _dumps(groups: Sequence[Group]) -> Iterator[str]:
    """Files that say a whole schema, where there are migrations beside them."""
    migrations = [group for group in groups if group.convention_reason and group.convention.id != "rails-structure"]
    for group in groups:
        if group.convention.id in ("rails-structure", "dump") and len(group.files) == 1 and migrations:
            yield group.files[0].path


def _newest(groups: Sequence[Group]) -> Iterator[str]:
    histories = [group for group in groups if not group.down and group.schema is None and len(group.files) > 1]
    if len(histories) == 1:
        yield histories[0].files[-1].path
