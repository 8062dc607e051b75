"""How SQLite's statements are read."""

from __future__ import annotations

from sqlreview.operations.readers import Dialect, Reader
from sqlreview.operations.readers.sqlite import alter_table, create_table, objects, rows, sessions

_READERS: dict[tuple[str, ...], Reader] = {
    **rows.READERS,
    **create_table.READERS,
    **alter_table.READERS,
    **objects.READERS,
    **sessions.READERS,
}

_MODIFIERS = frozenset(("TEMP", "TEMPORARY", "UNIQUE"))


def _after_modifiers(words: list[str]) -> int:
    at = 1
    while words[at] in _MODIFIERS:
        at += 1
    return at


DIALECT = Dialect(_READERS, _after_modifiers)
