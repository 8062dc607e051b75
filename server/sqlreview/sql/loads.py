"""Recognises bulk loads that are written as thousands of INSERT statements, as data-only dumps are."""

from __future__ import annotations

import re

from sqlreview.sql.tokens import POSTGRES_STRING

READ_IN_FULL = 1_000
"""How many INSERTs of one form in a row are read like any other; the ones behind them differ in their literals only."""

_NAME = r'(?:\w++|"[^"]*+")'
_LITERAL = rf"[-+]?+[\d.]++(?:[eE][-+]?+\d++)?+|(?:NULL|TRUE|FALSE|DEFAULT)\b|{POSTGRES_STRING}"
_ROWS_OF_LITERALS = re.compile(
    rf"""(INSERT\s++INTO\s++{_NAME}(?:\.{_NAME})*+\s*+(?:\((?:\s*+{_NAME}\s*+,?+)++\)\s*+)?+VALUES)
      (?:\s*+,?+\s*+\((?:[\s,]++|{_LITERAL})*+\))++\Z""",
    re.X | re.I,
)


def load_of(text: str) -> str | None:
    """What an INSERT of nothing but literals says before its rows; None for every other statement."""
    if text[:1] not in ("I", "i"):
        return None
    match = _ROWS_OF_LITERALS.match(text)
    return match[1] if match else None
