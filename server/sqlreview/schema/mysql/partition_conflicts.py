"""Partitions MySQL refuses: ranges that do not rise, and values that two lists hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlreview.operations import Partition
from sqlreview.patterns import regex

_NUMBER = regex(r"[+-]?\d{1,30}")
_DATE = regex(r"'\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d)?'")
_RISING_CALL = regex(r"(?i)(to_days|to_seconds|unix_timestamp)\s*+\(\s*+('[^']*+')\s*+\)")


def partition_conflict(before: Sequence[Partition], new: Sequence[Partition]) -> tuple[Partition, str] | None:
    """The first new partition that does not go together with those in front of it, and why; None where all do.

    Only numbers and dates of one column are compared.
    """
    partitions = (*before, *new)
    for number in range(len(before), len(partitions)):
        reason = _reason(partitions[:number], partitions[number])
        if reason:
            return partitions[number], reason
    return None


def _reason(before: Sequence[Partition], partition: Partition) -> str | None:
    bound = partition.bound
    if bound is None:
        return None
    for other in before:
        held = set(other.bound.values) if other.bound else set()
        twice = next((value for value in bound.values if value in held and _is_literal(value)), None)
        if twice:
            return f"`{other.name}` has {twice} already"
    last = before[-1] if before else None
    if last is None or last.bound is None or len(bound.upper) != 1 or len(last.bound.upper) != 1:
        return None
    is_higher = _is_higher(bound.upper[0], last.bound.upper[0])
    return f"{bound.upper[0]} is not above the {last.bound.upper[0]} of `{last.name}`" if is_higher is False else None


def _is_literal(value: str) -> bool:
    return value.upper() == "NULL" or bool(_NUMBER.fullmatch(value) or re.fullmatch(r"'[^'\\]*+'", value))


def _is_higher(bound: str, last: str) -> bool | None:
    if last.upper() == "MAXVALUE":
        return False
    if _NUMBER.fullmatch(bound) and _NUMBER.fullmatch(last):
        return int(bound) > int(last)
    if _DATE.fullmatch(bound) and _DATE.fullmatch(last):
        return bound[1:-1] > last[1:-1]
    one, other = _RISING_CALL.fullmatch(bound), _RISING_CALL.fullmatch(last)
    if one and other and one[1].lower() == other[1].lower():
        return _is_higher(one[2], other[2])
    return None
