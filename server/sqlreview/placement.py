"""Findings with their places counted for people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sqlreview.entries import Entry, FileState
from sqlreview.findings import Related
from sqlreview.follow_ups import Change, PlacedEdit
from sqlreview.report import (
    NotAnalysed,
    Position,
    Range,
    ReportedEdit,
    ReportedFile,
    ReportedFinding,
    ReportedFix,
    ReportedRelated,
)
from sqlreview.review import PlacedFinding, Review
from sqlreview.schema import Origin
from sqlreview.text import LineIndex, Span


class Lines:
    """The lines of the files that something is said about."""

    __slots__ = ("_by_path", "_file_of")

    def __init__(self, file_of: Callable[[str], FileState]) -> None:
        self._file_of = file_of
        self._by_path: dict[str, LineIndex] = {}

    def of(self, path: str) -> LineIndex:
        """The lines of a file under review."""
        index = self._by_path.get(path)
        if index is None:
            index = self._by_path[path] = LineIndex(self._file_of(path).written)
        return index


def range_of(span: Span, index: LineIndex) -> Range:
    """A span of a file with lines and columns."""
    return Range(_position(span.start, index), _position(span.end, index))


def _position(offset: int, index: LineIndex) -> Position:
    line, column = index.position(offset)
    return Position(line + 1, column + 1, offset)


def documentation_address(rule: str) -> str:
    """Where a rule is explained: an address or a path."""
    return f"docs/rules/{rule}.md"


def not_analysed_in(file: FileState, index: LineIndex) -> Iterator[NotAnalysed]:
    """The statements of a file that no rule could look at."""
    for entry in file.entries:
        if entry.statement.problem is not None:
            yield NotAnalysed(file.path, range_of(Span(entry.start, entry.end), index), entry.statement.problem)


def reported(placed: PlacedFinding, review: Review, changes: Iterable[Change], lines: Lines) -> ReportedFinding:
    """A finding with places counted for people; `changes` are what its fixes do."""
    finding, path = placed.finding, placed.file.path
    place = range_of(placed.span, lines.of(path))
    related = tuple(found for item in finding.related if (found := _related(item, placed, review, lines)) is not None)
    fixes = tuple(_fix(change, lines) for change in changes)
    docs = documentation_address(finding.rule)
    return ReportedFinding(finding.rule, finding.severity, finding.message, path, place, related, fixes, docs)


def _related(item: Related, placed: PlacedFinding, review: Review, lines: Lines) -> ReportedRelated | None:
    file: FileState = placed.file
    entry: Entry = placed.entry
    span = item.at
    if isinstance(span, Origin):
        known = review.history.by_serial.get(span.statement)
        if known is None or known[0].path == "<schema>":
            return None
        file, entry = known
        span = span.span
    return ReportedRelated(item.message, file.path, range_of(span.shifted(entry.start), lines.of(file.path)))


def _fix(change: Change, lines: Lines) -> ReportedFix:
    edits = tuple(_edit(item, lines) for item in change.edits)
    files = tuple(ReportedFile(file.path, file.text) for file in change.files)
    return ReportedFix(change.fix.title, change.fix.kind, edits, files)


def _edit(placed: PlacedEdit, lines: Lines) -> ReportedEdit:
    return ReportedEdit(placed.path, range_of(placed.edit.span, lines.of(placed.path)), placed.edit.text)
