"""Partitions of a table and their bounds as values that can be compared."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal, InvalidOperation

from sqlreview.operations import PartitionBound
from sqlreview.patterns import regex
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.origins import Key
from sqlreview.schema.records import Table
from sqlreview.sql.cursor import Cursor, unquoted
from sqlreview.sql.engines import engine_of
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_POSTGRES = engine_of("postgres")
Point = tuple[object, ...]
"""One value of a bound: where it stands between MINVALUE and MAXVALUE, its kind, and the value."""


@dataclass(frozen=True, slots=True)
class RangeBound:
    """The bounds of a range partition, the upper one exclusive."""

    lower: tuple[Point, ...]
    upper: tuple[Point, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no row fits."""
        return not _before(self.lower, self.upper)

    def overlaps(self, other: RangeBound) -> bool:
        """Whether a row could belong to both."""
        return _before(self.lower, other.upper) and _before(other.lower, self.upper)


def partitions_of(catalog: Catalog, table: Table) -> tuple[Table, ...]:
    """The partitions of a table that are known, oldest first."""
    found = (catalog.table_at(key) for key in table.partitions)
    return tuple(item for item in found if item is not None and item.bound is not None)


def default_partition(catalog: Catalog, table: Table) -> Table | None:
    """The partition for rows that fit nowhere else."""
    strategies = [bound.strategy if bound else None for bound in table.bounds]
    return catalog.table_at(table.partitions[strategies.index("default")]) if "default" in strategies else None


def partition_columns(table: Table) -> tuple[str, ...] | None:
    """The columns a table is partitioned by; None when it is not, or by an expression."""
    keys = table.partition_by.keys if table.partition_by else ()
    columns = tuple(key.column.text for key in keys if key.column)
    return columns if columns and len(columns) == len(keys) else None


def range_bound(bound: PartitionBound, parent: Table) -> RangeBound | None:
    """The bounds of a range partition; None where a value's order is not known: expressions, texts, other types."""
    types = _key_types(parent)
    if bound.strategy != "range" or not len(types) == len(bound.lower) == len(bound.upper):
        return None
    lower, upper = _points(bound.lower, types), _points(bound.upper, types)
    return RangeBound(lower, upper) if lower and upper and _comparable(lower, upper) else None


def comparable(one: RangeBound, other: RangeBound) -> bool:
    """Whether the bounds are values of one notation: times with and without zone cannot be compared."""
    return _comparable(one.lower, other.lower)


def list_values(bound: PartitionBound, parent: Table) -> dict[Point, str]:
    """The values of a list partition that are known, each with its text."""
    types = _key_types(parent)
    if bound.strategy != "list" or len(types) != 1:
        return {}
    points = {text: _point(text, types[0], is_ordered=False) for text in bound.values}
    return {point: text for text, point in points.items() if point is not None}


def value_spans(sql: str, bound: PartitionBound) -> list[list[Span]]:
    """Where the values stand in the statement that says the bound, one list for each pair of brackets."""
    cursor = Cursor(Tokens(sql, _POSTGRES, bound.span.start, bound.span.end))
    groups = []
    while cursor.skip_to("IN", "FROM", "TO"):
        cursor.at += 1
        if cursor.word == "(":
            groups.append([item.span for item in cursor.group().items()])
    return groups


def _key_types(parent: Table) -> tuple[str, ...]:
    if parent.partition_by is None and not parent.complete:
        return (_ANY_TYPE,)
    columns = [parent.column(name) for name in partition_columns(parent) or ()]
    return tuple(
        column.type.name if column and column.type and not column.type.dimensions else "" for column in columns
    )


def _points(texts: Sequence[str], types: Sequence[str]) -> tuple[Point, ...] | None:
    points = [_point(text, name, is_ordered=True) for text, name in zip(texts, types, strict=True)]
    known = tuple(point for point in points if point is not None)
    return known if len(known) == len(points) else None


def _comparable(one: Sequence[Point], other: Sequence[Point]) -> bool:
    return all(left[0] != right[0] or left[1] == right[1] for left, right in zip(one, other, strict=False))


def _before(one: Sequence[Point], other: Sequence[Point]) -> bool:
    return tuple(one) < tuple(other)


