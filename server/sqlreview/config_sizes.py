"""Reads the sizes of tables from the configuration and from the file of a snapshot, and tells what is wrong there."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlreview.config_errors import ConfigError, item, line_of, nearest, raise_first
from sqlreview.config_files import Layer, shown_path, toml_problem
from sqlreview.config_merge import moved_path
from sqlreview.config_model import PathSettings, Settings
from sqlreview.table_sizes import SIZE_CLASSES, Sizes, TableSize, TableSizes

Keys = tuple[str, ...]
SizeFiles = Mapping[str, Sizes]
"""What files say, by their path from the directory that everything in a configuration counts from."""

_COUNTS = ("rows", "bytes")
_FORMS = '"small", "medium", "large" or a table like { rows = 12000 }'


def table_mistakes(settings: Settings | PathSettings, where: str, prefix: Keys = ()) -> Iterator[ConfigError]:
    """What is wrong with the tables and the patterns of one file or override."""
    for name, value in settings.tables.items():
        yield from _entry_mistakes(value, where, (*prefix, "tables", name))
    for key in ("large_tables", "small_tables"):
        for pattern in getattr(settings, key):
            if not pattern.strip():
                message = f"`{pattern}` matches no table"
                yield ConfigError(where, (*prefix, key.replace("_", "-")), message, value=pattern)


def check_limits(settings: Settings, layers: Sequence[Layer]) -> None:
    """Raises ConfigError where no table could be of medium size; several files may say so together."""
    key = next((key for key in ("small-rows", "large-rows") if any(key in layer.table for layer in layers)), None)
    if key is None:
        return
    layer = next(layer for layer in reversed(layers) if key in layer.table)
    if settings.small_rows < 0:
        raise layer.error(("small-rows",), f"should not be negative, but is {settings.small_rows}")
    if settings.large_rows <= settings.small_rows:
        message = f"small tables end at {settings.small_rows} rows, large ones begin at {settings.large_rows}"
        raise layer.error((key,), f"`small-rows` should be less than `large-rows`: {message}")


def read_sizes(layers: Sequence[Layer], root: Path) -> SizeFiles:
    """The files that the layers name and that count; raises ConfigError naming file, line and key."""
    named: list[tuple[Layer, Keys, str]] = []
    for layer in layers:
        if layer.table.get("sizes") is not None:
            named = [(layer, ("sizes",), layer.table["sizes"])]
    for layer in layers:
        for number, override in enumerate(layer.table.get("overrides", ())):
            if override.get("sizes") is not None:
                named.append((layer, ("overrides", item(number), "sizes"), override["sizes"]))
    return {moved_path(name, layer.below): _read(layer, keys, name, root) for layer, keys, name in named}


def sizes_of(settings: Settings, files: SizeFiles) -> TableSizes | None:
    """The sizes that settings tell, or None where they tell none."""
    measured = files.get(settings.sizes, {}) if settings.sizes is not None else {}
    if not (measured or settings.tables or settings.large_tables or settings.small_tables):
        return None
    told = {name: _size(value) for name, value in settings.tables.items()}
    patterns = (settings.large_tables, settings.small_tables)
    return TableSizes(told, measured, *patterns, settings.small_rows, settings.large_rows)


def _read(layer: Layer, keys: Keys, name: str, root: Path) -> Sizes:
    place = Path(os.path.abspath(root / moved_path(name, layer.below)))
    shown = shown_path(place)
    try:
        status = place.stat()
        return _parsed(place, status.st_mtime_ns, status.st_size)
    except FileNotFoundError:
        message = f"there is no file `{shown}`; `sqlreview snapshot` writes one"
    except UnicodeDecodeError:
        message = f"`{shown}` is not UTF-8"
    except OSError as error:
        message = f"`{shown}` cannot be read: {(error.strerror or str(error)).lower()}"
    except ValueError as error:  # a name that no file can have
        message = f"`{name}` cannot be read: {error}"
    refused = layer.error(keys, message, name)
    refused.missing = str(place)
    raise refused


@lru_cache(maxsize=8)
def _parsed(place: Path, _modified: int, _length: int) -> Sizes:
    """The sizes in a file, read again when it has changed."""
    import tomllib

    text, where = place.read_text(encoding="utf-8-sig"), shown_path(place)
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problem, line = toml_problem(str(error), text)
        raise ConfigError(where, "", f"is not valid TOML: {problem}", line) from None
    raise_first(
        ConfigError(where, mistake.keys, mistake.message, line_of(text, mistake.keys), mistake.value)
        for mistake in _file_mistakes(content, where)
    )
    return {name: _size(value) for name, value in content["tables"].items()}


def _file_mistakes(content: Mapping[str, Any], where: str) -> Iterator[ConfigError]:
    for key in content:
        if key != "tables":
            yield ConfigError(where, key, f"unknown key{nearest(key, ('tables',)) or '; known is `tables`'}")
    tables = content.get("tables")
    if not isinstance(tables, Mapping):
        message = "has no table `[tables]`" if tables is None else "should be a table"
        yield ConfigError(where, () if tables is None else ("tables",), message)
        return
    for name, value in tables.items():
        yield from _entry_mistakes(value, where, ("tables", name))


def _entry_mistakes(value: object, where: str, keys: Keys) -> Iterator[ConfigError]:
    if isinstance(value, Mapping):
        yield from _count_mistakes(value, where, keys)
    elif not isinstance(value, str):
        yield ConfigError(where, keys, f"should be {_FORMS}")
    elif value not in SIZE_CLASSES:
        yield ConfigError(where, keys, f'should be {_FORMS}, not "{value}"{nearest(value, SIZE_CLASSES)}')


def _count_mistakes(counts: Mapping[str, object], where: str, keys: Keys) -> Iterator[ConfigError]:
    if not counts:
        yield ConfigError(where, keys, f"is empty; it should be {_FORMS}")
    for name, count in counts.items():
        if isinstance(count, Mapping) and name not in _COUNTS:  # tables.public.orders without quotes
            written = f'"{keys[-1]}.{name}"'
            yield ConfigError(
                where, (*keys, name, *[*count][:1]), f"write the name of a table between quotes: {written}"
            )
        elif name not in _COUNTS:
            hint = nearest(name, _COUNTS) or "; known are `rows` and `bytes`"
            yield ConfigError(where, (*keys, name), f"unknown key{hint}")
        elif type(count) is not int or count < 0:
            yield ConfigError(where, (*keys, name), "should be a whole number that is not negative")


def _size(value: Any) -> TableSize:
    """An entry that was found to be right."""
    if isinstance(value, str):
        return TableSize(kind=value)  # type: ignore[arg-type]
    return TableSize(rows=value.get("rows"), bytes=value.get("bytes"))
