"""Sets of words."""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """The words between the blanks of a text."""
    return frozenset(text.split())
