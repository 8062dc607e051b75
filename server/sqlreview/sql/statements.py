"""Splits a file into statements, as psql and the server would, and goes on where one of them is broken."""

from __future__ import annotations

import re
from collections.abc import Container

from sqlreview.patterns import regex
from sqlreview.sql.engines import Engine
from sqlreview.sql.heads import DEFINING, head_at, resumption
from sqlreview.sql.lexemes import DOLLAR_QUOTE, LITERAL, STRETCH, TRIVIA
from sqlreview.sql.recovery import resumed_after, trimmed
from sqlreview.sql.resync import Progress
from sqlreview.sql.source import MOST_RECOVERIES, SourceStatement

__all__ = ["MOST_RECOVERIES", "SourceStatement", "split_from", "split_statements"]


_META_LINE = regex(r"\\[^\n]*+")
_SENDING = regex(r"\\(?:;|(?:g|gx|gset|gexec|gdesc|crosstabview|crosstab|watch|parse|bind|bind_named)(?!\w))")
_CONDITION = regex(r"\\(?:if|elif|else|endif)\b")
_COMMAND = regex(r"\\[a-z!?]")

_ROUTINE = regex(r"CREATE\s++(?:OR\s++REPLACE\s++)?+(?:FUNCTION|PROCEDURE)\b", re.I)
_ATOMIC = regex(r"\bBEGIN\s++ATOMIC\b", re.I)
_RULE = regex(r"CREATE\s++(?:OR\s++REPLACE\s++)?+RULE\b", re.I)
_COPY_IN = regex(r"\bFROM\s++STD(?:IN|OUT)\b", re.I)
_META_COPY_IN = regex(r"\\copy\b[^\n]*\bFROM\s++STDIN\b", re.I)
_DATA_END = regex(r"^\\\.\r?$", re.M)
_ENDING_SEPARATOR = regex(r"-->|--[^\n]*statementend", re.I)
_LINE_END = regex(r"[\r\n]++")
_NEXT_LINE = regex(r";[^\S\n]*+\n\s*+")


class _Splitter:
    """The file under the knife and what was learned of its rest."""

    __slots__ = ("engine", "has_data_end", "recoveries", "text")

    def __init__(self, text: str, engine: Engine) -> None:
        self.text = text
        self.engine = engine
        self.recoveries = 0
        self.has_data_end = True


def split_statements(text: str, engine: Engine) -> list[SourceStatement]:
    """The statements of a file in order."""
    return split_from(text, engine, 0)[0]


def split_from(
    text: str, engine: Engine, start: int, stops: Container[int] = ()
) -> tuple[list[SourceStatement], int | None]:
    """The statements from offset `start` on, which is 0 or the start of a statement.

    Ends early where a statement would begin at one of `stops`, and then returns that offset as well.
    """
    if engine.family != "postgres":
        from sqlreview.sql.scripts import split_script  # most projects have PostgreSQL alone

        return split_script(text, engine, start, stops)
    splitter = _Splitter(text, engine)
    found: list[SourceStatement] = []
    while True:
        start = _after_trivia(text, start)
        if start >= len(text):
            return found, None
        if start in stops:
            return found, start
        character = text[start]
        if character == "\\":
            start = _after_meta_line(splitter, start)
        elif character == ";":
            start += 1
        else:
            end, following, terminated = _statement(splitter, start)
            if end > start:
                found.append(SourceStatement(text[start:end], start, terminated))
            start = following


def _after_trivia(text: str, at: int) -> int:
    while True:
        match = TRIVIA.match(text, at)
        at = match.end() if match else at
        if not text.startswith("/*", at):
            return at
        at = _after_comment(text, at)


_COMMENT_MARK = regex(r"/\*|\*/")


def _after_comment(text: str, at: int) -> int:
    """End of the comment that begins at `at`, however deep comments are nested in it; the text's end without one."""
    depth = 0
    for mark in _COMMENT_MARK.finditer(text, at):
        depth += 1 if mark[0] == "/*" else -1
        if depth == 0:
            return mark.end()
    return len(text)


def _after_meta_line(splitter: _Splitter, at: int) -> int:
    text = splitter.text
    end = _after_line(text, at)
    if text.startswith("\\;", at):
        return at + 2
    if _META_COPY_IN.match(text, at, end):
        return _after_data(splitter, end) or end
    return end


def _after_line(text: str, at: int) -> int:
    line = _META_LINE.match(text, at)
    return line.end() if line else at + 1


def _after_data(splitter: _Splitter, at: int) -> int | None:
    """End of the rows that follow COPY FROM stdin; None when no line ends them."""
    newline = splitter.text.find("\n", at)
    if newline < 0 or not splitter.has_data_end:
        return None
    match = _DATA_END.search(splitter.text, newline + 1)
    splitter.has_data_end = match is not None
    return match.end() if match else None


