"""Where SECURITY DEFINER routines look names up."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.frozen import frozen
from sqlreview.operations import CreateRoutine
from sqlreview.sql.bodies import body_text
from sqlreview.sql.cursor import Cursor, folded, unquoted
from sqlreview.sql.engines import engine_of
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_POSTGRES = engine_of("postgres")
_BEFORE_RELATION = ("FROM", "JOIN", "INTO", "UPDATE", "TABLE", "USING")
_NOT_BEFORE = {
    "FROM": ("DISTINCT",),
    "UPDATE": ("FOR", "KEY", "DO", "BEFORE", "AFTER", "OR"),
    "INTO": (),
}
_CALLS_WITH_FROM = frozenset(("EXTRACT", "SUBSTRING", "TRIM", "OVERLAY", "POSITION"))
_NO_RELATIONS = frozenset(("SELECT", "LATERAL", "ONLY", "STRICT", "VALUES", "UNNEST", "SET", "NEW", "OLD"))


@frozen
class SearchPath:
    """The value of SET search_path in the definition of a routine."""

    items: tuple[str, ...]
    """The schemas, folded; none for the empty path."""
    span: Span


def pinned_path(creation: CreateRoutine, text: str) -> SearchPath | None:
    """The SET search_path clause of a CREATE FUNCTION; None without one, and for FROM CURRENT and DEFAULT."""
    if not any(name == "search_path" for name, _ in creation.settings):
        return None
    tokens = Tokens(text, _POSTGRES)
    for index in range(len(tokens) - 3):
        if tokens.words[index] == "SET" and folded(tokens.text(index + 1)) == "search_path":
            cursor = Cursor(tokens, index + 2)
            if not cursor.accept_any("=", "TO") or cursor.word == "DEFAULT":
                return None
            return _items(cursor)
    return None


def _items(cursor: Cursor) -> SearchPath:
    first = cursor.at
    items: list[str] = []
    while not cursor.done:
        text = cursor.tokens.text(cursor.at)
        items.append(unquoted(text) if text[:1] == "'" else folded(text))
        cursor.at += 1
        if not cursor.accept(","):
            break
    return SearchPath(items=tuple(item for item in items if item), span=cursor.span_from(first))


def unqualified_relations(creation: CreateRoutine, text: str) -> bool:
    """Whether the body of a routine reads or writes a relation without saying its schema."""
    if creation.body is None:
        return False
    tokens = Tokens(body_text(text, creation.body), _POSTGRES, creation.body.start, creation.body.end)
    return any(True for _ in _unqualified(tokens))


def _unqualified(tokens: Tokens) -> Iterator[int]:
    words = tokens.words
    named = {words[index] for index in range(len(tokens)) if words[index + 1 : index + 3] == ["AS", "("]}
    calls = [
        (index, tokens.close_of(index + 1))
        for index in range(len(tokens))
        if words[index] in _CALLS_WITH_FROM and words[index + 1] == "("
    ]
    for index in range(1, len(tokens)):
        word, before = words[index - 1], words[index - 2] if index > 1 else ""
        if word not in _BEFORE_RELATION or before in _NOT_BEFORE.get(word, ()):
            continue
        if word == "INTO" and before not in ("INSERT", "MERGE"):
            continue
        if any(first < index < last for first, last in calls):
            continue
        if _is_bare(tokens, index, word == "INTO") and words[index] not in named:
            yield index


def _is_bare(tokens: Tokens, index: int, may_list: bool) -> bool:
    """Whether a name without a schema stands there, other than that of a function; `may_list` allows columns behind."""
    cursor = Cursor(tokens, index)
    if not cursor.sees_identifier() or cursor.word in _NO_RELATIONS:
        return False
    return cursor.peek() != "." and (may_list or cursor.peek() != "(")
