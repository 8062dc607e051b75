"""Mistakes that no server accepts: brackets and quotes left open, clauses in another order, commas too many."""

from __future__ import annotations

import re

from sqlreview.operations.misspellings import Mistake, missing_comma, misspelt, unfinished
from sqlreview.patterns import regex
from sqlreview.sql.engines import Engine
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_LONGEST = 20_000
_RANKS = {"FROM": 1, "WHERE": 2, "GROUP": 3, "HAVING": 4, "ORDER": 6, "LIMIT": 7}
_BEGINS = frozenset(("SELECT", "UNION", "INTERSECT", "EXCEPT", "VALUES", "TABLE"))
_WRITES = frozenset(("INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "CONFLICT", "INTO"))
_AFTER_LIST = frozenset((")", "FROM", "WHERE", "HAVING", "LIMIT", ""))
_TRIVIA = r"(?:\s++|--[^\r\n]*+|/\*(?:[^*]++|\*(?!/))*+\*/)*+"
_LOOSE_COMMA = regex(rf",{_TRIVIA}(?:[,)]|(?:FROM|WHERE|HAVING|LIMIT|GROUP|ORDER)\b|;?\Z)", re.I)
"""What every comma with nothing behind it looks like, and some others, in strings for one."""
_QUERY = regex(rf"{_TRIVIA}(?:SELECT|WITH|UPDATE|DELETE|/\*)", re.I)


def mistake_in(sql: str, engine: Engine, is_read: bool) -> Mistake | None:
    """The first certain mistake of a statement; None where it is none, or only the whole grammar could tell.

    Of a statement that was read (`is_read`) only its clauses are doubted.
    """
    if len(sql) > _LONGEST or "{" in sql or "\\" in sql:
        return None  # templates and commands of a client may put in what is missing
    if is_read and _LOOSE_COMMA.search(sql) is None and _QUERY.match(sql) is None:
        return None
    tokens = Tokens(sql, engine)
    if not len(tokens):
        return None
    found = None if is_read else _unread(tokens)
    return found or _stray_comma(tokens) or _disorder(tokens) or unfinished(tokens, is_read)


def _unread(tokens: Tokens) -> Mistake | None:
    return _open_quote(tokens) or _open_bracket(tokens) or misspelt(tokens) or missing_comma(tokens)


def _open_quote(tokens: Tokens) -> Mistake | None:
    last = len(tokens) - 1
    written = tokens.text(last)
    first = written[:1]
    if written.startswith("/*") and not written.endswith("*/"):
        return Mistake(Span(tokens.starts[last], tokens.starts[last] + 2), "This comment is never closed.")
    if first in ("'", '"', "`") and (len(written) == 1 or not written.endswith(first)):
        place = Span(tokens.starts[last], tokens.starts[last] + 1)
        return Mistake(place, "This string is never closed." if first == "'" else "This name is never closed.")
    return None


def _open_bracket(tokens: Tokens) -> Mistake | None:
    opened: list[int] = []
    for index, word in enumerate(tokens.words[:-1]):
        if word == "(":
            opened.append(index)
        elif word == ")":
            if not opened:
                return Mistake(tokens.span(index, index + 1), "This bracket closes nothing.")
            opened.pop()
    return Mistake(tokens.span(opened[-1], opened[-1] + 1), "This bracket is never closed.") if opened else None


def _stray_comma(tokens: Tokens) -> Mistake | None:
    words = tokens.words
    for index, word in enumerate(words[:-1]):
        following = words[index + 1]
        if word == "," and (following == "," or _ends_list(words, index + 1)):
            return Mistake(tokens.span(index, index + 1), "Nothing follows this comma.")
    return None


def _ends_list(words: list[str], index: int) -> bool:
    word = words[index]
    if word in ("GROUP", "ORDER"):
        return words[index + 1] == "BY"
    return word in _AFTER_LIST


def _disorder(tokens: Tokens) -> Mistake | None:
    """A clause of a SELECT that stands behind one it has to precede, or stands there twice."""
    words = tokens.words
    if words[0] not in ("SELECT", "WITH") or not _WRITES.isdisjoint(words):
        return None
    ranks: list[int] = [0]
    for index, word in enumerate(words[:-1]):
        if word == "(":
            ranks.append(0)
        elif word == ")" and len(ranks) > 1:
            ranks.pop()
        elif word in _BEGINS:
            ranks[-1] = 0
        elif (rank := _rank_of(words, index)) > 0:
            if rank < ranks[-1] or (rank == ranks[-1] and rank in (2, 3, 4)):
                clause = "GROUP BY" if word == "GROUP" else "ORDER BY" if word == "ORDER" else word
                return Mistake(tokens.span(index, index + 1), f"{clause} cannot stand here: {_order(rank, ranks[-1])}.")
            ranks[-1] = rank
    return None


def _rank_of(words: list[str], index: int) -> int:
    word = words[index]
    rank = _RANKS.get(word, 0)
    if rank in (3, 6) and words[index + 1] != "BY":
        return 0
    before = words[index - 1] if index else ""
    if word == "FROM" and before == "DISTINCT":
        return 0
    return 0 if before in (".", "AS") or words[index + 1] in (",", ".", ")", "=") else rank


_CLAUSES = {rank: f"{word} BY" if word in ("GROUP", "ORDER") else word for word, rank in _RANKS.items()}


def _order(rank: int, before: int) -> str:
    return "there is one already" if rank == before else f"{_CLAUSES[before]} stands before it"
