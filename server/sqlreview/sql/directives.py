"""Comments that speak to sqlreview: `-- sqlreview: ignore[rule, rule] reason`, and those for blocks and files.

The brackets may be left out around ids of rules: `-- sqlreview: ignore pack/rule reason`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sqlreview.patterns import regex
from sqlreview.sql.engines import Engine, Family, engine_of
from sqlreview.sql.lexemes import LITERAL
from sqlreview.sql.statements import SourceStatement, split_statements
from sqlreview.text import Edit, Span

Kind = Literal["ignore", "ignore-start", "ignore-end", "ignore-file", "malformed"]

MARK = "sqlreview:"
"""What every file with such a comment contains."""
VERBS: tuple[Kind, ...] = ("ignore", "ignore-start", "ignore-end", "ignore-file")


@dataclass(frozen=True, slots=True)
class Directive:
    """One directive; spans count from the beginning of the file."""

    kind: Kind
    rules: tuple[str, ...]
    """Ids of rules and packs; empty means every rule."""
    reason: str
    """What is written after them; for a malformed directive, what is wrong with it."""
    span: Span
    """The whole comment."""
    target: Span | None
    """What `ignore` covers: the statement it precedes or follows on the same line, or, inside a statement, the rest of
    its line or the element after it. None for blocks, whole files and where nothing follows."""
    places: tuple[Span, ...] = ()
    """Where each of the ids stands."""
    correction: Edit | None = None
    """For a malformed directive the edit that makes it say what it most likely means."""


def directives_of(
    text: str, statements: Sequence[SourceStatement] | None = None, engine: Engine | None = None
) -> tuple[Directive, ...]:
    """The directives of a file in order; `statements` spares the split if it has been made already."""
    if MARK not in text:
        return ()
    engine = engine or engine_of("postgres")
    if statements is None:
        statements = split_statements(text, engine)
    found = (_directive(text, comment, target) for comment, target in _comments(text, statements, engine.family))
    return tuple(directive for directive in found if directive is not None)


_OPENING = regex(r"(?:--+|/\*+|\#+)\s*+sqlreview:[ \t]*+")
_BODY = regex(
    r"(?P<verb>[\w-]++)?+[ \t]*+(?:(?P<brackets>\[(?P<rules>[^\]\r\n]*+)(?P<close>\])?+)"
    r"|(?<=[ \t])(?P<bare>[\w-]++/[\w-]++(?:[ \t]*+,[ \t]*+[\w-]++/[\w-]++)*+)(?=[\s:]|\Z))?+[ \t:-]*+"
)
_RULE = regex(r"[\w*-]++(?:/[\w*-]++)*+")
_LISTED = regex(r"[^,]++")


def _directive(text: str, comment: Span, target: Span | None) -> Directive | None:
    end = comment.end
    if text.startswith("/*", comment.start) and text.endswith("*/", comment.start + 2, end):
        end -= 2
    opening = _OPENING.match(text, comment.start, end)
    body = _BODY.match(text, opening.end(), end) if opening else None
    if body is None:
        return None
    reason = " ".join(text[body.end() : end].split())
    places = tuple(_places(text, body))
    rules = tuple(place.of(text) for place in places)
    problem = _problem(body, rules)
    if problem:
        return Directive("malformed", rules, problem, comment, target, places, _correction(text, body, end))
    kind = next(verb for verb in VERBS if verb == body["verb"])
    return Directive(kind, rules, reason, comment, target if kind == "ignore" else None, places)


def _places(text: str, body: re.Match[str]) -> Iterator[Span]:
    """Where the ids stand."""
    group = "bare" if body["rules"] is None else "rules"
    if body[group] is None:
        return
    for listed in _LISTED.finditer(text, body.start(group), body.end(group)):
        name = listed[0].strip()
        if name:
            start = listed.start() + len(listed[0]) - len(listed[0].lstrip())
            yield Span(start, start + len(name))


def _problem(body: re.Match[str], rules: tuple[str, ...]) -> str | None:
    verb = body["verb"]
    if verb is None:
        return "It says nothing; write `ignore[rule]` or `ignore-file[rule]`."
    if verb not in VERBS:
        return f"`{verb}` is unknown; write `ignore[rule]` or `ignore-file[rule]`."
    if body["brackets"] is None:
        return None
    if body["close"] is None:
        return f"The bracket of `{verb}[` is not closed."
    if not rules:
        return f"The brackets are empty; write `{verb}[rule]`, or `{verb}` for all rules."
    wrong = next((rule for rule in rules if not _RULE.fullmatch(rule)), None)
    return f"`{wrong}` is no rule id." if wrong else None


_NAMES = regex(r"[ \t]*+[\w-]++/[\w-]++(?:[ \t]*+,[ \t]*+[\w-]++/[\w-]++)*+(?=[\s:]|\Z)")


def _correction(text: str, body: re.Match[str], end: int) -> Edit | None:
    """The edit that a mistake of one kind needs: a misspelt verb, an open bracket, a missing comma."""
    verb = body["verb"]
    if verb is not None and verb not in VERBS:
        from difflib import get_close_matches

        near = get_close_matches(verb.lower(), VERBS, 1, 0.7)
        return Edit.replace(Span(*body.span("verb")), near[0]) if near else None
    if body["rules"] is None:
        return None
    if body["close"] is None:
        names = _NAMES.match(text, body.start("rules"), end)
        return Edit.insert(names.end(), "]") if names else None
    names_in = body["rules"].replace(",", " ").split()
    fits = names_in and all(_RULE.fullmatch(name) for name in names_in)
    return Edit.replace(Span(*body.span("rules")), ", ".join(names_in)) if fits else None


def _comments(text: str, statements: Sequence[SourceStatement], family: Family) -> Iterator[tuple[Span, Span | None]]:
    """Comments that may be directives, each with what it covers; only what is near a mark is looked at."""
    at = text.find(MARK)
    while at >= 0:
        position = bisect_right(statements, at, key=_start) - 1
        before = statements[position] if position >= 0 else None
        if before is not None and at < before.end:
            for comment in _inside(before, family):
                if before.text.find(MARK, comment.start, comment.end) >= 0:
                    yield comment.shifted(before.start), _element(before, comment, family)
            at = text.find(MARK, before.end)
            continue
        after = statements[position + 1] if position + 1 < len(statements) else None
        gap = Span(before.end if before else 0, after.start if after else len(text))
        yield from _between(text, gap, before, after, family)
        at = text.find(MARK, gap.end)


def _start(statement: SourceStatement) -> int:
    return statement.start


_DATA_END = regex(r"^\\\.\r?$", re.M)
_LINE_COMMENT = {"postgres": r"--[^\r\n]*+", "sqlite": r"--[^\r\n]*+", "mysql": r"--(?!\S)[^\r\n]*+|\#[^\r\n]*+"}
"""In MySQL white space follows the dashes of a comment."""
_BETWEEN = {
    "postgres": regex(_LINE_COMMENT["postgres"] + r"|/\*.*?(?:\*/|\Z)|\\[^\n]*+", re.S),
    "mysql": regex(_LINE_COMMENT["mysql"] + r"|/\*.*?(?:\*/|\Z)", re.S),
    "sqlite": regex(_LINE_COMMENT["sqlite"] + r"|/\*.*?(?:\*/|\Z)|(?m:^)\.[^\n]*+", re.S),
}
"""Comments between statements, and lines of the client, which hold none."""


def _between(
    text: str, gap: Span, before: SourceStatement | None, after: SourceStatement | None, family: Family
) -> Iterator[tuple[Span, Span | None]]:
    """Comments between two statements; the first may stand at the end of the first one's last line."""
    start = gap.start
    if family == "postgres":
        for data_end in _DATA_END.finditer(text, start, gap.end):  # rows of COPY are no comments
            start = data_end.end()
    first_line = _LINE_END.search(text, gap.start, gap.end)
    line = first_line.start() if first_line else gap.end
    for match in _BETWEEN[family].finditer(text, start, gap.end):
        if match[0][0] in "\\.":
            continue
        covered = before if before is not None and match.start() <= line else after
        yield Span(match.start(), match.end()), Span(covered.start, covered.end) if covered else None


