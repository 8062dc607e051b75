"""Which columns hold amounts of money, by their names."""

from __future__ import annotations

from sqlreview.operations.written import words_of

_WORDS = """
    price amount total subtotal cost fee balance salary wage tax vat revenue discount payment refund credit debit
"""
MONEY_WORDS = frozenset(_WORDS.split())
"""With one of these as its last word a name speaks of money."""
_CURRENCIES = frozenset(
    ("usd", "eur", "gbp", "chf", "jpy", "cny", "inr", "cad", "aud", "sek", "nok", "dkk", "pln", "brl")
)
_UNITS = frozenset(("cents", "cent", "count", "quantity", "minor", "units", "points"))


def is_money_name(name: str) -> bool:
    """Whether a column of that name holds an amount in the main unit of a currency."""
    words = without_currency(words_of(name))
    return bool(words) and words[-1] in MONEY_WORDS and _UNITS.isdisjoint(words)


def without_currency(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without the currency at their end: `price_usd` speaks of a price."""
    return words[:-1] if words and words[-1] in _CURRENCIES else words
