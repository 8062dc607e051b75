"""A report for people: one line a finding, the source under it, a summary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlreview.findings import FixKind, Severity
from sqlreview.report import (
    NotAnalysed,
    Range,
    Report,
    ReportedFinding,
    ReportedFix,
    ReviewError,
    Summary,
)
from sqlreview.reporters.excerpts import excerpt_of, printable
from sqlreview.text import LineIndex

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36", Severity.HINT: "34"}
_HOW = {
    FixKind.SAFE: "--fix applies it",
    FixKind.UNSAFE: "--fix --unsafe-fixes applies it",
    FixKind.GUIDANCE: "to be completed by hand",
}


@dataclass(frozen=True, slots=True)
class Style:
    """How a report is printed."""

    colour: bool = False
    width: int = 120
    """Columns of the terminal; longer source lines are cut."""
    verbose: bool = False
    """Whether statements that were not analysed are named, and silenced findings counted."""


def as_text(report: Report, sources: Mapping[str, str], style: Style = Style()) -> str:
    """The findings and the summary; `sources` holds the text of each file for the excerpts."""
    indexes: dict[str, LineIndex] = {}
    blocks = ["".join(_finding(finding, sources, indexes, style)) for finding in report.findings]
    if style.verbose:
        blocks += [_not_analysed(statement, style) for statement in report.not_analysed]
    blocks += ["".join([*_notes(report, style), *_foreign(report, style)])] if report.notes or report.foreign else []
    text = "\n".join(blocks)
    silenced = f" ({report.silenced} silenced by comments)" if style.verbose and report.silenced else ""
    summary = f"{summary_line(report.summary)}{silenced}\n"
    return f"{text}\n{summary}" if text else summary


def error_line(error: ReviewError, colour: bool = False) -> str:
    """The line that tells why a file was not reviewed."""
    place = error.path if error.line is None else f"{error.path}:{error.line}"
    return f"{_painted(printable(place), '1', colour)}: {_painted('error', '31', colour)}: {printable(error.message)}\n"


def summary_line(summary: Summary) -> str:
    """The report in one line: `2 findings (1 error, 1 warning) in 4 files, 12 statements`."""
    counts = summary.findings
    kinds = [
        _number(counts.error, "error"),
        _number(counts.warning, "warning"),
        f"{counts.info} info",
        _number(counts.hint, "hint"),
    ]
    shown = ", ".join(kind for kind in kinds if not kind.startswith("0 "))
    findings = f"{_number(counts.total, 'finding')} ({shown})" if counts.total else "No findings"
    line = f"{findings} in {_number(summary.files, 'file')}, {_number(summary.statements, 'statement')}"
    if summary.not_analysed:
        verb = "was" if summary.not_analysed == 1 else "were"
        line += f"; {summary.not_analysed} of {_number(summary.statements, 'statement')} {verb} not analysed"
    return line


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _finding(
    finding: ReportedFinding, sources: Mapping[str, str], indexes: dict[str, LineIndex], style: Style
) -> Iterator[str]:
    place = _painted(_place(finding.path, finding.range), "1", style.colour)
    severity = _painted(finding.severity.value, _COLOURS[finding.severity], style.colour)
    yield f"{place}: {severity} {_painted(finding.rule, '1', style.colour)}: {printable(finding.message)}\n"
    margin = len(str(finding.range.start.line)) + 2
    if finding.path in sources:
        index = indexes.get(finding.path) or indexes.setdefault(finding.path, LineIndex(sources[finding.path]))
        yield from _excerpt(index, finding, margin, style)
    for related in finding.related:
        yield f"{' ' * margin} = {_place(related.path, related.range)}: {printable(related.message)}\n"
    for fix in finding.fixes:
        yield f"{' ' * margin} = {_painted('fix', '32', style.colour)}: {_fix(fix)}\n"


def _excerpt(index: LineIndex, finding: ReportedFinding, margin: int, style: Style) -> Iterator[str]:
    excerpt = excerpt_of(index, finding.range, max(style.width - margin - 3, 20))
    if excerpt is None:
        return
    bar = _painted("|", "34", style.colour)
    number = _painted(f"{finding.range.start.line:>{margin}}", "34", style.colour)
    carets = _painted(excerpt.carets.lstrip(), _COLOURS[finding.severity], style.colour)
    indent = excerpt.carets[: len(excerpt.carets) - len(excerpt.carets.lstrip())]
    yield f"{number} {bar} {excerpt.line}".rstrip() + "\n"
    yield f"{' ' * margin} {bar} {indent}{carets}\n"


def _fix(fix: ReportedFix) -> str:
    files = f", creates {', '.join(printable(file.path) for file in fix.files)}" if fix.files else ""
    return f"{printable(fix.title)} ({_HOW[fix.kind]}{files})"


def _notes(report: Report, style: Style) -> Iterator[str]:
    for note in report.notes:
        place = note.path if note.line is None else f"{note.path}:{note.line}"
        painted = _painted("note", "36", style.colour)
        yield f"{_painted(printable(place), '1', style.colour)}: {painted}: {printable(note.message)}\n"


def _foreign(report: Report, style: Style) -> Iterator[str]:
    """Which files were read as nothing: each of them, or in one line how many."""
    if not report.foreign:
        return
    if style.verbose:
        for file in report.foreign:
            place = _painted(printable(file.path), "1", style.colour)
            yield f"{place}: not reviewed: it is written for {file.dialect}\n"
        return
    dialects = sorted({file.dialect for file in report.foreign})
    verb = "is" if len(report.foreign) == 1 else "are"
    names = ", ".join(dialects)
    which = "it" if len(report.foreign) == 1 else "them"
    yield f"{_number(len(report.foreign), 'file')} {verb} not reviewed: written for {names} (-v names {which})\n"


def _not_analysed(statement: NotAnalysed, style: Style) -> str:
    place = _painted(_place(statement.path, statement.range), "1", style.colour)
    return f"{place}: not analysed: {printable(statement.reason)}\n"


def _place(path: str, place: Range) -> str:
    return f"{printable(path)}:{place.start.line}:{place.start.column}"


def _painted(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
