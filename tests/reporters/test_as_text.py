"""The parts of the text report that transcripts of the command line do not reach."""

from __future__ import annotations

from sqlreview.findings import FixKind, Severity
from sqlreview.report import (
    NotAnalysed,
    Position,
    Range,
    Report,
    ReportedFile,
    ReportedFinding,
    ReportedFix,
    ReportedRelated,
    ReviewError,
    SeverityCounts,
    Summary,
)
from sqlreview.reporters.as_text import Style, as_text, error_line, summary_line

PLACE = Range(Position(1, 8, 7), Position(1, 9, 8))
REPORT = Report(
    findings=(
        ReportedFinding(
            "pack/rule",
            Severity.ERROR,
            "Two\nlines and \x1b[31mred.",
            "a\x1b.sql",
            PLACE,
            (ReportedRelated("Created here.", "b.sql", PLACE),),
            (
                ReportedFix("Complete it", FixKind.GUIDANCE),
                ReportedFix("Split it", FixKind.UNSAFE, (), (ReportedFile("c.sql", "y"), ReportedFile("d.sql", "y"))),
            ),
        ),
    ),
    files=1,
    statements=1,
    not_analysed=(NotAnalysed("a.sql", PLACE, "Because."),),
)


def test_all_parts_are_printed_without_commands_to_the_terminal() -> None:
    assert as_text(REPORT, {"a\x1b.sql": "SELECT a;"}, Style(verbose=True)).splitlines() == [
        "a␛.sql:1:8: error pack/rule: Two lines and ␛[31mred.",
        "  1 | SELECT a;",
        "    |        ^",
        "    = b.sql:1:8: Created here.",
        "    = fix: Complete it (to be completed by hand)",
        "    = fix: Split it (--fix --unsafe-fixes applies it, creates c.sql, d.sql)",
        "",
        "a.sql:1:8: not analysed: Because.",
        "",
        "1 finding (1 error) in 1 file, 1 statement; 1 of 1 statement was not analysed",
    ]


def test_a_file_whose_text_is_not_known_is_named_only() -> None:
    assert as_text(REPORT, {}).splitlines()[1].startswith("    = b.sql")


def test_summary() -> None:
    counts = SeverityCounts(3, 9, 1, 2)
    assert summary_line(Summary(4, 212, 3, counts)) == (
        "15 findings (3 errors, 9 warnings, 1 info, 2 hints) in 4 files, 212 statements; "
        "3 of 212 statements were not analysed"
    )
    assert summary_line(Summary(10, 1, 0, SeverityCounts())) == "No findings in 10 files, 1 statement"


def test_errors() -> None:
    assert error_line(ReviewError("a.sql", "is gone", 3)) == "a.sql:3: error: is gone\n"
    assert (
        error_line(ReviewError("a.sql", "is gone"), colour=True)
        == "\x1b[1ma.sql\x1b[0m: \x1b[31merror\x1b[0m: is gone\n"
    )
