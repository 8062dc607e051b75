"""How long settings such as lock_timeout are."""

from __future__ import annotations

from functools import lru_cache

from sqlreview.patterns import regex

_DURATION = regex(r"\s*+(\d++(?:\.\d*+)?+|\.\d++)\s*+(us|ms|s|min|h|d)?+\s*+")
_MILLISECONDS = {"us": 0.001, "ms": 1, "s": 1_000, "min": 60_000, "h": 3_600_000, "d": 86_400_000}


@lru_cache(maxsize=256)
def milliseconds_of(value: str) -> float | None:
    """The value of a timeout setting, where a bare number counts milliseconds; None for anything else, say a variable.

    https://www.postgresql.org/docs/current/config-setting.html#CONFIG-SETTING-NAMES-VALUES
    """
    match = _DURATION.fullmatch(value)
    return float(match[1]) * _MILLISECONDS[match[2] or "ms"] if match else None
