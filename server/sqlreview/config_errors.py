"""Says what is wrong with a configuration: file, line, key, and the name that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from sqlreview.options import Options, kebab, model_of, option_names, values_of
from sqlreview.patterns import regex
from sqlreview.plain_checks import Problem, plain_values

Declared = TypeVar("Declared", bound=Options)
Path = tuple[str, ...]
_KINDS = (
    (("tuple", "list", "set", "frozen"), "should be a list"),
    (("bool",), "should be true or false"),
    (("string",), "should be a string"),
    (("dict", "mapping", "model"), "should be a table"),
    (("int",), "should be a whole number"),
    (("float", "decimal"), "should be a number"),
)
"""Beginnings of pydantic's names of mistakes, and what they mean to somebody who writes TOML."""
_QUOTED = regex(r"'[^']*+'")


COMMAND_LINE = "command line"
"""What errors call the command line instead of a file."""
_ARRAYS = (("overrides",),)
_ITEM = "[]"
"""What the name of a table's place in an array begins with among the keys of a path: `overrides`, `[]1`, `select`."""


class ConfigError(Exception):
    """A configuration that cannot be used: its first mistake, and the others."""

    def __init__(
        self, path: str, key: str | Path, message: str, line: int | None = None, value: str | None = None
    ) -> None:
        self.others: tuple[ConfigError, ...] = ()
        self.missing = ""
        """The file that could not be read, where that is the mistake."""
        self.path = path
        self.keys: Path = key if isinstance(key, tuple) else (key,) if key else ()
        self.message = message
        self.line = line
        self.value = value
        """The text that is wrong, where it is one item of a list; it places the error more exactly."""
        super().__init__(str(self))

    @property
    def key(self) -> str:
        """The key as it is written: `options."locks/vacuum-full".limit`."""
        names = (name for name in self.keys if not name.startswith(_ITEM))
        return ".".join(name if name.replace("-", "").replace("_", "").isalnum() else f'"{name}"' for name in names)

    @property
    def is_usage(self) -> bool:
        """Whether it is the command line that says so, and no file."""
        return self.path == COMMAND_LINE

    @property
    def all(self) -> tuple[ConfigError, ...]:
        """This mistake and the others."""
        return (self, *self.others)

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.explanation}"

    @property
    def explanation(self) -> str:
        """The message with the key, without the place."""
        return f"`{self.key}`: {self.message}" if self.keys else self.message


def raise_first(errors: Iterable[ConfigError]) -> None:
    """Raises the first of some mistakes, which then knows the others; does nothing where there are none."""
    found = [single for error in errors for single in error.all]
    for error in found:
        error.others = ()
    if found:
        found[0].others = tuple(found[1:])
        raise found[0]


def item(number: int) -> str:
    """A table's place in an array of tables, counted from 0, as a part of a path of keys."""
    return f"{_ITEM}{number}"


def nearest(name: str, known: Iterable[str]) -> str:
    """`; did you mean ...?` for the known name most like `name`, or nothing."""
    from difflib import get_close_matches

    names = tuple(dict.fromkeys(known))
    lowered = name.lower().replace("_", "-")
    found = get_close_matches(lowered, names, 1, 0.6) or [other for other in names if other.endswith(f"/{lowered}")]
    return f"; did you mean `{found[0]}`?" if found else ""


def checked(declaration: type[Declared], table: Mapping[str, Any], where: str, prefix: Path = ()) -> Declared:
    """Options with the values of a table whose keys may have dashes; raises ConfigError, which knows every mistake."""
    values, problems = _values_and_problems(declaration, dict(table))
    if not problems:
        return declaration(**values)
    known = [kebab(name) for name in option_names(declaration)]
    mistakes: dict[Path, ConfigError] = {}
    for problem in problems:
        mistake = _translated(problem, problems, table, where, prefix, known)
        mistakes.setdefault(mistake.keys, mistake)
    raise_first(mistakes.values())
    raise AssertionError("a model that refuses a table says why")


