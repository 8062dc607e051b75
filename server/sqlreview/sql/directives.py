"""Comments that speak to sqlreview: `-- sqlreview: ignore[rule, rule] reason` and `ignore-file`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sqlreview.sql.engines import Engine, engine_of
from sqlreview.sql.lexemes import LITERAL
from sqlreview.sql.statements import SourceStatement, split_statements
from sqlreview.text import Span

Kind = Literal["ignore", "ignore-file", "malformed"]

_MARK = "sqlreview:"


@dataclass(frozen=True, slots=True)
class Directive:
    """One directive; spans count from the beginning of the file."""

    kind: Kind
    rules: tuple[str, ...]
    """Ids between the brackets; empty means every rule."""
    reason: str
    """What is written after the brackets; for a malformed directive, what is wrong with it."""
    span: Span
    """The whole comment."""
    target: Span | None
    """What `ignore` covers: the statement it precedes or follows on the same line, or, inside a statement, the rest of
    its line or the element after it. None for whole files and where nothing follows."""


def directives_of(
    text: str, statements: Sequence[SourceStatement] | None = None, engine: Engine | None = None
) -> tuple[Directive, ...]:
    """The directives of a file in order; `statements` spares the split if it has been made already."""
    if _MARK not in text:
        return ()
    if statements is None:
        statements = split_statements(text, engine or engine_of("postgres"))
    return tuple(
        _directive(text, comment, target) for comment, target in _comments(text, statements) if _is_ours(text, comment)
    )


_OPENING = re.compile(r"(?:--+|/\*+)\s*+sqlreview:\s*+")
_BODY = re.compile(r"(?P<verb>[\w-]++)?+\s*+(?P<brackets>\[(?P<rules>[^\]\r\n]*+)(?P<close>\])?+)?+[ \t:]*+")
_RULE = re.compile(r"[\w*-]++(?:/[\w*-]++)*+")


def _is_ours(text: str, comment: Span) -> bool:
    return _OPENING.match(text, comment.start, comment.end) is not None


def _directive(text: str, comment: Span, target: Span | None) -> Directive:
    written = comment.of(text).removesuffix("*/") if text.startswith("/*", comment.start) else comment.of(text)
    opening = _OPENING.match(written)
    body = _BODY.match(written, opening.end() if opening else 0)
    if body is None:  # impossible, every part is optional
        return Directive("malformed", (), "It is empty.", comment, target)
    reason = " ".join(written[body.end() :].split())
    rules = tuple(rule.strip() for rule in (body["rules"] or "").split(",") if rule.strip())
    problem = _problem(body, rules, reason)
    if problem:
        return Directive("malformed", rules, problem, comment, target)
    if body["verb"] == "ignore-file":
        return Directive("ignore-file", rules, reason, comment, None)
    return Directive("ignore", rules, reason, comment, target)


def _problem(body: re.Match[str], rules: tuple[str, ...], reason: str) -> str | None:
    verb = body["verb"]
    if verb is None:
        return "It says nothing; write `ignore[rule]` or `ignore-file[rule]`."
    if verb not in ("ignore", "ignore-file"):
        return f"`{verb}` is unknown; write `ignore[rule]` or `ignore-file[rule]`."
    if body["brackets"] is None:
        first = reason.split(" ")[0].rstrip(",")
        if "/" in first and _RULE.fullmatch(first):
            return f"Rules stand in brackets; write `{verb}[{first}]`."
        return None
    if body["close"] is None:
        return f"The bracket of `{verb}[` is not closed."
    if not rules:
        return f"The brackets are empty; write `{verb}[rule]`, or `{verb}` for all rules."
    wrong = next((rule for rule in rules if not _RULE.fullmatch(rule)), None)
    return f"`{wrong}` is no rule id." if wrong else None


def _comments(text: str, statements: Sequence[SourceStatement]) -> Iterator[tuple[Span, Span | None]]:
    """Comments that may be directives, each with what it covers."""
    end = 0
    before: SourceStatement | None = None
    for statement in statements:
        yield from _between(text, end, statement.start, before, statement)
        if _MARK in statement.text:
            for comment in _inside(statement):
                yield comment.shifted(statement.start), _element(statement, comment)
        end, before = statement.end, statement
    yield from _between(text, end, len(text), before, None)


_DATA_END = re.compile(r"^\\\.\r?$", re.M)
_COMMENT = re.compile(r"--[^\r\n]*+|/\*.*?(?:\*/|\Z)|\\[^\n]*+", re.S)


def _between(
    text: str, start: int, end: int, before: SourceStatement | None, after: SourceStatement | None
) -> Iterator[tuple[Span, Span | None]]:
    """Comments between two statements; the first may stand at the end of the first one's last line."""
    if text.find(_MARK, start, end) < 0:
        return
    for data_end in _DATA_END.finditer(text, start, end):  # rows of COPY are no comments
        start = data_end.end()
    for match in _COMMENT.finditer(text, start, end):
        if match[0].startswith("\\"):
            continue
        same_line = before is not None and not re.search(r"[\r\n]", text[before.end : match.start()])
        covered = before if same_line else after
        target = Span(covered.start, covered.end) if covered else None
        yield Span(match.start(), match.end()), target


_BODY_HEAD = re.compile(r"(?:DO|CREATE\s++(?:OR\s++REPLACE\s++)?+(?:FUNCTION|PROCEDURE))\b", re.I)


def _inside(statement: SourceStatement) -> Iterator[Span]:
    """Comments in a statement, those in the body of a function or DO block included."""
    yield from _literal_comments(statement.text, 0, len(statement.text), _BODY_HEAD.match(statement.text) is not None)


def _literal_comments(sql: str, start: int, end: int, enter: bool) -> Iterator[Span]:
    for match in LITERAL.finditer(sql, start, end):
        if match["trivia"]:
            if match[0][0] in "-/":
                yield Span(match.start(), match.end())
        elif match["dollar"] and enter:
            yield from _literal_comments(sql, match.end("tag"), match.end() - len(match["closed"] or ""), False)


_SKIPPED = re.compile(r"(?:\s++|--[^\r\n]*+|/\*.*?(?:\*/|\Z))*+", re.S)


def _element(statement: SourceStatement, comment: Span) -> Span | None:
    """What a directive inside a statement covers."""
    sql = statement.text
    line = max(sql.rfind("\n", 0, comment.start), sql.rfind("\r", 0, comment.start)) + 1
    written = sql[line : comment.start]
    if written.strip():
        indent = len(written) - len(written.lstrip())
        return Span(line + indent, comment.start - (len(written) - len(written.rstrip()))).shifted(statement.start)
    skipped = _SKIPPED.match(sql, comment.end)
    first = skipped.end() if skipped else comment.end
    last = _element_end(sql, first)
    return Span(first, last).shifted(statement.start) if last > first else None


@cache
def _element_marks() -> re.Pattern[str]:
    return re.compile(rf"(?P<literal>{LITERAL.pattern})|(?P<part>[,\[\]])", re.X | re.S)


def _element_end(sql: str, start: int) -> int:
    """Where the list item or inner statement that begins at `start` ends."""
    depth = 0
    for match in _element_marks().finditer(sql, start):
        mark = match["mark"] or match["part"]
        if mark in ("(", "["):
            depth += 1
        elif mark in (")", "]"):
            depth -= 1
        if depth < 0 or mark == ";" or (depth == 0 and mark == ","):
            return start + len(sql[start : match.start()].rstrip())
    return start + len(sql[start:].rstrip())
