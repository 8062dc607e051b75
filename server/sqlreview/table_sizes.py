"""How large tables are, as far as somebody says so, and which of them a finding is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Literal, get_args

from sqlreview.context import Context
from sqlreview.findings import Finding
from sqlreview.locks import Impact
from sqlreview.operations import Name
from sqlreview.schema import Catalog, Origin, Table
from sqlreview.subjects import Migration, Statement, Step, Transaction

SizeClass = Literal["small", "medium", "large"]
SIZE_CLASSES: tuple[str, ...] = get_args(SizeClass)
SMALL_ROWS = 10_000
LARGE_ROWS = 1_000_000
_SMALL_BYTES = 64 * 1024 * 1024
"""More bytes than a small table has, whatever its rows are said to be: statistics may never have been collected."""
Relation = tuple[str, str]
"""Schema and name."""


@dataclass(frozen=True, slots=True)
class TableSize:
    """What is known of the size of one table; None for what is not."""

    kind: SizeClass | None = None
    rows: int | None = None
    bytes: int | None = None


UNKNOWN = TableSize()
Sizes = Mapping[str, TableSize]
"""Sizes by "schema.table", or by "table" for one in any schema."""


@dataclass(frozen=True, slots=True)
class TableSizes:
    """The sizes of the tables of one database."""

    told: Sizes = field(default_factory=dict)
    """What the configuration itself says."""
    measured: Sizes = field(default_factory=dict)
    """What the file of a snapshot says."""
    large: tuple[str, ...] = ()
    """Patterns of large tables."""
    small: tuple[str, ...] = ()
    """Patterns of small tables."""
    small_rows: int = SMALL_ROWS
    """From how many rows on a table is not small."""
    large_rows: int = LARGE_ROWS
    """From how many rows on it is large."""
    _found: dict[Relation, TableSize] = field(default_factory=dict, init=False, compare=False, repr=False)
    _lowered: dict[int, Sizes] = field(default_factory=dict, init=False, compare=False, repr=False)

    def of(self, relation: Relation) -> TableSize:
        """The size of a table, with its class wherever something tells it."""
        found = self._found.get(relation)
        if found is None:
            found = self._found[relation] = self._size_of(relation)
        return found

    def _size_of(self, relation: Relation) -> TableSize:
        told, measured = self._entry(self.told, relation), self._entry(self.measured, relation)
        nearest = told or measured or UNKNOWN
        counted = next((size for size in (told, measured) if size and size.rows is not None), UNKNOWN)
        kind = nearest.kind or self._kind_by_pattern(relation) or self._kind_by_rows(counted, nearest)
        return TableSize(kind, counted.rows, nearest.bytes)

    def _entry(self, sizes: Sizes, relation: Relation) -> TableSize | None:
        """The entry of a table: as it is written, or written in other cases."""
        if not sizes:
            return None
        schema, table = relation
        names = (f"{schema}.{table}", table)
        exact = next((sizes[name] for name in names if name in sizes), None)
        if exact is not None:
            return exact
        lowered = self._lowered.get(id(sizes))
        if lowered is None:
            lowered = self._lowered[id(sizes)] = {name.lower(): sizes[name] for name in reversed([*sizes])}
        return next((lowered[name.lower()] for name in names if name.lower() in lowered), None)

    def _kind_by_pattern(self, relation: Relation) -> SizeClass | None:
        schema, table = relation
        names = (table.lower(), f"{schema}.{table}".lower())
        if _is_matched(names, self.large):
            return "large"
        return "small" if _is_matched(names, self.small) else None

    def _kind_by_rows(self, counted: TableSize, nearest: TableSize) -> SizeClass | None:
        rows = counted.rows
        if rows is None:
            return None
        if rows >= self.large_rows:
            return "large"
        is_small = rows < self.small_rows and (nearest.bytes or 0) <= _SMALL_BYTES
        return "small" if is_small else "medium"

    def sentence(self, relation: Relation) -> str:
        """What a message says of a large table: "`orders` has about 12,000,000 rows."."""
        schema, table = relation
        shown = table if schema == "public" else f"{schema}.{table}"
        return f"`{shown}` {size_in_words(self.of(relation).rows)}."


def size_in_words(rows: int | None) -> str:
    """What a large table is or has: "has about 12,000,000 rows"."""
    if rows is None:
        return "is a large table"
    step = 10 ** max(len(str(rows)) - 2, 0)
    return f"has about {(rows + step // 2) // step * step:,} rows"


def worked_through(impact: Impact) -> tuple[str, ...]:
    """The relations all of whose rows an operation reads or writes."""
    return (*impact.rewrites, *impact.scans, *impact.index_builds)


def _is_matched(names: Iterable[str], patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern.lower()) for pattern in patterns for name in names)


def parted(name: str) -> Relation:
    """The schema and the name of a relation that an impact names."""
    schema, _, table = name.partition(".")
    return (schema, table)


def _table_of(subject: object, catalog: Catalog) -> Iterator[Relation]:
    """The table that an operation or a query changes."""
    name = getattr(subject, "table", None) or getattr(getattr(subject, "target", None), "name", None)
    if isinstance(name, Name):
        key = catalog.resolve("relation", name)
        yield (key[1], key[2]) if key else (catalog.schema_of(name) or catalog.creation_schema, name.text)


class Concern:
    """Tells which tables the findings on one subject are about."""

    def __init__(self, subject: object, context: Context) -> None:
        self.subject = subject
        self.context = context

    def is_small(self, finding: Finding, sizes: TableSizes) -> bool:
        """Whether a finding is about small tables only."""
        named = [*self._named(finding)]
        return bool(named) and all(sizes.of(relation).kind == "small" for relation in named)

    def largest(self, finding: Finding, sizes: TableSizes, grows: bool) -> Relation | None:
        """The largest of the large tables that a finding is about.

        These are the tables its operation works through, and, where the work that the rule is about `grows` with the
        table, the one that its statement names. Rules about several statements are about work only where it grows.
        """
        impacts = self._impacts(finding) if grows or self.context.operation is not None else ()
        busy = {parted(name) for impact in impacts for name in worked_through(impact)}
        named = {*self._named(finding)} if grows else set()
        large = [relation for relation in sorted(busy | named) if sizes.of(relation).kind == "large"]
        return max(large, key=lambda relation: sizes.of(relation).rows or 0, default=None)

    def _impacts(self, finding: Finding) -> Iterator[Impact]:
        if isinstance(self.subject, Migration | Transaction):
            yield from (step.impact for step in self._steps_at(finding))
        elif self.context.operation is not None:
            yield self.context.impact

    def _named(self, finding: Finding) -> Iterator[Relation]:
        """The tables that the statement of a finding names as those it works on."""
        match self.subject:
            case Table(key=key):
                yield (key[1], key[2])
            case Migration() | Transaction():
                for step in self._steps_at(finding):
                    yield from _table_of(step.operation, self.context.catalog)
            case Statement(operations=operations):
                for operation in operations:
                    yield from _table_of(operation, self.context.catalog)
            case subject:
                yield from _table_of(subject, self.context.catalog)

    def _steps_at(self, finding: Finding) -> list[Step]:
        """The steps at the place of a finding: its own, or all of its statement."""
        place = finding.at
        if not isinstance(place, Origin):
            return []
        same = self._steps.get(place.statement, [])
        return [step for step in same if step.at.span == place.span] or same

    @cached_property
    def _steps(self) -> dict[int, list[Step]]:
        """The steps of a migration or transaction by the serial number of their statement."""
        found: dict[int, list[Step]] = {}
        for step in self.subject.steps if isinstance(self.subject, Migration | Transaction) else ():
            found.setdefault(step.at.statement, []).append(step)
        return found