_LINE_END = regex(r"[\r\n]")
_BODY_HEAD = regex(r"(?:DO|CREATE\s++(?:OR\s++REPLACE\s++)?+(?:FUNCTION|PROCEDURE))\b", re.I)
_OTHER_LITERALS = {
    "mysql": r"""'(?:[^'\\]++|\\.|'')*+(?:'|\\?\Z)|"(?:[^"\\]++|\\.|"")*+(?:"|\\?\Z)|`[^`]*+(?:`|\Z)""",
    "sqlite": r"""'(?:[^'])*+(?:'|\Z)|"[^"]*+(?:"|\Z)|`[^`]*+(?:`|\Z)""",
}


@cache
def _literal(family: Family) -> re.Pattern[str]:
    """Comments, literals and the marks ( ) ; of a statement."""
    if family == "postgres":
        return LITERAL
    trivia = rf"(?P<trivia>{_LINE_COMMENT[family]}|/\*.*?(?:\*/|\Z))"
    return regex(rf"{trivia}|(?P<dollar>(?!))|{_OTHER_LITERALS[family]}|(?P<mark>[();])", re.X | re.S)


def _inside(statement: SourceStatement, family: Family) -> Iterator[Span]:
    """Comments in a statement, those in the body of a function or DO block included."""
    enter = family == "postgres" and _BODY_HEAD.match(statement.text) is not None
    yield from _literal_comments(statement.text, Span(0, len(statement.text)), _literal(family), enter)


