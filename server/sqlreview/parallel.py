"""Reviews large trees in several processes; schemas do not depend on each other."""

from __future__ import annotations

import gc
import os
import pickle
from collections.abc import Sequence

from sqlreview.config import Config
from sqlreview.migrations.layout import Group, groups_of
from sqlreview.migrations.project import SourceFile, natural_key
from sqlreview.project import Project
from sqlreview.report import Report, merged

_LARGE = 400_000
"""Characters from which another process pays for itself."""
_SMALL = 20_000
"""Characters up to which schemas are handed out together."""
_MOST = 4_000
"""About how many bundles there may be, so that their numbers fit into a pipe."""
_DIGITS = 2


def review_files(files: Sequence[SourceFile], config: Config, processes: int | None = None) -> Report:
    """The report on some files, the same as that of one Project.

    Uses as many processes as the machine has processors, where the system can fork and the input is large.
    """
    groups = groups_of(files, config)
    wanted = processes or _processors()
    bundles = _bundles(groups) if hasattr(os, "fork") and wanted > 1 and _size(groups) >= _LARGE else []
    if len(bundles) < 2:
        return Project(files, config, groups=groups).report()
    gc.freeze()
    queue = _queue_of(len(bundles))
    children = [_forked(bundles, queue, config) for _ in range(min(wanted, len(bundles)) - 1)]
    reports = [_reviewed(bundles, queue, config), *(_received(*child) for child in children)]
    os.close(queue)
    return _in_order(merged(tuple(reports)))


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _size(groups: Sequence[Group]) -> int:
    return sum(len(file.text) for group in groups for file in group.files)


def _bundles(groups: Sequence[Group]) -> list[list[Group]]:
    """What is reviewed at a time, the largest first: a schema with its queries, or small schemas together."""
    units: dict[str, list[Group]] = {}
    starts = {group.name: group.schema for group in groups}
    for group in groups:
        first = group.name
        while (earlier := starts.get(first)) is not None:
            first = earlier
        units.setdefault(first, []).append(group)
    bundles: list[list[Group]] = []
    small = max(_SMALL, _size(groups) // _MOST)
    room = 0
    for unit in sorted(units.values(), key=_size, reverse=True):
        size = _size(unit)
        if size > room:
            bundles.append([])
            room = small
        bundles[-1] += unit
        room -= size
    return bundles


def _queue_of(number: int) -> int:
    """A pipe that holds the numbers of all bundles: whoever has finished one reads the next, so nobody waits."""
    reader, writer = os.pipe()
    os.write(writer, b"".join(index.to_bytes(_DIGITS, "big") for index in range(number)))
    os.close(writer)
    return reader


def _reviewed(bundles: list[list[Group]], queue: int, config: Config) -> Report:
    """The report on the bundles that this process takes from the queue."""
    reports: list[Report] = []
    while number := os.read(queue, _DIGITS):
        reports.append(Project((), config, groups=bundles[int.from_bytes(number, "big")]).report())
    return merged(tuple(reports))


def _forked(bundles: list[list[Group]], queue: int, config: Config) -> tuple[int, int]:
    """Starts a process that works on the queue; returns its id and the pipe its report comes through."""
    reader, writer = os.pipe()
    process = os.fork()
    if process:
        os.close(writer)
        return process, reader
    status = 1
    try:
        os.close(reader)
        with os.fdopen(writer, "wb") as pipe:
            pickle.dump(_reviewed(bundles, queue, config), pipe, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)  # no exit handlers of the parent, and no traceback of ours on its terminal


def _received(process: int, reader: int) -> Report:
    with os.fdopen(reader, "rb") as pipe:
        data = pipe.read()
    _, status = os.waitpid(process, 0)
    if status != 0:
        raise RuntimeError(f"a review process ended with status {status}; please report this as a bug")
    report: Report = pickle.loads(data)  # written by our own child a moment ago
    return report


def _in_order(report: Report) -> Report:
    paths = {finding.path for finding in report.findings} | {item.path for item in report.not_analysed}
    keys = {path: natural_key(path) for path in paths}
    return Report(
        tuple(sorted(report.findings, key=lambda finding: (keys[finding.path], finding.range.start.offset))),
        report.files,
        report.statements,
        tuple(sorted(report.not_analysed, key=lambda item: (keys[item.path], item.range.start.offset))),
        report.errors,
        report.silenced,
        tuple(sorted(report.notes, key=lambda note: natural_key(note.path))),
        tuple(sorted(report.foreign, key=lambda file: natural_key(file.path))),
    )
