"""The outcome of a review, with places counted for people: what reporters print and editors show."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import Literal

from sqlreview.findings import FixKind, Severity

FORMAT_VERSION: Literal[1] = 1
"""Grows when a reader of the JSON report must change; new keys alone do not make it grow."""


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file: 1-based line and column, 0-based offset, all counted in code points."""

    line: int
    column: int
    offset: int


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """A half-open range of a file."""

    start: Position
    end: Position


@dataclass(frozen=True, slots=True)
class ReportedEdit:
    """Replaces a range of a file by a text."""

    path: str
    range: Range
    text: str


@dataclass(frozen=True, slots=True)
class ReportedFile:
    """A file that a fix creates."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class ReportedFix:
    """A change that makes a finding go away."""

    title: str
    kind: FixKind
    edits: tuple[ReportedEdit, ...] = ()
    files: tuple[ReportedFile, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportedRelated:
    """Another place that explains a finding."""

    message: str
    path: str
    range: Range


@dataclass(frozen=True, slots=True)
class ReportedFinding:
    """One thing a rule found, placed in its file."""

    rule: str
    severity: Severity
    message: str
    path: str
    range: Range
    related: tuple[ReportedRelated, ...] = ()
    fixes: tuple[ReportedFix, ...] = ()
    docs: str | None = None
    """Where the rule is explained: an address or a path."""


@dataclass(frozen=True, slots=True)
class NotAnalysed:
    """A statement that no rule could look at, and why."""

    path: str
    range: Range
    reason: str


@dataclass(frozen=True, slots=True)
class ReviewError:
    """Something that kept a file from being reviewed; the other files were reviewed all the same."""

    path: str
    message: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something odd about a file or a folder of migrations that its author should know."""

    path: str
    message: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class ForeignFile:
    """A file that was read as nothing, because it is written for a product that is not reviewed."""

    path: str
    dialect: str


@dataclass(frozen=True, slots=True)
class SeverityCounts:
    """The number of findings of each severity."""

    error: int = 0
    warning: int = 0
    info: int = 0
    hint: int = 0

    @property
    def total(self) -> int:
        """All findings together."""
        return self.error + self.warning + self.info + self.hint


@dataclass(frozen=True, slots=True)
class Summary:
    """A report in numbers."""

    files: int
    statements: int
    not_analysed: int
    findings: SeverityCounts
    silenced: int = 0
    """How many more findings comments silence."""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything one review says, ordered by file, place and rule."""

    findings: tuple[ReportedFinding, ...] = ()
    files: int = 0
    """How many files were reviewed."""
    statements: int = 0
    not_analysed: tuple[NotAnalysed, ...] = ()
    errors: tuple[ReviewError, ...] = ()
    silenced: int = 0
    """How many findings comments silence."""
    notes: tuple[Note, ...] = ()
    foreign: tuple[ForeignFile, ...] = ()

    @property
    def summary(self) -> Summary:
        """The report in numbers."""
        counts = dict.fromkeys(Severity, 0)
        for finding in self.findings:
            counts[finding.severity] += 1
        by_name = {severity.value: number for severity, number in counts.items()}
        return Summary(self.files, self.statements, len(self.not_analysed), SeverityCounts(**by_name), self.silenced)

    def reaches(self, severity: Severity | None) -> bool:
        """Whether a finding is at least as severe; None stands for "never"."""
        return severity is not None and any(finding.severity.rank <= severity.rank for finding in self.findings)


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """The JSON form of a report."""

    version: Literal[1]
    summary: Summary
    findings: tuple[ReportedFinding, ...]
    not_analysed: tuple[NotAnalysed, ...]
    errors: tuple[ReviewError, ...]
    notes: tuple[Note, ...]
    foreign: tuple[ForeignFile, ...]


def document_of(report: Report) -> ReportDocument:
    """The report in the shape that is written as JSON."""
    return ReportDocument(
        FORMAT_VERSION,
        report.summary,
        report.findings,
        report.not_analysed,
        report.errors,
        report.notes,
        report.foreign,
    )


def merged(reports: tuple[Report, ...]) -> Report:
    """One report of several reviews, such as those of folders that are configured apart."""
    if len(reports) == 1:
        return reports[0]
    return Report(
        findings=tuple(chain.from_iterable(report.findings for report in reports)),
        files=sum(report.files for report in reports),
        statements=sum(report.statements for report in reports),
        not_analysed=tuple(chain.from_iterable(report.not_analysed for report in reports)),
        errors=tuple(chain.from_iterable(report.errors for report in reports)),
        notes=tuple(chain.from_iterable(report.notes for report in reports)),
        foreign=tuple(chain.from_iterable(report.foreign for report in reports)),
        silenced=sum(report.silenced for report in reports),
    )
