"""Comments that switch rules off: for a line, for the next statement, for a block, for a file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from sqlreview.sql.directives import Directive, directives_of
from sqlreview.sql.engines import Engine
from sqlreview.sql.statements import SourceStatement
from sqlreview.text import Span

EVERY_RULE = ""
"""Stands for all rules where the name of one is wanted."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """A range of a file in which some rules are silent."""

    span: Span | None
    """None where the comment has nothing to cover."""
    rules: tuple[str, ...]
    """Rule ids and packs; EVERY_RULE alone for all of them."""
    directive: Directive
    end: Directive | None = None
    """The comment that ends a block."""


def pack_of(rule: str) -> str:
    """The pack a rule belongs to."""
    return rule.partition("/")[0]


class Suppressions:
    """What the comments of a file silence, and the comments that silence nothing because they are not understood."""

    __slots__ = ("_by_target", "_in_force", "_starts", "all", "strays")

    def __init__(self, found: Sequence[Suppression], strays: Sequence[Directive] = ()) -> None:
        self.all = tuple(found)
        self.strays = tuple(strays)
        """Malformed comments, and ends of blocks that nobody began."""
        self._starts: dict[str, list[int]] = {}
        self._in_force: dict[str, list[int]] = {}
        self._by_target: dict[Span | None, list[Directive]] = {}
        by_name: dict[str, list[int]] = {}
        for index, suppression in enumerate(self.all):
            self._by_target.setdefault(suppression.directive.target, []).append(suppression.directive)
            for name in dict.fromkeys(suppression.rules):
                by_name.setdefault(name, []).append(index)
        for name, indexes in by_name.items():
            segments = list(self._segments(indexes))
            self._starts[name] = [start for start, _ in segments]
            self._in_force[name] = [index for _, index in segments]

    def silencing(self, rule: str, place: Span) -> tuple[int, str] | None:
        """The comment, by its index in `all`, that silences a finding of that rule, and the name it says so with.

        Of several comments the narrowest one counts, and of names a rule's own before its pack's.
        """
        best: tuple[int, int, int, str] | None = None
        for rank, name in enumerate((rule, pack_of(rule), EVERY_RULE)):
            starts = self._starts.get(name)
            if not starts:
                continue
            at = bisect_right(starts, place.start) - 1
            index = self._in_force[name][at] if at >= 0 else -1
            if index >= 0:
                candidate = (_width(self.all[index]), rank, index, name)
                best = min(best, candidate) if best else candidate
        return (best[2], best[3]) if best else None

    def about(self, statement: Span) -> list[Directive]:
        """The comments for a statement, in order."""
        return self._by_target.get(statement, [])

    def covers(self, rule: str, place: Span) -> bool:
        """Whether a finding of that rule at that place is silenced."""
        return self.silencing(rule, place) is not None

    def __bool__(self) -> bool:
        return bool(self.all)

    def _segments(self, indexes: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Where another comment begins to be in force, by offset, and which: the narrowest one there, or -1."""
        opening: list[tuple[int, int, int, int]] = []
        edges: set[int] = set()
        for index in indexes:
            span = self.all[index].span
            if span is not None:
                opening.append((span.start, span.end - span.start, index, span.end))
                edges |= {span.start, span.end + 1}
        opening.sort()
        position = 0
        current: list[tuple[int, int, int]] = []
        for edge in sorted(edges):
            while position < len(opening) and opening[position][0] <= edge:
                heappush(current, opening[position][1:])
                position += 1
            while current and current[0][2] < edge:
                heappop(current)
            yield edge, current[0][1] if current else -1


NOTHING = Suppressions(())
"""What most files have."""


def suppressions_of(text: str, statements: Sequence[SourceStatement], engine: Engine) -> Suppressions:
    """The suppressions a file's comments ask for; `statements` are its statements in order."""
    return resolved(directives_of(text, statements, engine), len(text))


def resolved(directives: Iterable[Directive], length: int) -> Suppressions:
    """What the directives of a file, which has so many characters, silence: ends of blocks find their beginnings."""
    found: list[Suppression] = []
    strays: list[Directive] = []
    opened = _Open()
    for directive in directives:
        match directive.kind:
            case "malformed":
                strays.append(directive)
            case "ignore-end":
                at = opened.ended_by(directive)
                if at is None:
                    strays.append(directive)
                else:
                    found[at] = _closed(found[at], directive)
            case "ignore-start":
                opened.begin(directive, len(found))
                found.append(_suppression(directive, Span(directive.span.end, length)))
            case "ignore-file":
                found.append(_suppression(directive, Span(0, length)))
            case "ignore":
                found.append(_suppression(directive, directive.target))
    return Suppressions(found, strays)


def _suppression(directive: Directive, span: Span | None) -> Suppression:
    return Suppression(span, directive.rules or (EVERY_RULE,), directive)


class _Open:
    """The blocks that are open at a point of a file, innermost last."""

    __slots__ = ("_by_rules", "_closed", "_order")

    def __init__(self) -> None:
        self._order: list[int] = []
        self._by_rules: dict[frozenset[str], list[int]] = {}
        self._closed: set[int] = set()

    def begin(self, directive: Directive, index: int) -> None:
        self._order.append(index)
        self._by_rules.setdefault(frozenset(directive.rules), []).append(index)

    def ended_by(self, end: Directive) -> int | None:
        """The innermost block for the same rules; an end that names none ends any."""
        blocks = self._by_rules.get(frozenset(end.rules), []) if end.rules else self._order
        while blocks:
            index = blocks.pop()
            if index not in self._closed:
                self._closed.add(index)
                return index
        return None


def _closed(block: Suppression, end: Directive) -> Suppression:
    return Suppression(Span(block.directive.span.end, end.span.start), block.rules, block.directive, end)


def _width(suppression: Suppression) -> int:
    return suppression.span.end - suppression.span.start if suppression.span else 0
