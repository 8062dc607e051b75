"""Characters of SQL that look like others, or like nothing: typographic quotes, blanks without width, mixed scripts."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.patterns import regex
from sqlreview.sql.engines import Engine
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_QUOTES = "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\uff02\uff07\u00b4"
_INVISIBLE = "\u200b\u2060\ufeff"
_STRANGE = regex(f"[{_QUOTES}{_INVISIBLE}\u0370-\u03ff\u0400-\u04ff]")
_FOREIGN = regex("[\u0370-\u03ff\u0400-\u04ff]")
_LATIN = regex("[A-Za-z]")
_LONGEST = 20_000


def suspicious_characters(sql: str, engine: Engine) -> Iterator[tuple[Span, str]]:
    """The first place of each kind, outside comments, that does not say what it seems to, with what is wrong."""
    if sql.isascii() or len(sql) > _LONGEST or _STRANGE.search(sql) is None:
        return
    tokens = Tokens(sql, engine)
    told: set[str] = set()
    for index in range(len(tokens)):
        written = tokens.text(index)
        reason = None if written.isascii() else _reason(written)
        if reason and reason not in told:
            told.add(reason)
            yield tokens.span(index, index + 1), reason


def _reason(written: str) -> str | None:
    if any(character in _INVISIBLE for character in written):
        return "holds a character without width"
    if written[0] in "'$" or written[:2].lower() in ("e'", "n'", "u&"):
        return None  # any letter may stand in a text
    is_quoted = written[0] in '"`['
    if not is_quoted and any(character in _QUOTES for character in written):
        return "is typographic, and no quote of SQL"
    if _FOREIGN.search(written) and _LATIN.search(written):
        return "mixes Latin letters with others that look like them"
    return None
