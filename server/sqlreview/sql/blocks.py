"""Where a statement ends that holds others between BEGIN and END: triggers, procedures, functions and events."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlreview.patterns import regex
from sqlreview.sql.engines import Family
from sqlreview.sql.heads import DEFINING, head_at
from sqlreview.sql.lexemes import VERSION_MARK, lexemes_of

_GAP = rf"(?:\s++|/\*(?!M?+!)(?:[^*]++|\*(?!/))*+\*/|--(?!\S)[^\n]*+|{VERSION_MARK}|\*/)*+"
_ACCOUNT = r"(?:`[^`\n]*+`|'[^'\n]*+'|\"[^\"\n]*+\"|[\w$%.@()-])++"
_HOLDING: dict[Family, re.Pattern[str]] = {
    "mysql": regex(
        rf"""{_GAP}(?:
          CREATE{_GAP}(?:OR{_GAP}REPLACE{_GAP})?+(?:DEFINER{_GAP}={_GAP}{_ACCOUNT}(?:{_GAP}@{_GAP}{_ACCOUNT})?+{_GAP})?+
            (?:AGGREGATE{_GAP})?+(?:PROCEDURE|FUNCTION|TRIGGER|EVENT|PACKAGE)\b
        | ALTER{_GAP}(?:DEFINER{_GAP}={_GAP}{_ACCOUNT}{_GAP})?+EVENT\b
        | (?:BEGIN{_GAP}NOT{_GAP}ATOMIC\b|(?:IF|CASE|LOOP|REPEAT|WHILE|FOR)\b))""",
        re.X | re.I,
    ),
    "sqlite": regex(r"CREATE\s++(?:TEMP(?:ORARY)?+\s++)?+TRIGGER\b", re.I),
}

_BEFORE_STATEMENT: dict[Family, frozenset[str]] = {
    "mysql": frozenset({";", "BEGIN", "THEN", "ELSE", "DO", "LOOP", "REPEAT", ":"}),
    "sqlite": frozenset({";", "BEGIN"}),
}
"""What a statement of a body follows; a label ends in a colon."""
_OPENERS: dict[Family, frozenset[str]] = {
    "mysql": frozenset({"BEGIN", "IF", "CASE", "LOOP", "REPEAT", "WHILE", "FOR"}),
    "sqlite": frozenset({"BEGIN"}),
}
_LITERAL = "'"
"""Stands for a string or quoted name."""
_BEFORE_BODY = frozenset({"", "ROW", "DO", ":", ")", "DATA", "SQL", "DETERMINISTIC", "INVOKER", "DEFINER", _LITERAL})
"""What the body of a routine, trigger or event follows, if it is no BEGIN ... END."""
_CONDITIONS = frozenset({"FOUND", "SQLEXCEPTION", "SQLWARNING", _LITERAL})


def holds_statements(text: str, start: int, family: Family) -> bool:
    """Whether the statement at `start` is one that may hold others."""
    return text[start : start + 1] in "cCaAbBiIlLrRwWfF/" and _HOLDING[family].match(text, start) is not None


@dataclass(slots=True)
class Blocks:
    """The open blocks of a body, word by word."""

    family: Family
    depth: int = 0
    cases: int = 0
    """Open CASE expressions of the statement at hand."""
    opened: bool = False
    previous: str = ""
    before: str = ""
    """The word before the previous one."""
    first: str = ""
    """The first word of the statement at hand."""
    handler: bool = False
    """Whether the statement at hand declares a handler."""

    def take(self, word: str, following: str) -> None:
        """Goes over one word or mark, in upper case."""
        begins = self.previous in _BEFORE_STATEMENT[self.family] and not self.cases
        if begins:
            self.first, self.handler = word, False
        opens = word in _OPENERS[self.family] and not self.cases and self._opens(word, following, begins)
        if opens:
            self.depth += 1
            self.opened = True
        elif word == "END":
            self._end(begins)
        elif word == ";":
            self.cases = 0
        elif word == "CASE" and self.previous != "END":
            self.cases += 1
        elif word == "HANDLER" and self.first == "DECLARE":
            self.handler = True
        self.before = self.previous
        self.previous = word if opens or word != "REPEAT" else "REPEAT("

    def _end(self, begins: bool) -> None:
        if self.cases:
            self.cases -= 1
        elif self.depth and (begins or self.first == "UNTIL"):
            self.depth -= 1

    def _opens(self, word: str, following: str, begins: bool) -> bool:
        if word == "FOR" and following in ("UPDATE", "SHARE", "EACH"):
            return False
        if self.depth:
            return begins or (self.handler and self._follows_condition())
        if self.opened:
            return False
        if word == "BEGIN":
            return self.family == "sqlite" or _may_follow_begin(following)
        return self.expects_body()

    def expects_body(self) -> bool:
        """Whether the body of a routine, trigger or event may begin with the next word."""
        return self.previous in _BEFORE_BODY or self.before in ("FOLLOWS", "PRECEDES")

    def _follows_condition(self) -> bool:
        """Whether the last condition of a handler has just been read, behind which its statement stands."""
        return self.previous in _CONDITIONS or self.previous.isdigit() or self.before in ("FOR", ",")


def _may_follow_begin(word: str) -> bool:
    """Whether `word` can follow BEGIN if that opens a block and is no name."""
    return (word[:1].isalnum() or word[:1] in ("_", "`", "{", "@", "")) and word not in (
        *("FROM", "AND", "OR", "IS", "AS", "IN", "LIKE", "BETWEEN", "DESC", "ASC", "INTO"),
    )


def end_of_body(text: str, start: int, family: Family, delimiter: str) -> tuple[int, int, bool] | None:
    """Where a statement that holds others ends, where to go on, and whether a terminator ends it; None without end."""
    blocks = Blocks(family)
    token = lexemes_of(family, delimiter).token
    end = start
    pending: re.Match[str] | None = None
    for match in token.finditer(text, start):
        kind = match.lastgroup
        if kind == "trivia":
            end = match.end() if end == start else end
            continue
        if pending is not None:
            found = _after(blocks, pending, _word(match), text, end)
            if found:
                return found
            end = pending.end()
        pending = match
        if kind in ("stop", "separator"):
            break
    if pending is None:
        return None
    return _last(blocks, pending, text, end)


def _word(match: re.Match[str]) -> str:
    return match[match.lastgroup or 0].upper()


def _after(blocks: Blocks, match: re.Match[str], following: str, text: str, end: int) -> tuple[int, int, bool] | None:
    """The end of the statement if this word, not the last one, shows it."""
    word, at = _word(match), match.start(match.lastgroup or 0)
    if word == ";" and blocks.depth == 0:
        return at, match.end(), True
    if match.lastgroup == "word" and text.find("\n", end, at) >= 0 and _next_begins(blocks, text, at):
        return end, at, False
    blocks.take(_LITERAL if match.lastgroup == "literal" else word, following)
    return None


def _last(blocks: Blocks, match: re.Match[str], text: str, end: int) -> tuple[int, int, bool] | None:
    at = match.start(match.lastgroup or 0)
    if match.lastgroup == "stop":
        return at, match.end(), True
    if match.lastgroup == "separator":
        return end, at, "STATEMENTEND" in text[at : at + 40].upper() or text.startswith("-->", at)
    return _after(blocks, match, "", text, end)


def _next_begins(blocks: Blocks, text: str, at: int) -> bool:
    """Whether the line at `at` can only begin the next statement, although this one is not terminated."""
    if not blocks.previous:
        return False
    if blocks.depth:
        head = head_at(text, at, blocks.family)
        defines = head == "create" and blocks.previous == ";" and holds_statements(text, at, blocks.family)
        return defines or head == "client"
    if blocks.family == "mysql" and not blocks.opened and blocks.expects_body():
        return False  # which may change the schema
    return head_at(text, at, blocks.family) in (*DEFINING, "client")
