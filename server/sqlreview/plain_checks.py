"""Checks the values of options where pydantic is not installed: editors bundle only what is pure Python.

It accepts and refuses what pydantic's models of the same classes do, and names mistakes as they do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from sqlreview.options import Options, kebab, option_names

Problem = dict[str, Any]
"""`type`, `loc`, `input` and `ctx` of one mistake, as pydantic's ErrorDetails."""

_TRUTHS = dict.fromkeys(("1", "on", "t", "true", "y", "yes"), True)
_TRUTHS |= dict.fromkeys(("0", "off", "f", "false", "n", "no"), False)
_WORDS = {int: "int", float: "float", str: "string", bool: "bool"}


class _Refusal(Exception):
    """A value that a type does not take."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__()
        self.problems = tuple(problems)


def plain_values(declaration: type[Options], table: Mapping[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
    """The values of a table by the names of the options, and everything that is wrong with the table."""
    kinds = get_type_hints(declaration)
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    read: set[str] = set()
    for name in option_names(declaration):
        spellings = (kebab(name), name) if declaration.underscores else (kebab(name),)
        key = next((spelling for spelling in spellings if spelling in table), None)
        if key is not None:
            read.add(key)
            try:
                values[name] = _taken(kinds[name], table[key], (key,))
            except _Refusal as refusal:
                problems += refusal.problems
        elif not hasattr(declaration, name):
            problems.append({"type": "missing", "loc": (kebab(name),), "input": table, "msg": "Field required"})
    unknown = [key for key in table if key not in read]
    problems += ({"type": "extra_forbidden", "loc": (key,), "input": table[key], "msg": "unknown"} for key in unknown)
    return values, problems


def _taken(kind: Any, value: Any, place: tuple[int | str, ...]) -> Any:
    """The value as a type takes it; raises _Refusal."""
    origin = get_origin(kind)
    if kind is Any:
        return value
    if origin in (Union, UnionType):
        return _first(get_args(kind), value, place)
    if origin is Literal:
        return value if value in get_args(kind) else _refuse("literal_error", place, value, get_args(kind))
    if origin in (tuple, frozenset):
        return _items(origin, get_args(kind)[0], value, place)
    if origin in (dict, Mapping) or (origin is not None and issubclass(origin, Mapping)):
        return _entries(get_args(kind), value, place)
    if issubclass(kind, Enum):
        members = [member.value for member in kind]
        return kind(value) if value in members else _refuse("enum", place, value, members)
    return _single(kind, value, place)


def _single(kind: type, value: Any, place: tuple[int | str, ...]) -> Any:
    if kind is NoneType and value is None:
        return None
    if type(value) is kind or (kind is str and isinstance(value, str)):
        return value
    word = _WORDS.get(kind, "none_required")
    if kind is bool and str(value).lower() in _TRUTHS and isinstance(value, str | int | float):
        return _TRUTHS[str(value).lower()]
    if kind in (int, float) and isinstance(value, str | int | float):
        return _number(kind, value, place)
    return _refuse(f"{word}_parsing" if kind is bool and isinstance(value, str | int) else f"{word}_type", place, value)


def _number(kind: type, value: str | int | float, place: tuple[int | str, ...]) -> Any:
    if kind is int and isinstance(value, float):
        return int(value) if value.is_integer() else _refuse("int_from_float", place, value)
    try:
        return kind(value)
    except (ValueError, OverflowError):
        return _refuse(f"{_WORDS[kind]}_parsing", place, value)


def _first(kinds: tuple[Any, ...], value: Any, place: tuple[int | str, ...]) -> Any:
    """The value as the first type of a union that takes it; one it has exactly comes before one it is changed into."""
    problems: list[Problem] = []
    for kind in sorted(kinds, key=lambda kind: type(value) is not kind):
        try:
            return _taken(kind, value, place)
        except _Refusal as refusal:
            problems += refusal.problems
    raise _Refusal(tuple(problem for problem in problems if not problem["type"].startswith("none")))


def _items(made: type, kind: Any, value: Any, place: tuple[int | str, ...]) -> Any:
    if not isinstance(value, list | tuple | set | frozenset):
        return _refuse("frozen_set_type" if made is frozenset else "tuple_type", place, value)
    problems: list[Problem] = []
    items = list(_each(((number, kind, item) for number, item in enumerate(value)), place, problems))
    if problems:
        raise _Refusal(tuple(problems))
    return made(item for _, item in items)


def _entries(kinds: tuple[Any, ...], value: Any, place: tuple[int | str, ...]) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        _refuse("dict_type", place, value)
    problems: list[Problem] = []
    entries = dict(_each(((str(key), kinds[1], item) for key, item in value.items()), place, problems))
    if problems:
        raise _Refusal(tuple(problems))
    return entries


def _each(
    parts: Iterator[tuple[Any, Any, Any]], place: tuple[int | str, ...], problems: list[Problem]
) -> Iterator[tuple[Any, Any]]:
    for key, kind, item in parts:
        try:
            yield key, _taken(kind, item, (*place, key))
        except _Refusal as refusal:
            problems += refusal.problems


def _refuse(kind: str, place: tuple[int | str, ...], value: Any, choices: Any = ()) -> Any:
    expected = ", ".join(f"'{getattr(choice, 'value', choice)}'" for choice in choices)
    raise _Refusal(({"type": kind, "loc": place, "input": value, "msg": kind, "ctx": {"expected": expected}},))
