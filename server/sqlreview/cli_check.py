"""`sqlreview check`: reviews files, prints what was found, applies fixes."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sqlreview.config import CommandLine, Config, ConfigError, by_source, config_in, config_of, shown_path
from sqlreview.migrations.project import (
    Discovery,
    SourceFile,
    as_given,
    discover,
    natural_key,
    source_of,
    with_metadata,
)
from sqlreview.report import Report, ReviewError, merged
from sqlreview.reporters.as_text import Style, as_text, error_line

if TYPE_CHECKING:
    from sqlreview.cli_fix import Outcome as Fixing

STDIN = "<stdin>"


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome for the files of one configuration."""

    report: Report
    sources: dict[str, str]
    fails: bool
    diff: str = ""
    applied: int = 0
    created: tuple[str, ...] = ()


def check(options: Namespace) -> int:
    """Runs the check the options describe, prints its report and returns the exit code."""
    if options.unsafe_fixes and not (options.fix or options.diff):
        print("sqlreview: --unsafe-fixes says which fixes to apply; add --fix or --diff", file=sys.stderr)
        return 2
    if options.show_config or options.show_files:
        return _show(options)
    outcome = _together([*_all_checked(options)])
    _print(outcome, options)
    if outcome.report.errors:
        return 2
    return int(bool(outcome.diff) if options.diff else outcome.fails)


def _said(options: Namespace) -> CommandLine:
    names = (_names(options.select), _names(options.ignore))
    return CommandLine(options.engine, options.engine_version, *names, options.fail_on, options.profile)


def _names(values: Sequence[str] | None) -> tuple[str, ...]:
    return tuple(name.strip() for value in values or () for name in value.split(",") if name.strip())


def _stdin_name(options: Namespace) -> str:
    return options.stdin_filename or STDIN


def _all_checked(options: Namespace) -> Iterator[Checked]:
    """The outcomes for all configurations; what is wrong with one keeps no other from being reviewed."""
    for found in _discovered(options):
        match found:
            case ConfigError():
                errors = tuple(ReviewError(one.path, one.explanation, one.line) for one in found.all)
                yield Checked(Report(errors=errors), {}, False)
            case config, paths, files:
                gc.freeze()  # rules and configuration stay until the end
                heeding = replace(config, heeds_comments=not options.no_ignore)
                yield _checked(heeding, paths, files, options)


def _discovered(options: Namespace) -> Iterator[tuple[Config, list[str], Discovery] | ConfigError]:
    """The files of all paths, and of the directories below them that hold a configuration of their own."""
    said = _said(options)
    paths = [_stdin_name(options) if path == "-" else path for path in options.paths or ["."]]
    own = Path(options.config) if options.config else None
    pending = [*({own: paths} if own else by_source(paths)).items()]
    while pending:
        source, members = pending.pop(0)
        try:
            config = config_of(source, said=said)
        except ConfigError as error:
            yield error
            if error.is_usage:
                return
            continue
        _announce(config, options)
        found = _with_stdin(members, config, options)
        yield config, members, found
        pending += by_source(found.projects).items()


def _show(options: Namespace) -> int:
    """Prints the configuration or the files instead of a review."""
    from sqlreview.cli_files import shown_files
    from sqlreview.cli_show import shown_config

    errors: list[ReviewError] = []
    for found in _discovered(options):
        match found:
            case ConfigError():
                errors += [ReviewError(one.path, one.explanation, one.line) for one in found.all]
            case config, paths, files:
                errors += files.errors
                if options.show_config:
                    _write("\n".join(shown_config(as_given(path), config, options.verbose) for path in paths))
                if options.show_files:
                    _write(shown_files(files.files, config, _source_of(config)))
    for error in dict.fromkeys(errors):
        sys.stderr.write(error_line(error, False))
    return 2 if errors else 0


