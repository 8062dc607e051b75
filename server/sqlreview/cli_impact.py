"""`sqlreview impact`: what each statement of some migrations locks, rewrites and reads."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from sqlreview.config import CommandLine, Config, ConfigError, config_in, grouped, read_config
from sqlreview.impacts import ImpactReport, impacts_of
from sqlreview.migrations.project import discover
from sqlreview.report import ReviewError
from sqlreview.reporters.as_text import error_line


def impact(options: Namespace) -> int:
    """Prints the impact of the files the options name; returns 2 when one of them could not be read, else 0."""
    said = CommandLine(engine=options.engine, version=options.engine_version)
    try:
        report, errors = _impact(options, said)
    except ConfigError as error:
        report, errors = ImpactReport(()), [ReviewError(error.path, error.explanation, error.line)]
    if options.format == "json":
        from sqlreview.reporters.impact_json import impact_json

        sys.stdout.write(impact_json(report))
    else:
        from sqlreview.reporters.impact_text import impact_text

        sys.stdout.write(impact_text(report))
    for problem in errors:
        sys.stderr.write(error_line(problem))
    return 2 if errors else 0


def _impact(options: Namespace, said: CommandLine) -> tuple[ImpactReport, list[ReviewError]]:
    paths = options.paths or ["."]
    pending: list[tuple[Config, list[str]]]
    if options.config:
        pending = [(read_config(Path(options.config), said=said), paths)]
    else:
        pending = grouped(paths, said=said)
    errors: list[ReviewError] = []
    report = ImpactReport(())
    while pending:
        config, members = pending.pop(0)
        found = discover(members, config, lambda folder: not options.config and config_in(folder) is not None)
        errors += found.errors
        report = replace(report, files=(*report.files, *impacts_of(found.files, config).files))
        pending += grouped(found.projects, said=said)
    return report, errors
