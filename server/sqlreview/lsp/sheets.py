"""The diagnostics of a file as JSON, kept per statement, so that a keystroke costs what it changes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from sqlreview.findings import Finding, Related
from sqlreview.history import Entry, FileState
from sqlreview.lsp import convert
from sqlreview.lsp.documents import Changes, Place, Text, common, units
from sqlreview.lsp.rule_pages import page_uri, tags_of
from sqlreview.review import Review
from sqlreview.schema import Origin
from sqlreview.silence import Silence, silence_of
from sqlreview.suppressions import NOTHING, Suppressions
from sqlreview.text import Span

Locate = Callable[[FileState], tuple[str, Text]]
"""The URI and the lines of any file of the project."""

_STRETCH = 512


@dataclass(slots=True)
class _Mark:
    """A finding with its place counted from the beginning of its statement."""

    rule: str
    span: Span
    first_line: int
    first_column: int
    last_line: int
    last_column: int
    tail: str
    related: tuple[Related, ...]


@dataclass(slots=True)
class _Kept:
    """What is kept of a statement with findings."""

    marks: list[_Mark]
    pointed: frozenset[int]
    """Serial numbers of the statements it points to."""
    targets: tuple[object, ...] = ()
    """What the related places depended on when the JSON was written."""


@dataclass(slots=True)
class _Drawn:
    """A file as it was drawn, in lists that run parallel to its statements."""

    entries: list[Entry] = field(default_factory=list)
    revisions: list[int] = field(default_factory=list)
    kept: list[_Kept | None] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    """JSON of each statement's diagnostics, with commas between them; empty for none."""
    pointing: bytearray = field(default_factory=bytearray)
    """1 for statements with findings that point to other places."""
    silenced: Suppressions = NOTHING
    others: list[str] = field(default_factory=list)
    """The texts of the other files it may point to."""


@dataclass(slots=True)
class _Surroundings:
    """What is needed to draw statements of one file."""

    review: Review
    file: FileState
    text: Text
    locate: Locate
    silenced: Suppressions


class Sheet:
    """The diagnostics of one open file, drawn again only where something changed."""

    def __init__(self) -> None:
        self._drawn = _Drawn()

    def pieces(self, review: Review, file: FileState, text: Text, locate: Locate) -> list[str]:
        """The diagnostics in order, as pieces of JSON that commas must join."""
        if not file.reviewed:
            return []
        silence = silence_of(review, file)
        around = _Surroundings(review, file, text, locate, silence.suppressions)
        changes = text.take_changes()
        drawn, self._drawn = self._drawn, _Drawn()  # should anything fail, everything is drawn anew next time
        entries = list(file.entries)
        replaced = _align(drawn, entries)
        stale = _renew(drawn, around)
        moved = _moved(drawn, changes, text)
        stale.update(moved)
        others = [other.text for other in review.history.files if other is not file]
        if changes.added_lines or others != drawn.others:
            stale.update(_redirected(drawn, around, None))
        else:
            stale.update(_redirected(drawn, around, replaced.union(entries[index].serial for index in moved)))
        if around.silenced or drawn.silenced:
            stale.update(range(len(entries)))
        pieces = list(drawn.pieces)
        for index in stale:
            kept = drawn.kept[index]
            pieces[index] = _piece(kept, entries[index], around) if kept is not None else ""
        self._drawn = replace(drawn, pieces=pieces, silenced=around.silenced, others=others)
        return [*(piece for piece in pieces if piece), *_about_comments(silence, text)]


def _align(drawn: _Drawn, entries: list[Entry]) -> set[int]:
    """Makes room for new statements, between those at both ends that are the same as before.

    Returns the serial numbers of those that came or went.
    """
    old = drawn.entries
    shortest = min(len(old), len(entries))
    front = common(shortest, lambda size: old[:size] == entries[:size])
    back = common(shortest - front, lambda size: old[len(old) - size :] == entries[len(entries) - size :])
    added = len(entries) - front - back
    gap = slice(front, len(old) - back)
    changed = {entry.serial for entry in (*old[gap], *entries[front : front + added])}
    drawn.revisions[gap] = [-1] * added
    drawn.kept[gap] = [None] * added
    drawn.pieces[gap] = [""] * added
    drawn.pointing[gap] = bytes(added)
    drawn.entries = entries
    return changed


def _renew(drawn: _Drawn, around: _Surroundings) -> set[int]:
    """Notes the findings of statements that have new ones; returns their indexes."""
    revisions = [entry.revision for entry in drawn.entries]
    stale = set(_differences(revisions, drawn.revisions))
    for index in stale:
        entry = drawn.entries[index]
        kept = drawn.kept[index] = _kept(entry, around.text) if entry.findings else None
        drawn.pointing[index] = kept is not None and bool(kept.pointed)
    drawn.revisions = revisions
    return stale


def _differences(left: list[int], right: list[int]) -> Iterator[int]:
    """Indexes at which two lists of the same length differ, most of which is the same."""
    for first in range(0, len(left), _STRETCH):
        if left[first : first + _STRETCH] != right[first : first + _STRETCH]:
            for index in range(first, min(first + _STRETCH, len(left))):
                if left[index] != right[index]:
                    yield index


