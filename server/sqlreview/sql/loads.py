"""Recognises bulk loads that are written as thousands of INSERT statements, as data-only dumps are."""

from __future__ import annotations

import re
from functools import cache

from sqlreview.patterns import regex
from sqlreview.sql.tokens import MYSQL_STRING, POSTGRES_STRING

READ_IN_FULL = 1_000
"""How many INSERTs of one form in a row are read like any other; the ones behind them differ in their literals only."""

_NAME = r'(?:\w++|"[^"]*+"|`[^`]*+`|\[[^\]]*+\])'
_INTO = r"(?:INSERT|REPLACE)\s++(?:(?:OR\s++\w++|IGNORE|LOW_PRIORITY|HIGH_PRIORITY|DELAYED)\s++)*+INTO"
_NUMBER = r"0x[\da-fA-F]++|[-+]?+[\d.]++(?:[eE][-+]?+\d++)?+|(?:NULL|TRUE|FALSE|DEFAULT)\b"


@cache
def _rows_of_literals(string: str) -> re.Pattern[str]:
    return regex(
        rf"""({_INTO}\s++{_NAME}(?:\.{_NAME})*+\s*+(?:\((?:\s*+{_NAME}\s*+,?+)++\)\s*+)?+VALUES)
          (?:\s*+,?+\s*+\((?:[\s,]++|{_NUMBER}|{string})*+\))++\s*+\Z""",
        re.X | re.I | re.S,
    )


def load_of(text: str) -> str | None:
    """What an INSERT of nothing but literals says before its rows, in any engine; None for every other statement."""
    if text[:1] not in ("I", "i", "R", "r"):
        return None
    match = _rows_of_literals(POSTGRES_STRING).match(text)
    if match is None and ("\\" in text or '"' in text or "_" in text):  # strings as MySQL writes them
        match = _rows_of_literals(rf"(?:_\w++\s++)?+(?:{MYSQL_STRING})").match(text)
    return match[1] if match else None
