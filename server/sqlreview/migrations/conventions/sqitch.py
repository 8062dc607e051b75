"""Sqitch: `deploy/users.sql` in the order of `sqitch.plan`, with `revert/users.sql` and `verify/users.sql`.

A file runs through the engine's own client without a transaction but those that are written in it. Without the plan
the `-- requires:` lines give the order. A change that the plan does not list does not run, so none are offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sqlreview.migrations.conventions.convention import CERTAIN, NAMED, Convention, Direction, Folder, Note, Runs
from sqlreview.migrations.sources import SourceFile
from sqlreview.sql.engines import Engine

PLAN = "../sqitch.plan"
_STEPS = ("deploy", "revert", "verify")
_REQUIRES = r"(?m)^[ \t]*+--[ \t]*+requires:[ \t]*+([^\n]++)"
_CHANGE = r"(?m)^(?![%@#\s])([^\s\[]++)"


def step_of(path: str) -> str | None:
    """Which of `deploy`, `revert` and `verify` a path lies in."""
    return next((part for part in reversed(path.split("/")[:-1]) if part in _STEPS), None)


def _claims(folder: Folder) -> int:
    steps = {step for name in folder.names if (step := step_of(name)) is not None}
    if "deploy" not in steps:
        return 0
    if any(name.endswith("sqitch.plan") for name in folder.beside):
        return CERTAIN
    if folder.marked("-- Deploy ", r"(?m)^-- Deploy \S++"):
        return CERTAIN
    return NAMED if "revert" in steps else 0


def change_of(file: SourceFile) -> str:
    """The name of the change that a file deploys, reverts or verifies."""
    step = step_of(file.path)
    return file.path.rpartition(f"{step}/")[2].removesuffix(".sql") if step else file.name.removesuffix(".sql")


def _planned(files: Sequence[SourceFile]) -> list[str]:
    plan = next((text for file in files for name, text in file.beside if name.endswith("sqitch.plan")), None)
    return re.findall(_CHANGE, plan) if plan is not None else []


def _order(files: Sequence[SourceFile], engine: Engine) -> Sequence[SourceFile]:
    planned = _planned(files)
    if planned:
        places = {change: place for place, change in enumerate(planned)}
        return sorted(files, key=lambda file: places.get(change_of(file), len(places)))
    deployed = [file for file in files if step_of(file.path) == "deploy"]
    return [*_by_requirements(deployed), *(file for file in files if file not in deployed)]


def _by_requirements(files: Sequence[SourceFile]) -> Sequence[SourceFile]:
    """The files so that each comes after those it requires; a circle is left as it is."""
    needed = {change_of(file): _required(file.text) for file in files}
    known = {change_of(file): file for file in files}
    ordered: dict[str, SourceFile] = {}
    entered: set[str] = set()
    pending = [(change, False) for change in reversed(known)]
    while pending:
        change, is_ready = pending.pop()
        if is_ready:
            ordered.setdefault(change, known[change])
        elif change not in entered:
            entered.add(change)
            pending.append((change, True))
            pending += [(other, False) for other in reversed(needed[change]) if other in known]
    return list(ordered.values())


def _required(text: str) -> list[str]:
    names = (name for line in re.findall(_REQUIRES, text) for name in re.split(r"[,\s]+", line) if name)
    return [name.partition("@")[0] for name in names]


def _direction(file: SourceFile, engine: Engine) -> Direction:
    match step_of(file.path):
        case "revert":
            return "down"
        case "verify":
            return "other"
        case _:
            planned = _planned([file])
            return "up" if not planned or change_of(file) in planned else "other"


def _runs(file: SourceFile, engine: Engine) -> Runs:
    return Runs.SEPARATE


def _beside(folder: str, names: Sequence[str]) -> Iterable[str]:
    parts = folder.split("/")
    depth = next((place for place, part in enumerate(reversed(parts), 1) if part in _STEPS), 0)
    return ("../" * depth + "sqitch.plan", "../" * depth + "sqitch.conf") if depth else ()


def _problems(folder: Folder) -> Iterator[Note]:
    deployed = {change_of(file): file for file in folder.files if step_of(file.path) == "deploy"}
    planned = _planned(folder.files)
    for change, file in deployed.items():
        if planned and change not in planned:
            yield Note(file.path, "is not listed in sqitch.plan, so Sqitch does not deploy it")
    for file in folder.files:
        if step_of(file.path) == "revert" and change_of(file) not in deployed:
            yield Note(file.path, "reverts a change that no file deploys")
    missing = [change for change in planned if change not in deployed]
    if missing and deployed:
        file = next(iter(deployed.values()))
        yield Note(file.path, f"sqitch.plan lists `{missing[0]}`, but no file deploys it")


CONVENTION = Convention(
    id="sqitch",
    title="Sqitch",
    claims=_claims,
    order=_order,
    direction=_direction,
    runs=_runs,
    beside=_beside,
    problems=_problems,
)
