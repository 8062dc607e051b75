"""Strings of a program that are put together to one, with what stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlreview.patterns import regex
from sqlreview.sql.hosts.kinds import VERBS
from sqlreview.sql.hosts.parts import Gap, blanked
from sqlreview.sql.hosts.strings import Comment, Literal, lexed, stand_in
from sqlreview.sql.hosts.syntax import Syntax, syntax_of
from sqlreview.text import Span

_OPERAND = regex(
    r"[A-Za-z_$@][\w$]*+(?:(?:\.|->|::|\?\.)[A-Za-z_$][\w$]*+)*+(?:\([^()\r\n\"'`]*+\)|\[[^\[\]\r\n\"'`]*+\])?+"
    r"(?:(?:\.|->)[A-Za-z_]\w*+(?:\([^()\r\n\"'`]*+\))?+)*+|\d++"
)
_VERB = regex(rf"(?:\s|\\[nrt]|\(|--|/\*)*+(?:\w[^\r\n]*+\*/\s*+|[^\r\n]*+\r?\n\s*+)?(?:{VERBS})\b", re.I)
"""A string that may be SQL, perhaps behind a comment."""
_WORD_END = regex(r"[\w$]")
_FARTHEST = 400
_LONGEST = 50_000


@dataclass(slots=True)
class Chain:
    """One string as the program puts it together."""

    opening: int
    """Where what quotes its first string begins."""
    span: Span
    """From its first character to behind its last one, quotes in between included."""
    end: int
    """Behind the quotes of its last string."""
    text: str
    """What it says, as long as the span."""
    gaps: list[Gap]
    first: Literal
    is_open: bool = False
    """Whether something is added before or behind it that is not known."""
    count: int = 1


def chains_of(text: str, language: str) -> tuple[list[Chain], list[Comment]]:
    """The strings of a program, those that are joined together as one, and its comments."""
    syntax = syntax_of(language)
    comments: list[Comment] = []
    chains: list[Chain] = []
    current: Chain | None = None
    for item in lexed(text, language):
        if isinstance(item, Comment):
            comments.append(item)
            continue
        opening = _before_prefix(text, item.opening) if current else item.opening
        between = _between(text, current.end, opening, comments) if current and not item.is_heredoc else None
        how = _joined(between, syntax) if between is not None else None
        if current is not None and len(current.text) > _LONGEST:
            current.is_open, current = True, None
        elif current is not None and how is not None and not current.first.is_heredoc:
            _join(current, item, how, text)
        elif _VERB.match(text, item.span.start, item.span.end):
            said, gaps = item.read(text)
            opening = _before_prefix(text, item.opening)
            current = Chain(opening, item.span, item.end, said, list(gaps), item)
            chains.append(current)
        else:
            current = None
    for chain in chains:
        _look_around(chain, text, syntax)
    return chains, comments


_PREFIX = regex(r"(?<![\w$@])(?:[rRbBfFuUtT]{1,2}|br|[$@]{1,2})\Z")


def _before_prefix(text: str, opening: int) -> int:
    """Where a string begins with the letters before its quotes."""
    found = _PREFIX.search(text, max(0, opening - 3), opening)
    return found.start() if found else opening


def _between(text: str, start: int, end: int, comments: list[Comment]) -> str | None:
    """What a program says between two strings, without comments; None where they are far apart."""
    if not 0 <= end - start <= _FARTHEST:
        return None
    between = text[start:end]
    for comment in reversed(comments):
        if comment.span.end <= start:
            break
        if comment.span.end <= end:
            at = comment.span.start - start
            between = (
                between[:at] + blanked(text, comment.span.start, comment.span.end) + between[comment.span.end - start :]
            )
    return between


def _joined(between: str, syntax: Syntax) -> str | None:
    """What stands between two strings that are one: "" for nothing but the operator, else what is put there; None for
    strings apart."""
    if not between.strip():
        return "" if syntax.adjacent else None
    parts = [piece.strip() for piece in re.split(rf"(?:{syntax.joins})", between)]
    if parts[0] or parts[-1] or len(parts) < 2:
        return None
    inner = [part for part in parts[1:-1] if part]
    if any(_OPERAND.fullmatch(part) is None for part in inner):
        return None
    return " ".join(inner)


def _join(chain: Chain, item: Literal, how: str, text: str) -> None:
    """Adds a string to a chain."""
    start, end = chain.span.end, item.span.start
    said, gaps = item.read(text)
    if how:
        glue = stand_in(_flat(text, start, end))
        at = text.find(how, chain.end, end)
        chain.gaps.append(Gap(Span(start, end), how, shown=Span(at, at + len(how)) if at >= 0 else None))
    else:
        glue = blanked(text, start, end)
        if _WORD_END.match(chain.text[-1:]) and re.match(r"[\w$]", said):
            chain.is_open = True  # two words become one, which blanks cannot show
    chain.text = f"{chain.text}{glue}{said}"
    chain.gaps += gaps
    chain.span, chain.end = Span(chain.span.start, item.span.end), item.end
    chain.count += 1


def _flat(text: str, start: int, end: int) -> str:
    return re.sub(r"[^\r\n]", "_", text[start:end])


def _look_around(chain: Chain, text: str, syntax: Syntax) -> None:
    """Notes what a program adds before or behind a chain of strings."""
    behind = text[chain.end : chain.end + 200]
    joins = rf"\s*+(?:{syntax.joins})(?!=)\s*+"
    after = re.match(joins, behind)
    if after is not None:
        operand = _OPERAND.match(behind, after.end())
        stop = operand.end() if operand else after.end()
        written = operand[0] if operand else behind[after.end() :].split("\n", 1)[0][:40]
        is_last = operand is not None and re.match(joins, behind[stop:]) is None
        chain.gaps.append(Gap(Span(chain.end + after.end(), chain.end + max(stop, after.end() + 1)), written.strip()))
        chain.is_open |= not is_last
    before = text[max(0, chain.opening - 100) : chain.opening].rstrip()
    if syntax.is_plus and before.endswith("+") and not before.endswith("++"):
        chain.is_open = True
    if not syntax.is_plus and before.endswith("."):
        chain.is_open = True
    if before.endswith(("+=", ".=", "<<", "||=")):
        chain.is_open = True
