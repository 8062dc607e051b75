"""What each statement of a file locks, in a few words at its first line, where others have to wait for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlreview.entries import Entry
from sqlreview.locks import waiting
from sqlreview.lsp.targets import Target
from sqlreview.text import Span

_WAITING = ("writes wait", "reads and writes wait")
"""Who waits, as `waiting` says it, the worse last; other locks are no news."""


@dataclass(frozen=True, slots=True)
class ImpactLine:
    """The impact of one statement, and the statement's place in its file."""

    text: str
    statement: Span


def impact_lines(target: Target, within: Span | None = None) -> Iterator[ImpactLine]:
    """The impact of the statements that others wait for, of a whole file or those that touch a range."""
    for entry in target.state.entries:
        if entry.down or (within is not None and (entry.start > within.end or entry.end < within.start)):
            continue
        text = _text(entry)
        if text:
            yield ImpactLine(text, Span(entry.start, entry.end))


def _text(entry: Entry) -> str:
    held: list[tuple[int, str]] = []
    done: dict[str, dict[str, None]] = {}
    for step in entry.done().steps:
        impact, live = step.impact, step.live
        for relation, mode in impact.locks:
            if relation in live and waiting(mode) in _WAITING:
                held.append((_WAITING.index(waiting(mode)), mode))
        read = [relation for relation in impact.scans if relation not in impact.index_builds]
        kinds = (("rewrites", impact.rewrites), ("reads all of", read), ("indexes", impact.index_builds))
        for verb, relations in kinds:
            for relation in relations:
                if relation in live:
                    done.setdefault(verb, {})[relation.removeprefix("public.")] = None
    if not held:
        return ""
    worst, mode = max(held, key=lambda lock: lock[0])
    work = [f"{verb} {', '.join(relations)}" for verb, relations in done.items()]
    return " · ".join([mode, *work, f"blocks {_WAITING[worst].removesuffix(' wait')}"])