def _values_and_problems(declaration: type[Options], table: dict[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
    try:
        from pydantic import ValidationError
    except ImportError:
        return plain_values(declaration, table)
    try:
        return values_of(model_of(declaration).model_validate(table)), []
    except ValidationError as error:
        return {}, [dict(problem) for problem in error.errors(include_url=False)]


def _translated(
    problem: Problem,
    problems: list[Problem],
    table: Mapping[str, Any],
    where: str,
    prefix: Path,
    known: list[str],
) -> ConfigError:
    if problem["type"] == "extra_forbidden":
        name = str(problem["loc"][-1])
        return ConfigError(where, (*prefix, name), f"unknown key{nearest(name, known) or _choices(known)}")
    keys = _keys(problem["loc"], table)
    if problem["type"] == "missing":
        return ConfigError(where, prefix, f"has no `{problem['loc'][-1]}`")
    if keys in _ARRAYS and problem["type"] == "tuple_type":
        return ConfigError(where, (*prefix, *keys), f"should be a list of tables: write `[[{keys[0]}]]`")
    alike = [other for other in problems if _keys(other["loc"], table) == keys]
    return ConfigError(where, (*prefix, *keys), f"{_wish(alike)}, not {_shown(problem['input'])}")


def _wish(problems: list[Problem]) -> str:
    """What should stand there; the branches of a union each complain for themselves."""
    names = [name for problem in problems for name in _QUOTED.findall(problem.get("ctx", {}).get("expected", ""))]
    if names:
        return f"should be {' or '.join((', '.join(names[:-1]), names[-1])) if len(names) > 1 else names[0]}"
    kind = problems[0]["type"]
    for beginnings, wish in _KINDS:
        if kind.startswith(beginnings) and kind.endswith(("_type", "_parsing", "_from_float")):
            return wish
    return str(problems[0]["msg"]).removeprefix("Input ").removeprefix("Value error, ")


def _choices(known: list[str]) -> str:
    return f"; known are {', '.join(f'`{name}`' for name in known)}" if known else "; there are none"


def _keys(location: tuple[int | str, ...], table: Mapping[str, Any]) -> Path:
    """The part of a pydantic location that is keys of the file; the rest names branches of types or list items."""
    keys: list[str] = []
    value: Any = table
    for part in location:
        name = str(part)
        dashed = name.replace("_", "-")
        if not isinstance(value, Mapping) or not (name in value or dashed in value):
            break
        key = name if name in value else dashed
        keys.append(key)
        value = value[key]
    return tuple(keys)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = f'"{value}"' if isinstance(value, str) else "a table" if isinstance(value, Mapping) else repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def with_lines(error: ConfigError, text: str, prefix: Path) -> ConfigError:
    """The same error with the lines of its keys, as far as the text shows them."""
    placed = sorted((_placed(single, text, prefix) for single in error.all), key=lambda single: single.line or 0)
    placed[0].others = tuple(placed[1:])
    return placed[0]


def _placed(error: ConfigError, text: str, prefix: Path) -> ConfigError:
    if error.line is not None or not error.keys or error.is_usage:
        return ConfigError(error.path, error.keys, error.message, error.line, error.value)
    line = line_of(text, (*prefix, *error.keys), error.value)
    return ConfigError(error.path, error.keys, error.message, line, error.value)


def line_of(text: str, keys: Path, value: str | None = None) -> int | None:
    """The 1-based line that sets a key, or the nearest table around it; tomllib itself tells no places."""
    best: tuple[int, int] | None = None
    table: Path = ()
    arrays: dict[Path, int] = {}
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        stripped = line.strip()
        if stripped.startswith("["):
            table = found = _header(stripped, arrays) or table
        else:
            found = (*table, *_path_of(line)) if "=" in line else ()
        if found and found == keys[: len(found)] and (best is None or len(found) > best[0]):
            best = (len(found), number)
    if best is None:
        return None
    return _line_of_value(lines, best[1], value)


def _header(line: str, arrays: dict[Path, int]) -> Path:
    """The path of a table's header; `arrays` counts the tables of each array, and every one has its place in it."""
    path = _path_of(line.split("#")[0].strip().strip("[]") + " = 0")
    if path and line.startswith("[["):
        arrays[path] = arrays.get(path, -1) + 1
    for length in range(len(path), 0, -1):
        if path[:length] in arrays:
            return (*path[:length], item(arrays[path[:length]]), *path[length:])
    return path


def _line_of_value(lines: list[str], first: int, value: str | None) -> int:
    if value is None:
        return first
    for number, line in enumerate(lines[first - 1 :], first):
        if f'"{value}"' in line or f"'{value}'" in line:
            return number
    return first


def _path_of(line: str) -> Path:
    import tomllib

    try:
        table: Any = tomllib.loads(line.partition("=")[0] + "= 0")
    except tomllib.TOMLDecodeError:
        return ()
    keys: list[str] = []
    while isinstance(table, dict) and table:
        (key, table), *_ = table.items()
        keys.append(key)
    return tuple(keys)
