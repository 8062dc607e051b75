"""Which results were computed from which objects, so that a change of an object finds the results it may change."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from sqlreview.schema import EVERYTHING, Key

Result = TypeVar("Result", bound=Hashable)


@dataclass(slots=True)
class Dependencies(Generic[Result]):
    """The keys that were looked up for each result."""

    _reads: dict[Result, frozenset[Key]] = field(default_factory=dict)
    _readers: dict[Key, set[Result]] = field(default_factory=dict)

    def __contains__(self, result: Result) -> bool:
        return result in self._reads

    def note(self, result: Result, reads: Collection[Key]) -> None:
        """Takes note of everything a result was computed from, in the place of what was noted before."""
        self.forget(result)
        self._reads[result] = frozenset(reads)
        for key in reads:
            self._readers.setdefault(key, set()).add(result)

    def forget(self, result: Result) -> None:
        """Takes note that a result is no longer there."""
        for key in self._reads.pop(result, ()):
            self._readers[key].discard(result)

    def touched_by(self, keys: Collection[Key]) -> set[Result]:
        """The results that a change of some objects may change."""
        found: set[Result] = set()
        for key in (*keys, EVERYTHING) if keys else ():
            found |= self._readers.get(key, set())
        return found

    def may_change(self, result: Result, keys: Collection[Key]) -> bool:
        """Whether a change of some objects may change a result."""
        reads = self._reads.get(result, frozenset())
        return bool(keys) and (EVERYTHING in reads or not reads.isdisjoint(keys))