def _literal_comments(sql: str, part: Span, literal: re.Pattern[str], enter: bool) -> Iterator[Span]:
    for match in literal.finditer(sql, part.start, part.end):
        if match["trivia"]:
            if match[0][0] in "-/#":
                yield Span(match.start(), match.start() + len(match[0].rstrip("\r")))
        elif match["dollar"] and enter:
            body = Span(match.end("tag"), match.end() - len(match["closed"] or ""))
            yield from _literal_comments(sql, body, literal, False)


@cache
def _skipped(family: Family) -> re.Pattern[str]:
    return regex(rf"(?:\s++|{_LINE_COMMENT[family]}|/\*.*?(?:\*/|\Z))*+", re.S)


def _element(statement: SourceStatement, comment: Span, family: Family) -> Span | None:
    """What a directive inside a statement covers."""
    sql = statement.text
    line = sql.rfind("\n", 0, comment.start) + 1
    line = max(line, sql.rfind("\r", line, comment.start) + 1)
    written = sql[line : comment.start]
    if written.strip():
        indent = len(written) - len(written.lstrip())
        return Span(line + indent, comment.start - (len(written) - len(written.rstrip()))).shifted(statement.start)
    skipped = _skipped(family).match(sql, comment.end)
    first = skipped.end() if skipped else comment.end
    last = _element_end(sql, first, family)
    return Span(first, last).shifted(statement.start) if last > first else None


@cache
def _element_marks(family: Family) -> re.Pattern[str]:
    return regex(rf"(?P<literal>{_literal(family).pattern})|(?P<part>[,\[\]])", re.X | re.S)


def _element_end(sql: str, start: int, family: Family) -> int:
    """Where the list item or inner statement that begins at `start` ends."""
    depth = 0
    for match in _element_marks(family).finditer(sql, start):
        mark = match["mark"] or match["part"]
        if mark in ("(", "["):
            depth += 1
        elif mark in (")", "]"):
            depth -= 1
        if depth < 0 or mark == ";" or (depth == 0 and mark == ","):
            return start + len(sql[start : match.start()].rstrip())
    return start + len(sql[start:].rstrip())
