"""How PostgreSQL's statements are read."""

from __future__ import annotations

from sqlreview.operations.readers import (
    Dialect,
    Reader,
    alter_table,
    create_table,
    drop_table,
    indexes,
    namespaces,
    others,
    routines,
    rows,
    security,
    sessions,
    types,
    views,
)

_READERS: dict[tuple[str, ...], Reader] = {
    **others.READERS,
    **rows.READERS,
    **create_table.READERS,
    **alter_table.READERS,
    **drop_table.READERS,
    **indexes.READERS,
    **views.READERS,
    **types.READERS,
    **routines.READERS,
    **security.READERS,
    **namespaces.READERS,
    **sessions.READERS,
}

_MODIFIERS = frozenset(
    (
        "OR",
        "REPLACE",
        "GLOBAL",
        "LOCAL",
        "TEMP",
        "TEMPORARY",
        "UNLOGGED",
        "UNIQUE",
        "RECURSIVE",
        "TRUSTED",
        "PROCEDURAL",
    )
)
_MODIFIERS_BEFORE = {"FOREIGN": "TABLE", "CONSTRAINT": "TRIGGER", "DEFAULT": "CONVERSION"}
"""Words that modify only the word given here: CREATE FOREIGN TABLE, but CREATE FOREIGN DATA WRAPPER."""


def _after_modifiers(words: list[str]) -> int:
    at = 1
    while words[at] in _MODIFIERS or (words[at] in _MODIFIERS_BEFORE and words[at + 1] == _MODIFIERS_BEFORE[words[at]]):
        at += 1
    return at


DIALECT = Dialect(_READERS, _after_modifiers)