def _moved(drawn: _Drawn, changes: Changes, text: Text) -> range:
    """Indexes of the statements whose line or column may be another."""
    entries = drawn.entries
    first = bisect_left(entries, text.line_start(text.line_of(changes.start)), key=_start)
    after = text.line_of(changes.end) + 1
    if changes.added_lines or after >= text.line_count:
        return range(first, len(entries))
    return range(first, bisect_left(entries, text.line_start(after), key=_start))


def _start(entry: Entry) -> int:
    return entry.start


def _redirected(drawn: _Drawn, around: _Surroundings, serials: set[int] | None) -> Iterator[int]:
    """Indexes of the statements that point to a place which is another by now: only to these statements, or to any."""
    index = drawn.pointing.find(1)
    while index >= 0:
        kept = drawn.kept[index]
        if kept is not None and (serials is None or not serials.isdisjoint(kept.pointed)):
            targets = tuple(_targets(kept.marks, drawn.entries[index], around))
            if targets != kept.targets:
                kept.targets = targets
                yield index
        index = drawn.pointing.find(1, index + 1)


def _piece(kept: _Kept, entry: Entry, around: _Surroundings) -> str:
    line = around.text.line_of(entry.start)
    column = around.text.width(around.text.line_start(line), entry.start)
    marks = kept.marks
    if around.silenced:
        marks = [mark for mark in marks if not _is_silenced(mark, entry, around.silenced)]
    return ",".join([_diagnostic(mark, line, column, entry, around) for mark in marks])


def _about_comments(silence: Silence, text: Text) -> Iterator[str]:
    """The diagnostics of the comments themselves, which stand in no statement."""
    for placed in silence.findings:
        finding = placed.finding
        docs = page_uri(finding.rule)
        place = convert.RANGE % (*text.position(placed.span.start), *text.position(placed.span.end))
        tail = convert.diagnostic_tail(finding.rule, finding.severity, finding.message, docs, tags_of(finding.rule))
        yield f'{{"range":{place},{tail}'


def _is_silenced(mark: _Mark, entry: Entry, silenced: Suppressions) -> bool:
    return silenced.covers(mark.rule, mark.span.shifted(entry.start))


def _kept(entry: Entry, text: Text) -> _Kept:
    marks = [_mark(finding, entry, text) for finding in entry.findings]
    marks.sort(key=lambda mark: (mark.span, mark.rule))
    pointed = (item.at.statement for mark in marks for item in mark.related if isinstance(item.at, Origin))
    return _Kept(marks, frozenset(pointed))


def _mark(finding: Finding, entry: Entry, text: Text) -> _Mark:
    span = finding.at.span if isinstance(finding.at, Origin) else finding.at
    first, last = place_in(entry, span.start, text), place_in(entry, span.end, text)
    tail = convert.diagnostic_tail(
        finding.rule, finding.severity, finding.message, page_uri(finding.rule), tags_of(finding.rule)
    )
    return _Mark(finding.rule, span, *first, *last, tail, finding.related)


def place_in(entry: Entry, offset: int, text: Text) -> Place:
    """Lines after the statement's first one, and the column, which on that first line counts from the statement."""
    sql = entry.statement.text
    before = sql[:offset]
    line = before.count("\n") + before.count("\r") - before.count("\r\n")
    line_start = max(before.rfind("\n"), before.rfind("\r")) + 1
    if before.endswith("\r") and sql.startswith("\n", offset):  # inside CRLF, which ends one line
        line -= 1
        line_start = max(before.rfind("\n"), before.rfind("\r", 0, offset - 1)) + 1
    return line, units(before[line_start:], text.encoding)


def _range(mark: _Mark, line: int, column: int) -> str:
    return convert.RANGE % (
        line + mark.first_line,
        mark.first_column if mark.first_line else column + mark.first_column,
        line + mark.last_line,
        mark.last_column if mark.last_line else column + mark.last_column,
    )


def _diagnostic(mark: _Mark, line: int, column: int, entry: Entry, around: _Surroundings) -> str:
    related = ""
    if mark.related:
        written = ",".join(item for related in mark.related if (item := _related(related, entry, around)))
        related = f'"relatedInformation":[{written}],' if written else ""
    return f'{{"range":{_range(mark, line, column)},{related}{mark.tail}'


def _target(item: Related, entry: Entry, around: _Surroundings) -> tuple[FileState, Entry, Span] | None:
    if not isinstance(item.at, Origin):
        return around.file, entry, item.at
    known = around.review.history.by_serial.get(item.at.statement)
    return (*known, item.at.span) if known and known[0].path != "<schema>" else None


def _related(item: Related, entry: Entry, around: _Surroundings) -> str | None:
    target = _target(item, entry, around)
    if target is None:
        return None
    state, other, span = target
    uri, text = around.locate(state)
    first, last = text.position(span.start + other.start), text.position(span.end + other.start)
    return convert.related_item(uri, convert.RANGE % (*first, *last), item.message)


def _targets(marks: Iterable[_Mark], entry: Entry, around: _Surroundings) -> Iterator[object]:
    """The statements related places stand in, with line and column of these."""
    for mark in marks:
        for item in mark.related:
            target = _target(item, entry, around)
            if target is not None:
                state, other, _ = target
                text = around.locate(state)[1]
                line = text.line_of(other.start)
                yield other
                yield line
                yield other.start - text.line_start(line)
