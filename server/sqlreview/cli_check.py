"""`sqlreview check`: reviews files, prints what was found, applies fixes."""

from __future__ import annotations

import gc
import io
import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlreview.config import Config, ConfigError, Overrides, config_in, grouped, read_config, shown_path
from sqlreview.migrations.project import (
    Discovery,
    SourceFile,
    as_given,
    discover,
    natural_key,
    source_of,
    write_source,
)
from sqlreview.report import Report, ReviewError, merged
from sqlreview.reporters.as_text import Style, as_text, error_line

STDIN = "<stdin>"


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome for the files of one configuration."""

    report: Report
    sources: dict[str, str]
    fails: bool
    diff: str = ""
    applied: int = 0


def check(options: Namespace) -> int:
    """Runs the check the options describe, prints its report and returns the exit code."""
    if options.unsafe_fixes and not (options.fix or options.diff):
        print("sqlreview: --unsafe-fixes says which fixes to apply; add --fix or --diff", file=sys.stderr)
        return 2
    try:
        groups = _groups(options)
    except ConfigError as error:
        return _refused(error, options)
    gc.freeze()  # rules and configuration stay until the end
    try:
        outcome = _together([*_all_checked(groups, options)])
    except ConfigError as error:
        return _refused(error, options)
    _print(outcome, options)
    if outcome.report.errors:
        return 2
    return int(bool(outcome.diff) if options.diff else outcome.fails)


def _refused(error: ConfigError, options: Namespace) -> int:
    report = Report(errors=(ReviewError(error.path, error.explanation, error.line),))
    _print(Checked(report, {}, False), options)
    return 2


def _groups(options: Namespace) -> list[tuple[Config, list[str]]]:
    overrides = _overrides(options)
    paths = [_stdin_name(options) if path == "-" else path for path in options.paths or ["."]]
    if options.config:
        return [(read_config(Path(options.config), overrides=overrides), paths)]
    return grouped(paths, overrides=overrides)


def _overrides(options: Namespace) -> Overrides:
    names = (_names(options.select), _names(options.ignore))
    return Overrides(options.engine, options.engine_version, *names, options.fail_on)


def _names(values: Sequence[str] | None) -> tuple[str, ...]:
    return tuple(name.strip() for value in values or () for name in value.split(",") if name.strip())


def _stdin_name(options: Namespace) -> str:
    return options.stdin_filename or STDIN


def _all_checked(groups: list[tuple[Config, list[str]]], options: Namespace) -> Iterator[Checked]:
    """The outcomes of all groups, and of the directories below them that hold a configuration of their own."""
    pending = list(groups)
    while pending:
        config, paths = pending.pop(0)
        _announce(config, options)
        found = _with_stdin(paths, config, options)
        yield _checked(config, paths, found, options)
        pending += grouped(found.projects, overrides=_overrides(options))


def _checked(config: Config, paths: list[str], found: Discovery, options: Namespace) -> Checked:
    from sqlreview.parallel import review_files

    files, errors = list(found.files), list(found.errors)
    if not files and not errors and not found.projects:
        print(f"sqlreview: there are no SQL files in {', '.join(paths)}", file=sys.stderr)
    diff, applied = "", 0
    if options.fix or options.diff:
        files, diff, applied = _fixed(files, config, options, errors)
    report = review_files(files, config)
    report = replace(report, errors=(*errors, *report.errors))
    return Checked(report, {file.path: file.text for file in files}, report.reaches(config.fail_on), diff, applied)


def _announce(config: Config, options: Namespace) -> None:
    for warning in config.warnings:
        print(f"sqlreview: {warning}", file=sys.stderr)
    if options.verbose:
        source = f"configuration {shown_path(config.source)}" if config.source else "no configuration file"
        print(f"sqlreview: {config.engine}, {len(config.rules)} rule(s), {source}", file=sys.stderr)


def _with_stdin(paths: list[str], config: Config, options: Namespace) -> Discovery:
    """The files of the paths; standard input takes the place of the file it stands for."""
    name = _stdin_name(options)
    is_project = _boundary(config, options)
    if "-" not in options.paths or name not in paths:
        return discover(paths, config, is_project)
    found = discover([path for path in paths if path != name], config, is_project)
    given = as_given(name)
    others = [file for file in found.files if file.path != given]
    match source_of(given, sys.stdin.buffer.read()):
        case SourceFile() as file:
            files = sorted([*others, file], key=lambda file: natural_key(file.path))
            return replace(found, files=tuple(files))
        case error:
            return replace(found, files=tuple(others), errors=(*found.errors, error))


def _boundary(config: Config, options: Namespace) -> Callable[[Path], bool]:
    """A function that says of a directory below a path if another configuration holds for it."""
    if options.config:
        return lambda folder: False
    in_repository = config.source is not None
    return lambda folder: config_in(folder) is not None or (in_repository and (folder / ".git").exists())


def _fixed(
    files: list[SourceFile], config: Config, options: Namespace, errors: list[ReviewError]
) -> tuple[list[SourceFile], str, int]:
    """The files after fixing, the change as a diff, and the number of fixes; writes them unless a diff is wanted."""
    from sqlreview.fixes import fix_files

    fixed = fix_files(files, config, unsafe=options.unsafe_fixes)
    diff: list[str] = []
    after: list[SourceFile] = []
    for file in files:
        text = fixed.texts.get(file.path, file.text)
        if text == file.text:
            after.append(file)
            continue
        if options.diff:
            diff += _diff(file.path, file.text, text)
        elif "-" not in options.paths or file.path != as_given(_stdin_name(options)):
            try:
                write_source(file, text)
            except OSError as error:
                errors.append(ReviewError(file.path, f"cannot be written: {(error.strerror or str(error)).lower()}"))
                after.append(file)
                continue
        after.append(replace(file, text=text))
    return after, "".join(diff), fixed.applied


def _diff(path: str, before: str, after: str) -> Iterator[str]:
    from difflib import unified_diff

    old = io.StringIO(before, newline="\n").readlines()
    new = io.StringIO(after, newline="\n").readlines()
    name = path.lstrip("/")
    for line in unified_diff(old, new, f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _together(outcomes: list[Checked]) -> Checked:
    return Checked(
        merged(tuple(outcome.report for outcome in outcomes)),
        {path: text for outcome in outcomes for path, text in outcome.sources.items()},
        any(outcome.fails for outcome in outcomes),
        "".join(outcome.diff for outcome in outcomes),
        sum(outcome.applied for outcome in outcomes),
    )


def _print(outcome: Checked, options: Namespace) -> None:
    if options.format == "json" and not options.diff:
        from sqlreview.reporters.as_json import as_json

        _write(as_json(outcome.report))
        return
    colour = _is_coloured(options.color)
    for error in outcome.report.errors:
        sys.stderr.write(error_line(error, colour and sys.stderr.isatty()))
    stdin_name = as_given(_stdin_name(options))
    if options.diff:
        _write(outcome.diff)
        return
    if options.fix and outcome.applied:
        fixes = "1 fix" if outcome.applied == 1 else f"{outcome.applied} fixes"
        print(f"sqlreview: applied {fixes}", file=sys.stderr)
    width = shutil.get_terminal_size((120, 0)).columns
    text = as_text(outcome.report, outcome.sources, Style(colour, width, options.verbose))
    if options.fix and "-" in options.paths and stdin_name in outcome.sources:
        _write(outcome.sources[stdin_name])
        sys.stderr.write(text)
    elif outcome.sources or not outcome.report.errors:
        _write(text)


def _write(text: str) -> None:
    """Prints to standard output; who stops reading early (`| head`) still gets the right exit code."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _is_coloured(choice: str) -> bool:
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
