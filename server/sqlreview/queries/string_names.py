"""Names that SQLite lets a query write as strings, `INSERT INTO 'users' ('id') ...`."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.sql.tokens import Tokens

_BEFORE_RELATIONS = ("FROM", "JOIN", "INTO", "UPDATE")


def with_names(tokens: Tokens) -> Tokens:
    """The tokens, in which strings that stand for tables and inserted columns are quoted as names are."""
    places = list(_places(tokens)) if any(word[:1] == "'" for word in tokens.words) else []
    if not places:
        return tokens
    changed = Tokens(tokens.sql, tokens.engine, tokens.starts[0], tokens.ends[-2])
    for place in places:
        changed.words[place] = f'"{changed.words[place][1:-1]}"'
    return changed


def _places(tokens: Tokens) -> Iterator[int]:
    words = tokens.words
    for index in range(1, len(tokens)):
        before = words[index - 1]
        if words[index][:1] == "'" and (before in _BEFORE_RELATIONS or before == "."):
            yield index
        is_qualified = words[index - 2] == "." and words[index - 4] == "INTO"
        if words[index] == "(" and _is_name(before) and (words[index - 2] == "INTO" or is_qualified):
            yield from _listed(tokens, index)


def _is_name(word: str) -> bool:
    return word[:1] in ("'", '"', "`", "[", "_") or word[:1].isalpha()


def _listed(tokens: Tokens, bracket: int) -> Iterator[int]:
    close = tokens.close_of(bracket)
    inside = range(bracket + 1, close)
    if tokens.words[bracket + 1] not in ("SELECT", "VALUES", "WITH"):
        yield from (index for index in inside if tokens.words[index][:1] == "'")
