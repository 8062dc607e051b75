"""What is said of a good example only because a document shows it: what its bad twin is shown for, and what speaks of
a whole script."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from sqlreview.review import PlacedFinding
from sqlreview.sql.hosts.markdown import Fence, fences_of
from sqlreview.sql.hosts.verdicts import Judged, judged_in, verdict_before
from sqlreview.text import Span

_OF_SCRIPTS = frozenset(
    (
        "locks/late-lock-timeout",
        "locks/missing-idle-timeout",
        "locks/missing-lock-timeout",
        "locks/missing-statement-timeout",
    )
)
"""What an example would have around it if it were more than one."""
_IN_TRANSACTION = "transactions/concurrently-in-transaction"


def without_echoes(written: str, found: Sequence[PlacedFinding]) -> list[PlacedFinding]:
    """The findings in a document without those on good examples that their bad twins have as well."""
    stretches = judged_stretches(written)
    said: set[str] = set()
    at_stretch: list[tuple[PlacedFinding, int | None]] = []
    starts = [stretch.span.start for stretch in stretches]
    rules: dict[int, set[str]] = {}
    for item in found:
        place = bisect_right(starts, item.span.start) - 1
        within = place if place >= 0 and item.span.start < stretches[place].span.end else None
        at_stretch.append((item, within))
        if within is not None and stretches[within].verdict == "bad":
            rules.setdefault(within, set()).add(item.finding.rule)
    left: list[PlacedFinding] = []
    for item, within in at_stretch:
        rule = item.finding.rule
        if rule in _OF_SCRIPTS and (within is not None or rule in said):
            continue
        said.add(rule)
        if within is None or not _is_echo(rule, within, stretches, rules):
            left.append(item)
    return left


def _is_echo(rule: str, place: int, stretches: Sequence[Judged], rules: Mapping[int, set[str]]) -> bool:
    """Whether a good example is reported only for what its twin is shown for, or for how it would be run."""
    if stretches[place].verdict == "bad":
        return False
    return rule == _IN_TRANSACTION or rule in rules.get(_twin_of(place, stretches), ())


def _twin_of(place: int, stretches: Sequence[Judged]) -> int:
    """The bad example that a good one answers: the nearest before it, or the one after it; -1 for none."""
    for other in range(place - 1, -1, -1):
        if stretches[other].verdict == "bad":
            return other
    return place + 1 if stretches[place + 1 : place + 2] and stretches[place + 1].verdict == "bad" else -1


@lru_cache(maxsize=8)
def judged_stretches(written: str) -> tuple[Judged, ...]:
    """What a document calls bad or good, in order."""
    return tuple(stretch for fence in fences_of(written) for stretch in _judged(fence, written))


def _judged(fence: Fence, written: str) -> Iterator[Judged]:
    inner = list(judged_in(fence.content(written)))
    verdict = verdict_before(fence.lead)
    for stretch in inner:
        yield Judged(stretch.span.shifted(fence.start), stretch.verdict)
    if not inner and verdict is not None:
        yield Judged(Span(fence.start, fence.end), verdict)
