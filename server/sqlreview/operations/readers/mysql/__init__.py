"""How MySQL's and MariaDB's statements are read."""

from __future__ import annotations

from sqlreview.operations.readers import Dialect, Reader
from sqlreview.operations.readers.mysql import (
    accounts,
    alter_table,
    create_table,
    indexes,
    namespaces,
    others,
    routines,
    rows,
    sessions,
    tables,
    views,
)

_READERS: dict[tuple[str, ...], Reader] = {
    **others.READERS,
    **rows.READERS,
    **create_table.READERS,
    **alter_table.READERS,
    **tables.READERS,
    **indexes.READERS,
    **views.READERS,
    **routines.READERS,
    **accounts.READERS,
    **namespaces.READERS,
    **sessions.READERS,
}

_MODIFIERS = frozenset(
    ("OR", "REPLACE", "TEMPORARY", "UNIQUE", "FULLTEXT", "SPATIAL", "ONLINE", "OFFLINE", "IGNORE", "AGGREGATE")
)
_VALUED = ("DEFINER", "ALGORITHM")


def _after_modifiers(words: list[str]) -> int:
    at = 1
    while at < len(words) - 1:
        if words[at] in _MODIFIERS:
            at += 1
        elif words[at] == "SQL" and words[at + 1] == "SECURITY":
            at += 3
        elif words[at] in _VALUED and words[at + 1] == "=":
            at = _after_account(words, at + 2)
        else:
            break
    return min(at, len(words) - 1)


def _after_account(words: list[str], at: int) -> int:
    """The position after an account such as `root`@`localhost` or CURRENT_USER(), or after one word."""
    at += 1
    if words[at : at + 2] == ["(", ")"]:
        return at + 2
    if words[at : at + 1] == ["@"]:
        return at + 2
    is_host = at < len(words) and words[at][:1] == "@"
    return at + 1 if is_host else at


DIALECT = Dialect(_READERS, _after_modifiers)
