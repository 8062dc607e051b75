"""What a document says of its SQL: that it is bad or good, or that it changes tables that are in use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlreview.patterns import regex
from sqlreview.text import Span

Verdict = Literal["bad", "good"]

_BAD = r"bad|wrong|incorrect|anti-?pattern|don['\u2019]?t\s++(?:do|use|run|write)\s++(?:this|that)|[❌✗✘⛔🚫👎🔴]"
_GOOD = r"good|[✅✔✓👍🟢]"
_TERSE_BAD = r"avoid|never|do\s++not|don['\u2019]?t|unsafe|dangerous|risky|before|slow|problem|blocks|blocking|naive"
_TERSE_GOOD = (
    r"do|right|correct|safe|safer|better|best|preferred|prefer|fixed|fine|ok|after|fast|instead|solution|online"
    r"|non-blocking"
)
"""Words that judge where nothing of the same sentence follows: `-- Safe:`, but not `-- Safe column addition`."""
_WORDS = (
    rf"(?:(?P<bad>{_BAD})(?![\w-])|(?P<good>{_GOOD})(?![\w-])"
    rf"|(?:(?P<tersebad>{_TERSE_BAD})|(?P<tersegood>{_TERSE_GOOD}))[ \t*_`]*+(?=[:!,–—(-]|\r?$))"
)
_MARK = regex(rf"(?im)^[ \t]*+(?:--|\#|/\*|//)[-#/ \t]*+(?:\d++[.)][ \t]*+)?+(?:⚠️?[ \t]*+)?+{_WORDS}")
_LEAD = regex(
    rf"(?i)[ \t>*_#+`⚠️-]*+(?:\d++[.)][ \t]*+)?+"
    rf"(?:(?P<bad>{_BAD}|{_TERSE_BAD})|(?P<good>{_GOOD}|{_TERSE_GOOD}))(?![\w-])"
    r"(?![^\r\n]*?[ ,](?:instead|use|but|rather)\b)[^.;]{0,60}+[.:]?+\s*+\Z"
)
DIRECTIONS = regex(
    r"(?im)^[ \t]*+--[ \t]*+(?:migrate(?::|[ \t]++)|\+(?:goose|migrate)[ \t]++)?+(up|down|rollback)"
    r"(?:[ \t]++migration)?+[ \t]*+(?:\([^()\r\n]*+\)[ \t]*+)?+:?+[ \t]*+\r?$"
)
"""Comments by which documents tell what applies a migration from what undoes it."""
_CHANGES = regex(
    r"(?i)\bmigrat|zero[- ]?down|roll(?:ing)?[- ]?out|deploy|backfill|expand|schema[ -](?:change|evolution)"
    r"|(?:chang|alter|renam|drop)(?:e|ing)\b|\balter\b|online[ -]ddl|playbook|runbook|upgrade|phase[ \t]++\d"
)
_UNDOES = regex(r"(?i)\broll(?:ing)?[- ]?back\b|\brevert|\bundo|\bdown\b(?!-?time)")
_DESIGNS = regex(r"(?i)\bdesign|schema\b(?![ -](?:change|evolution|migrat))|architect|\bdata[ -]?model|handbook")


@dataclass(frozen=True, slots=True)
class Judged:
    """A stretch of SQL that a document calls bad or good."""

    span: Span
    verdict: Verdict


def judged_in(text: str) -> Iterator[Judged]:
    """The stretches of some SQL that comments call bad or good; each reaches up to the next one."""
    marks = list(_MARK.finditer(text))
    if not marks:
        return
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=True):
        yield Judged(Span(mark.start(), end), _verdict(mark))


def shown_as_bad(text: str, verdict: str) -> Iterator[Span]:
    """The stretches of a fence that a document calls bad; all of it where only the text before the fence says so."""
    stretches = list(judged_in(text))
    if stretches:
        yield from (stretch.span for stretch in stretches if stretch.verdict == "bad")
    elif verdict == "bad":
        yield Span(0, len(text))


def verdict_before(line: str) -> Verdict | None:
    """What the line before a fence says of it."""
    found = _LEAD.match(line)
    return _verdict(found) if found is not None else None


def _verdict(found: re.Match[str]) -> Verdict:
    return "bad" if found["bad"] or found.groupdict().get("tersebad") else "good"


def is_staged(text: str) -> bool:
    """Whether a piece of SQL is a migration by its marks."""
    return "--" in text and DIRECTIONS.search(text) is not None


def undone_in(text: str) -> Iterator[Span]:
    """The stretches of some SQL that undo a migration."""
    marks = list(DIRECTIONS.finditer(text)) if "--" in text else []
    for mark, end in zip(marks, [*(mark.start() for mark in marks[1:]), len(text)], strict=False):
        if mark[1].lower() != "up":
            yield Span(mark.start(), end)


def speaks_of_changes(headings: Sequence[str]) -> bool:
    """Whether headings, the title of the document first, announce changes of what is in use."""
    if not headings or _UNDOES.search(headings[-1]):
        return False
    title, *inner = headings
    if any(_CHANGES.search(heading) for heading in inner):
        return True
    return _CHANGES.search(title) is not None and _DESIGNS.search(title) is None
