"""Where in a statement a program fills something in: a value, a name, the inside of a literal, a clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlreview.patterns import regex
from sqlreview.sql.hosts.parts import Gap, Place
from sqlreview.text import Span

_QUOTED = regex(r"'(?:[^']++|'')*+(?:'|\Z)|\"[^\"]*+(?:\"|\Z)|`[^`]*+(?:`|\Z)|--[^\n]*+")
_NUMBERING = ("$", ":", "@", "?")
_LAST_WORD = regex(r"([A-Za-z_]\w*+)\s*+\Z")
_PERCENT = regex(r"%(?:\((\w++)\))?[-+ #0]*+\d*+(?:\.\d++)?[sdrifxvq]")
_BRACES = regex(r"\{(\w*+(?:\.\w++)*+)(?:![rsa])?(?::[^{}]*+)?\}")
_COMPARING = regex(r"LIKE|ILIKE|BETWEEN|REGEXP|RLIKE")
_NAMING = regex(
    r"FROM|JOIN|INTO|UPDATE|TABLE|INDEX|VIEW|EXISTS|ON|COLUMN|TO|CONCURRENTLY|USING|SCHEMA|DATABASE|SEQUENCE|FUNCTION"
    r"|TRIGGER|CONSTRAINT|ONLY|REFERENCES|USE|ROLE|USER|TRUNCATE|VACUUM|REINDEX|VERBOSE|NOTIFY|LISTEN|TYPE|EXTENSION"
    r"|POLICY"
)
_OPEN = regex(
    r"SELECT|DISTINCT|WHERE|AND|OR|NOT|BY|HAVING|SET|RETURNING|VALUES|IN|LIMIT|OFFSET|WHEN|THEN|ELSE|CASE|IS|AS|ANY|ALL"
    r"|INTERVAL|FETCH|TOP|DEFAULT|END"
)


def placed(text: str, start: int, gaps: Iterable[Gap], is_formatted: bool) -> list[Gap]:
    """The gaps of a string with what they stand for; with `is_formatted` its placeholders are gaps as well."""
    found = [*gaps, *(_formatted(text, start) if is_formatted else ())]
    quoted = [match for match in _QUOTED.finditer(text) if match[0][0] != "-"]
    return [replace(gap, place=_place(text, gap.span.shifted(-start), quoted)) for gap in found]


def left_open(gaps: Iterable[Gap], text: str, start: int, program: str) -> list[Gap]:
    """The gaps through which text of others may come: no constants, numbers, numbered placeholders, quoted values."""
    return [gap for gap in gaps if text[gap.span.start - start - 1 :][:1] not in _NUMBERING and _is_open(gap, program)]


_SAFE = regex(
    r"quot|escap|sanit|ident|literal|\bsql\.|mogrify|join|placeholder|param|bind|mark|\bph\b|\bargs?\b|\blen\(|\bint\(|"
    r"\.length|\bNumber\(|parseInt|\bcount\b|%[dix]|\(\?|\d++\Z|uuid|timestamp|datetime|time\.|\bnow\b|\bDate\b",
    re.I,
)
_SIMPLE = regex(r"[A-Za-z_]\w*+")


def _is_open(gap: Gap, program: str) -> bool:
    last = re.split(r"[.>:\[]", gap.written)[-1].strip("_() ")
    if (last.isupper() and len(last) > 1) or _SAFE.search(gap.written):
        return False
    if gap.place == "name" and _SIMPLE.fullmatch(gap.written) is None:
        return False  # a name that belongs to an object or class, or is worked out
    return _SIMPLE.fullmatch(gap.written) is None or not _is_known(gap.written, program)


def _is_known(name: str, program: str) -> bool:
    """Whether a variable is given nothing but literals anywhere in a program, or holds numbers."""
    is_number = (
        rf"\b{name}\s*+\??:\s*+(?:number|int|bool|boolean|float|[iu]\d++|usize|Int|Long)\b|\b{name}\s++(?:u?int\d*+|bool)\b"
        rf"|\b(?:int|long|Integer|Long|short|bool|boolean|Int32|Int64|uint)\s++\$?{name}\b"
    )
    if re.search(is_number, program):
        return True
    given = re.findall(rf"(?<![\w.]){name}\s*+(?::\s*+\w++\s*+)?:?=(?![=>])\s*+([^\r\n]{{1,80}})", program)
    return bool(given) and all(
        re.match(r"[bBrRuU]?([\"'`])[^\"'`${}]*+\1\s*+[;,)]?\s*+(?:\Z|#|//)|\d", one) for one in given
    )


def _formatted(text: str, start: int) -> Iterator[Gap]:
    for match in (*_PERCENT.finditer(text), *_BRACES.finditer(text)):
        yield Gap(Span(*match.span()).shifted(start), match[1] or match[0])


def _place(text: str, span: Span, quoted: list[re.Match[str]]) -> Place:
    inside = next((match for match in quoted if match.start() < span.start and span.end <= match.end()), None)
    if inside is not None:
        return "text" if inside[0][0] == "'" else "name"
    if text[span.start - 1 : span.start] in _NUMBERING and span.start:
        return "expression"
    before = text[: span.start].rstrip()
    last = before[-1:]
    if _is_part_of_word(text, span):
        joined = _LAST_WORD.search(text[: span.start])
        is_keyword = joined is not None and joined.end(1) == span.start and _is_keyword(joined[1].upper())
        return "clause" if is_keyword else "name"
    if last in "=<>" and last:
        return "value"
    if last in ("(", ",", "+", "-", "*", "/", "|", "%", "["):
        return "expression"
    word = _LAST_WORD.search(before)
    if word and before[: word.start()].rstrip().endswith("(") and word[1].upper() == "LIKE":
        return "name"  # CREATE TABLE t (LIKE other)
    return _after_word(word[1].upper()) if word else "clause"


def _is_part_of_word(text: str, span: Span) -> bool:
    """Whether a gap touches a word or a point, so that both are one name."""
    before, behind = text[span.start - 1 : span.start] if span.start else "", text[span.end : span.end + 1]
    return before.isalnum() or before in ("_", ".") or behind.isalnum() or behind in ("_", ".")


def _is_keyword(word: str) -> bool:
    return any(words.fullmatch(word) for words in (_COMPARING, _NAMING, _OPEN))


def _after_word(word: str) -> Place:
    if _COMPARING.fullmatch(word):
        return "value"
    if _NAMING.fullmatch(word):
        return "name"
    return "expression" if _OPEN.fullmatch(word) else "clause"