_LIMITS: dict[str, Point] = {"MINVALUE": (-1, "", 0), "MAXVALUE": (1, "", 0)}
_NUMBERS = ("smallint", "integer", "bigint", "numeric")
_TEXTS = ("text", "varchar", "char", "bpchar", "citext", "uuid", "boolean", "name")
_WORDS_AROUND = regex(r"(?i)\s*+(?:(?:date|timestamp|timestamptz)\b)?+(?:\s*+(?:with|without)\s++time\s++zone)?+\s*+")
_MOMENT = regex(
    r"(\d{4})-(\d\d?)-(\d\d?)(?:[ T](\d\d?):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?+)?+)?+\s*+(Z|[+-]\d\d(?::?\d\d)?+)?+"
)


def _point(text: str, type_name: str, *, is_ordered: bool) -> Point | None:
    word = text.strip().upper()
    if word in _LIMITS:
        return _LIMITS[word] if is_ordered else None
    if word == "NULL":
        return None if is_ordered else (0, "null", 0)
    literal = _literal(text.strip())
    if type_name == _ANY_TYPE and literal is not None and "'" in text and not _MOMENT.fullmatch(literal):
        type_name = "text"  # '10' may be a number or a text
    return _VALUES.get(type_name, _unknown)(literal, is_ordered) if literal is not None else None


def _literal(text: str) -> str | None:
    """The characters of a literal, also behind a type name or a cast."""
    first, last = text.find("'"), text.rfind("'")
    if first < 0:
        return text
    value, cast, kind = text[first:].partition("::")
    if cast and not value.rstrip().endswith("'"):
        return None
    around = (text[:first], kind) if cast else (text[:first], text[last + 1 :])
    return unquoted(text[first : last + 1]) if all(_WORDS_AROUND.fullmatch(part) for part in around) else None


def _unknown(literal: str, is_ordered: bool) -> Point | None:
    return None


def _number(literal: str, is_ordered: bool) -> Point | None:
    try:
        number = Decimal(literal.replace(" ", ""))
    except InvalidOperation:
        return None
    return (0, "number", number) if number.is_finite() else None


def _text(literal: str, is_ordered: bool) -> Point | None:
    return None if is_ordered else (0, "text", literal)


def _day(literal: str, is_ordered: bool) -> Point | None:
    match = _MOMENT.fullmatch(literal.strip())
    if match is None or match[4] or match[8]:
        return None
    try:
        return (0, "day", date(int(match[1]), int(match[2]), int(match[3])))
    except ValueError:
        return None


def _moment(literal: str, is_ordered: bool) -> Point | None:
    match = _MOMENT.fullmatch(literal.strip())
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    micro = int((match[7] or "0").ljust(6, "0"))
    try:
        moment = datetime(year, month, day, hour, minute, second, micro, _zone(match[8]))
    except ValueError:
        return None
    return (0, "zoned", moment.astimezone(UTC)) if match[8] else (0, "local", moment)


def _zone(offset: str | None) -> timezone | None:
    if offset in (None, "Z"):
        return UTC if offset else None
    sign = -1 if offset[0] == "-" else 1
    digits = offset[1:].replace(":", "").ljust(4, "0")
    return timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))


def _any(literal: str, is_ordered: bool) -> Point | None:
    """The value of a column whose type is not known: a number or a moment is one whatever the type."""
    return _number(literal, is_ordered) or _moment(literal, is_ordered) or _text(literal, is_ordered)


_ANY_TYPE = "?"
_VALUES: dict[str, Callable[[str, bool], Point | None]] = {
    **dict.fromkeys(_NUMBERS, _number),
    **dict.fromkeys(_TEXTS, _text),
    _ANY_TYPE: _any,
    "date": _day,
    "timestamp": _moment,
    "timestamptz": _moment,
}


Sibling = tuple[Key, PartitionBound]
Conflict = tuple[str, Key | None]


def bound_conflict(catalog: Catalog, parent: Table, own: Key, bound: PartitionBound) -> tuple[str, Table | None] | None:
    """Why the server refuses a bound: in words, and the partition it does not go together with."""
    conflict = _conflict(parent, own, bound)
    return (conflict[0], catalog.table_at(conflict[1])) if conflict else None


def refused_partitions(catalog: Catalog, parent: Table) -> list[tuple[Table, str]]:
    """The partitions that cannot stand beside those before them, each with the reason in words."""
    found = []
    for at, key in enumerate(parent.partitions):
        before = replace(parent, partitions=parent.partitions[:at], bounds=parent.bounds[:at])
        partition = catalog.table_at(key)
        conflict = _conflict(before, key, partition.bound) if partition and partition.bound else None
        if partition and conflict:
            found.append((partition, conflict[0]))
    return found


