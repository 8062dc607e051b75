"""Which columns hold amounts of money, by their names."""

from __future__ import annotations

from sqlreview.operations.written import words_of

_WORDS = """
    price amount total subtotal cost fee balance salary wage tax vat revenue discount payment refund credit debit
"""
MONEY_WORDS = frozenset(_WORDS.split())
"""With one of these as its last word a name speaks of money."""
_UNITS = frozenset(("cents", "cent", "count", "quantity", "minor", "units", "points"))


def is_money_name(name: str) -> bool:
    """Whether a column of that name holds an amount in the main unit of a currency."""
    words = words_of(name)
    return bool(words) and words[-1] in MONEY_WORDS and _UNITS.isdisjoint(words)
