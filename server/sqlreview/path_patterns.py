"""Patterns of `.gitignore` that give every file of a tree its value, in as few lines as a person would write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from sqlreview.patterns import regex

_SPECIAL = regex(r"([\\*?\[\]!# ])")
_MOST = 0.75
"""The share of a directory's files from which their value counts as that of the directory, with exceptions."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a file is said to be."""

    name: str
    is_sure: bool = True
    """Whether it should be written down; what is only assumed is written where a pattern would say otherwise."""


Values = Mapping[str, Value | None]
"""Values by path; no pattern may match a file whose value is None."""
Entries = tuple[tuple[str, str], ...]
_Known = dict[tuple[str, Value | None], Entries]
"""What was worked out, by directory and the value that holds around it."""


def patterns_for(values: Values) -> tuple[str | None, Entries]:
    """The value of the whole tree, where it has one, and patterns with those of what differs; later ones win."""
    known: _Known = {}
    value = _value_of(values)
    narrow = _below("", values, None, known)
    if value is None or not value.is_sure:
        return None, narrow
    wide = _below("", values, value, known)
    return (value.name, wide) if len(wide) < len(narrow) else (None, narrow)


def moved_up(pattern: str, below: str) -> str:
    """The pattern as it must be written in a directory above; `below` is the way from there to where it stood."""
    mark, rest = ("!", pattern[1:]) if pattern.startswith("!") else ("", pattern)
    if not below or not rest.strip("/ ") or rest.startswith("#"):
        return pattern
    anywhere = "" if "/" in rest.rstrip("/") else "**/"
    return f"{mark}/{escaped(below)}/{anywhere}{rest.lstrip('/')}"


def _value_of(values: Values) -> Value | None:
    """The value of a directory: that of all its files, or of nearly all."""
    if not values or None in values.values():
        return None
    counted = Counter(value for value in values.values() if value is not None)
    value, number = counted.most_common(1)[0]
    return value if number == len(values) or (value.is_sure and number >= _MOST * len(values)) else None


def _below(place: str, values: Values, inherited: Value | None, known: _Known) -> Entries:
    """Patterns for what lies in a directory and differs from what holds for it."""
    if (place, inherited) not in known:
        own, folders = _split(place, values)
        entries = list(_in(place, own, inherited))
        for folder, members in folders.items():
            entries += _of_folder(folder, members, inherited, known)
        known[place, inherited] = tuple(entries)
    return known[place, inherited]


def _of_folder(folder: str, values: Values, inherited: Value | None, known: _Known) -> Entries:
    """Patterns for a directory: one with exceptions or those of its parts, whatever is shorter."""
    value = _value_of(values)
    narrow = _below(folder, values, inherited, known)
    if value is None or not _is_told(value, inherited):
        return narrow
    wide = ((f"/{escaped(folder)}/", value.name), *_below(folder, values, value, known))
    return wide if len(wide) < len(narrow) or len(wide) == 1 else narrow


def _in(place: str, values: Values, inherited: Value | None) -> Iterator[tuple[str, str]]:
    """Patterns of the files that lie in a directory themselves: one for all of a suffix if they agree."""
    suffixes: dict[str, dict[str, Value | None]] = {}
    for path, value in values.items():
        suffixes.setdefault(path.rpartition(".")[2], {})[path] = value
    folder = f"/{escaped(place)}" if place else ""
    for suffix, members in suffixes.items():
        told = {path: value.name for path, value in members.items() if value and _is_told(value, inherited)}
        if len(members) > 1 and len(told) == len(members) and len(set(told.values())) == 1:
            yield f"{folder}/*.{escaped(suffix)}", next(iter(told.values()))
        else:
            yield from ((f"/{escaped(path)}", name) for path, name in told.items())


def _is_told(value: Value | None, inherited: Value | None) -> bool:
    """Whether a value must be written where another one holds for what lies around."""
    if value is None:
        return False
    return value.is_sure if inherited is None else value.name != inherited.name


def _split(place: str, values: Values) -> tuple[dict[str, Value | None], dict[str, dict[str, Value | None]]]:
    """The files that lie in a directory themselves, and the others by the directory in it."""
    own: dict[str, Value | None] = {}
    folders: dict[str, dict[str, Value | None]] = {}
    start = len(place) + 1 if place else 0
    for path, value in values.items():
        name, slash, _ = path[start:].partition("/")
        if slash:
            folders.setdefault(path[:start] + name, {})[path] = value
        else:
            own[path] = value
    return own, folders


def is_called(path: str, name: str) -> bool:
    """Whether a name means a migration: the end of its path, its file without the suffix, or its directory."""
    pure = PurePosixPath(path)
    return f"/{path}".endswith(f"/{name.removeprefix('./')}") or name in (pure.stem, pure.parent.name)


def escaped(path: str) -> str:
    """A path as a pattern that matches nothing else."""
    return _SPECIAL.sub(r"\\\1", path)
