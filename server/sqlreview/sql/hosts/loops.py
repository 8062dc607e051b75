"""Queries that a program sends once for every element of a collection."""

from __future__ import annotations

import re

from sqlreview.patterns import regex

_HEADS = regex(
    r"(?:async\s++)?for\s++(?P<python>\w++)(?:\s*+,\s*+\w++)*+\s++in\s++(?P<over>[^\r\n]+?):?\s*+(?:\#[^\r\n]*+)?\Z"
    r"|for\s*+(?:await\s*+)?\(\s*+(?:const|let|var)\s++(?P<js>\w++)\s++of\s++(?P<overjs>[^\r\n]++)"
    r"|for\s++\w++\s*+,\s*+(?P<go>\w++)\s*+:=\s*+range\s++(?P<overgo>[^\r\n]++)"
    r"|for\s*+\(\s*+(?:final\s++)?[\w<>,.\[\]? ]+?\s++(?P<java>\w++)\s*+:\s*+(?P<overjava>[^\r\n]++)"
    r"|foreach\s*+\(\s*+[\w<>.]++\s++(?P<cs>\w++)\s++in\s++(?P<overcs>[^\r\n]++)"
    r"|foreach\s*+\(\s*+(?P<overphp>[^\r\n]+?)\s++as\s++(?:\$\w++\s*+=>\s*+)?\$(?P<php>\w++)"
    r"|for\s*+\(?\s*+(?P<kotlin>\w++)\s++in\s++(?P<overkotlin>[^\r\n]++)"
    r"|[^\r\n]{0,120}?\.(?:each|map|flat_map)\s*+(?:do|\{)\s*+\|(?P<ruby>\w++)\|"
    r"|[^\r\n]{0,120}?\.(?:map|forEach|flatMap)\(\s*+(?:async\s*+)?\(?\s*+(?P<arrow>\w++)\s*+\)?\s*+=>"
)
_NAMES = ("python", "js", "go", "java", "cs", "php", "kotlin", "ruby", "arrow")
_FEW = regex(r"(?:range|enumerate\(range)\b|[(\[][^,()\[\]\r\n]*+(?:,[^,()\[\]\r\n]*+){0,2}[)\]]\s*+[:){]*+\s*+\Z|\d")
"""Collections of a few elements, or numbers to count up."""
_BATCHES = regex(r"(?i)batch|chunk|page|retr|attempt|worker|shard|partition|migration")
_SLEEPS = regex(r"(?i)sleep\s*+\(")
_FUNCTION = regex(
    r"(?:async\s++|public\s++|private\s++|static\s++|pub\s++|export\s++)*+(?:def|func|function|fn|fun|class)\b"
)
_LINES, _LONGEST = 40, 300


def loop_variable(text: str, start: int, end: int) -> str:
    """The variable of a loop around the string start..end of which the call that has the string takes a value; "" for
    none, and for loops over batches or a few elements."""
    given = _given(text, end)
    if not given:
        return ""
    lines = text[:start].split("\n")
    indent = _indent(lines[-1])
    for line in reversed(lines[max(0, len(lines) - _LINES) : -1]):
        stripped = line.strip()
        if not stripped or _indent(line) >= indent or stripped[0] in "#})]":
            continue
        indent = _indent(line)
        if _FUNCTION.match(stripped) or indent < 0:
            return ""
        head = _HEADS.match(stripped) if len(stripped) <= _LONGEST else None
        if head is not None:
            return _variable(head, given, text[start - 400 if start > 400 else 0 : end + 400])
    return ""


def _variable(head: re.Match[str], given: str, around: str) -> str:
    name = next((head[group] for group in _NAMES if head[group]), "")
    over = next((head[group] for group in ("over", *(f"over{item}" for item in _NAMES[1:7])) if head[group]), "")
    if _FEW.match(over) or _BATCHES.search(head[0]) or _SLEEPS.search(around):
        return ""
    return name if re.search(rf"(?<![\w.]){re.escape(name)}(?!\w)", given) else ""


def _given(text: str, end: int) -> str:
    """What a call is given behind a string, to its closing bracket."""
    depth = 0
    for at in range(end, min(len(text), end + 300)):
        character = text[at]
        if character in "([{":
            depth += 1
        elif character in ")]}":
            depth -= 1
            if depth < 0:
                return text[end:at]
        elif character == ";":
            break
    return text[end : text.find("\n", end)] if depth <= 0 else ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))
