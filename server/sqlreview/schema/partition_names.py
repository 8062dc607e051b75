"""The periods that names of partitions speak of, and those of their bounds."""

from __future__ import annotations

from datetime import date, timedelta

from sqlreview.frozen import frozen
from sqlreview.patterns import regex

_NAME = regex(r"(?i)(?:_|_?p|_y|\bp?y?)((?:19|20)\d\d)(?:_?(?:q([1-4])|m?(\d\d)(?:_?d?(\d\d))?+))?+")
_DATE = regex(r"'(\d{4})-(\d\d?)-(\d\d?)(?:[ T]00:00(?::00(?:\.0++)?+)?+)?+\s*+(?:Z|[+-]\d\d(?::?\d\d)?+)?+'")
_ONE_DAY = timedelta(days=1)


@frozen
class Period:
    """From the first day to the day after the last."""

    start: date
    end: date
    is_day: bool = False

    def __str__(self) -> str:
        return f"{self.start}" if self.is_day else f"{self.start} to {self.end - _ONE_DAY}"


def period_of_name(name: str) -> Period | None:
    """The year, quarter, month or day a name ends in: `events_2024_01`, `p202401`, `events_2024_q1`."""
    found = [match for match in _NAME.finditer(name) if match.end() == len(name)]
    if not found:
        return None
    year, quarter, month, day = (int(part) if part else 0 for part in found[0].groups())
    try:
        if day:
            start = date(year, month, day)
            return Period(start=start, end=start + _ONE_DAY, is_day=True)
        if quarter:
            return Period(start=date(year, 3 * quarter - 2, 1), end=_month_after(year, 3 * quarter))
        if month:
            return Period(start=date(year, month, 1), end=_month_after(year, month))
        return Period(start=date(year, 1, 1), end=date(year + 1, 1, 1))
    except ValueError:
        return None


def day_of(bound: str) -> date | None:
    """The day a bound begins with, written as a date or as midnight; None for anything else."""
    match = _DATE.search(bound)
    if match is None or bound.count("'") != 2:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def _month_after(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1)
