"""Partitioning clauses: PARTITION BY and the bounds of a partition."""

from __future__ import annotations

from typing import Literal

from sqlreview.operations.parts import PartitionBound, PartitionBy
from sqlreview.operations.readers.keys import read_index_keys
from sqlreview.sql.cursor import Cursor, Unreadable

_STRATEGIES: dict[str, Literal["range", "list", "hash"]] = {"RANGE": "range", "LIST": "list", "HASH": "hash"}


def read_partition_by(cursor: Cursor) -> PartitionBy:
    """Reads PARTITION BY RANGE|LIST|HASH (keys)."""
    first = cursor.at
    cursor.expect("PARTITION", "BY")
    strategy = _STRATEGIES.get(cursor.next())
    if strategy is None:
        raise Unreadable("expected RANGE, LIST or HASH after PARTITION BY")
    keys = read_index_keys(cursor.group())
    return PartitionBy(span=cursor.span_from(first), strategy=strategy, keys=keys)


def read_partition_bound(cursor: Cursor) -> PartitionBound:
    """Reads FOR VALUES IN (...) | FROM (...) TO (...) | WITH (...), or DEFAULT."""
    first = cursor.at
    if cursor.accept("DEFAULT"):
        return PartitionBound(span=cursor.span_from(first), strategy="default")
    cursor.expect("FOR", "VALUES")
    if cursor.accept("IN"):
        values = _read_values(cursor)
        return PartitionBound(span=cursor.span_from(first), strategy="list", values=values)
    if cursor.accept("WITH"):
        modulus, remainder = _read_hash(cursor)
        return PartitionBound(span=cursor.span_from(first), strategy="hash", modulus=modulus, remainder=remainder)
    cursor.expect("FROM")
    lower = _read_values(cursor)
    cursor.expect("TO")
    upper = _read_values(cursor)
    return PartitionBound(span=cursor.span_from(first), strategy="range", lower=lower, upper=upper)


def _read_values(cursor: Cursor) -> tuple[str, ...]:
    return tuple(item.span.of(cursor.tokens.sql) for item in cursor.group().items())


def _read_hash(cursor: Cursor) -> tuple[int | None, int | None]:
    found: dict[str, int] = {}
    for item in cursor.group().items():
        name = item.next()
        value = item.next()
        if value.isdecimal():
            found[name] = int(value)
    return found.get("MODULUS"), found.get("REMAINDER")