def _conflict(parent: Table, own: Key, bound: PartitionBound) -> Conflict | None:
    strategy = parent.partition_by.strategy if parent.partition_by else "" if parent.complete else bound.strategy
    if bound.strategy == "default" and strategy == "hash":
        return "a table partitioned by HASH cannot have a default partition", None
    if bound.strategy not in (strategy, "default"):
        return None
    find = {"range": _range_conflict, "list": _list_conflict, "hash": _hash_conflict, "default": _default_conflict}
    return find[bound.strategy](parent, bound, own)


def _siblings(parent: Table, own: Key) -> Iterator[Sibling]:
    for key, bound in zip(parent.partitions, parent.bounds, strict=True):
        if bound is not None and key != own:
            yield key, bound


def _default_conflict(parent: Table, bound: PartitionBound, own: Key) -> Conflict | None:
    other = next((key for key, item in _siblings(parent, own) if item.strategy == "default"), None)
    return ("there is a default partition already", other) if other else None


def _range_conflict(parent: Table, bound: PartitionBound, own: Key) -> Conflict | None:
    limits = range_bound(bound, parent)
    if limits is None:
        return None
    if limits.is_empty:
        return "its bounds leave no room, as FROM is not below TO", None
    if not occupied_by(parent).may_meet(limits):
        return None
    for key, item in _siblings(parent, own):
        other = range_bound(item, parent)
        # the server refused an empty one already
        if other and not other.is_empty and comparable(limits, other) and limits.overlaps(other):
            return f"its bounds overlap those of `{key[2]}`", key
    return None


def _list_conflict(parent: Table, bound: PartitionBound, own: Key) -> Conflict | None:
    values = list_values(bound, parent)
    if occupied_by(parent).values.isdisjoint(values):
        return None
    for key, item in _siblings(parent, own):
        for point in list_values(item, parent):
            if point in values:
                return f"`{key[2]}` has the value {values[point]} already", key
    return None


def _hash_conflict(parent: Table, bound: PartitionBound, own: Key) -> Conflict | None:
    if not bound.modulus or bound.remainder is None:
        return None
    if bound.remainder >= bound.modulus:
        return "its remainder is not below its modulus", None
    for key, other in _siblings(parent, own):
        if not other.modulus or other.remainder is None:
            continue
        low, high = sorted((bound.modulus, other.modulus))
        if high % low:
            return f"its modulus and that of `{key[2]}` are not multiples of each other", key
        if bound.remainder % low == other.remainder % low:
            return f"it takes the same hashes as `{key[2]}`", key
    return None


class Occupied:
    """What the partitions of a table take, in order, so that a new bound is not compared with each of thousands."""

    __slots__ = ("bounds", "lowers", "tangled", "types", "uppers", "values")

    def __init__(self, types: tuple[str, ...]) -> None:
        self.types = types
        self.bounds: tuple[PartitionBound | None, ...] = ()
        self.values: set[Point] = set()
        self.lowers: list[tuple[Point, ...]] = []
        self.uppers: list[tuple[Point, ...]] = []
        self.tangled = False
        """Whether some of them overlap, so that their order does not tell which ones a new bound meets."""

    def extend(self, parent: Table) -> None:
        """Takes in the bounds that are new."""
        for bound in parent.bounds[len(self.bounds) :]:
            limits = range_bound(bound, parent) if bound else None
            if bound and bound.strategy == "list":
                self.values.update(list_values(bound, parent))
            elif limits and not limits.is_empty:
                self.tangled = self.tangled or self.may_meet(limits)
                at = bisect_left(self.lowers, limits.lower)
                self.lowers.insert(at, limits.lower)
                self.uppers.insert(at, limits.upper)
        self.bounds = parent.bounds

    def may_meet(self, limits: RangeBound) -> bool:
        """Whether a range may overlap one of them; False is certain."""
        below = bisect_left(self.lowers, limits.upper)
        return self.tangled or (below > 0 and limits.lower < self.uppers[below - 1])


_occupied: dict[Key, Occupied] = {}
_MOST_KEPT = 64


def occupied_by(table: Table) -> Occupied:
    """What the partitions of a table take; the answer for the table with fewer partitions is built upon."""
    types = _key_types(table)
    known = _occupied.pop(table.key, None)
    if known is None or known.types != types or known.bounds != table.bounds[: len(known.bounds)]:
        known = Occupied(types)
    known.extend(table)
    _occupied[table.key] = known
    if len(_occupied) > _MOST_KEPT:
        _occupied.pop(next(iter(_occupied)), None)
    return known
