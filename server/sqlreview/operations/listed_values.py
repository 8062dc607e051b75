"""Values that a comment enumerates: `I=insert, U=update`, `0 - off, 1 - on`, `'a' or 'b'`, `a | b | c`, `one of a`."""

from __future__ import annotations

import re

from sqlreview.patterns import regex

_PAIR = regex(r"(?<![\w.])'?([A-Za-z0-9_-]{1,24})'?[ \t]*+[=:][ \t]*+[A-Za-z]")
_NUMBERED = regex(r"(\d{1,4})[ \t]*+-[ \t]*+[A-Za-z]")
_SPACED = regex(r"([A-Za-z0-9_]{1,24})[=:][A-Za-z][\w-]*+")
_QUOTED = regex(r"'([\w -]{1,40})'")
_WORD = regex(r"[\w-]{1,40}")
_ONE_OF = regex(r"(?i)\b(?:one of|possible values|allowed values|values)\b:?[ \t]*+(.++)")
_EXAMPLE = regex(r"(?i)\be\.?g\b|\bfor example\b|\bexample\b|\bsuch as\b|\betc\b|\.\.\.|\blike '")


def listed_values(comment: str) -> tuple[str, ...]:
    """The values a comment lists as the only ones; none where it gives examples, a range or prose."""
    text = " ".join(comment.split())
    if not text or _EXAMPLE.search(text):
        return ()
    label, _, rest = text.partition(":")
    pairs = _pairs(text) or _pairs(rest.strip() if len(label.split()) < 4 else "") or _spaced(text)
    for values in (pairs, _quoted(text), _bars(text), _after_one_of(text)):
        if len(values) > 1 and len(set(values)) == len(values):
            return values
    return ()


def _pairs(text: str) -> tuple[str, ...]:
    parts = [part.strip() for part in re.split(r"[,;/|]", text)]
    for pattern in (_PAIR, _NUMBERED):
        found = [match for part in parts if (match := pattern.match(part))]
        if len(found) == len(parts) > 1:
            return tuple(match[1] for match in found)
    return ()


def _spaced(text: str) -> tuple[str, ...]:
    """Pairs with nothing but blanks between them: `1:on 0:off`."""
    found = [_SPACED.fullmatch(part) for part in text.split()]
    return tuple(match[1] for match in found if match) if all(found) else ()


def _quoted(text: str) -> tuple[str, ...]:
    """Quoted words with nothing but separators between them."""
    between = _QUOTED.split(text)[2::2]
    values = _QUOTED.findall(text)
    is_list = all(part.strip(" ,/|").lower() in ("", "or", "and", "oder") for part in between[:-1])
    return tuple(values) if is_list and len(values) == len(set(values)) else ()


def _bars(text: str) -> tuple[str, ...]:
    parts = [part.strip() for part in text.split("|")]
    return tuple(parts) if len(parts) > 2 and all(_WORD.fullmatch(part) for part in parts) else ()


def _after_one_of(text: str) -> tuple[str, ...]:
    found = _ONE_OF.search(text)
    parts = [part.strip(" .'") for part in re.split(r",|\bor\b", found[1])] if found else []
    return tuple(parts) if all(_WORD.fullmatch(part) for part in parts) else ()
