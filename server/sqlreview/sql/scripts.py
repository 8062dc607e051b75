"""Splits files of MySQL, MariaDB and SQLite into statements, as their clients and servers would."""

from __future__ import annotations

import re
from collections.abc import Container

from sqlreview.patterns import regex
from sqlreview.sql.blocks import end_of_body, holds_statements
from sqlreview.sql.engines import Engine
from sqlreview.sql.heads import resumption
from sqlreview.sql.lexemes import VERSION_MARK, lexemes_of
from sqlreview.sql.recovery import resumed_after, trimmed
from sqlreview.sql.resync import Progress
from sqlreview.sql.source import MOST_RECOVERIES, SourceStatement, has_delimiters

_DELIMITER = regex(r"DELIMITER[ \t]++(?:'([^'\s\\]++)'|\"([^\"\s\\]++)\"|([^\s\\]++))[^\n]*+", re.I)
_CHANGESET = regex(r"--[ \t]*+changeset[ \t][^\n]*+", re.I)
_END_DELIMITER = regex(r"[ \t]endDelimiter:([^\s\\\"']++)(?=\s|\Z)", re.I)
_CLIENT_LINE = regex(
    r"(?:\\[.!#CPTcdehnpqrstu]|(?:SOURCE|SYSTEM|TEE|NOTEE|PAGER|NOPAGER|PROMPT|CONNECT|CHARSET|WARNINGS|NOWARNING|EXIT"
    r"|QUIT|STATUS|EGO|GO|DELIMITER)(?=[ \t;\r\n]|\Z))[^\n]*+",
    re.I,
)
_USE_LINE = regex(r"USE[ \t]++(?:`[^`\n]++`|[^\s;`'\"]++)(?=[ \t]*+(?:[\r\n]|(?:--[ \t]|\#)))", re.I)
_VERSION_MARK = regex(VERSION_MARK)
_SENDING = regex(r"\\[gG]")
_ENDING_SEPARATOR = regex(r"-->|--[^\n]*statementend", re.I)
_LONGEST_DELIMITER = 16
_MOST_DELIMITERS = 16
_LINE_END = regex(r"[\r\n]++")


class _Script:
    """The file under the knife and what was learned of its rest."""

    __slots__ = ("delimiter", "delimiters", "engine", "family", "lexemes", "recoveries", "text")

    def __init__(self, text: str, engine: Engine) -> None:
        self.text = text
        self.engine = engine
        self.family = engine.family
        self.recoveries = 0
        self.delimiters: set[str] = set()
        self.until(";")

    def until(self, delimiter: str) -> None:
        """From here on `delimiter` ends statements as a semicolon does; not if it is long or the last of too many."""
        self.delimiters.add(delimiter)
        if len(delimiter) > _LONGEST_DELIMITER or len(self.delimiters) > _MOST_DELIMITERS:
            delimiter = ";"
        self.delimiter = delimiter
        self.lexemes = lexemes_of(self.family, delimiter)


def split_script(
    text: str, engine: Engine, start: int, stops: Container[int]
) -> tuple[list[SourceStatement], int | None]:
    """As `statements.split_from`, for MySQL, MariaDB and SQLite."""
    if start and engine.family == "mysql" and has_delimiters(text, start):
        found, stop = _split(text, engine, 0, _After(stops, start))
        return [statement for statement in found if statement.start >= start], stop
    return _split(text, engine, start, stops)


class _After(Container[int]):
    """Those of `stops` that are not before `start`."""

    __slots__ = ("start", "stops")

    def __init__(self, stops: Container[int], start: int) -> None:
        self.stops = stops
        self.start = start

    def __contains__(self, offset: object) -> bool:
        return isinstance(offset, int) and offset >= self.start and offset in self.stops


def _split(text: str, engine: Engine, start: int, stops: Container[int]) -> tuple[list[SourceStatement], int | None]:
    script = _Script(text, engine)
    found: list[SourceStatement] = []
    while True:
        before, start = start, _after_trivia(script, start)
        if start >= len(text):
            return found, None
        if engine.family == "mysql" and text.find("changeset", before, start) >= 0:
            _read_changesets(script, before, start)
        if start in stops:
            return found, start
        following = _after_terminator_or_line(script, start)
        if following is not None:
            start = following
            continue
        end, following, terminated = _statement(script, start)
        if end > start:
            found.append(SourceStatement(text[start:end], start, terminated))
        start = max(following, start + 1)


def _read_changesets(script: _Script, start: int, end: int) -> None:
    """Takes the delimiter from the last of Liquibase's comments between two statements."""
    for changeset in _CHANGESET.finditer(script.text, start, end):
        told = _END_DELIMITER.search(changeset[0])
        script.until(told[1] if told else ";")


def _after_trivia(script: _Script, at: int) -> int:
    match = script.lexemes.trivia.match(script.text, at)
    at = match.end() if match else at
    if not script.text.startswith("/*", at):
        return at
    code = script.family == "mysql" and _VERSION_MARK.match(script.text, at)
    return at if code else len(script.text)  # a comment without end


