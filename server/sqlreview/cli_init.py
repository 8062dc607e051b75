"""`sqlreview init`: looks at a directory and writes a configuration that says what was found."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from sqlreview.cli_found import Found, found_in
from sqlreview.config import Config, ConfigError, config_in, config_of, find_config, shown_path
from sqlreview.config_files import FILE_NAME, PYPROJECT, has_tool_table
from sqlreview.reporters.rule_documentation import as_toml

_BEGINNING = """\
# The configuration of sqlreview. docs/configuration.md explains every key; `sqlreview schema` prints a JSON schema of
# them for editors. As `sqlreview init` writes it, the file says what was found and changes nothing; lines that begin
# with `#` show what may be added.
"""
_PROFILE = """
# Which rules apply: "recommended", "strict" (all rules, and milder findings count more), or "migration-safety" (locks,
# lost data, breaking changes and transactions only).
{}profile = "recommended"
"""
_TUNING = """
# [severity]
# "queries/select-star" = "info"   # "error", "warning", "info", "hint" or "off", for a rule or a pack

# [options."locks/validating-foreign-key"]
# small-tables = ["countries"]     # `sqlreview rule ID` lists the options of a rule

# [[overrides]]                    # other settings for some paths; later ones win
# paths = ["reports/"]
# extend-ignore = ["queries"]
"""


def init(options: Namespace) -> int:
    """Writes, or prints, a configuration for a directory; returns the exit code."""
    folder = Path(options.directory)
    refusal = _refusal(folder, options)
    if refusal:
        return _fail(refusal)
    try:
        above = _above(folder)
    except ConfigError as error:
        return _fail(f"the configuration above the directory cannot be used: {error}")
    found = found_in(folder, above)
    for line in (*_warnings(folder, above), *found.told()):
        print(f"sqlreview: {line}", file=sys.stderr)
    text = configuration(found, _extends(folder, above))
    if options.stdout:
        sys.stdout.write(text)
        return 0
    return _written(folder / FILE_NAME, text, replaces=options.force)


def configuration(found: Found, extends: str | None = None) -> str:
    """The text of a configuration file that says what was found."""
    lines = [_BEGINNING.rstrip()]
    if extends is not None:
        lines += [
            "",
            "# What the configuration above this directory says holds here too.",
            f"extends = {as_toml(extends)}",
        ]
    lines += [
        _PROFILE.format("" if extends is None else "# ").rstrip(),
        *_engine(found),
        *_convention(found),
        *_files(found),
    ]
    lines += [*_table("engines", found.engines), *_table("conventions", found.tools), *_likely(found), _TUNING.rstrip()]
    return "\n".join(lines) + "\n"


def _refusal(folder: Path, options: Namespace) -> str:
    """Why nothing may be written; "" for go on."""
    if not folder.is_dir():
        return f"there is no directory {folder}"
    if options.stdout or options.force:
        return ""
    if (folder / FILE_NAME).exists():
        return f"{shown_path(folder / FILE_NAME)} exists; --force replaces it, --stdout prints what would be written"
    if has_tool_table(folder / PYPROJECT):
        name = shown_path(folder / PYPROJECT)
        return f"{name} has [tool.sqlreview]; --force writes {FILE_NAME}, which then holds in its place"
    return ""


def _above(folder: Path) -> Config:
    """The configuration that holds for the directory while it has none of its own."""
    absolute = Path(os.path.abspath(folder))
    return config_of(None if (absolute / ".git").exists() else find_config(absolute.parent))


def _warnings(folder: Path, above: Config) -> Iterator[str]:
    yield from above.warnings
    own = config_in(folder)
    if own is not None and own.name == PYPROJECT:
        yield f"{shown_path(own)} has [tool.sqlreview]; {FILE_NAME} holds in its place"
    if above.source is not None:
        yield f"{shown_path(above.source)} holds for this directory; the new file extends it"


def _extends(folder: Path, above: Config) -> str | None:
    if above.source is None:
        return None
    return os.path.relpath(above.source, os.path.abspath(folder)).replace(os.sep, "/")


def _written(target: Path, text: str, *, replaces: bool) -> int:
    try:
        with target.open("w" if replaces else "x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        return _fail(f"{shown_path(target)} cannot be written: {(error.strerror or str(error)).lower()}")
    print(f"sqlreview: wrote {shown_path(target)}", file=sys.stderr)
    return 0


def _engine(found: Found) -> Iterator[str]:
    yield ""
    yield "# The database product and the oldest version in production; what a statement locks depends on it."
    if found.engine is not None:
        yield f"engine = {as_toml(found.engine)}  # the version is assumed: write your own"
    elif found.engines:
        yield '# engine = "postgres 16"  # for the files that [engines] below does not name'
    else:
        yield '# engine = "postgres 16"  # nothing tells the engine beyond doubt, so postgres is assumed'


def _convention(found: Found) -> Iterator[str]:
    if found.tool is not None:
        yield from ("", "# The migration tool: order, direction and transactions of the files follow from it.")
        yield f"convention = {as_toml(found.tool)}"


def _files(found: Found) -> Iterator[str]:
    yield from ("", "# Files and directories to leave out, as in .gitignore, relative to this file.")
    yield f"# exclude = {as_toml(found.unlikely or ('seeds/',))}"
    if found.dump is not None:
        yield from ("", "# The schema the migrations start from, instead of an empty one.")
        yield f"# schema = {as_toml(found.dump)}"
    if found.newest is not None:
        yield from ("", "# The last migration that is applied everywhere; it and the earlier ones are not reported.")
        yield f"# released = {as_toml(found.newest)}"
    yield from ("", '# The least severity that makes a check fail: "error", "warning", "info", "hint" or "never".')
    yield '# fail-on = "warning"'


def _table(name: str, entries: tuple[tuple[str, str], ...]) -> Iterator[str]:
    if entries:
        what = "The engine" if name == "engines" else "The migration tool"
        versions = ", with assumed versions: write your own" if name == "engines" else ""
        yield from (
            "",
            f"# {what} of files by their path{versions}. Of several patterns that match, the last one holds.",
        )
        yield f"[{name}]"
        yield from (f"{as_toml(pattern)} = {as_toml(value)}" for pattern, value in entries)


def _likely(found: Found) -> Iterator[str]:
    if found.likely:
        yield from ("", "# Told from names only, so statements that need to run outside of a transaction are believed;")
        yield "# with its name here the tool is believed instead."
        yield from () if found.tools else ("# [conventions]",)
        yield from (f"# {as_toml(pattern)} = {as_toml(value)}" for pattern, value in found.likely)


def _fail(message: str) -> int:
    print(f"sqlreview: {message}", file=sys.stderr)
    return 2
