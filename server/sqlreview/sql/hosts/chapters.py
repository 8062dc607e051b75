"""Where a document begins anew: it shows several designs, not one history, and makes the same table more than once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sqlreview.patterns import regex
from sqlreview.sql.engines import Engine
from sqlreview.sql.hosts.parts import Part
from sqlreview.sql.hosts.verdicts import shown_as_bad, undone_in
from sqlreview.sql.statements import SourceStatement, split_statements
from sqlreview.text import Span

_NAME = r"(?:[\w\"`\[\]$]++\.)*+([\w\"`\[\]$]++)"
_MAKES = regex(
    r"create\s++(?:(?:global|local|temp|temporary|unlogged|unique|materialized|foreign|virtual)\s++)*+"
    rf"(?:table|index|view|type|domain|sequence)\s++(?:concurrently\s++)?+(?!if\s++not\s){_NAME}",
    re.I,
)
_DROPS = regex(
    r"drop\s++(?:materialized\s++)?+(?:table|index|view|type|domain|sequence)\s++"
    rf"(?:concurrently\s++)?+(?:if\s++exists\s++)?+{_NAME}",
    re.I,
)
_SKETCH = regex(r"\bcreate\s++table\s++[\w.\"`]++\s*+\(\s*+(?:\.\.\.|…)\s*+\)", re.I)
"""A table whose columns are left out."""
_DEFINES = regex(r"(?im)^[ \t]*+(?:create|alter|drop)\s")


def asides_of(parts: Iterable[Part]) -> list[Span]:
    """The stretches that change nothing of the design around them: sketches with gaps, and changes shown as bad."""
    fences = (part for part in parts if part.kind == "fence" and part.is_sql)
    return [span.shifted(part.span.start) for part in fences for span in _aside(part)]


def _aside(part: Part) -> Iterator[Span]:
    if _SKETCH.search(part.text):
        yield Span(0, len(part.text))
        return
    for span in shown_as_bad(part.text, part.verdict):
        if _DEFINES.search(span.of(part.text)):
            yield span


def beginnings_of(parts: Iterable[Part], asides: Sequence[Span], engine: Engine) -> list[int]:
    """The offsets of statements that make again what was made before, or drop it."""
    found: list[int] = []
    known: set[str] = set()
    for part in parts:
        if part.kind != "fence" or not part.is_sql:
            continue
        passed = [*asides, *(span.shifted(part.span.start) for span in undone_in(part.text))]
        for source in split_statements(part.text, engine):
            at = part.span.start + source.start
            if any(span.start <= at < span.end for span in passed) or _is_remade(source, part.text):
                continue
            if _begins_anew(source.text, known):
                found.append(part.span.start + _with_comments(part.text, source.start))
    return found


def _with_comments(text: str, start: int) -> int:
    """Where the comments begin that stand above a statement."""
    at = text.rfind("\n", 0, start) + 1
    if text[at:start].strip():
        return start
    while at > 0:
        before = text.rfind("\n", 0, at - 1) + 1
        line = text[before:at].strip()
        if line and not line.startswith("--"):
            break
        at = before
    return at


def _is_remade(source: SourceStatement, text: str) -> bool:
    """Whether a table is dropped only for another one to take its name."""
    drops = _DROPS.match(source.text) if source.text[:1] in "dD" else None
    if drops is None:
        return False
    behind = text[source.start + len(source.text) :]
    return re.search(rf"(?i)\brename\s++to\s++[\"`\[]?+{re.escape(_plain(drops[1]))}\b", behind) is not None


def _begins_anew(text: str, known: set[str]) -> bool:
    """Whether a statement contradicts those whose names are known; notes the name it makes."""
    makes = _MAKES.match(text) if text[:1] in "cC" else None
    if makes is not None:
        name = _plain(makes[1])
        is_again = name in known
        if is_again:
            known.clear()
        known.add(name)
        return is_again
    drops = _DROPS.match(text) if text[:1] in "dD" else None
    if drops is None or _plain(drops[1]) not in known:
        return False
    known.clear()
    return True


def _plain(name: str) -> str:
    return name.strip('"`[]').lower()