def _after_terminator_or_line(script: _Script, at: int) -> int | None:
    """The end of a terminator without statement, or of a line that only the client reads."""
    text = script.text
    if script.delimiter != ";" and text.startswith(script.delimiter, at):
        return at + len(script.delimiter)
    if text[at] == ";":
        return at + 1
    if script.family == "sqlite":
        return _line_end(text, at) if text[at] == "." and _begins_line(text, at) else None
    if text[at] in "dD\\":
        told = _DELIMITER.match(text, at)
        if told:
            script.until(told[1] or told[2] or told[3])
            return told.end()
    if text[at] == "\\" or text[at].isalpha():
        line = _CLIENT_LINE.match(text, at) if _begins_line(text, at) else None
        return line.end() if line else None
    return None


def _begins_line(text: str, at: int) -> bool:
    """Whether nothing but white space stands before `at` on its line."""
    while at > 0 and text[at - 1] in " \t\ufeff":
        at -= 1
    return at == 0 or text[at - 1] in "\r\n"


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _statement(script: _Script, start: int) -> tuple[int, int, bool]:
    """Where the statement at `start` ends, where to go on, and whether a terminator ends it."""
    if holds_statements(script.text, start, script.family):
        return _holding(script, start)
    if script.family == "mysql" and script.text[start] in "uU":
        use = _USE_LINE.match(script.text, start)
        if use and (script.delimiter == ";" or script.delimiter not in use[0]):
            return use.end(), use.end(), True
    return _plain(script, start)


def _holding(script: _Script, start: int) -> tuple[int, int, bool]:
    text = script.text
    if script.recoveries >= MOST_RECOVERIES:
        return _trimmed(script, start, len(text)), len(text), False
    found = end_of_body(text, start, script.family, script.delimiter)
    if found is None:
        script.recoveries += 1
        resumed = resumption(text, start, len(text), script.family, definitions=True)
        end, following = resumed or (len(text), len(text))
        return _trimmed(script, start, end), following, False
    end, following, terminated = found
    return end if terminated else _trimmed(script, start, end), following, terminated


def _plain(script: _Script, start: int) -> tuple[int, int, bool]:
    text, stretch = script.text, script.lexemes.stretch
    at = start
    progress: Progress | None = None
    while True:
        match = stretch.match(text, at)
        at = match.end() if match else at
        character = text[at : at + 1]
        stop = _stop_at(script, at)
        if stop:
            return _at_terminator(script, start, at, stop, progress)
        if character in ("\n", "\r"):
            progress = progress or Progress(text, script.engine, start)
            line_end = _LINE_END.match(text, at)
            line = line_end.end() if line_end else at + 1
            if progress.ends_before(at, line):
                return _trimmed(script, start, at), line, False
            at = line
        elif character == "\\" and script.family == "mysql":
            if _SENDING.match(text, at):
                return _trimmed(script, start, at), at + 2, True
            at += 2
        else:
            past = _past_literal(script, at)
            if past is None:
                return _unfinished(script, start, at, progress)
            at = past


def _stop_at(script: _Script, at: int) -> int:
    """Length of the terminator at `at`; 0 without one."""
    if script.delimiter != ";" and script.text.startswith(script.delimiter, at):
        return len(script.delimiter)
    return 1 if script.text.startswith(";", at) else 0


def _at_terminator(
    script: _Script, start: int, at: int, length: int, progress: Progress | None
) -> tuple[int, int, bool]:
    resumed = _unbalanced(script, at, progress)
    if resumed:
        return _trimmed(script, start, resumed[0]), resumed[1], False
    return at, at + length, True


def _unbalanced(script: _Script, at: int, progress: Progress | None) -> tuple[int, int] | None:
    """Where to cut a statement that would end at `at` with a bracket open."""
    resumed = progress.unclosed(at) if progress and script.recoveries < MOST_RECOVERIES else None
    script.recoveries += resumed is not None
    return resumed


def _past_literal(script: _Script, at: int) -> int | None:
    """The end of what stands at `at` and was not stepped over; None where the statement cannot go on."""
    text = script.text
    if text.startswith("{", at):  # a template statement without end
        return at + 1
    if text[at : at + 1] not in ("'", '"', "`"):
        return None
    match = script.lexemes.literal.match(text, at)
    if match is None or match.end() == at + 1 or match.end() == len(text) or text[match.end() - 1] != text[at]:
        return None
    return None if resumption(text, at, match.end(), script.family) else match.end()


def _unfinished(script: _Script, start: int, at: int, progress: Progress | None) -> tuple[int, int, bool]:
    """The end of a statement at a separating comment, at an unclosed literal or comment, or at the end of the file."""
    text = script.text
    if text.startswith("--", at):
        return _trimmed(script, start, at), at, _ENDING_SEPARATOR.match(text, at) is not None
    if at >= len(text):
        resumed = _unbalanced(script, at, progress)
    elif script.recoveries < MOST_RECOVERIES:
        script.recoveries += 1
        resumed = resumed_after(text, start, script.lexemes.literal, script.family)
    else:
        resumed = None
    end, following = resumed or (len(text), len(text))
    return _trimmed(script, start, end), following, False


def _trimmed(script: _Script, start: int, end: int) -> int:
    return trimmed(script.text, start, end, script.lexemes.literal)
