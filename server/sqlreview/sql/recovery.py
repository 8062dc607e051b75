"""Where a statement ends that something unclosed would stretch to the end of the file; what counts as its end."""

from __future__ import annotations

import re

from sqlreview.sql.engines import Family
from sqlreview.sql.heads import resumption
from sqlreview.sql.lexemes import LITERAL

_COMMENT_MARKS = ("--", "/*", "{%", "{#", "#")


def resumed_after(
    text: str, start: int, literal: re.Pattern[str] = LITERAL, family: Family = "postgres"
) -> tuple[int, int] | None:
    """Where to cut a statement that an unclosed literal stretches to the end: at a blank line before a certain head,
    but never inside a complete comment or dollar-quoted body."""
    at = start
    for match in literal.finditer(text, start):
        if match["closed"] or (match["trivia"] and match.end() < len(text)):
            found = resumption(text, at, match.start(), family)
            if found:
                return found
            at = match.end()
    return resumption(text, at, len(text), family)


def trimmed(text: str, start: int, end: int, literal: re.Pattern[str] = LITERAL) -> int:
    """`end` moved back over white space and comments."""
    code, written = end, text[start:end]
    if any(mark in written for mark in _COMMENT_MARKS):
        position, trailing = start, None
        for match in literal.finditer(text, start, end):
            if not match["trivia"]:
                trailing = None
            elif trailing is None or text[position : match.start()].strip():
                trailing = match.start()
            position = match.end()
        if trailing is not None and not text[position:end].strip():
            code = trailing
    return start + len(text[start:code].rstrip())
