"""What authors leave in SQL to be filled in later: ellipses, `<name>`, `your_table`."""

from __future__ import annotations

import re

from sqlreview.patterns import regex
from sqlreview.sql.engines import Engine
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_SIGN = regex(r"\.\.\.|…|<[a-z_]\w*+>|\b(?:your_(?:table|column)(?:_name)?+|table_name|column_name|xxx)\b", re.I)
_HINTS = (
    "...",
    "…",
    "<",
    *(sign for word in ("your_", "table_name", "column_name", "xxx") for sign in (word, word.upper())),
)
"""What every one of the signs holds, as authors write it; looking for them is faster than a regular expression."""
_LONGEST = 20_000
_BEFORE_NAMES = frozenset(
    ("FROM", "JOIN", "INTO", "UPDATE", "TABLE", "VIEW", "INDEX", "ON", "COLUMN", "EXISTS", "ONLY")
)
_STAND_INS = frozenset(("YOUR_TABLE", "YOUR_TABLE_NAME", "TABLE_NAME", "YOUR_COLUMN", "COLUMN_NAME", "XXX"))


def gap_in(sql: str, engine: Engine) -> Span | None:
    """The first placeholder of a statement, outside of strings and comments; None in what is SQL to the end."""
    if len(sql) > _LONGEST or not any(hint in sql for hint in _HINTS) or _SIGN.search(sql) is None:
        return None
    tokens = Tokens(sql, engine)
    for index in range(len(tokens)):
        stop = _gap_end(tokens, index)
        if stop is not None:
            return tokens.span(index, stop)
    return None


def _gap_end(tokens: Tokens, index: int) -> int | None:
    """Where the placeholder that begins at a token ends."""
    words = tokens.words
    word = words[index]
    if word == "…":
        return index + 1
    if word.startswith("."):
        return _ellipsis_end(tokens, index)
    before = words[index - 1] if index else ""
    if before not in _BEFORE_NAMES:
        return None
    if word == "<" and words[index + 2 : index + 3] == [">"] and words[index + 1][:1].isalpha():
        return index + 3
    is_name = word in _STAND_INS and words[index + 1] != "."
    return index + 1 if is_name and before != "EXISTS" else None


def _ellipsis_end(tokens: Tokens, index: int) -> int | None:
    """The end of three dots in a row, however the lexer cuts them."""
    stop, dots = index, 0
    while (
        stop < len(tokens)
        and set(tokens.words[stop]) == {"."}
        and (stop == index or tokens.starts[stop] == tokens.ends[stop - 1])
    ):
        dots += len(tokens.words[stop])
        stop += 1
    return stop if dots >= 3 else None
