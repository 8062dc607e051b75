"""What messages say about locks, rewrites, scans and errors, held against what a server did."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from postgres_locks import Seen

MODES = (
    *("ACCESS SHARE", "ROW SHARE", "ROW EXCLUSIVE", "SHARE UPDATE EXCLUSIVE"),
    *("SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE"),
)
_NO_READS = ("ACCESS EXCLUSIVE",)
_NO_WRITES = ("SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE")
_NAMES = re.compile(r"`([^`]+)`")
_TAKES = re.compile(r"Takes ([A-Z ]+) on (.*?), so (reads and writes|writes) wait(.*)", re.DOTALL)
_CLAIMING = re.compile(r"EXCLUSIVE|SHARE\b|\bwaits?\b|rewr|\bscan|refuse|\(\d\w{4}\)|makes? this fail|fails if")


@dataclass(frozen=True, slots=True)
class Scene:
    """The statement of a finding, as it was seen."""

    statement: Seen


Problems = Iterator[str]


def claims(message: str) -> bool:
    """Whether a message says something about locks, work under locks, or errors."""
    return _CLAIMING.search(message) is not None


def problems_of(message: str, scene: Scene) -> list[str] | None:
    """In what a message is wrong; None when it says nothing that can be held against a server."""
    for pattern, check in CLAIMS:
        if found := re.search(pattern, message, re.DOTALL):
            return list(check(found, scene))
    return None


def _mode(scene: Scene, name: str) -> str | None:
    return scene.statement.locks.get(name) or scene.statement.locks.get(f"public.{name}")


def _before(scene: Scene, name: str) -> str | None:
    return scene.statement.before.get(name) or scene.statement.before.get(f"public.{name}")


def _does(where: set[str], name: str) -> bool:
    return name in where or f"public.{name}" in where


def _takes(found: re.Match[str], scene: Scene) -> Problems:
    said, names, who, rest = found.groups()
    if scene.statement.error:
        if not scene.statement.error.startswith("23"):  # it found out about the rows under its lock
            yield f"fails with {scene.statement.error}"
        return
    modes = list(scene.statement.locks.values())
    for name in [] if "the table of" in names else _NAMES.findall(names):
        if _mode(scene, name) not in (said, _before(scene, name)):
            yield f"{name} is locked with {_mode(scene, name)}"
    if "the table of" in names and said not in modes:
        yield f"the locks are {modes}"
    if said not in (_NO_READS if who == "reads and writes" else _NO_WRITES[:-1]):
        yield f"{said} does not make {who} wait"
    yield from _work(rest, _NAMES.findall(names), scene)


def _work(rest: str, names: list[str], scene: Scene) -> Problems:
    seen = scene.statement
    own = _NAMES.findall(rest)
    kinds = (("rewritten", seen.rewrites), ("been read", seen.scans), ("has been built", seen.builds))
    for word, done in kinds:
        if word in rest and not (own or names):
            continue
        if word in rest and not any(_does(done | seen.rewrites, name) for name in own or names):
            yield f"says {word!r}, but rewrites {seen.rewrites}, scans {seen.scans}, index builds {seen.builds}"
    if "for a moment" in rest and seen.work:
        yield f"says 'for a moment', but works through {seen.work}"


def _locked(
    modes: tuple[str, ...], *, before: bool = False, work: bool = False
) -> Callable[[re.Match[str], Scene], Problems]:
    """The named tables are locked in one of these modes, by an earlier part of the work, or while they are read."""

    def check(found: re.Match[str], scene: Scene) -> Problems:
        for name in _NAMES.findall(found[0]):
            mode = (_before(scene, name) if before else None) or _mode(scene, name)
            if mode not in modes:
                yield f"{name} is locked with {mode}"
            if work and not _does(scene.statement.work, name):
                yield f"{name} is not worked through"

    return check


def _works(found: re.Match[str], scene: Scene) -> Problems:
    for name in _NAMES.findall(found[0]):
        if not _does(scene.statement.work, name):
            yield f"{name} is not worked through, but {scene.statement.work}"


def _everything(found: re.Match[str], scene: Scene) -> Problems:
    if not scene.statement.rewrites:
        yield "no table is rewritten"


def _refused(found: re.Match[str], scene: Scene) -> Problems:
    if scene.statement.error != found[1]:
        yield f"the error is {scene.statement.error or None}"


def _fails(*codes: str) -> Callable[[re.Match[str], Scene], Problems]:
    def check(found: re.Match[str], scene: Scene) -> Problems:
        if scene.statement.error not in codes:
            yield f"the error is {scene.statement.error or None}"

    return check


def _rebuilds(found: re.Match[str], scene: Scene) -> Problems:
    seen = scene.statement
    if not seen.builds or not any(mode == "SHARE" for mode in seen.locks.values()):
        yield f"builds indexes of {seen.builds} under {seen.locks}"


def _waits(found: re.Match[str], scene: Scene) -> Problems:
    for name in _NAMES.findall(found[0]):
        mode = _mode(scene, name)
        if mode is None or MODES.index(mode) < MODES.index("SHARE UPDATE EXCLUSIVE"):
            yield f"{name} is locked with {mode}"


def _two_locks(found: re.Match[str], scene: Scene) -> Problems:
    if _before(scene, found[1]) not in _NO_READS:
        yield f"{found[1]} is locked with {_before(scene, found[1])}"
    if _mode(scene, found[2]) is None:
        yield f"{found[2]} is not locked"


def _conditional(found: re.Match[str], scene: Scene) -> Problems:
    """Nothing: it depends on a tool, on other sessions or on the machine."""
    return iter(())


CLAIMS: tuple[tuple[str, Callable[[re.Match[str], Scene], Problems]], ...] = (
    (r"tool (?:that )?runs this file|inside a (?:function|procedure)", _conditional),
    (_TAKES.pattern, _takes),
    (r"Reads and writes of `[^`]+` wait for this too", _locked(_NO_READS, before=True)),
    (r"Reads and writes of `[^`]+` wait during this scan", _locked(_NO_READS, before=True, work=True)),
    (r"Writes of `[^`]+` wait during this scan", _locked(_NO_WRITES[:-1], before=True, work=True)),
    (r"Locks `[^`]+` while its query runs, so everyone who reads it waits", _locked(_NO_READS)),
    (r"Rebuilds every row of `[^`]+`|Rewrites every row of `[^`]+` while reads and writes wait", _locked(_NO_READS)),
    (r"Rebuilds .* while writes, and queries that are planned meanwhile, wait", _rebuilds),
    (r"Works through `[^`]+` a second time", _works),
    (r"Copies every table of the tablespace", _conditional),
    (r"Copies every table", _everything),
    (r"Copies `[^`]+` while reads and writes wait", _locked(_NO_READS)),
    (r"Copies `[^`]+` while writes and the queries that use it wait", _locked(_NO_READS)),
    (r"Other refreshes of `[^`]+` wait", _locked(("EXCLUSIVE",))),
    (r"Reads and writes of `[^`]+` wait from here to the end", _locked(_NO_READS)),
    (r"Writes of `[^`]+` wait from here to the end", _locked(_NO_WRITES[:-1])),
    (r"Reads and writes of `[^`]+` wait until the partition has been created", _locked(_NO_READS)),
    (r"`([^`]+)` stays locked for everybody while this waits for its lock on `([^`]+)`", _two_locks),
    (r"wait for their locks with", _conditional),
    (r"are refused while it is published", _conditional),
    (r"fails if there is a NULL in it", _fails("23502")),
    (r"Nothing limits how long this waits for its lock on `[^`]+`", _waits),
    (r"\((\d\w{4})\)", _refused),
    (r"PostgreSQL refuses .* inside a transaction", _fails("25001")),
    (r"fails if there is a row", _fails("23502")),
    (r"Two rows of `[^`]+` with the same .* make this fail", _fails("23505")),
)
"""Beginnings or parts of messages, and what has to be so."""
