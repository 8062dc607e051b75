"""Plans that EXPLAIN prints, read from their text: what every node cost, and what it kept and threw away.

https://www.postgresql.org/docs/current/using-explain.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sqlreview.patterns import regex
from sqlreview.text import Span

_NUMBER = r"\d++(?:\.\d++)?+"
_NODE = regex(
    rf"(?m)^(?P<indent>[ \t]*+(?:->[ \t]++)?+)(?P<kind>[A-Z][A-Za-z]*+(?: [A-Za-z]++)*?)"
    rf"(?: using (?P<index>[\w.\"]++))?(?: on (?P<relation>[\w.\"]++)(?: [\w\"]++)?)?[ \t]++"
    rf"\(cost={_NUMBER}\.\.{_NUMBER} rows=(?P<rows>\d++)(?: width=\d++)?\)"
    rf"(?:[ \t]++\((?:actual (?:time={_NUMBER}\.\.(?P<time>{_NUMBER}) )?rows=(?P<actual>{_NUMBER})"
    rf" loops=(?P<loops>\d++)|(?P<never>never executed))\))?"
)
_DETAIL = regex(r"(?m)^(?P<indent>[ \t]*+)(?P<name>[A-Z][A-Za-z ]*+): (?P<value>[^\r\n]*+)")


@dataclass(frozen=True, slots=True)
class Detail:
    """A line below a node that says more about it: `Rows Removed by Filter: 99`."""

    name: str
    value: str
    span: Span

    @property
    def number(self) -> int:
        """The number it begins with; 0 for none."""
        found = re.match(r"\d+", self.value)
        return int(found[0]) if found else 0


@dataclass(frozen=True, slots=True)
class PlanNode:
    """One node of a plan."""

    kind: str
    relation: str
    span: Span
    """From its name to the end of its line, in the text of the plan."""
    depth: int
    estimated: int
    """Rows that were expected of each loop."""
    actual: float | None
    """Rows of each loop, on average; None for a plan that was not executed."""
    loops: int = 1
    time: float = 0.0
    """Milliseconds of all loops."""
    details: list[Detail] = field(default_factory=list)

    def detail(self, name: str) -> Detail | None:
        """What a line below it says."""
        return next((item for item in self.details if item.name == name), None)


@dataclass(frozen=True, slots=True)
class Plan:
    """The nodes of one plan, from the top down."""

    nodes: tuple[PlanNode, ...]

    def above(self, node: PlanNode) -> Iterator[PlanNode]:
        """The nodes that ask a node for rows, the nearest first."""
        depth = node.depth
        for other in reversed(self.nodes[: self.nodes.index(node)]):
            if other.depth < depth:
                depth = other.depth
                yield other

    def below(self, node: PlanNode) -> Iterator[PlanNode]:
        """The nodes that a node asks for rows, theirs included."""
        for other in self.nodes[self.nodes.index(node) + 1 :]:
            if other.depth <= node.depth:
                return
            yield other


def plans_in(text: str) -> list[Plan]:
    """The plans of a text; lines between them that belong to none are passed over."""
    if "(cost=" not in text:
        return []
    found: list[list[PlanNode]] = []
    lines = sorted([*_NODE.finditer(text), *_DETAIL.finditer(text)], key=lambda line: line.start())
    for line in lines:
        if line.re is _DETAIL:
            _add_detail(found[-1] if found else (), line)
            continue
        node = _node(line)
        if not found or node.depth <= found[-1][0].depth:
            found.append([])
        found[-1].append(node)
    return [Plan(tuple(nodes)) for nodes in found]


def _node(line: re.Match[str]) -> PlanNode:
    loops = int(line["loops"] or 1)
    actual = None if line["actual"] is None else float(line["actual"])
    return PlanNode(
        kind=line["kind"],
        relation=(line["relation"] or "").replace('"', ""),
        span=Span(line.start("kind"), line.end()),
        depth=len(line["indent"].expandtabs()),
        estimated=int(line["rows"]),
        actual=actual,
        loops=loops,
        time=float(line["time"] or 0) * loops,
    )


def _add_detail(nodes: Sequence[PlanNode], line: re.Match[str]) -> None:
    depth = len(line["indent"].expandtabs())
    owner = next((node for node in reversed(nodes) if node.depth < depth + 1), None)
    if owner is not None:
        owner.details.append(Detail(line["name"], line["value"].strip(), Span(line.start("name"), line.end())))
