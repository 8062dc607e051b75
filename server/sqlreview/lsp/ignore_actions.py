"""Comments that silence a finding: where they go so that the statement, and what tools read in the file, stay the same.

Every comment is tried before it is offered: it must cover the finding, in the style its engine knows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from sqlreview.entries import Entry, FileState
from sqlreview.packs import load_packs
from sqlreview.patterns import regex
from sqlreview.review import PlacedFinding
from sqlreview.silence import suppressions_in
from sqlreview.sql.directives import Directive, directives_of
from sqlreview.sql.engines import Engine
from sqlreview.sql.statements import SourceStatement
from sqlreview.subjects import IgnoreComment
from sqlreview.suppressions import Suppressions, resolved
from sqlreview.text import Edit, Span, apply_edits


@dataclass(frozen=True, slots=True)
class Ignoring:
    """A way to silence a finding."""

    title: str
    edit: Edit


@dataclass(frozen=True, slots=True)
class Comments:
    """The comments of a file that silence something already, to which a rule may be added."""

    by_target: dict[Span, Directive]
    """Those for a statement or a part of one that name their rules."""
    in_file: Directive | None


def comments_in(file: FileState, engine: Engine) -> Comments:
    """The comments of a file to which rules may be added."""
    found = [item for item in suppressions_in(file, engine).all if item.directive.rules]
    targets = [item.directive for item in found if item.directive.kind == "ignore"]
    in_file = (item.directive for item in found if item.directive.kind == "ignore-file")
    return Comments({item.target: item for item in reversed(targets) if item.target is not None}, next(in_file, None))


def ignorings(placed: PlacedFinding, comments: Comments, engine: Engine) -> Iterator[Ignoring]:
    """What can silence a finding: a comment for its statement, for its line, for its file."""
    rule = placed.finding.rule
    if not _is_about_comments(rule):
        statement = _for_statement(placed, comments, engine)
        if statement is not None:
            yield Ignoring(f"Ignore {rule} for this statement", statement)
        line = _for_line(placed, comments, engine)
        if line is not None:
            yield Ignoring(f"Ignore {rule} for this line", line)
    yield Ignoring(f"Ignore {rule} in this file", _for_file(placed, comments))


def _is_about_comments(rule: str) -> bool:
    known = load_packs().rule(rule)
    return known is not None and IgnoreComment in known.subjects()


def _added(directive: Directive, rule: str) -> Edit:
    return Edit.insert(directive.places[-1].end, f", {rule}")


def _for_statement(placed: PlacedFinding, comments: Comments, engine: Engine) -> Edit | None:
    """A line of its own above the statement."""
    entry, text = placed.entry, placed.file.text
    known = comments.by_target.get(Span(entry.start, entry.end))
    if known is not None:
        return _added(known, placed.finding.rule)
    comment, line_end = _comment(placed), _line_end_at(text, entry.start)
    line = _line_start(text, entry.start)
    above = _above_other_tools(text, line)
    edits = [Edit.insert(at, f"{_indent_of(text, line)}{comment}{line_end}") for at in dict.fromkeys((above, line))]
    if text[line : entry.start].strip():
        edits.append(Edit.insert(entry.start, f"{line_end}{comment}{line_end}"))
    return next((edit for edit in edits if _covers_statement(edit, placed, engine)), None)


def _covers_statement(edit: Edit, placed: PlacedFinding, engine: Engine) -> bool:
    """Whether a comment between a statement and the one before it is one, and is for the statement."""
    entries, entry = placed.file.entries, placed.entry
    position = bisect_left(entries, entry.start, key=_start)
    neighbours = [*entries[max(0, position - 1) : position], entry]
    begin = neighbours[0].start if len(neighbours) > 1 else 0
    if len(neighbours) > 1 and edit.span.start < neighbours[0].end:
        return False
    text = apply_edits(placed.file.text[begin : entry.end], [edit.shifted(-begin)])
    by = len(edit.text)
    statements = [_source(other, other.start - begin + (by if other is entry else 0)) for other in neighbours]
    return any(
        directive.kind == "ignore"
        and directive.span.start >= edit.span.start - begin
        and directive.target == Span(statements[-1].start, statements[-1].end)
        and directive.rules == (placed.finding.rule,)
        for directive in directives_of(text, statements, engine)
    )


def _source(entry: Entry, start: int) -> SourceStatement:
    return SourceStatement(entry.statement.text, start, entry.statement.terminated)


def _start(entry: Entry) -> int:
    return entry.start


_OTHER_TOOLS = regex(r"[ \t]*+(?:--|\#)[ \t]*+(?:squawk-ignore|noqa|eugene:|pgrubic|sqlfluff:|atlas:nolint)", re.I)


def _above_other_tools(text: str, line: int) -> int:
    """The start of a line, or of the lines above it that speak of it to other linters."""
    while line > 0:
        previous = _line_start(text, line - (2 if text.endswith("\r\n", 0, line) else 1))
        if not _OTHER_TOOLS.match(text, previous, line):
            break
        line = previous
    return line


def _for_line(placed: PlacedFinding, comments: Comments, engine: Engine) -> Edit | None:
    """The end of the line, or else a line of its own above it, in a statement of several lines."""
    entry, text = placed.entry, placed.file.text
    sql, offset = entry.statement.text, placed.span.start
    if "\n" not in sql and "\r" not in sql:
        return None
    known = [
        target
        for target in comments.by_target
        if target.contains(offset) and entry.start <= target.start and target.end <= entry.end
    ]
    narrowest = min(known, key=_length, default=None)
    if narrowest is not None and narrowest != Span(entry.start, entry.end):
        return _added(comments.by_target[narrowest], placed.finding.rule)
    comment, line = _comment(placed), _line_start(text, offset)
    edits: list[Edit] = []
    at = _line_stop(text, offset)
    if at < entry.end:
        edits.append(Edit.insert(at - len(text[line:at]) + len(text[line:at].rstrip()), f" {comment}"))
    if line > entry.start:
        edits.append(Edit.insert(line, f"{_indent_of(text, line)}{comment}{_line_end_at(text, offset)}"))
    return next((edit for edit in edits if _covers_line(edit, placed, engine)), None)


def _length(span: Span) -> int:
    return span.end - span.start


def _covers_line(edit: Edit, placed: PlacedFinding, engine: Engine) -> bool:
    """Whether a comment inside a statement is one, and covers the finding: it ends where the next list item begins."""
    inside = edit.shifted(-placed.entry.start)
    sql = apply_edits(placed.entry.statement.text, [inside])
    moved = len(edit.text) if edit.span.start <= placed.span.start else 0
    place = placed.span.shifted(moved - placed.entry.start)
    found: Suppressions = resolved(directives_of(sql, [SourceStatement(sql, 0, True)], engine), len(sql))
    silencing = found.silencing(placed.finding.rule, place)
    return silencing is not None and found.all[silencing[0]].directive.span.start >= inside.span.start


_HEAD = regex(
    r"""\ufeff?+(?:\s*+--[ \t]*+
        (?: liquibase\s++formatted\s++sql | \+(?:goose|migrate)\b | migrate: | (?:no|disable)-transaction\b
          | postgres-migrations\b | atlas: | executeInTransaction | (?:deploy|revert|verify)\s | requires:
          | --[ ]tern: )
        [^\r\n]*+(?:\r\n|\r|\n|\Z))*+""",
    re.I | re.X,
)
"""Lines that migration tools look for at the beginning of a file."""


def _for_file(placed: PlacedFinding, comments: Comments) -> Edit:
    """A line of its own at the top, below what migration tools want to find there first."""
    text, rule = placed.file.text, placed.finding.rule
    if comments.in_file is not None:
        return _added(comments.in_file, rule)
    head = _HEAD.match(text)
    at = head.end() if head else 0
    line_end = _line_end_at(text, at)
    lead = line_end if at > text.startswith("\ufeff") and text[at - 1] not in "\r\n" else ""
    return Edit.insert(at, f"{lead}-- sqlreview: ignore-file[{rule}]{line_end}")


def _comment(placed: PlacedFinding) -> str:
    return f"-- sqlreview: ignore[{placed.finding.rule}]"


_LINE_END = regex(r"[\r\n]")


def _line_start(text: str, offset: int) -> int:
    line = text.rfind("\n", 0, max(offset, 0)) + 1
    return max(line, text.rfind("\r", line, max(offset, 0)) + 1)


def _line_stop(text: str, offset: int) -> int:
    found = _LINE_END.search(text, offset)
    return found.start() if found else len(text)


def _indent_of(text: str, line: int) -> str:
    end = line
    while end < len(text) and text[end] in " \t":
        end += 1
    return text[line:end]


def _line_end_at(text: str, offset: int) -> str:
    """The kind of line end used around an offset."""
    newline = text.find("\n", offset)
    if newline < 0:
        newline = text.rfind("\n", 0, offset)
    return "\r\n" if newline > 0 and text[newline - 1] == "\r" else "\n"