def _statement(splitter: _Splitter, start: int) -> tuple[int, int, bool]:
    """Where the statement at `start` ends, where to go on, and whether a terminator ends it."""
    text = splitter.text
    at = start
    progress: Progress | None = None
    while True:
        match = STRETCH.match(text, at)
        at = match.end() if match else at
        character = text[at : at + 1]
        if character == ";":
            return _at_semicolon(splitter, start, at, progress)
        if character in ("\n", "\r"):
            progress = progress or Progress(text, splitter.engine, start)
            line_end = _LINE_END.match(text, at)
            line = line_end.end() if line_end else at + 1
            if progress.ends_before(at, line):
                return trimmed(text, start, at), line, False
            at = line
        elif character == "\\":
            following, ends = _at_backslash(text, start, at)
            if ends is not None:
                return trimmed(text, start, at), following, ends
            at = following
        else:
            past = _past_literal(text, at)
            if past is None:
                return _unfinished(splitter, start, at, progress)
            at = past


def _at_semicolon(splitter: _Splitter, start: int, at: int, progress: Progress | None) -> tuple[int, int, bool]:
    text = splitter.text
    if text[start] in "cC":
        if _ROUTINE.match(text, start) and _ATOMIC.search(text, start, at):
            return _balanced(splitter, start, at, atomic=True)
        if _RULE.match(text, start):
            return _balanced(splitter, start, at, atomic=False)
        if text[start : start + 4].upper() == "COPY" and _COPY_IN.search(text, start, at):
            following = _after_data(splitter, at)
            return at, following or at + 1, following is not None
    resumed = _unbalanced(splitter, at, progress)
    if resumed:
        return trimmed(text, start, resumed[0]), resumed[1], False
    return at, at + 1, True


def _balanced(splitter: _Splitter, start: int, first: int, atomic: bool) -> tuple[int, int, bool]:
    """The end of a statement with semicolons inside BEGIN ATOMIC ... END or brackets; `first` is one of them."""
    text = splitter.text
    brackets = blocks = 0
    if splitter.recoveries >= MOST_RECOVERIES:
        return first, first + 1, False
    for match in LITERAL.finditer(text, start):
        mark = (match["mark"] or match["word"] or "").upper()
        if mark == ";":
            if (blocks if atomic else brackets) == 0:
                return match.start(), match.end(), True
            if _definition_follows(text, match.start()):
                return match.start(), match.end(), False
        elif mark in ("(", ")"):
            brackets = max(0, brackets + (1 if mark == "(" else -1))
        elif mark == "ATOMIC" or (blocks and mark):
            blocks += -1 if mark == "END" else 1
    splitter.recoveries += 1
    return first, first + 1, False


def _definition_follows(text: str, semicolon: int) -> bool:
    """Whether a DDL statement, which no body or rule can hold, begins a line after this semicolon."""
    line = _NEXT_LINE.match(text, semicolon)
    return bool(line and text[line.end() - 1] == "\n" and head_at(text, line.end()) in DEFINING)


def _at_backslash(text: str, start: int, at: int) -> tuple[int, bool | None]:
    """Where to go on, and whether the psql command there sends or cuts off the statement (None: neither)."""
    if text.startswith("\\;", at):
        return at + 2, True
    if _SENDING.match(text, at):
        return _after_line(text, at), True
    line = max(text.rfind("\n", max(start, at - 200), at), start - 1)
    own_line = line >= start and not text[line + 1 : at].strip()
    if own_line and _COMMAND.match(text, at) and not _CONDITION.match(text, at):
        return at, False
    return at + 1, None


def _past_literal(text: str, at: int) -> int | None:
    """The end of a literal or comment at `at` that STRETCH did not take; None where the statement cannot go on."""
    if text.startswith("/*", at):
        end = _after_comment(text, at)
        return end if end < len(text) else None
    if text.startswith("{", at):  # a template statement without end
        return at + 1
    quote = DOLLAR_QUOTE.match(text, at)
    if quote:
        end = text.find(quote[0], quote.end())
        return end + len(quote[0]) if end >= 0 else None
    if text[at : at + 1] not in ("'", '"'):
        return None
    match = LITERAL.match(text, at - 1) if text[at - 1 : at] in ("e", "E") else None
    match = match or LITERAL.match(text, at)
    if match is None or match.end() == at + 1 or text[match.end() - 1] != text[at] or match.end() == len(text):
        return None
    return None if resumption(text, at, match.end()) else match.end()


def _unfinished(splitter: _Splitter, start: int, at: int, progress: Progress | None) -> tuple[int, int, bool]:
    """The end of a statement at a separating comment, at an unclosed literal or comment, or at the end of the file."""
    text = splitter.text
    if text.startswith("--", at):
        return trimmed(text, start, at), at, _ENDING_SEPARATOR.match(text, at) is not None
    if at >= len(text):
        resumed = _unbalanced(splitter, at, progress)
    elif splitter.recoveries < MOST_RECOVERIES:
        splitter.recoveries += 1
        resumed = resumed_after(text, start)
    else:
        resumed = None
    if resumed is None:
        return trimmed(text, start, len(text)), len(text), False
    return trimmed(text, start, resumed[0]), resumed[1], False


def _unbalanced(splitter: _Splitter, at: int, progress: Progress | None) -> tuple[int, int] | None:
    """Where to cut a statement that would end at `at` with a bracket open."""
    resumed = progress.unclosed(at) if progress and splitter.recoveries < MOST_RECOVERIES else None
    splitter.recoveries += resumed is not None
    return resumed