def _checked(config: Config, paths: list[str], found: Discovery, options: Namespace) -> Checked:
    from sqlreview.parallel import review_files

    files, errors = list(found.files), list(found.errors)
    if not files and not errors and not found.projects:
        print(f"sqlreview: there are no SQL files in {', '.join(paths)}", file=sys.stderr)
    if any(_is_whole(path, config) for path in paths):
        for name in config.missing_releases([file.path for file in files]):
            print(f"sqlreview: {_source_of(config)}: `released`: no file is called `{name}`", file=sys.stderr)
    fixing = _fixed(files, config, options) if options.fix or options.diff else None
    if fixing is not None:
        files, errors = fixing.files, [*errors, *fixing.errors]
    if options.verbose:
        _tell_of_groups(files, config)
    report = review_files(files, config)
    report = replace(report, errors=(*errors, *report.errors))
    checked = Checked(report, {file.path: file.text for file in files}, config.is_failed_by(report))
    if fixing and options.unsafe_fixes:
        _tell_of_named(report, options)
    return replace(checked, diff=fixing.diff, applied=fixing.applied, created=fixing.created) if fixing else checked


def _is_whole(path: str, config: Config) -> bool:
    """Whether a path is a directory with all files that a configuration is for."""
    return config.source is not None and config.source.absolute().is_relative_to(os.path.abspath(path))


def _announce(config: Config, options: Namespace) -> None:
    for warning in config.warnings:
        print(f"sqlreview: {warning}", file=sys.stderr)
    if options.verbose:
        engine = config.engine if config.engine_is_set else f"{config.engine} where nothing tells another engine"
        print(f"sqlreview: {engine}, {len(config.rules)} rule(s), {_source_of(config)}", file=sys.stderr)


def _tell_of_groups(files: Sequence[SourceFile], config: Config) -> None:
    """Says which files share a schema, and what their engine and migration tool were told from."""
    from sqlreview.cli_found import described
    from sqlreview.migrations.layout import groups_of

    for group in groups_of(files, config):
        if not group.down or group.foreign:
            print(f"sqlreview: {group.name}: {described(group, config)}", file=sys.stderr)
    for key in config.idle_patterns(file.path for file in files):
        print(f"sqlreview: `{key}` matches none of the files", file=sys.stderr)


def _source_of(config: Config) -> str:
    return f"configuration {shown_path(config.source)}" if config.source else "no configuration file"


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
            return replace(found, files=with_metadata(files))
        case error:
            return replace(found, files=tuple(others), errors=(*found.errors, error))


def _boundary(config: Config, options: Namespace) -> Callable[[Path], bool]:
    """A function that says of a directory below a path if another configuration holds for it."""
    if options.config:
        return lambda folder: False
    in_repository = config.source is not None
    return lambda folder: config_in(folder) is not None or (in_repository and (folder / ".git").exists())


def _fixed(files: list[SourceFile], config: Config, options: Namespace) -> Fixing:
    """What fixes make of the files; it is written unless a diff is wanted."""
    from sqlreview.cli_fix import fixed

    stdin = as_given(_stdin_name(options)) if "-" in options.paths else ""
    named = [*_named_files(options), stdin]
    return fixed(files, config, named, unsafe=options.unsafe_fixes, shows=options.diff, stdin=stdin)


def _named_files(options: Namespace) -> list[str]:
    """The files among the paths, in directories of which other files may not be reviewed."""
    return [as_given(path) for path in options.paths if path != "-" and not os.path.isdir(path)]


def _tell_of_named(report: Report, options: Namespace) -> None:
    from sqlreview.cli_fix import left_open

    for path in left_open(report, _named_files(options)):
        what = f"no migration was added after {path}"
        print(f"sqlreview: {what}: name its directory, so that all migrations are known", file=sys.stderr)


def _together(outcomes: list[Checked]) -> Checked:
    report = merged(tuple(outcome.report for outcome in outcomes))
    return Checked(
        replace(report, errors=tuple(dict.fromkeys(report.errors))),  # two configurations may extend a broken one
        {path: text for outcome in outcomes for path, text in outcome.sources.items()},
        any(outcome.fails for outcome in outcomes),
        "".join(outcome.diff for outcome in outcomes),
        sum(outcome.applied for outcome in outcomes),
        tuple(path for outcome in outcomes for path in outcome.created),
    )


def _print(outcome: Checked, options: Namespace) -> None:
    for path in outcome.created:
        print(f"sqlreview: created {path}", file=sys.stderr)
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
