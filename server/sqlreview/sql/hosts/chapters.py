"""Where a document begins anew: it shows several designs, not one history, and makes the same table more than once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sqlreview.patterns import regex
from sqlreview.sql.engines import Engine
from sqlreview.sql.hosts.parts import Part
from sqlreview.sql.statements import split_statements

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


@dataclass(frozen=True, slots=True)
class Beginning:
    """A place from which a document shows another design."""

    offset: int
    is_aside: bool = False
    """Whether what follows is a sketch with gaps, which changes nothing that is known."""


def beginnings_of(parts: Iterable[Part], engine: Engine) -> list[Beginning]:
    """Where statements stand that make again what was made before, or drop it, and where sketches begin and end."""
    found: list[Beginning] = []
    known: set[str] = set()
    for part in parts:
        if part.kind != "fence" or not part.is_sql:
            continue
        if _SKETCH.search(part.text):
            found += (Beginning(part.span.start, is_aside=True), Beginning(part.span.end))
            continue
        for source in split_statements(part.text, engine):
            if _begins_anew(source.text, known):
                found.append(Beginning(part.span.start + source.start))
    return found


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
